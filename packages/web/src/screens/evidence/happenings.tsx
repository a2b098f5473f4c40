import type { TakenHappening, TakenList } from "@kelisim/api";
import { useRef } from "react";
import { takenFiles } from "../../api/evidence.ts";
import { regionQuery } from "../../api/queries.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Action } from "../../parts/action.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { Sourced } from "../../parts/sourced.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { writeDated } from "../../state/dated.ts";
import { listQuery, NO_TAKEN_FILTERS } from "../../state/evidence/taken.ts";
import { originalLanguage } from "../../state/money/original.ts";
import type { Address } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { CountMatrix } from "./count-matrix.tsx";
import styles from "./evidence.module.css";
import { names } from "./sheet.tsx";
import { PAGE, Pages, type TakenChoice, TakenFilters } from "./taken-filters.tsx";

const LISTS = ["events", "acts"] as const;
type ListName = (typeof LISTS)[number];
const listOf = (text: string | undefined): ListName => LISTS.find((each) => each === text) ?? "events";

/** Events and acts that were taken in: how many of which state in which year, the rows, and our own beside them. */
export function Happenings() {
  const { t } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const address = useAddress();
  const change = useChangeAddress();
  const list = listOf(address.list);
  const query: Address = { ...listQuery(address), rows: String(PAGE), lang: asked.lang };
  const answer = useAnswer(regionQuery<TakenList>(region.id, `/evidence/taken/${list}`, query));
  return (
    <div className={styles.stack}>
      <div>
        <Segments
          label={t("evidence.list")}
          value={list}
          choices={LISTS.map((value) => ({ value, label: t(`evidence.list.${value}`) }))}
          onChange={(value) => change({ ...NO_TAKEN_FILTERS, list: value === "events" ? undefined : value })}
        />
      </div>
      {answer.data ? (
        <Lists list={list} data={answer.data} start={Number(query.start ?? 0)} />
      ) : answer.error ? (
        <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />
      ) : (
        <Skeletons rows={8} />
      )}
    </div>
  );
}

interface ListsProps {
  readonly list: ListName;
  readonly data: TakenList;
  readonly start: number;
}

function Lists({ list, data, start }: ListsProps) {
  const { t } = useText();
  const address = useAddress();
  const { sets, choices } = data;
  // The head of the lists, which stand below a matrix that may fill the page.
  const rows = useRef<HTMLDivElement>(null);
  const years = choices.years.map((year) => ({ value: String(year), label: String(year) }));
  const filters: readonly TakenChoice[] = [
    {
      field: "set",
      label: t("evidence.taken.set"),
      value: data.dataset ?? "",
      choices: sets.map(({ dataset, name }) => ({ value: dataset, label: name })),
    },
    {
      field: "kind",
      label: t(`evidence.kind.${list}`),
      value: address.kind ?? "",
      none: t("evidence.any"),
      choices: choices.kinds.map(({ value, count }) => ({
        value,
        label: t("evidence.choice", { what: value, count }),
      })),
    },
    {
      field: "who",
      label: t("evidence.state"),
      value: address.who ?? "",
      none: t("evidence.taken.focus"),
      choices: choices.parties.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      field: "from",
      label: t("evidence.taken.from"),
      value: address.from ?? "",
      none: t("evidence.any"),
      choices: years,
    },
    { field: "to", label: t("evidence.taken.to"), value: address.to ?? "", none: t("evidence.any"), choices: years },
  ];
  return (
    <>
      {sets.length === 0 ? null : <TakenFilters choices={filters} />}
      <CountMatrix
        data={data}
        title={t("evidence.counts")}
        onChoose={() => rows.current?.scrollIntoView({ block: "start" })}
      />
      <div ref={rows} className={styles.below}>
        <Taken list={list} data={data} start={start} />
      </div>
      <Own list={list} data={data} />
    </>
  );
}

