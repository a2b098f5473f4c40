import type { FigureState, TakenFigureRow, TakenList } from "@kelisim/api";
import type { Address } from "../standpoint.ts";

export const FIGURE_STATES: readonly FigureState[] = ["one", "agree", "agree as printed", "differ", "no value"];

/** What of the address narrows figures that were taken in, as the node is asked. What is mistyped is left out. */
export function figuresQuery({ set, ind, who, from, to, stand, start }: Address): Address {
  return {
    dataset: set,
    indicator: ind,
    party: who,
    ...yearsIn({ from, to }),
    state: FIGURE_STATES.find((each) => each === stand),
    start: /^\d{1,7}$/.test(start ?? "") ? start : undefined,
  };
}

/** The same for events and acts. */
export function listQuery({ set, kind, who, from, to, start }: Address): Address {
  return {
    dataset: set,
    kind,
    party: who,
    ...yearsIn({ from, to }),
    start: /^\d{1,7}$/.test(start ?? "") ? start : undefined,
  };
}

/** The filters of these lists with nothing chosen. */
export const NO_TAKEN_FILTERS: Address = {
  set: undefined,
  ind: undefined,
  who: undefined,
  from: undefined,
  to: undefined,
  stand: undefined,
  kind: undefined,
  start: undefined,
};

const yearsIn = ({ from, to }: Address): Address => ({
  from: /^\d{4}$/.test(from ?? "") ? from : undefined,
  to: /^\d{4}$/.test(to ?? "") ? to : undefined,
});

/** One vintage of an indicator through the years of one state; years without a figure leave a gap. */
export interface VintageLine {
  readonly vintage: string;
  readonly points: readonly {
    readonly year: number;
    readonly value: number;
    readonly low?: number;
    readonly high?: number;
  }[];
}

export interface FigureChart {
  readonly party: { readonly id: string; readonly name: string };
  /** The oldest vintage first. */
  readonly lines: readonly VintageLine[];
  /** Figures of the region's own table, beside. */
  readonly curated: readonly { readonly year: number; readonly value: number }[];
}

export interface FigureCharts {
  readonly charts: readonly FigureChart[];
  readonly vintages: readonly string[];
  readonly years: readonly [number, number];
  /** The least and the greatest of all figures and bounds: one scale for all. */
  readonly domain: readonly [number, number];
}

/** Rows of one indicator as lines, one chart a state; undefined where there is no number to draw. */
export function chartsOf(items: readonly TakenFigureRow[]): FigureCharts | undefined {
  const charts = [...Map.groupBy(items, ({ party }) => party.id).values()].map((rows): FigureChart => {
    const figures = rows.flatMap((row) => row.figures.map((figure) => ({ year: row.year, ...figure })));
    const lines = [...Map.groupBy(figures, ({ vintage }) => vintage)].map(([vintage, own]) => ({
      vintage,
      points: own
        .flatMap(({ year, number, low, high }) =>
          number === undefined
            ? []
            : [{ year, value: number, ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }],
        )
        .sort((a, b) => a.year - b.year),
    }));
    const curated = rows.flatMap((row) =>
      row.curated.flatMap(({ value }) =>
        value === undefined || !Number.isFinite(Number(value)) ? [] : [{ year: row.year, value: Number(value) }],
      ),
    );
    return { party: rows[0]!.party, lines: lines.sort((a, b) => (a.vintage < b.vintage ? -1 : 1)), curated };
  });
  const points = charts.flatMap(({ lines }) => lines.flatMap((line) => line.points));
  if (points.length === 0) return undefined;
  const values = [
    ...points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
    ...charts.flatMap(({ curated }) => curated.map(({ value }) => value)),
  ];
  const years = points.map(({ year }) => year);
  return {
    charts: charts.filter(({ lines }) => lines.some(({ points: own }) => own.length > 0)),
    vintages: [...new Set(charts.flatMap(({ lines }) => lines.map(({ vintage }) => vintage)))].sort(),
    years: [Math.min(...years), Math.max(...years)],
    domain: [Math.min(...values), Math.max(...values)],
  };
}

/** The years of which a chart shows something, with all figures of each: every vintage, and our own. */
export function drawnYears({
  lines,
  curated,
}: FigureChart): readonly (readonly [year: number, values: readonly number[]])[] {
  const points = [...lines.flatMap((line) => line.points), ...curated];
  return [...Map.groupBy(points, ({ year }) => year)]
    .map(([year, own]) => [year, own.map(({ value }) => value)] as const)
    .sort(([a], [b]) => a - b);
}

/** Stretches of a line without a missing year longer than `gap`: over more a line would say what nobody measured. */
export function stretches<Point extends { readonly year: number }>(
  points: readonly Point[],
  gap: number,
): readonly (readonly Point[])[] {
  const found: Point[][] = [];
  for (const point of points) {
    const last = found.at(-1)?.at(-1);
    if (last === undefined || point.year - last.year > gap) found.push([point]);
    else found.at(-1)!.push(point);
  }
  return found;
}

export interface CountTable {
  readonly years: readonly number[];
  readonly count: (party: string, year: number) => { readonly taken?: number; readonly curated?: number } | undefined;
}

/** Counts by year, the newest first, to be looked up by state. */
export function countTable({ counts }: Pick<TakenList, "counts">): CountTable {
  const by = new Map(counts.map((count) => [`${count.party} ${count.year}`, count]));
  return {
    years: [...new Set(counts.map(({ year }) => year))].sort((a, b) => b - a),
    count: (party, year) => by.get(`${party} ${year}`),
  };
}
