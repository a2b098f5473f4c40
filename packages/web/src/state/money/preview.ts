type Row = Readonly<Record<string, string | number>>;

/** Columns that at least one row fills, in the order in which they come up. */
export function columnsInUse(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row).filter((name) => row[name] !== "")))];
}

/** Holdings of one data set and table of which at least two can be set beside each other, the earlier vintage first. */
export function comparable<
  Held extends {
    readonly producer: { readonly dataset: string };
    readonly table: string;
    readonly vintage: string;
    readonly taken: string;
  },
>(holdings: readonly Held[]): readonly (readonly Held[])[] {
  const flows = holdings.filter(({ table }) => table === "flows");
  const sets = Map.groupBy(flows, ({ producer }) => producer.dataset);
  const order = (a: Held, b: Held) =>
    a.vintage < b.vintage || (a.vintage === b.vintage && a.taken < b.taken) ? -1 : 1;
  return [...sets.values()].filter((set) => set.length > 1).map((set) => set.toSorted(order));
}