const useColumns = () => {
  const { t, locale, language } = useText();
  const day = ({ date, end }: TakenHappening) =>
    date === undefined
      ? t("evidence.noDate")
      : end === undefined || end === date
        ? writeDated(date, locale)
        : t("evidence.days", { from: writeDated(date, locale), to: writeDated(end, locale) });
  return <Row extends TakenHappening>(): readonly Column<Row>[] => [
    { id: "date", title: t("evidence.date"), cell: day, by: (row) => row.date },
    {
      id: "what",
      title: t("evidence.what"),
      cell: (row) => (
        <>
          <span lang={originalLanguage(row.title ?? row.what, language)}>{row.title ?? row.what}</span>
          <small className={styles.small} lang={originalLanguage(row.what, language)}>
            {[row.title === undefined ? row.id : row.what, row.place, row.written].filter(Boolean).join("; ")}
          </small>
        </>
      ),
      by: (row) => row.what,
    },
    { id: "parties", title: t("evidence.states"), cell: (row) => names(row.parties), by: (row) => names(row.parties) },
  ];
};

function Taken({ list, data, start }: ListsProps) {
  const { t } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const { start: _, ...query } = listQuery(useAddress());
  const shared = useColumns();
  const { items, of, made, dataset } = data;
  const deaths = ({ deaths: best, deathsLow: low, deathsHigh: high }: TakenHappening) =>
    best === undefined && low === undefined
      ? ""
      : [best, low === undefined || high === undefined ? undefined : `(${low}\u2013${high})`]
          .filter((each) => each !== undefined)
          .join(" ");
  const columns: readonly Column<TakenHappening>[] = [
    ...shared<TakenHappening>(),
    ...(items.some((item) => item.deaths !== undefined || item.deathsLow !== undefined)
      ? [
          {
            id: "deaths",
            title: t("evidence.deaths"),
            number: true,
            cell: deaths,
            by: (row: TakenHappening) => row.deaths,
          },
        ]
      : []),
    {
      id: "place",
      title: t("evidence.readFrom"),
      cell: ({ file = "", row = 0 }) => t("evidence.taken.place", { file, row }),
    },
  ];
  return (
    <Panel
      bare
      title={t(`evidence.taken.${list}`)}
      count={of}
      aside={
        <span className="screen-only">
          {dataset === undefined
            ? null
            : takenFiles(region.id, list, { ...query, dataset, lang: asked.lang }).map(([format, href]) => (
                <Action key={format} look="quiet" href={href} download>
                  {format}
                </Action>
              ))}
        </span>
      }
    >
      {data.sets.length === 0 ? (
        <Empty>{t("evidence.taken.none", { what: list })}</Empty>
      ) : items.length === 0 ? (
        <Empty>{t("evidence.taken.noneFound")}</Empty>
      ) : (
        <DataTable
          caption={t(`evidence.taken.${list}`)}
          columns={columns}
          rows={items}
          keyOf={({ holding, row }) => `${holding} ${row}`}
        />
      )}
      <div className={styles.pages}>
        <Pages start={start} rows={items.length} of={of} />
      </div>
      {made === undefined ? null : <Proof proof={made} />}
    </Panel>
  );
}

/** Rows shown of our own table; the others are a year or a state away. */
const MOST_OWN = 100;

function Own({ list, data }: Omit<ListsProps, "start">) {
  const { t } = useText();
  const shared = useColumns();
  type Row = TakenList["curated"][number];
  const rows = data.curated.slice(0, MOST_OWN);
  const columns: readonly Column<Row>[] = [
    ...shared<Row>(),
    { id: "source", title: t("cooperation.source"), cell: (row) => <Sourced {...row} />, by: (row) => row.source },
  ];
  return (
    <Panel bare title={t(`evidence.own.${list}`)} count={data.curated.length}>
      <p className={styles.note}>
        {t("evidence.own.note")}
        {data.curated.length > rows.length ? ` ${t("evidence.own.more", { shown: rows.length })}` : null}
      </p>
      {rows.length === 0 ? (
        <Empty>{t("evidence.taken.noneFound")}</Empty>
      ) : (
        <DataTable
          caption={t(`evidence.own.${list}`)}
          columns={columns}
          rows={rows}
          keyOf={(row) => `${row.id} ${row.what} ${row.date} ${row.parties.map(({ id }) => id).join()} ${row.source}`}
        />
      )}
    </Panel>
  );
}
