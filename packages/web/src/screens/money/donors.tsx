import type { ConcentrationPoint } from "@kelisim/api";
import { concentrationQuery, moneyFiles } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { RankedBars } from "../../charts/ranked-bars.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { writeNumber } from "../../state/format.ts";
import { percent } from "../../state/money/amounts.ts";
import { briefFigure } from "../../state/money/brief-figure.ts";
import { keyOf, NOT_SAID } from "../../state/money/points.ts";
import { rowsOf } from "../../state/money/rows-of.ts";
import { useText } from "../../texts/use-text.ts";
import type { Asked } from "./asked.tsx";
import { CopyFigure } from "./copy-figure.tsx";
import styles from "./money.module.css";
import { SmallDonors } from "./small-donors.tsx";
import { useRows } from "./use-rows.tsx";
import { basisWords, namer } from "./words.ts";

const MOST_BARS = 12;

/** How far the money comes from few donors, and how many give little. */
export function Donors({ asked }: { readonly asked: Asked }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const { basis, question, choice } = asked;
  const rows = useRows();
  const all = useAnswer(concentrationQuery(region.id, { ...question, by: "recipient" }));
  if (!choice.keys.includes("donor")) return <Empty>{t("money.noDonors")}</Empty>;
  if (all.error) return <ErrorPanel error={all.error} onRetry={() => void all.refetch()} />;
  if (!all.data) return <Skeletons rows={8} />;
  const figure = all.data.answers[0]?.result;
  if (figure === undefined || figure.value.length === 0) return <Empty>{t("money.nothingFound")}</Empty>;
  const unit = basisWords(basis, t);
  const donorOf = namer(all.data.names, "donor", t);
  const recipientOf = namer(all.data.names, "recipient", t);
  const open = (recipient: string | number | null | undefined, donor?: string) =>
    rows.open(
      "donors",
      rowsOf(question, { recipient: recipient ?? null, ...(donor === undefined ? {} : { donor }) }),
      [donor === undefined ? [] : donorOf(donor), recipientOf(keyOf(recipient))].flat().join(", "),
    );
  const order = figure.value.toSorted((a, b) => Number(b.index) - Number(a.index));
  return (
    <div className={styles.stack}>
      <ChartFigure
        title={t("money.concentration")}
        unit={unit}
        lines={sourceLines(figure, t)}
        name="money-concentration"
        files={moneyFiles(region.id, "donors", { ...question, by: "recipient" })}
        note={t("money.concentrationNote")}
        table={
          <ConcentrationTable
            points={order}
            recipientOf={recipientOf}
            donorOf={donorOf}
            onRows={({ keys }, donor) => open(keys.recipient, donor)}
            figure={({ keys }) =>
              briefFigure({ calculation: "money.concentration", question, keys, years: choice.years })
            }
          />
        }
        proof={<Proof proof={figure} />}
        onMark={(key) => open(key === NOT_SAID ? null : key)}
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
      {rows.below("donors")}
      <SmallDonors asked={asked} />
    </div>
  );
}

function ConcentrationTable({
  points,
  recipientOf,
  donorOf,
  onRows,
  figure,
}: {
  readonly points: readonly ConcentrationPoint[];
  readonly recipientOf: (key: string) => string;
  readonly donorOf: (key: string) => string;
  readonly onRows: (point: ConcentrationPoint, donor?: string) => void;
  readonly figure: (point: ConcentrationPoint) => string | undefined;
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
      cell: (point) => (
        <button
          type="button"
          className={styles.link}
          aria-label={t("money.openRowsOf", {
            what: `${recipientOf(keyOf(point.keys.recipient))}: ${point.donors.length}`,
          })}
          onClick={() => onRows(point)}
        >
          {point.donors.length}
        </button>
      ),
      by: ({ donors }) => donors.length,
    },
    {
      id: "first",
      title: t("money.column.greatest"),
      cell: (point) =>
        point.donors.slice(0, 3).map(({ donor, share }) => (
          <span key={donor} className={styles.second}>
            <button
              type="button"
              className={styles.link}
              aria-label={t("money.openRowsOf", {
                what: `${donorOf(donor)}, ${recipientOf(keyOf(point.keys.recipient))}`,
              })}
              onClick={() => onRows(point, donor)}
            >
              {donorOf(donor)}
            </button>{" "}
            {percent(share, locale)}
          </span>
        )),
    },
    {
      id: "figure",
      title: t("money.column.figure"),
      cell: (point) => (
        <CopyFigure
          text={figure(point)}
          what={`${t("money.column.index")}, ${recipientOf(keyOf(point.keys.recipient))}`}
        />
      ),
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
