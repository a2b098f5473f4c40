/** Years of a data set that a question asks for, in order. */
export function yearsBetween(
  years: readonly number[],
  from: string | undefined,
  to: string | undefined,
): readonly number[] {
  return years
    .filter((year) => (from === undefined || year >= Number(from)) && (to === undefined || year <= Number(to)))
    .toSorted((a, b) => a - b);
}

/** The year of an address where it is one of these, else the last; undefined: all of them together. */
export function yearOf(years: readonly number[], asked: string | undefined): number | undefined {
  if (asked === "all") return undefined;
  return years.find((year) => `${year}` === asked) ?? years.at(-1);
}
