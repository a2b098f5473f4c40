import type { MoneyPoint } from "@kelisim/api";
import { moneyFiles, seriesQuery } from "../../api/money.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { BandChart, bandMarked } from "../../charts/band-chart.tsx";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { MoneyNetwork } from "../../charts/money-network.tsx";
import { SquareMatrix } from "../../charts/square-matrix.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk } from "../../shell/desk-context.ts";
import { shortAmount, shortMoney } from "../../state/money/amounts.ts";
import { bandsOf, type Link } from "../../state/money/bands.ts";
import { briefFigure } from "../../state/money/brief-figure.ts";
import { gridOf, type PairSum } from "../../state/money/grid.ts";
import { networkOf } from "../../state/money/network.ts";
import { keyOf, NOT_SAID } from "../../state/money/points.ts";
import { TIES_VIEWS, tiesView } from "../../state/money/question.ts";
import { type FigureKeys, rowsOf } from "../../state/money/rows-of.ts";
import { yearOf, yearsBetween } from "../../state/money/years.ts";
import { useText } from "../../texts/use-text.ts";
import type { Asked } from "./asked.tsx";
import { Matrix } from "./matrix-table.tsx";
import styles from "./money.module.css";
import { PointTable } from "./point-table.tsx";
import { useRows } from "./use-rows.tsx";
import { basisWords, namer } from "./words.ts";
import { YearPick } from "./year-pick.tsx";

const MOST_NODES = 12;
const MOST_ROWS = 16;
const MOST_COLUMNS = 8;
const MOST_LINES = 80;
const BANDS_HIGH = 460;
/** Pixels below which purposes are left to the table of flows: two columns are all that can be read. */
const THREE_COLUMNS = 640;

const pairsOf = (points: readonly MoneyPoint[]): readonly PairSum[] =>
  points.map(({ keys, sum }) => ({
    row: keyOf(keys.donor),
    column: keyOf(keys.recipient),
    ...(sum === undefined ? {} : { sum }),
  }));

const linksOf = (points: readonly MoneyPoint[], from: string, to: string): readonly Link[] =>
  points.map(({ keys, sum }) => ({
    from: keyOf(keys[from]),
    to: keyOf(keys[to]),
    ...(sum === undefined ? {} : { sum }),
  }));

/** Who gives to whom, and for what: as bands, as a network and as a matrix, year by year. */
export function Ties({ asked }: { readonly asked: Asked }) {
  const { t } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const { question, choice } = asked;
  const view = tiesView(address.view);
  const years = yearsBetween(choice.years, question.from, question.to);
  const year = yearOf(years, address.year);
  const ofYear = year === undefined ? question : { ...question, from: `${year}`, to: `${year}` };
  const purposes = view === "bands" && choice.keys.includes("purpose");
  const pairs = useAnswer(seriesQuery(region.id, { ...ofYear, by: "donor,recipient" }));
  const all = useAnswer(seriesQuery(region.id, { ...question, by: "donor,recipient" }));
  const onward = useAnswer(
    seriesQuery(region.id, { ...ofYear, by: purposes ? "recipient,purpose" : "donor,recipient" }),
  );
  if (!choice.keys.includes("donor")) return <Empty>{t("money.noDonors")}</Empty>;
  const error = pairs.error ?? all.error ?? onward.error;
  if (error) {
    const again = () => void Promise.all([pairs.refetch(), all.refetch(), onward.refetch()]);
    return <ErrorPanel error={error} onRetry={again} />;
  }
  if (!pairs.data || !all.data || !onward.data) return <Skeletons rows={10} />;
  const result = pairs.data.answers[0]?.result;
  if (result === undefined || all.data.answers[0]?.result.value.length === 0)
    return <Empty>{t("money.nothingFound")}</Empty>;
  return (
    <Drawn
      asked={asked}
      question={ofYear}
      year={year}
      years={years}
      names={{ ...onward.data.names, ...all.data.names, ...pairs.data.names }}
      result={result}
      whole={all.data.answers[0]?.result.value ?? []}
      onward={purposes ? (onward.data.answers[0]?.result.value ?? []) : undefined}
    />
  );
}

interface DrawnProps {
  readonly asked: Asked;
  readonly question: Asked["question"];
  readonly year: number | undefined;
  readonly years: readonly number[];
  readonly names: Parameters<typeof namer>[0];
  readonly result: Parameters<typeof Proof>[0]["proof"] & { readonly value: readonly MoneyPoint[] };
  readonly whole: readonly MoneyPoint[];
  readonly onward: readonly MoneyPoint[] | undefined;
}

