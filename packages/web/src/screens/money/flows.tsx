import type { MoneyPoint } from "@kelisim/api";
import { moneyFiles, seriesQuery } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { MOST_PARTS } from "../../charts/chart.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { RankedBars } from "../../charts/ranked-bars.tsx";
import { SmallBars } from "../../charts/small-bars.tsx";
import { markedBy, YearBars } from "../../charts/year-bars.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { shortAmount, shortMoney } from "../../state/money/amounts.ts";
import { briefFigure } from "../../state/money/brief-figure.ts";
import { isAloneByCode, keyOf, NOT_SAID, ranked, yearSums } from "../../state/money/points.ts";
import { splitOf, splitsOf } from "../../state/money/question.ts";
import { type FigureKeys, rowsOf } from "../../state/money/rows-of.ts";
import { stackYears } from "../../state/money/stack.ts";
import { useText } from "../../texts/use-text.ts";
import type { Asked } from "./asked.tsx";
import styles from "./money.module.css";
import { PointTable } from "./point-table.tsx";
import { useRows } from "./use-rows.tsx";
import { basisWords, namer } from "./words.ts";

const MOST_RANKED = 15;
const MOST_SMALL = 9;

/** Money by year, divided as chosen; each part beside the others; who has most. */
export function Flows({ asked }: { readonly asked: Asked }) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const change = useChangeAddress();
  const { choice, basis, question } = asked;
  const split = splitOf(choice, address);
  const by = split === undefined ? "year" : `year,${split}`;
  const series = useAnswer(seriesQuery(region.id, { ...question, by }));
  const whole = useAnswer(seriesQuery(region.id, { ...question, by: split ?? "year" }));
  const rows = useRows();
  if (series.error || whole.error)
    return <ErrorPanel error={series.error ?? whole.error} onRetry={() => void series.refetch()} />;
  if (!series.data || !whole.data) return <Skeletons rows={8} />;
  const figure = series.data.answers[0]?.result;
  const totals = whole.data.answers[0]?.result;
  if (figure === undefined || figure.value.length === 0) return <Empty>{t("money.nothingFound")}</Empty>;

  const column = split ?? "year";
  const nameOf = namer({ ...whole.data.names, ...series.data.names }, column, t);
  const sums = yearSums(figure.value, column);
  const stacks = stackYears(split === undefined ? sums.map((sum) => ({ ...sum, key: "all" })) : sums, MOST_PARTS);
  const unit = basisWords(basis, t);
  const lines = sourceLines(figure, t);
  const order = ranked(totals?.value ?? []);
  const small = order.map(({ keys }) => keyOf(keys[column])).slice(0, MOST_SMALL);
  const domain = smallDomain(figure.value, column, small);
  const names = { ...whole.data.names, ...series.data.names };
  const open = (at: string, keys: FigureKeys, columns: readonly string[]) =>
    rows.open(at, rowsOf(question, keys), columns.map((each) => namer(names, each, t)(keyOf(keys[each]))).join(", "));
  const figureAmong = (points: readonly MoneyPoint[]) => (point: MoneyPoint) =>
    isAloneByCode(point, points)
      ? briefFigure({ calculation: "money.series", question, keys: point.keys, years: choice.years })
      : undefined;
  const openYear = (at: string) => (mark: string) => {
    const [year, key] = markedBy(mark);
    const own = split === undefined ? {} : { [split]: key === NOT_SAID ? null : key };
    open(at, { year, ...own }, split === undefined ? ["year"] : ["year", split]);
  };
  const splits = splitsOf(choice);
  return (
    <div className={styles.stack}>
      <ChartFigure
        title={t("money.byYear")}
        unit={unit}
        lines={lines}
        name={`money-${by.replace(",", "-")}`}
        files={moneyFiles(region.id, "flows", { ...question, by })}
        aside={
          split !== undefined && splits.length > 1 ? (
            <Segments
              label={t("money.split")}
              value={split}
              choices={splits.map((value) => ({ value, label: t(`money.split.${value}`) }))}
              onChange={(value) => change({ split: value }, true)}
            />
          ) : undefined
        }
        table={
          <PointTable
            points={figure.value}
            columns={split === undefined ? ["year"] : ["year", split]}
            names={names}
            onRows={({ keys }) => open("years", keys, split === undefined ? ["year"] : ["year", split])}
            figure={figureAmong(figure.value)}
          />
        }
        proof={<Proof proof={figure} />}
        onMark={openYear("years")}
      >
        {(width) => (
          <YearBars
            width={width}
            stacks={stacks}
            nameOf={nameOf}
            write={(value) => shortAmount(value, locale)}
            missing={t("money.noAmount")}
            label={t("money.chartOf", { title: t("money.byYear"), unit })}
          />
        )}
      </ChartFigure>
      {rows.below("years")}
      {split === undefined || totals === undefined || order.length === 0 ? null : (
        <>
          <ChartFigure
            title={t(`money.rank.${split}`)}
            unit={`${unit}. ${t("money.allYears")}`}
            lines={sourceLines(totals, t)}
            name={`money-${split}`}
            files={moneyFiles(region.id, "flows", { ...question, by: split })}
            note={order.length > MOST_RANKED ? t("money.notDrawn", { count: order.length - MOST_RANKED }) : undefined}
            table={
              <PointTable
                points={totals.value}
                columns={[split]}
                names={names}
                onRows={({ keys }) => open("rank", keys, [split])}
                figure={figureAmong(totals.value)}
              />
            }
            proof={<Proof proof={totals} />}
            onMark={(key) => open("rank", { [split]: key === NOT_SAID ? null : key }, [split])}
          >
            {(width) => (
              <RankedBars
                width={width}
                label={t("money.chartOf", { title: t(`money.rank.${split}`), unit })}
                rows={order.slice(0, MOST_RANKED).map(({ keys, sum }) => ({
                  key: keyOf(keys[column]),
                  name: nameOf(keyOf(keys[column])),
                  value: Number(sum),
                  text: shortMoney(sum, basis.currency, locale),
                }))}
              />
            )}
          </ChartFigure>
          {rows.below("rank")}
          {small.length > 1 ? (
            <ChartFigure
              title={t("money.small")}
              unit={unit}
              lines={lines}
              name={`money-each-${split}`}
              files={moneyFiles(region.id, "flows", { ...question, by })}
              note={t("money.smallNote")}
              table={
                <PointTable
                  points={figure.value.filter(({ keys }) => small.includes(keyOf(keys[column])))}
                  columns={[split, "year"]}
                  names={names}
                  onRows={({ keys }) => open("small", keys, [split, "year"])}
                  figure={figureAmong(figure.value)}
                />
              }
              proof={<Proof proof={figure} />}
              onMark={openYear("small")}
            >
              {(width) => (
                <SmallBars
                  width={width}
                  parts={small.map((key) => ({
                    key,
                    name: nameOf(key),
                    stacks: stackYears(alone(figure.value, column, key), 1),
                  }))}
                  domain={domain}
                  write={(value) => shortAmount(value, locale)}
                  label={t("money.chartOf", { title: t("money.small"), unit })}
                />
              )}
            </ChartFigure>
          ) : null}
          {rows.below("small")}
        </>
      )}
    </div>
  );
}

/** One part by itself over all years of the whole, so that its gaps stand at the same place as elsewhere. */
function alone(points: readonly MoneyPoint[], column: string, key: string) {
  const own = yearSums(points, column);
  const years = new Set(own.map(({ year }) => year));
  const mine = own.filter((sum) => sum.key === key);
  const known = new Set(mine.map(({ year }) => year));
  return [...mine, ...[...years].filter((year) => !known.has(year)).map((year) => ({ year, key }))];
}

/** Ends of the scale that all small drawings share. */
function smallDomain(
  points: readonly MoneyPoint[],
  column: string,
  keys: readonly string[],
): readonly [number, number] {
  const values = yearSums(points, column).flatMap(({ key, sum }) =>
    sum !== undefined && keys.includes(key) && key !== NOT_SAID ? [Number(sum)] : [],
  );
  return [Math.min(0, ...values), Math.max(0, ...values)];
}
