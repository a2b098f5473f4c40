import type { CentralityView, Ties } from "@kelisim/api";
import { chartFiles } from "../../api/table-files.ts";
import { ChartFigure } from "../../charts/chart-figure.tsx";
import { type Column, DataTable } from "../../parts/data-table.tsx";
import { LinkButton } from "../../parts/link-button.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Proof, sourceLines } from "../../parts/proof.tsx";
import { Segments } from "../../parts/segments.tsx";
import { useAddress, useChangeAddress, useStandpoint } from "../../shell/desk-context.ts";
import { dayOfYear } from "../../state/days.ts";
import { writeDay, writeNumber } from "../../state/format.ts";
import { markedYear, yearMark } from "../../state/institutions/counted.ts";
import { greatestOf, type LinePanel } from "../../state/institutions/lines.ts";
import { useText } from "../../texts/use-text.ts";
import { LineGrid } from "./line-grid.tsx";
import { OpenFigure } from "./open-figure.tsx";
import { RowsOnDay } from "./rows-on-day.tsx";
import { useInstitutionFiles } from "./use-files.ts";
import { useOpenCell } from "./use-open-cell.ts";

const MEASURES = ["degree", "strength", "eigenvector"] as const;
type Measure = (typeof MEASURES)[number];

/** States drawn at most; the table has all. */
const MOST_PANELS = 12;

/** Degree, strength and eigenvector of each state on the day. */
export function Centralities({ ties }: { readonly ties: Ties }) {
  const { t, locale } = useText();
  const { chosen, choose } = useOpenCell();
  const today = Number(ties.standpoint.today.slice(0, 4));
  const names = new Map(ties.parties.map(({ id, name }) => [id, name]));
  const columns: readonly Column<CentralityView>[] = [
    {
      id: "party",
      title: t("institutions.column.party"),
      cell: ({ party }) => (
        <OpenFigure
          of={`${today}`}
          figure={names.get(party) ?? party}
          isOpen={chosen === yearMark(party, today)}
          onOpen={() => choose(yearMark(party, today))}
        />
      ),
      by: ({ party }) => names.get(party) ?? party,
    },
    ...MEASURES.map(
      (measure): Column<CentralityView> => ({
        id: measure,
        title: `${t(`institutions.${measure}`)}: ${t(`institutions.${measure}Says`)}`,
        number: true,
        cell: ({ [measure]: value }) =>
          value === undefined
            ? t("institutions.noEigenvector")
            : writeNumber(value, locale, { maximumFractionDigits: measure === "eigenvector" ? 4 : 3 }),
        by: ({ [measure]: value }) => value,
      }),
    ),
  ];
  if (ties.nodes.length === 0) return null;
  return (
    <Panel bare title={t("institutions.centralityOn")} count={ties.nodes.length}>
      <DataTable
        caption={t("institutions.centralityOn")}
        columns={columns}
        rows={ties.nodes}
        keyOf={({ party }) => party}
        sort={{ column: "strength", direction: "desc" }}
      />
    </Panel>
  );
}

