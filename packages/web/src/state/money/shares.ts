/** A share of one year as it is drawn; both ends are the same where it is known, and absent where nothing is. */
export interface YearShare {
  readonly year: number;
  readonly least?: number;
  readonly most?: number;
}

export interface GivenShare {
  readonly year: number;
  /** Decimal as text; absent while something is undecided. */
  readonly share?: string;
  readonly between?: readonly [string, string];
}

/** Every year from the first to the last, those without an answer with neither end. */
export function shareYears(given: readonly GivenShare[]): readonly YearShare[] {
  if (given.length === 0) return [];
  const byYear = new Map(given.map((each) => [each.year, each]));
  const first = Math.min(...byYear.keys());
  return Array.from({ length: Math.max(...byYear.keys()) - first + 1 }, (_, at) => {
    const year = first + at;
    const found = byYear.get(year);
    const ends = found?.share === undefined ? found?.between : ([found.share, found.share] as const);
    return { year, ...(ends === undefined ? {} : { least: Number(ends[0]), most: Number(ends[1]) }) };
  });
}

/**
 * Ends of the scale: what is decided sets it, so that a year of which nothing is decided does not make all others flat. A stretch
 * that goes on beyond is cut there and its ends are written above it.
 */
export function shareScale(shares: readonly YearShare[]): readonly [number, number] {
  const ends = (of: readonly YearShare[]) =>
    of.flatMap(({ least, most }) => [least, most]).filter((end) => end !== undefined);
  const decided = ends(shares.filter(({ least, most }) => least === most));
  const values = decided.some((value) => value !== 0) ? decided : ends(shares);
  return [Math.min(0, ...values), Math.max(0, ...values)];
}
