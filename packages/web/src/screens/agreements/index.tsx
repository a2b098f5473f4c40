import type { Agreements } from "@kelisim/api";
import { agreementsQuery } from "../../api/agreements.ts";
import { tableFiles } from "../../api/table-files.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { type Filters, isFiltered, readFilters, standingCounts, writeFilters } from "../../state/agreements/filters.ts";
import { writeList } from "../../state/format.ts";
import { Sentence } from "../../texts/sentence.tsx";
import { useText } from "../../texts/use-text.ts";
import { FilterBar } from "./filter-bar.tsx";
import styles from "./list.module.css";
import { AgreementRow } from "./row.tsx";
import { STANDING } from "./words.ts";

/** All instruments of the region. */
export function Screen() {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const filters = readFilters(useAddress());
  const query = { ...asked, ...writeFilters(filters) };
  const list = useAnswer(agreementsQuery(region.id, query));
  if (list.data) return <List list={list.data} filters={filters} query={query} stale={list.isPlaceholderData} />;
  if (list.error) return <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />;
  return <Skeletons rows={10} />;
}

interface ListProps {
  readonly list: Agreements;
  readonly filters: Filters;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly stale: boolean;
}

function List({ list, filters, query, stale }: ListProps) {
  const { t, locale } = useText();
  const { region, party } = useDesk();
  const change = useChangeAddress();
  const { standpoint, items, total, found, clauses, choices } = list;
  const partyName = standpoint.partyName ?? party;
  const ways = standingCounts(choices.statuses).filter(({ value }) => value !== "no row");
  return (
    <>
      <PageHead
        title={t("agreements.title")}
        answer={
          <>
            <Sentence id="agreements.answer" values={{ total, region: region.name }} />{" "}
            {partyName === undefined || ways.length === 0
              ? null
              : t("agreements.answerParty", {
                  party: partyName,
                  ways: writeList(
                    ways.map(({ value, count }) => t("agreements.way", { way: t(STANDING[value]), count })),
                    locale,
                  ),
                })}
          </>
        }
      />
      <FilterBar filters={filters} choices={choices} onChange={(next) => change(writeFilters(next), true)} />
      <Panel
        bare
        title={
          isFiltered(filters)
            ? t("agreements.foundSome", { found, total })
            : t("agreements.foundAll", { count: found, clauses })
        }
        aside={<ExportMenu hrefs={tableFiles(region.id, "agreements", query)} />}
      >
        {items.length === 0 ? (
          <Empty>{t("agreements.none")}</Empty>
        ) : (
          <table className={styles.table} aria-busy={stale}>
            <caption className="unseen">{t("agreements.title")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("agreements.column.agreement")}</th>
                <th scope="col">{t("agreements.column.parties")}</th>
                <th scope="col">{t("agreements.column.since")}</th>
                <th scope="col">{t("agreements.column.clauses")}</th>
                <th scope="col">{partyName === undefined ? t("agreements.column.standing") : partyName}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((head) => (
                <AgreementRow key={head.id} head={head} />
              ))}
            </tbody>
          </table>
        )}
      </Panel>
      <p className={styles.fine}>{t("agreements.unofficial")}</p>
    </>
  );
}
