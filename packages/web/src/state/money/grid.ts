/** One sum between a donor and a recipient. */
export interface PairSum {
  readonly row: string;
  readonly column: string;
  readonly sum?: string;
}

export interface Grid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By `gridKey`; a place that no row of the files names is absent. */
  readonly cells: ReadonlyMap<string, { readonly value?: number }>;
  /** The greatest amount of either sign. */
  readonly greatest: number;
  /** Rows and columns that did not fit. */
  readonly left: number;
}

export const gridKey = (row: string, column: string): string => JSON.stringify([row, column]);

/** Sums as a table of rows and columns, each with the greatest first, at most so many of either. */
export function gridOf(sums: readonly PairSum[], mostRows: number, mostColumns: number): Grid {
  const cells = new Map(
    sums.map(({ row, column, sum }) => [gridKey(row, column), sum === undefined ? {} : { value: Number(sum) }]),
  );
  const rows = bySize(sums, ({ row }) => row);
  const columns = bySize(sums, ({ column }) => column);
  const [keptRows, keptColumns] = [rows.slice(0, mostRows), columns.slice(0, mostColumns)];
  const values = sums.flatMap(({ row, column, sum }) =>
    sum !== undefined && keptRows.includes(row) && keptColumns.includes(column) ? [Math.abs(Number(sum))] : [],
  );
  return {
    rows: keptRows,
    columns: keptColumns,
    cells,
    greatest: Math.max(0, ...values),
    left: rows.length - keptRows.length + columns.length - keptColumns.length,
  };
}

function bySize(sums: readonly PairSum[], of: (sum: PairSum) => string): readonly string[] {
  const sizes = new Map<string, number>();
  for (const each of sums) sizes.set(of(each), (sizes.get(of(each)) ?? 0) + Math.abs(Number(each.sum ?? 0)));
  return [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([key]) => key);
}
