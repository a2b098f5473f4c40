/** One sum of one year under one key; without `sum` nobody gives an amount. */
export interface YearSum {
  readonly year: number;
  readonly key: string;
  /** Exact decimal as text; a number is made of it for drawing only. */
  readonly sum?: string;
}

export interface StackPart {
  readonly key: string;
  readonly value: number;
  /** Ends of the part on the scale of amounts; below zero for what was taken back. */
  readonly from: number;
  readonly to: number;
}

export interface YearStack {
  readonly year: number;
  readonly parts: readonly StackPart[];
  /** No amount is known of this year: it is hatched, never a bar of no height. */
  readonly missing: boolean;
}

export interface Stacks {
  /** Every year from the first to the last, also those of which nothing is known. */
  readonly years: readonly YearStack[];
  /** Keys in the order in which they are stacked, the greatest at the bottom; `OTHERS` last. */
  readonly keys: readonly string[];
  readonly low: number;
  readonly high: number;
}

/** All keys beyond the greatest, together. */
export const OTHERS = "";

/**
 * Sums as bars by year: the `most` greatest keys each for itself, the rest together. What is above zero is stacked upwards and
 * what is below downwards, so that corrections hide nothing.
 */
export function stackYears(points: readonly YearSum[], most: number): Stacks {
  if (points.length === 0) return { years: [], keys: [], low: 0, high: 0 };
  const known = points.flatMap(({ year, key, sum }) => (sum === undefined ? [] : [{ year, key, value: Number(sum) }]));
  const keys = greatestKeys(known, most);
  const all = points.map(({ year }) => year);
  const first = Math.min(...all);
  const years = Array.from({ length: Math.max(...all) - first + 1 }, (_, at) =>
    stackOf(
      first + at,
      known.filter(({ year }) => year === first + at),
      keys,
    ),
  );
  const ends = years.flatMap(({ parts }) => parts.map(({ to }) => to));
  return { years, keys, low: Math.min(0, ...ends), high: Math.max(0, ...ends) };
}

interface Known {
  readonly year: number;
  readonly key: string;
  readonly value: number;
}

function greatestKeys(known: readonly Known[], most: number): readonly string[] {
  const sizes = new Map<string, number>();
  for (const { key, value } of known) sizes.set(key, (sizes.get(key) ?? 0) + Math.abs(value));
  const ordered = [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([key]) => key);
  return ordered.length <= most + 1 ? ordered : [...ordered.slice(0, most), OTHERS];
}

function stackOf(year: number, known: readonly Known[], keys: readonly string[]): YearStack {
  const sums = new Map<string, number>();
  for (const { key, value } of known) {
    const at = keys.includes(key) ? key : OTHERS;
    sums.set(at, (sums.get(at) ?? 0) + value);
  }
  let [up, down] = [0, 0];
  const parts = keys.flatMap((key): readonly StackPart[] => {
    const value = sums.get(key);
    if (value === undefined) return [];
    const from = value < 0 ? down : up;
    const to = from + value;
    if (value < 0) down = to;
    else up = to;
    return [{ key, value, from, to }];
  });
  return { year, parts, missing: known.length === 0 };
}
