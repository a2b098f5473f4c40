import type { DeliveryPoint } from "@kelisim/api";
import { deliveryQuery, moneyFiles } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { PairBars } from "../../charts/pair-bars.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useDesk } from "../../shell/desk-context.ts";
import { percent, shortAmount } from "../../state/money/amounts.ts";
import { briefFigure } from "../../state/money/brief-figure.ts";
import { pairYears } from "../../state/money/pair-years.ts";
import { rowsOf } from "../../state/money/rows-of.ts";
import { useText } from "../../texts/use-text.ts";
import type { Asked } from "./asked.tsx";
import { CopyFigure } from "./copy-figure.tsx";
import { Growth } from "./growth.tsx";
import styles from "./money.module.css";
import { Amount } from "./open-amount.tsx";
import { Prices } from "./prices.tsx";
import { useRows } from "./use-rows.tsx";
import { measureWords, priceWords } from "./words.ts";

interface PartProps {
  readonly asked: Asked;
}

/** What was promised beside what was paid, prices of the year beside constant ones, and change from year to year. */
export function Delivery({ asked }: PartProps) {
  return (
    <div className={styles.stack}>
      <Promised asked={asked} />
      <Prices asked={asked} />
      <Growth asked={asked} />
    </div>
  );
}

const yearIn = ({ keys }: { readonly keys: DeliveryPoint["keys"] }) => Number(keys.year);

function Promised({ asked }: PartProps) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const rows = useRows();
  const { question, basis, choice } = asked;
  const { measure: _, ...both } = question;
  const { data, error, refetch } = useAnswer(deliveryQuery(region.id, { ...both, by: "year" }));
  const lacks = (["commitment", "disbursement"] as const).filter(
    (measure) => !choice.bases.some((each) => each.measure === measure),
  );
  const title = t("money.delivery");
  if (lacks.length > 0)
    return (
      <Panel title={title}>
        <Empty>{t("money.noDelivery", { measures: lacks.map((each) => measureWords(each, t)).join(", ") })}</Empty>
      </Panel>
    );
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={6} />;
  const result = data.answers[0]?.result;
  if (result === undefined || result.value.length === 0) return <Empty>{t("money.nothingFound")}</Empty>;
  const unit = [basis.currency, priceWords(basis.priceYear, t)].join(", ");
  const open = (measure: string, keys: DeliveryPoint["keys"]) =>
    rows.open("delivery", rowsOf({ ...question, measure }, keys), `${measureWords(measure, t)}, ${keys.year}`);
  const sum = (measure: "commitment" | "disbursement") => (point: DeliveryPoint) => (
    <Amount
      sum={point[measure]}
      what={`${measureWords(measure, t)}, ${point.keys.year}`}
      onOpen={() => open(measure, point.keys)}
    />
  );
  const columns: readonly Column<DeliveryPoint>[] = [
    { id: "year", title: t("money.column.year"), cell: yearIn, by: yearIn },
    { id: "commitment", title: measureWords("commitment", t), number: true, cell: sum("commitment") },
    { id: "disbursement", title: measureWords("disbursement", t), number: true, cell: sum("disbursement") },
    {
      id: "ratio",
      title: t("money.column.ratio"),
      number: true,
      cell: ({ ratio }) => (ratio === undefined ? t("money.unknown") : percent(ratio, locale)),
      by: ({ ratio }) => (ratio === undefined ? undefined : Number(ratio)),
    },
    {
      id: "soFar",
      title: t("money.column.soFar"),
      number: true,
      cell: ({ cumulative }) =>
        cumulative?.ratio === undefined ? t("money.unknown") : percent(cumulative.ratio, locale),
    },
    {
      id: "figure",
      title: t("money.column.figure"),
      cell: ({ keys, ratio }) =>
        ratio === undefined ? null : (
          <CopyFigure
            text={briefFigure({ calculation: "money.delivery", question, keys, years: choice.years })}
            what={`${t("money.column.ratio")}, ${keys.year}`}
          />
        ),
    },
  ];
  return (
    <>
      <ChartFigure
        title={title}
        unit={unit}
        lines={sourceLines(result, t)}
        name="money-delivery"
        files={moneyFiles(region.id, "delivery", { ...both, by: "year" })}
        note={t("money.deliveryNote")}
        table={
          <DataTable
            caption={t("money.asTable")}
            columns={columns}
            rows={result.value}
            keyOf={({ keys }) => `${keys.year}`}
          />
        }
        proof={<Proof proof={result} />}
        onMark={(year) => open("disbursement", { year: Number(year) })}
      >
        {(width) => (
          <PairBars
            width={width}
            pairs={pairYears(
              result.value.map((point) => ({
                year: yearIn(point),
                first: point.commitment,
                second: point.disbursement,
              })),
            )}
            write={(value) => shortAmount(value, locale)}
            words={{
              first: measureWords("commitment", t),
              second: measureWords("disbursement", t),
              missing: t("money.noAmount"),
            }}
            label={t("money.chartOf", { title, unit })}
          />
        )}
      </ChartFigure>
      {rows.below("delivery")}
    </>
  );
}
