/** Two sums of one year beside each other; an absent one is unknown. */
export interface YearPair {
  readonly year: number;
  readonly first?: number;
  readonly second?: number;
}

/** A pair as an answer gives it, decimals as text. */
export interface GivenPair {
  readonly year: number;
  readonly first?: string | undefined;
  readonly second?: string | undefined;
}

/** Every year from the first to the last; years without an answer have neither sum. */
export function pairYears(given: readonly GivenPair[]): readonly YearPair[] {
  if (given.length === 0) return [];
  const byYear = new Map(given.map((each) => [each.year, each]));
  const from = Math.min(...byYear.keys());
  return Array.from({ length: Math.max(...byYear.keys()) - from + 1 }, (_, at) => {
    const year = from + at;
    const { first, second } = byYear.get(year) ?? {};
    return {
      year,
      ...(first === undefined ? {} : { first: Number(first) }),
      ...(second === undefined ? {} : { second: Number(second) }),
    };
  });
}

/** Ends of the scale of some pairs; always with zero. */
export function pairScale(pairs: readonly YearPair[]): readonly [number, number] {
  const values = pairs.flatMap(({ first, second }) => [first ?? 0, second ?? 0]);
  return [Math.min(0, ...values), Math.max(0, ...values)];
}
