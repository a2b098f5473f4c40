import type { EndingEvidence, Evidence, FigureEvidence, Named, Recommendation, TaskEvidence } from "@kelisim/api";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Differing } from "../../parts/differing.tsx";
import { Empty } from "../../parts/empty.tsx";
import type { ExportFormat } from "../../parts/export-menu.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { writeDated } from "../../state/dated.ts";
import {
  ENDING_WORDS,
  FIGURE_WORDS,
  MONEY_WORDS,
  moneyChoices,
  RECOMMENDATION_WORDS,
  type Shown,
  WHY_WORDS,
} from "../../state/evidence/words.ts";
import { writeList, writeNumber } from "../../state/format.ts";
import type { SortOrder } from "../../state/sort-rows.ts";
import { useText } from "../../texts/use-text.ts";
import styles from "./evidence.module.css";
import { Choice } from "./filter-bar.tsx";
import { Made } from "./made.tsx";
import { ShownState } from "./shown-state.tsx";

export interface ListProps {
  readonly data: Evidence;
  readonly exports: Partial<Readonly<Record<ExportFormat, string>>>;
}

interface SheetProps<Row> {
  readonly title: string;
  readonly note: ReactNode;
  readonly made: ReactNode;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly exports: ListProps["exports"];
  readonly sort?: SortOrder;
  /** What narrows the list. */
  readonly filter?: ReactNode;
}

/** One list in a panel: what it says, its rows, how it was made. */
function Sheet<Row>({ title, note, made, rows, columns, keyOf, exports, sort, filter }: SheetProps<Row>) {
  const { t } = useText();
  return (
    <Panel bare title={title} count={rows.length}>
      <p className={styles.note}>{note}</p>
      {filter === undefined ? null : <div className={styles.filter}>{filter}</div>}
      {rows.length === 0 ? (
        <Empty>{t("evidence.noRows")}</Empty>
      ) : (
        <DataTable caption={title} columns={columns} rows={rows} keyOf={keyOf} exports={exports} sort={sort} />
      )}
      {made}
    </Panel>
  );
}

const names = (all: readonly Named[]): string => all.map(({ name }) => name).join(", ");

const useStateColumn = <Row extends { readonly state: string }>(words: Readonly<Record<Row["state"], Shown>>) => {
  const { t } = useText();
  return (title: string): Column<Row> => ({
    id: "state",
    title,
    cell: (row) => <ShownState state={words[row.state as Row["state"]]} />,
    by: (row) => t(words[row.state as Row["state"]].text),
  });
};

/** Figures of the region: all that is said of one indicator, state and period beside each other. */
export function Indicators({ data, exports }: ListProps) {
  const { t, locale } = useText();
  const state = useStateColumn<FigureEvidence>(FIGURE_WORDS);
  const { items, made } = data.indicators;
  const written = ({ value, unit }: FigureEvidence["figures"][number]) =>
    value === undefined
      ? t("evidence.valueUnknown")
      : String(Number(value)) === value
        ? `${writeNumber(Number(value), locale)}\u00A0${unit ?? ""}`.trim()
        : value;
  const proof = (figure: FigureEvidence["figures"][number]) => (
    <>
      <Sourced {...figure} />
      {figure.note === undefined ? null : <small className={styles.small}>{figure.note}</small>}
    </>
  );
  const columns: readonly Column<FigureEvidence>[] = [
    {
      id: "indicator",
      title: t("evidence.indicator"),
      cell: (row) => row.indicator,
      by: (row) => row.indicator,
    },
    { id: "party", title: t("evidence.state"), cell: (row) => row.party.name, by: (row) => row.party.name },
    { id: "period", title: t("evidence.years"), cell: (row) => row.period, by: (row) => row.period },
    {
      id: "figures",
      title: t("evidence.figures"),
      cell: (row) =>
        row.figures.length === 1 ? (
          row.figures.map((figure) => (
            <div key={figure.id}>
              <b>{written(figure)}</b> {proof(figure)}
            </div>
          ))
        ) : (
          <Differing values={row.figures.map((figure) => ({ value: written(figure), source: proof(figure) }))} />
        ),
    },
    state(t("evidence.standing")),
  ];
  return (
    <Sheet
      title={t("evidence.tab.indicators")}
      note={t("evidence.indicators.note", {
        count: items.filter((item) => item.state === "differ").length,
        unknown: items.filter((item) => item.state === "no value").length,
      })}
      made={<Made made={made} rule="evidence.rule.indicators" />}
      rows={items}
      columns={columns}
      keyOf={(row) => `${row.indicator}~${row.party.id}~${row.period}`}
      exports={exports}
    />
  );
}

