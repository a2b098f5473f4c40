/** One sum that goes from one side to the other. */
export interface Link {
  readonly from: string;
  readonly to: string;
  /** Exact decimal; absent: unknown. */
  readonly sum?: string;
}

export interface BandNode {
  readonly key: string;
  readonly value: number;
  readonly top: number;
  readonly height: number;
}

export interface Band {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  /** Upper end at either side, and how high it is at both. */
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

export interface Bands {
  /** Columns from left to right, each with the greatest first. */
  readonly columns: readonly (readonly BandNode[])[];
  /** Bands between each column and the next. */
  readonly stages: readonly (readonly Band[])[];
  /** Links without an amount, and those below zero: they have no width. */
  readonly unknown: number;
  readonly negative: number;
}

/** All keys of a column beyond the greatest, together. */
export const REST = "";

/** Between two nodes of a column, in pixels. */
const GAP = 6;
/** So that a small node can be seen. */
const LEAST = 1;

/**
 * Sums as bands between columns, as high as they are great: `stages` are the links from each column to the next. At most `most` keys stand
 * for themselves in a column, the rest together. A node is as high as the greater of what comes in and what goes out.
 */
export function bandsOf(stages: readonly (readonly Link[])[], most: number, height: number): Bands {
  const known = stages.map((links) =>
    links.flatMap(({ from, to, sum }) => {
      const value = Number(sum);
      return sum === undefined || !(value > 0) ? [] : [{ from, to, value }];
    }),
  );
  const all = stages.flat();
  const kept = Array.from({ length: stages.length + 1 }, (_, column) => keptKeys(sidesOf(known, column), most));
  const joined = known.map((links, stage) => together(links, kept[stage]!, kept[stage + 1]!));
  const sizes = kept.map((_, column) => sizesOf(joined, column));
  const totals = sizes.map((column) => [...column.values()].reduce((sum, value) => sum + value, 0));
  const rows = Math.max(0, ...sizes.map((column) => column.size));
  const scale = Math.max(0, height - GAP * Math.max(0, rows - 1)) / Math.max(1, ...totals);
  const columns = sizes.map((column) => placed(column, scale));
  return {
    columns,
    stages: joined.map((links, stage) => bandsBetween(links, columns[stage]!, columns[stage + 1]!, scale)),
    unknown: all.filter(({ sum }) => sum === undefined).length,
    negative: all.filter(({ sum }) => sum !== undefined && Number(sum) < 0).length,
  };
}

interface Known {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

/** What goes through the keys of a column, on the side that says more. */
function sidesOf(stages: readonly (readonly Known[])[], column: number): ReadonlyMap<string, number> {
  const out = added(stages[column] ?? [], ({ from }) => from);
  const into = added(stages[column - 1] ?? [], ({ to }) => to);
  const keys = new Set([...out.keys(), ...into.keys()]);
  return new Map([...keys].map((key) => [key, Math.max(out.get(key) ?? 0, into.get(key) ?? 0)]));
}

function added(links: readonly Known[], of: (link: Known) => string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const link of links) sums.set(of(link), (sums.get(of(link)) ?? 0) + link.value);
  return sums;
}

const bySize = ([a, x]: readonly [string, number], [b, y]: readonly [string, number]) => y - x || (a < b ? -1 : 1);

/** The greatest keys; one that would stand alone among the rest stands for itself. */
function keptKeys(sizes: ReadonlyMap<string, number>, most: number): ReadonlySet<string> {
  const ordered = [...sizes].sort(bySize).map(([key]) => key);
  return new Set(ordered.length <= most + 1 ? ordered : ordered.slice(0, most));
}

function together(links: readonly Known[], left: ReadonlySet<string>, right: ReadonlySet<string>): readonly Known[] {
  const sums = new Map<string, Known>();
  for (const { from, to, value } of links) {
    const own = { from: left.has(from) ? from : REST, to: right.has(to) ? to : REST };
    const id = JSON.stringify([own.from, own.to]);
    sums.set(id, { ...own, value: (sums.get(id)?.value ?? 0) + value });
  }
  return [...sums.values()];
}

/** Nodes of a column by size, what stands for the rest last. */
function sizesOf(stages: readonly (readonly Known[])[], column: number): ReadonlyMap<string, number> {
  const sizes = [...sidesOf(stages, column)].sort(bySize);
  return new Map([...sizes.filter(([key]) => key !== REST), ...sizes.filter(([key]) => key === REST)]);
}

function placed(sizes: ReadonlyMap<string, number>, scale: number): readonly BandNode[] {
  let top = 0;
  return [...sizes].map(([key, value]) => {
    const node = { key, value, top, height: Math.max(LEAST, value * scale) };
    top += node.height + GAP;
    return node;
  });
}

function bandsBetween(
  links: readonly Known[],
  left: readonly BandNode[],
  right: readonly BandNode[],
  scale: number,
): readonly Band[] {
  const place = (nodes: readonly BandNode[]) => new Map(nodes.map(({ key, top }) => [key, top]));
  const order = (nodes: readonly BandNode[]) => new Map(nodes.map(({ key }, at) => [key, at]));
  const [leftAt, rightAt] = [place(left), place(right)];
  const [leftOrder, rightOrder] = [order(left), order(right)];
  const sorted = links.toSorted(
    (a, b) => leftOrder.get(a.from)! - leftOrder.get(b.from)! || rightOrder.get(a.to)! - rightOrder.get(b.to)!,
  );
  return sorted.map(({ from, to, value }) => {
    const band = { from, to, value, left: leftAt.get(from)!, right: rightAt.get(to)!, height: value * scale };
    leftAt.set(from, band.left + band.height);
    rightAt.set(to, band.right + band.height);
    return band;
  });
}
