/** Rows that say the same of several countries, as one row; in the order of the first of each. */
export function alike<Row extends { readonly country: string }>(
  rows: readonly Row[],
): readonly (Row & { readonly countries: readonly string[] })[] {
  const groups = Map.groupBy(rows, ({ country: _, ...rest }) => JSON.stringify(rest));
  return [...groups.values()].map((same) => ({ ...same[0]!, countries: same.map(({ country }) => country) }));
}