/** What sources recommend, and what is recorded of it. */
export function Recommendations({ data, exports }: ListProps) {
  const { t } = useText();
  const state = useStateColumn<Recommendation>(RECOMMENDATION_WORDS);
  const { items, made } = data.recommendations;
  const columns: readonly Column<Recommendation>[] = [
    {
      id: "claim",
      title: t("evidence.recommendation"),
      cell: (row) => (
        <>
          {row.claim}
          {row.check === undefined ? null : (
            <small className={styles.small}>{t("evidence.check", { text: row.check })}</small>
          )}
        </>
      ),
    },
    { id: "subject", title: t("evidence.about"), cell: (row) => row.subject ?? "", by: (row) => row.subject },
    { id: "period", title: t("evidence.years"), cell: (row) => row.period ?? "", by: (row) => row.period },
    state(t("evidence.standing")),
    {
      id: "source",
      title: t("cooperation.source"),
      cell: (row) => <Sourced {...row} source={row.location ? `${row.source}, ${row.location}` : row.source} />,
      by: (row) => row.source,
    },
  ];
  return (
    <Sheet
      title={t("evidence.tab.recommendations")}
      note={t("evidence.recommendations.note", {
        count: items.filter((item) => item.state === "nothing known").length,
      })}
      made={<Made made={made} rule="evidence.rule.recommendations" />}
      rows={items}
      columns={columns}
      keyOf={({ id }) => id}
      exports={exports}
    />
  );
}

/** Undertakings and duties, with the money that the table of programmes has for their threats. */
export function Tasks({ data, exports }: ListProps) {
  const { t, locale } = useText();
  const address = useAddress();
  const changeAddress = useChangeAddress();
  const { items, made } = data.tasks;
  const choices = moneyChoices(items.map((item) => item.state));
  const money = choices.find(({ state }) => state === address.money)?.state;
  const columns: readonly Column<TaskEvidence>[] = [
    {
      id: "task",
      title: t("evidence.task"),
      cell: (row) => (
        <>
          {row.text}
          <small className={styles.small}>
            {t(row.of === "undertaking" ? "evidence.task.undertaking" : "evidence.task.duty")}
            {row.agreement === undefined ? null : (
              <>
                {", "}
                <Link to="/agreements/$id" params={{ id: row.agreement.id }} hash={row.clause}>
                  {row.agreement.name}, {row.clause}
                </Link>
              </>
            )}
          </small>
        </>
      ),
      by: (row) => row.of,
    },
    { id: "by", title: t("evidence.by"), cell: (row) => names(row.by) },
    {
      id: "due",
      title: t("evidence.due"),
      cell: (row) => (row.due === undefined ? t("evidence.noDue") : writeDated(row.due, locale)),
      by: (row) => row.due,
    },
    {
      id: "money",
      title: t("evidence.moneyBehind"),
      cell: (row) => (
        <>
          <ShownState state={MONEY_WORDS[row.state]} />
          <small className={styles.small}>{names([...row.withBudget, ...row.budgetUnknown, ...row.perhaps])}</small>
          {row.through === undefined ? null : (
            <small className={styles.small}>
              {t(row.through === "clause" ? "evidence.through.clause" : "evidence.through.agreement", {
                threats: names(row.threats),
              })}
            </small>
          )}
        </>
      ),
      by: (row) => t(MONEY_WORDS[row.state].text),
    },
    { id: "source", title: t("cooperation.source"), cell: (row) => <Sourced {...row} />, by: (row) => row.source },
  ];
  const shown = items.filter((item) => money === undefined || item.state === money);
  const known = items.filter((item) => item.state === "budget known").length;
  return (
    <Sheet
      title={t("evidence.tab.tasks")}
      note={t("evidence.tasks.note", { count: items.length, known })}
      filter={
        <Choice
          label={t("evidence.moneyBehind")}
          value={money}
          choices={choices.map(({ state, count }) => ({
            id: state,
            name: t(MONEY_WORDS[state].text),
            count,
          }))}
          onChange={(next) => changeAddress({ money: next }, true)}
        />
      }
      made={<Made made={made} rule="evidence.rule.tasks" />}
      rows={shown}
      columns={columns}
      keyOf={(row) => `${row.of}~${row.id}`}
      exports={exports}
    />
  );
}