/** One measure of each state through the years, all on one scale. */
export function CentralitySeries({ ties }: { readonly ties: Ties }) {
  const { t, locale } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const files = useInstitutionFiles("centrality");
  const { chosen, choose } = useOpenCell();
  const { change: changeStandpoint } = useStandpoint();
  const [who, year] = markedYear(chosen) ?? [];
  const opened = ties.parties.find(({ id }) => id === who);
  const measure: Measure = MEASURES.find((each) => each === address.measure) ?? "eigenvector";
  const last = new Map(ties.nodes.map(({ party, strength }) => [party, strength]));
  const order = ties.parties.toSorted(
    (a, b) => Number(b.focus) - Number(a.focus) || (last.get(b.id) ?? 0) - (last.get(a.id) ?? 0),
  );
  const drawn = order.slice(0, MOST_PANELS);
  const panels = drawn.map(({ id, name }): LinePanel => ({ key: id, name, lines: [lineOf(ties, id, measure)] }));
  const write = (value: number) => writeNumber(value, locale, { maximumFractionDigits: 3 });
  const title = t("institutions.seriesTitle");
  if (panels.length === 0) return null;
  return (
    <>
      <ChartFigure
        title={title}
        unit={`${t(`institutions.${measure}`)}: ${t(`institutions.${measure}Says`)}`}
        lines={sourceLines(ties.proofs.centrality, t)}
        name={`centrality-${measure}-${ties.source.id}`}
        files={chartFiles(files)}
        aside={
          <Segments
            label={t("institutions.measure")}
            value={measure}
            choices={MEASURES.map((value) => ({ value, label: t(`institutions.${value}`) }))}
            onChange={(value) => change({ measure: value === "eigenvector" ? undefined : value }, true)}
          />
        }
        onMark={choose}
        note={[
          t("institutions.seriesGap"),
          ...(order.length > drawn.length ? [t("institutions.notDrawn", { count: order.length - drawn.length })] : []),
        ].join(" ")}
        table={<YearTable ties={ties} measure={measure} order={order} />}
        proof={<Proof proof={ties.proofs.centrality} />}
      >
        {(width) => (
          <LineGrid
            width={width}
            panels={panels}
            most={greatestOf(panels)}
            write={write}
            year={Number(ties.standpoint.today.slice(0, 4))}
            label={t("institutions.seriesLabel", { measure: t(`institutions.${measure}`) })}
          />
        )}
      </ChartFigure>
      {opened === undefined || year === undefined ? null : (
        <RowsOnDay
          key={chosen}
          title={t("institutions.rowsOfDay", {
            name: opened.name,
            date: writeDay(dayOfYear(ties.standpoint, year), locale),
          })}
          source={ties.source.id}
          query={{ party: opened.id, on: dayOfYear(ties.standpoint, year) }}
          passes={({ party }) => party === opened.id}
          note={
            <>
              {t("institutions.rowsOfDayNote")}{" "}
              <LinkButton
                className="screen-only"
                onClick={() => changeStandpoint({ on: dayOfYear(ties.standpoint, year) })}
              >
                {t("institutions.toYear", { year: `${year}` })}
              </LinkButton>
            </>
          }
          onClose={() => choose(undefined)}
        />
      )}
    </>
  );
}

function lineOf({ series }: Ties, party: string, measure: Measure): LinePanel["lines"][number] {
  const values = series.map(({ year, nodes }) => {
    const value = nodes?.find((node) => node.party === party)?.[measure];
    return value === undefined ? { year } : { year, value };
  });
  return { key: party, dashed: false, values };
}

type Year = Ties["series"][number];

function YearTable({
  ties,
  measure,
  order,
}: {
  readonly ties: Ties;
  readonly measure: Measure;
  readonly order: Ties["parties"];
}) {
  const { t, locale } = useText();
  const { chosen, choose } = useOpenCell();
  const of = ({ nodes }: Year, party: string) => nodes?.find((node) => node.party === party)?.[measure];
  const columns: readonly Column<Year>[] = [
    { id: "year", title: t("institutions.year"), cell: ({ year }) => `${year}`, by: ({ year }) => year },
    ...order.map(
      ({ id, name }): Column<Year> => ({
        id,
        title: name,
        number: true,
        cell: (row) => {
          const value = of(row, id);
          return (
            <OpenFigure
              of={`${name}, ${row.year}`}
              figure={value === undefined ? undefined : writeNumber(value, locale, { maximumFractionDigits: 3 })}
              isOpen={chosen === yearMark(id, row.year)}
              onOpen={() => choose(yearMark(id, row.year))}
            />
          );
        },
        by: (row) => of(row, id),
      }),
    ),
  ];
  return (
    <DataTable
      caption={t("institutions.seriesTitle")}
      columns={columns}
      rows={ties.series}
      keyOf={({ year }) => `${year}`}
    />
  );
}