function Drawn({ asked, question, year, years, names, result, whole, onward }: DrawnProps) {
  const { t, locale } = useText();
  const { region } = useDesk();
  const address = useAddress();
  const change = useChangeAddress();
  const rows = useRows();
  const { basis, choice } = asked;
  const view = tiesView(address.view);
  const when = year === undefined ? t("money.allYearsShort") : `${year}`;
  const unit = `${basisWords(basis, t)}. ${when}`;
  const donorOf = namer(names, "donor", t);
  const recipientOf = namer(names, "recipient", t);
  const purposeOf = namer(names, "purpose", t);
  const write = (value: number) => shortMoney(value, basis.currency, locale);
  const open = (keys: FigureKeys) => {
    const words = [
      keys.donor === undefined ? [] : donorOf(keyOf(keys.donor)),
      keys.recipient === undefined ? [] : recipientOf(keyOf(keys.recipient)),
      keys.purpose === undefined ? [] : purposeOf(keyOf(keys.purpose)),
      when,
    ].flat();
    rows.open("ties", rowsOf(question, keys), words.join(", "));
  };
  const keyed = (column: string, key: string) => ({ [column]: key === NOT_SAID ? null : key });
  const pairs = pairsOf(result.value);
  const grid = gridOf(pairs, MOST_ROWS, MOST_COLUMNS);
  const title = t(`money.ties.${view}`);
  const label = t("money.chartOf", { title, unit });
  const drawings = {
    bands: () => {
      const stages = [
        linksOf(result.value, "donor", "recipient"),
        ...(onward === undefined ? [] : [linksOf(onward, "recipient", "purpose")]),
      ];
      const bands = bandsOf(stages, MOST_NODES, BANDS_HIGH);
      const alone = bandsOf(stages.slice(0, 1), MOST_NODES, BANDS_HIGH);
      const columns = ["donor", "recipient", "purpose"] as const;
      const nameOf = [donorOf, recipientOf, purposeOf] as const;
      return {
        note: [
          t("money.bandsNote"),
          bands.unknown > 0 ? t("money.bandsUnknown", { count: bands.unknown }) : "",
          bands.negative > 0 ? t("money.bandsNegative", { count: bands.negative }) : "",
        ].join(" "),
        chart: (width: number) => (
          <BandChart
            width={width}
            bands={width < THREE_COLUMNS ? alone : bands}
            nameOf={(key, column) => nameOf[column]!(key)}
            write={(value) => shortAmount(value, locale)}
            heads={columns
              .slice(0, width < THREE_COLUMNS ? 2 : stages.length + 1)
              .map((column) => t(`money.column.${column}`))}
            label={label}
          />
        ),
        onMark: (mark: string) => {
          const [stage, from, to] = bandMarked(mark);
          open({
            ...(from === null ? {} : keyed(columns[stage]!, from)),
            ...(to === null ? {} : keyed(columns[stage + 1]!, to)),
          });
        },
      };
    },
    network: () => {
      const kept = gridOf(pairsOf(whole), MOST_ROWS, MOST_COLUMNS);
      const network = networkOf(pairs, kept.rows, kept.columns, MOST_LINES);
      return {
        note: `${t("money.networkNote")} ${network.left > 0 ? t("money.notDrawn", { count: network.left }) : ""}`,
        chart: (width: number) => (
          <MoneyNetwork
            width={width}
            network={network}
            nameOfRow={donorOf}
            nameOfColumn={recipientOf}
            write={write}
            greatest={network.greatest}
            label={label}
          />
        ),
        onMark: openPair,
      };
    },
    matrix: () => ({
      note: `${t("money.matrixNote")} ${grid.left > 0 ? t("money.notDrawn", { count: grid.left }) : ""}`,
      chart: (width: number) => (
        <SquareMatrix width={width} grid={grid} nameOfRow={donorOf} nameOfColumn={recipientOf} label={label} />
      ),
      onMark: openPair,
    }),
  };
  function openPair(mark: string) {
    const [donor, recipient] = JSON.parse(mark) as [string, string];
    open({ ...keyed("donor", donor), ...keyed("recipient", recipient) });
  }
  const { note, chart, onMark } = drawings[view]();
  return (
    <div className={styles.stack}>
      <ChartFigure
        title={title}
        unit={unit}
        lines={sourceLines(result, t)}
        name={`money-${view}-${year ?? "all"}`}
        files={moneyFiles(region.id, "flows", { ...question, by: "donor,recipient" })}
        aside={
          <Segments
            label={t("money.drawnAs")}
            value={view}
            choices={TIES_VIEWS.map((value) => ({ value, label: t(`money.view.${value}`) }))}
            onChange={(value) => change({ view: value === "bands" ? undefined : value }, true)}
          />
        }
        above={<YearPick years={years} year={year} withAll />}
        note={note}
        table={
          <>
            {view === "matrix" ? (
              <Matrix grid={grid} nameOfRow={donorOf} nameOfColumn={recipientOf} currency={basis.currency} />
            ) : null}
            <PointTable
              points={result.value.toSorted((a, b) => Number(b.sum ?? 0) - Number(a.sum ?? 0))}
              columns={["donor", "recipient"]}
              names={names}
              onRows={({ keys }) => open(keys)}
              figure={({ keys }) => briefFigure({ calculation: "money.series", question, keys, years: choice.years })}
            />
          </>
        }
        proof={<Proof proof={result} />}
        onMark={onMark}
      >
        {chart}
      </ChartFigure>
      {rows.below("ties")}
    </div>
  );
}
