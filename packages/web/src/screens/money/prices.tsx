import type { PricePoint } from "@kelisim/api";
import { moneyFiles, pricesQuery } from "../../api/money.ts";
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
import { writeNumber } from "../../state/format.ts";
import { shortAmount } from "../../state/money/amounts.ts";
import { pairYears } from "../../state/money/pair-years.ts";
import { rowsOf } from "../../state/money/rows-of.ts";
import { useText } from "../../texts/use-text.ts";
import type { Asked } from "./asked.tsx";
import styles from "./money.module.css";
import { Amount } from "./open-amount.tsx";
import { useRows } from "./use-rows.tsx";
import { measureWords, priceWords } from "./words.ts";

interface PartProps {
  readonly asked: Asked;
}

const yearIn = ({ keys }: { readonly keys: PricePoint["keys"] }) => Number(keys.year);

/** Prices of the year beside constant ones, as the producer gives both. */
export function Prices({ asked }: PartProps) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const rows = useRows();
  const { question, basis, choice } = asked;
  const { price: _, ...both } = question;
  const { data, error, refetch } = useAnswer(pricesQuery(region.id, { ...both, by: "year" }));
  const title = t("money.prices");
  const same = choice.bases.filter((each) => each.measure === basis.measure && each.currency === basis.currency);
  const hasBoth = same.some(({ priceYear }) => priceYear === null) && same.some(({ priceYear }) => priceYear !== null);
  if (!hasBoth)
    return (
      <Panel title={title}>
        <Empty>{t("money.noPrices")}</Empty>
      </Panel>
    );
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={6} />;
  const result = data.answers[0]?.result;
  if (result === undefined || result.value.length === 0) return null;
  // Constant prices of several years are several lines of figures: the table has all, the drawing the first.
  const first = result.value[0]!.priceYear;
  const drawn = result.value.filter(({ priceYear }) => priceYear === first);
  const unit = [measureWords(basis.measure, t), basis.currency].join(", ");
  const open = (price: number | null, keys: PricePoint["keys"]) =>
    rows.open(
      "prices",
      rowsOf({ ...question, price: price === null ? "current" : `${price}` }, keys),
      `${priceWords(price, t)}, ${keys.year}`,
    );
  const columns: readonly Column<PricePoint>[] = [
    { id: "year", title: t("money.column.year"), cell: yearIn, by: yearIn },
    {
      id: "current",
      title: priceWords(null, t),
      number: true,
      cell: ({ keys, current }) => (
        <Amount sum={current} what={`${priceWords(null, t)}, ${keys.year}`} onOpen={() => open(null, keys)} />
      ),
    },
    {
      id: "constant",
      title: t("money.column.constant"),
      number: true,
      cell: ({ keys, constant, priceYear }) => (
        <>
          <Amount
            sum={constant}
            what={`${priceWords(priceYear, t)}, ${keys.year}`}
            onOpen={() => open(priceYear, keys)}
          />
          <span className={styles.second}>{priceWords(priceYear, t)}</span>
        </>
      ),
    },
    {
      id: "deflator",
      title: t("money.column.deflator"),
      number: true,
      cell: ({ deflator }) =>
        deflator === undefined
          ? t("money.unknown")
          : writeNumber(Number(deflator), locale, { maximumFractionDigits: 1 }),
      by: ({ deflator }) => (deflator === undefined ? undefined : Number(deflator)),
    },
  ];
  return (
    <>
      <ChartFigure
        title={title}
        unit={unit}
        lines={sourceLines(result, t)}
        name="money-prices"
        files={moneyFiles(region.id, "prices", { ...both, by: "year" })}
        note={t("money.pricesNote")}
        table={
          <DataTable
            caption={t("money.asTable")}
            columns={columns}
            rows={result.value}
            keyOf={({ keys, priceYear }) => `${keys.year} ${priceYear}`}
          />
        }
        proof={<Proof proof={result} />}
        onMark={(year) => open(first, { year: Number(year) })}
      >
        {(width) => (
          <PairBars
            width={width}
            pairs={pairYears(
              drawn.map((point) => ({ year: yearIn(point), first: point.current, second: point.constant })),
            )}
            write={(value) => shortAmount(value, locale)}
            words={{ first: priceWords(null, t), second: priceWords(first, t), missing: t("money.noAmount") }}
            label={t("money.chartOf", { title, unit })}
          />
        )}
      </ChartFigure>
      {rows.below("prices")}
    </>
  );
}
