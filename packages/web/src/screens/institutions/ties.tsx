import type { Circle, Ties } from "@kelisim/api";
import { lazy, Suspense } from "react";
import { chartFiles } from "../../api/table-files.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { Segments } from "../../parts/segments.tsx";
import { Skeletons } from "../../parts/skeletons.tsx";
import { useAddress, useChangeAddress } from "../../shell/desk-context.ts";
import { CIRCLES } from "../../state/cooperation/circles.ts";
import { pairMark } from "../../state/cooperation/network-lines.ts";
import { networkHeight } from "../../state/cooperation/network-places.ts";
import { writeDated } from "../../state/dated.ts";
import { writeNumber } from "../../state/format.ts";
import { tieLines } from "../../state/institutions/tie-lines.ts";
import { useText } from "../../texts/use-text.ts";
import { Centralities, CentralitySeries } from "./centrality.tsx";
import { Frame } from "./frame.tsx";
import styles from "./institutions.module.css";
import { usePairColumn } from "./pair-column.tsx";
import { RowsOnDay } from "./rows-on-day.tsx";
import { SourcePick } from "./source-pick.tsx";
import { useInstitutionFiles } from "./use-files.ts";
import { useOpenCell } from "./use-open-cell.ts";
import { useTies } from "./use-ties.ts";
import { sourceWords } from "./words.ts";

const NetworkDrawing = lazy(() => import("../../parts/network-drawing.tsx"));

/** States tied by shared organisations: a network on the day, centralities on the day and through the years. */
export function TiesPart() {
  const answer = useTies();
  if (answer.data) return <Page ties={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={10} />;
}

type Edge = Ties["edges"][number];

function Page({ ties }: { readonly ties: Ties }) {
  const { t, locale } = useText();
  const address = useAddress();
  const { chosen, choose } = useOpenCell();
  const open = ties.edges.find((edge) => pairMark(edge) === chosen);
  const circle: Circle = CIRCLES.find((each) => each === address.states) ?? "near";
  const files = useInstitutionFiles("membership-overlap");
  const names = new Map(ties.parties.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const columns: readonly Column<Edge>[] = [
    usePairColumn<Edge>(nameOf),
    {
      id: "shared",
      title: t("institutions.shared"),
      number: true,
      cell: ({ organisations }) => t("institutions.sharedCount", { count: organisations.length }),
      by: ({ organisations }) => organisations.length,
    },
    {
      id: "weight",
      title: t("institutions.weight"),
      number: true,
      cell: ({ weight }) => writeNumber(weight, locale, { maximumFractionDigits: 3 }),
      by: ({ weight }) => weight,
    },
  ];
  const title = t("institutions.network");
  return (
    <Frame
      standpoint={ties.standpoint}
      years={ties.years}
      answer={
        ties.beyond
          ? t("institutions.beyond", { date: writeDated(ties.source.listsAllTo ?? "", locale) })
          : `${sourceWords(ties.source, t)}: ${t("institutions.networkLabel", {
              parties: ties.nodes.length,
              edges: ties.edges.length,
            })}.`
      }
    >
      <TieFilters ties={ties} circle={circle} />
      <ChartFigure
        title={title}
        unit={t("institutions.networkUnit")}
        lines={sourceLines(ties.proofs.centrality, t)}
        name={`network-${ties.source.id}-${ties.standpoint.today}`}
        files={chartFiles(files)}
        note={[t("institutions.weightingNote"), ...(ties.edges.length === 0 ? [t("institutions.noTies")] : [])].join(
          " ",
        )}
        table={
          ties.edges.length === 0 ? (
            <Empty>{t("institutions.noTies")}</Empty>
          ) : (
            <DataTable
              caption={title}
              columns={columns}
              rows={ties.edges}
              keyOf={pairMark}
              sort={{ column: "weight", direction: "desc" }}
            />
          )
        }
        proof={<Proof proof={ties.proofs.centrality} />}
        onMark={choose}
      >
        {(width) => (
          <Suspense fallback={<Skeletons rows={6} />}>
            <NetworkDrawing
              parties={ties.parties}
              ever={ties.ever}
              lines={tieLines(ties, (value) => writeNumber(value, locale, { maximumFractionDigits: 3 }))}
              width={width}
              height={networkHeight(width)}
              {...(open === undefined ? {} : { pair: [open.a, open.b] as const })}
              label={t("institutions.networkLabel", { parties: ties.parties.length, edges: ties.edges.length })}
            />
          </Suspense>
        )}
      </ChartFigure>
      {open === undefined ? null : (
        <RowsOnDay
          key={chosen}
          title={t("institutions.rowsOfPair", { a: nameOf(open.a), b: nameOf(open.b) })}
          source={ties.source.id}
          query={{ states: circle }}
          passes={({ party, organisation }) =>
            (party === open.a || party === open.b) && open.organisations.includes(organisation)
          }
          onClose={() => choose(undefined)}
        />
      )}
      <Centralities ties={ties} />
      <CentralitySeries ties={ties} />
    </Frame>
  );
}

/** Source, weighting and circle; all of them stand in the address. */
export function TieFilters({
  ties,
  circle,
  children,
}: {
  readonly ties: Ties;
  readonly circle: Circle;
  readonly children?: React.ReactNode;
}) {
  const { t } = useText();
  const change = useChangeAddress();
  return (
    <form className={`${styles.filters} screen-only`} onSubmit={(event) => event.preventDefault()}>
      <SourcePick
        label={t("institutions.source")}
        sources={ties.sources}
        value={ties.source.id}
        onPick={(source) => change({ source, cell: undefined })}
      />
      {children ?? (
        <span className={styles.field}>
          <span>{t("institutions.weighting")}</span>
          <Segments
            label={t("institutions.weighting")}
            value={ties.weighting}
            choices={(["count", "size"] as const).map((value) => ({
              value,
              label: t(`institutions.weighting.${value}`),
            }))}
            onChange={(value) => change({ weighting: value === "count" ? undefined : value })}
          />
        </span>
      )}
      <span className={styles.field}>
        <span>{t("institutions.circle")}</span>
        <Segments
          label={t("institutions.circle")}
          value={circle}
          choices={CIRCLES.map((value) => ({ value, label: t(`cooperation.circle.${value}`) }))}
          onChange={(value) => change({ states: value === "near" ? undefined : value, cell: undefined })}
        />
      </span>
    </form>
  );
}
