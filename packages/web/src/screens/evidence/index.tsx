import type { Evidence } from "@kelisim/api";
import { regionQuery } from "../../api/queries.ts";
import { tableFiles } from "../../api/table-files.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { CoverageNote } from "../../parts/coverage-note.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { ExportMenu } from "../../parts/export-menu.tsx";
import { PageHead } from "../../parts/page-head.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof } from "../../parts/proof.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { StandpointBar } from "../../parts/standpoint-bar.tsx";
import { useAddress, useChangeAddress, useDesk, useStandpoint } from "../../shell/desk-context.ts";
import { isFiltered, readFilters, readTab, TABS, type Tab, writeFilters } from "../../state/evidence/filters.ts";
import { NO_TAKEN_FILTERS } from "../../state/evidence/taken.ts";
import type { Address } from "../../state/standpoint.ts";
import { useText } from "../../texts/use-text.ts";
import { Claim } from "./claim.tsx";
import { Endings } from "./endings.tsx";
import styles from "./evidence.module.css";
import { FilterBar } from "./filter-bar.tsx";
import { Happenings } from "./happenings.tsx";
import { Indicators } from "./indicators.tsx";
import { Interviews } from "./interviews.tsx";
import { Printed } from "./printed.tsx";
import { Recommendations } from "./recommendations.tsx";
import { TakenFigures } from "./taken-figures.tsx";
import { Tasks } from "./tasks.tsx";

/** What sources say of the region, and what stands behind it. */
export function Screen() {
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const filters = readFilters(useAddress());
  const query = { ...asked, ...writeFilters(filters) };
  const answer = useAnswer(regionQuery<Evidence>(region.id, "/evidence", query));
  if (answer.data) return <Page data={answer.data} query={query} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={10} />;
}

/** The table of the region behind each list, of which it is said what it covers. */
const COVERED: Readonly<Record<Tab, string | undefined>> = {
  claims: "claims",
  indicators: "indicators",
  figures: "same_figures",
  happenings: "timeline",
  recommendations: "decisions",
  interviews: undefined,
  tasks: "undertakings",
  endings: "programmes",
};

interface PageProps {
  readonly data: Evidence;
  readonly query: Address;
}

function Page({ data, query }: PageProps) {
  const { t } = useText();
  const { region } = useDesk();
  const { asked } = useStandpoint();
  const tab = readTab(useAddress());
  const changeAddress = useChangeAddress();
  const { claims } = data;
  const counts = Object.fromEntries(claims.states.map(({ value, count }) => [value, count]));
  const covered = COVERED[tab];
  const list = (table: string, narrowed = asked) => ({ data, exports: tableFiles(region.id, table, narrowed) });
  return (
    <>
      <StandpointBar standpoint={data.standpoint} paperOnly />
      <PageHead
        title={t("evidence.title")}
        answer={t("evidence.answer", {
          total: claims.total,
          supported: counts.supported ?? 0,
          contradicted: counts.contradicted ?? 0,
          nothing: counts["nothing that counts"] ?? 0,
        })}
      />
      <div className={styles.tabs}>
        <Segments
          label={t("evidence.tabs")}
          value={tab}
          choices={TABS.map((value) => ({ value, label: t(`evidence.tab.${value}`) }))}
          onChange={(value) =>
            changeAddress({ ...NO_TAKEN_FILTERS, cell: undefined, tab: value === "claims" ? undefined : value })
          }
        />
      </div>
      {tab === "claims" ? <Claims {...list("claims", query)} /> : null}
      {tab === "indicators" ? (
        <div className={styles.stack}>
          <Indicators {...list("indicators")} />
          <Printed data={data} />
        </div>
      ) : null}
      {tab === "figures" ? <TakenFigures /> : null}
      {tab === "happenings" ? <Happenings /> : null}
      {tab === "interviews" ? <Interviews /> : null}
      {tab === "recommendations" ? <Recommendations {...list("recommendations")} /> : null}
      {tab === "tasks" ? <Tasks {...list("task-money")} /> : null}
      {tab === "endings" ? <Endings {...list("endings")} /> : null}
      <div className={styles.coverage}>
        {covered === undefined ? null : <CoverageNote coverage={data.coverage} table={covered} />}
      </div>
    </>
  );
}

function Claims({ data, exports }: { readonly data: Evidence; readonly exports: Readonly<Record<string, string>> }) {
  const { t } = useText();
  const address = useAddress();
  const changeAddress = useChangeAddress();
  const { items, total, made } = data.claims;
  const filters = readFilters(address);
  const title = isFiltered(filters)
    ? t("evidence.foundSome", { found: items.length, total })
    : t("evidence.foundAll", { count: total });
  return (
    <>
      {total === 0 ? null : (
        <FilterBar
          filters={filters}
          claims={data.claims}
          onChange={(next) => changeAddress(writeFilters(next), true)}
        />
      )}
      <Panel bare title={title} aside={<ExportMenu hrefs={exports} />}>
        <p className={styles.note}>{t("evidence.claims.note")}</p>
        {items.length === 0 ? <Empty>{t(total === 0 ? "evidence.noRows" : "evidence.noneFound")}</Empty> : null}
        <ul className={styles.claims} aria-label={t("evidence.tab.claims")}>
          {items.map((claim) => (
            <Claim
              key={claim.id}
              claim={claim}
              open={address.claim === claim.id}
              onTurn={() => changeAddress({ claim: address.claim === claim.id ? undefined : claim.id }, true)}
            />
          ))}
        </ul>
        <Proof proof={made} />
      </Panel>
    </>
  );
}
