import type { Circle, Ties } from "@kelisim/api";
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
import { writeDated } from "../../state/dated.ts";
import { writeNumber } from "../../state/format.ts";
import { useText } from "../../texts/use-text.ts";
import { Frame } from "./frame.tsx";
import styles from "./institutions.module.css";
import { OverlapDrawing } from "./overlap-drawing.tsx";
import { usePairColumn } from "./pair-column.tsx";
import { RowsOnDay } from "./rows-on-day.tsx";
import { TieFilters } from "./ties.tsx";
import { useInstitutionFiles } from "./use-files.ts";
import { useOpenCell } from "./use-open-cell.ts";
import { useTies } from "./use-ties.ts";
import { sourceWords } from "./words.ts";

/** Items drawn at most: more have no room; the table has all. */
const MOST_ITEMS = 24;
/** Pixels that an item needs in a drawing. */
const NEEDS = 15;

/** What pairs of states, or of organisations, have in common on the day. */
export function Overlap() {
  const answer = useTies();
  if (answer.data) return <Page ties={answer.data} />;
  if (answer.error) return <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />;
  return <Skeletons rows={10} />;
}

type Cell = Ties["overlap"]["cells"][number];

function Page({ ties }: { readonly ties: Ties }) {
  const { t, locale } = useText();
  const address = useAddress();
  const change = useChangeAddress();
  const files = useInstitutionFiles("membership-overlap");
  const circle: Circle = CIRCLES.find((each) => each === address.states) ?? "near";
  const { of, items, cells } = ties.overlap;
  const names = new Map([...items, ...ties.organisations, ...ties.parties].map(({ id, name }) => [id, name] as const));
  const nameOf = (id: string) => names.get(id) ?? id;
  const write = (value: number) => writeNumber(value, locale, { maximumFractionDigits: 2 });
  const focus = new Set(ties.parties.flatMap((party) => (party.focus ? [party.id] : [])));
  const weight = new Map(
    items.map(({ id }) => [
      id,
      cells.reduce((sum, cell) => sum + (cell.a === id || cell.b === id ? cell.jaccard : 0), 0),
    ]),
  );
  // States of the region and organisations of our table first; what a file alone names has a colon in its id.
  const isFirst = (id: string) => (of === "states" ? focus.has(id) : !id.includes(":"));
  const order = items.toSorted(
    (x, y) => Number(isFirst(y.id)) - Number(isFirst(x.id)) || weight.get(y.id)! - weight.get(x.id)!,
  );
  const columns: readonly Column<Cell>[] = [
    usePairColumn<Cell>(nameOf),
    {
      id: "shared",
      title: t("institutions.shared"),
      number: true,
      cell: ({ shared }) => shared.length,
      by: ({ shared }) => shared.length,
    },
    {
      id: "either",
      title: t("institutions.either"),
      number: true,
      cell: ({ either }) => either,
      by: ({ either }) => either,
    },
    {
      id: "jaccard",
      title: t("institutions.jaccard"),
      number: true,
      cell: ({ jaccard }) => writeNumber(jaccard, locale, { maximumFractionDigits: 3 }),
      by: ({ jaccard }) => jaccard,
    },
  ];
  const title = t("institutions.overlap");
  const { chosen, choose } = useOpenCell();
  const open = cells.find((cell) => pairMark(cell) === chosen);
  const isOfPair = (id: string) => open !== undefined && (id === open.a || id === open.b);
  return (
    <Frame
      standpoint={ties.standpoint}
      years={ties.years}
      answer={
        ties.beyond
          ? t("institutions.beyond", { date: writeDated(ties.source.listsAllTo ?? "", locale) })
          : `${sourceWords(ties.source, t)}: ${t("institutions.overlapLabel", { count: items.length })}.`
      }
    >
      <TieFilters ties={ties} circle={circle}>
        <span className={styles.field}>
          <span>{t("institutions.overlapOf")}</span>
          <Segments
            label={t("institutions.overlapOf")}
            value={of}
            choices={(["states", "organisations"] as const).map((value) => ({
              value,
              label: t(`institutions.overlapOf.${value}`),
            }))}
            onChange={(value) => change({ of: value === "states" ? undefined : value, cell: undefined })}
          />
        </span>
      </TieFilters>
      {cells.length === 0 ? (
        <Empty>{t("institutions.nothingShared")}</Empty>
      ) : (
        <ChartFigure
          title={title}
          unit={t("institutions.overlapUnit")}
          lines={sourceLines(ties.proofs.overlap, t)}
          name={`overlap-${of}-${ties.source.id}-${ties.standpoint.today}`}
          files={chartFiles(files)}
          table={
            <DataTable
              caption={title}
              columns={columns}
              rows={cells}
              keyOf={pairMark}
              sort={{ column: "jaccard", direction: "desc" }}
            />
          }
          proof={<Proof proof={ties.proofs.overlap} />}
          onMark={choose}
        >
          {(width) => {
            const shown = order.slice(0, Math.min(MOST_ITEMS, Math.max(4, Math.floor((width * 0.66) / NEEDS))));
            return (
              <>
                <OverlapDrawing
                  width={width}
                  items={shown}
                  cells={cells}
                  write={write}
                  label={t("institutions.overlapLabel", { count: shown.length })}
                />
                {order.length > shown.length ? (
                  <p className="caption">{t("institutions.overlapPart", { count: order.length - shown.length })}</p>
                ) : null}
              </>
            );
          }}
        </ChartFigure>
      )}
      {open === undefined ? null : (
        <RowsOnDay
          key={chosen}
          title={t("institutions.rowsOfPair", { a: nameOf(open.a), b: nameOf(open.b) })}
          source={ties.source.id}
          query={{ states: circle }}
          passes={({ party, organisation }) =>
            of === "states"
              ? isOfPair(party) && open.shared.includes(organisation)
              : isOfPair(organisation) && open.shared.includes(party)
          }
          onClose={() => choose(undefined)}
        />
      )}
    </Frame>
  );
}
