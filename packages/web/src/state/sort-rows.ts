export interface SortOrder {
  readonly column: string;
  readonly direction: "asc" | "desc";
}

/** Sorts by a value; text as the language orders it, numbers as numbers, what has no value last in both directions. */
export function sortRows<Row>(
  rows: readonly Row[],
  by: (row: Row) => string | number | undefined,
  direction: SortOrder["direction"],
  locale: string,
): readonly Row[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sign = direction === "asc" ? 1 : -1;
  return rows.toSorted((first, second) => {
    const a = by(first);
    const b = by(second);
    if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    return sign * compare(String(a), String(b));
  });
}
