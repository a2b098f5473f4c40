import type { ConcentrationPoint } from "@kelisim/api";
import { concentrationQuery, moneyFile, seriesQuery } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { RankedBars } from "../../charts/ranked-bars.tsx";
import { SquareMatrix } from "../../charts/square-matrix.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { writeNumber } from "../../state/format.ts";
import { percent } from "../../state/money/amounts.ts";
import { gridOf } from "../../state/money/grid.ts";
import { keyOf } from "../../state/money/points.ts";
import { useText } from "../../texts/use-text.ts";
import type { Asked } from "./asked.tsx";
import { Matrix } from "./matrix-table.tsx";
import styles from "./money.module.css";
import { Proof, sourceLines } from "./proof.tsx";
import { basisWords, namer } from "./words.ts";

const MOST_BARS = 12;
const MOST_ROWS = 16;
const MOST_COLUMNS = 8;

/** How far the money comes from few donors, and who gives to whom. */
export function Donors({ asked }: { readonly asked: Asked }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { basis, question, choice } = asked;
  const all = useAnswer(concentrationQuery(region.id, { ...question, by: "recipient" }));
  const pairs = useAnswer(seriesQuery(region.id, { ...question, by: "donor,recipient" }));
  if (!choice.keys.includes("donor")) return <Empty>{t("money.noDonors")}</Empty>;
  const error = all.error ?? pairs.error;
  if (error) return <ErrorPanel error={error} onRetry={() => void Promise.all([all.refetch(), pairs.refetch()])} />;
  if (!all.data || !pairs.data) return <Skeletons rows={8} />;
  const figure = all.data.answers[0]?.result;
  const flows = pairs.data.answers[0]?.result;
  if (figure === undefined || flows === undefined || figure.value.length === 0)
    return <Empty>{t("money.nothingFound")}</Empty>;
  const unit = basisWords(basis, t);
  const donorOf = namer({ ...all.data.names, ...pairs.data.names }, "donor", t);
  const recipientOf = namer({ ...all.data.names, ...pairs.data.names }, "recipient", t);
  const order = figure.value.toSorted((a, b) => Number(b.index) - Number(a.index));
  const grid = gridOf(
    flows.value.map(({ keys, sum }) => ({
      row: keyOf(keys.donor),
      column: keyOf(keys.recipient),
      ...(sum === undefined ? {} : { sum }),
    })),
    MOST_ROWS,
    MOST_COLUMNS,
  );
  return (
    <div className={styles.stack}>
      <ChartFigure
        title={t("money.concentration")}
        unit={unit}
        lines={sourceLines(figure, t)}
        name="money-concentration"
        note={t("money.concentrationNote")}
        table={<ConcentrationTable points={order} recipientOf={recipientOf} donorOf={donorOf} />}
        proof={<Proof figure={figure} />}
      >
        {(width) => (
          <RankedBars
            width={width}
            label={t("money.chartOf", { title: t("money.concentration"), unit })}
            rows={order.slice(0, MOST_BARS).map(({ keys, index, effective }) => ({
              key: keyOf(keys.recipient),
              name: recipientOf(keyOf(keys.recipient)),
              value: Number(index),
              text: t("money.indexText", {
                index: writeNumber(Number(index), locale, { maximumFractionDigits: 2 }),
                effective: writeNumber(Number(effective), locale, { maximumFractionDigits: 1 }),
              }),
            }))}
          />
        )}
      </ChartFigure>
      <ChartFigure
        title={t("money.whoToWhom")}
        unit={unit}
        lines={sourceLines(flows, t)}
        name="money-donor-recipient"
        files={[
          ["CSV", moneyFile(region.id, "csv", { ...question, by: "donor,recipient" })],
          ["XLSX", moneyFile(region.id, "xlsx", { ...question, by: "donor,recipient" })],
          ["Parquet", moneyFile(region.id, "parquet", { ...question, by: "donor,recipient" })],
        ]}
        note={`${t("money.matrixNote")} ${grid.left > 0 ? t("money.notDrawn", { count: grid.left }) : ""}`}
        table={<Matrix grid={grid} nameOfRow={donorOf} nameOfColumn={recipientOf} currency={basis.currency} />}
        proof={<Proof figure={flows} />}
      >
        {(width) => (
          <SquareMatrix
            width={width}
            grid={grid}
            nameOfRow={donorOf}
            nameOfColumn={recipientOf}
            label={t("money.chartOf", { title: t("money.whoToWhom"), unit })}
          />
        )}
      </ChartFigure>
    </div>
  );
}

function ConcentrationTable({
  points,
  recipientOf,
  donorOf,
}: {
  readonly points: readonly ConcentrationPoint[];
  readonly recipientOf: (key: string) => string;
  readonly donorOf: (key: string) => string;
}) {
  const { t, locale } = useText();
  const number = (text: string) => writeNumber(Number(text), locale, { maximumFractionDigits: 3 });
  const columns: readonly Column<ConcentrationPoint>[] = [
    {
      id: "recipient",
      title: t("money.column.recipient"),
      cell: ({ keys }) => recipientOf(keyOf(keys.recipient)),
      by: ({ keys }) => recipientOf(keyOf(keys.recipient)),
    },
    {
      id: "index",
      title: t("money.column.index"),
      number: true,
      cell: ({ index }) => number(index),
      by: ({ index }) => Number(index),
    },
    {
      id: "effective",
      title: t("money.column.effective"),
      number: true,
      cell: ({ effective }) => number(effective),
      by: ({ effective }) => Number(effective),
    },
    {
      id: "donors",
      title: t("money.column.donors"),
      number: true,
      cell: ({ donors }) => donors.length,
      by: ({ donors }) => donors.length,
    },
    {
      id: "first",
      title: t("money.column.greatest"),
      cell: ({ donors }) =>
        donors
          .slice(0, 3)
          .map(({ donor, share }) => `${donorOf(donor)} ${percent(share, locale)}`)
          .join(", "),
    },
  ];
  return (
    <DataTable
      caption={t("money.asTable")}
      columns={columns}
      rows={points}
      keyOf={({ keys }) => JSON.stringify(keys)}
    />
  );
}