/** How many of those that go on with a programme are named; the others are counted. */
const SHOWN = 2;

/** Programmes that are over or end within a year, and who goes on with their work. */
export function Endings({ data, exports }: ListProps) {
  const { t, locale } = useText();
  const { items, made, by, withoutOwner } = data.endings;
  const columns: readonly Column<EndingEvidence>[] = [
    {
      id: "programme",
      title: t("evidence.programme"),
      cell: (row) => (
        <>
          {row.programme.name}
          <small className={styles.small}>{names(row.countries)}</small>
        </>
      ),
      by: (row) => row.programme.name,
    },
    { id: "donors", title: t("evidence.donors"), cell: (row) => names(row.donors), by: (row) => names(row.donors) },
    {
      id: "end",
      title: t("evidence.end"),
      cell: (row) => (
        <>
          {writeDated(row.end, locale)}
          {row.certain ? null : <small className={styles.small}>{t("evidence.coarseEnd")}</small>}
        </>
      ),
      by: (row) => row.end,
    },
    {
      id: "amount",
      title: t("evidence.amount"),
      number: true,
      cell: (row) =>
        row.amount === undefined
          ? t("evidence.amountUnknown")
          : `${writeNumber(row.amount, locale)}\u00A0${row.currency ?? ""}`,
      by: (row) => (row.amount === undefined ? undefined : Number(row.amount)),
    },
    {
      id: "state",
      title: t("evidence.goesOn"),
      cell: (row) => (
        <>
          <ShownState state={ENDING_WORDS[row.state]} />
          {row.successors.slice(0, SHOWN).map((other) => (
            <small key={other.id} className={styles.small}>
              {other.name} ({t(WHY_WORDS[other.why])}
              {other.begins === undefined ? null : `, ${writeDated(other.begins, locale)}`})
            </small>
          ))}
          {row.successors.length > SHOWN ? (
            <small className={styles.small}>
              {t("evidence.moreSuccessors", { count: row.successors.length - SHOWN })}
            </small>
          ) : null}
        </>
      ),
      by: (row) => t(ENDING_WORDS[row.state].text),
    },
    { id: "source", title: t("cooperation.source"), cell: (row) => <Sourced {...row} />, by: (row) => row.source },
  ];
  const sums = withoutOwner.map(({ currency, least, greatest }) =>
    least === greatest
      ? `${writeNumber(least, locale)}\u00A0${currency}`
      : t("evidence.between", { least: writeNumber(least, locale), greatest: writeNumber(greatest, locale), currency }),
  );
  return (
    <Sheet
      title={t("evidence.tab.endings")}
      note={t("evidence.endings.note", {
        date: writeDated(by, locale),
        count: items.filter((item) => item.state !== "followed").length,
        sums: sums.length === 0 ? t("evidence.amountUnknown") : writeList(sums, locale),
      })}
      made={<Made made={made} rule="evidence.rule.endings" />}
      rows={items}
      sort={{ column: "end", direction: "desc" }}
      columns={columns}
      keyOf={({ programme }) => programme.id}
      exports={exports}
    />
  );
}
