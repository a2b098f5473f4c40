import type { ObservationTable, ObservationValue } from "@kelisim/model";

/** A test of one column. An absent cell passes none but `absent`. */
export type ColumnTest =
  | { readonly column: string; readonly in: readonly (string | number)[] }
  | { readonly column: string; readonly notIn: readonly (string | number)[] }
  /** Both ends included. */
  | { readonly column: string; readonly from?: number | string; readonly to?: number | string }
  /** Text that begins so: "152" finds 15210. */
  | { readonly column: string; readonly startsWith: readonly string[] }
  | { readonly column: string; readonly absent: boolean };

/**
 * A question to rows taken in, as plain data: which rows, grouped by what, summed how. Whoever answers it (DuckDB over millions
 * of rows, or the evaluator here over some) gives the same cells.
 */
export interface Selection {
  readonly table: ObservationTable;
  /** Ids of holdings; their rows are asked as one table. */
  readonly holdings: readonly string[];
  /** All must hold. */
  readonly where: readonly ColumnTest[];
  /**
   * Columns to group by, in this order; `row` is one too, amounts are none. Money is always grouped by measure, currency and price
   * year besides (`groupingOf`): such sums are never mixed.
   */
  readonly by: readonly string[];
  /** Column of amounts or numbers to sum; absent: rows are only counted. */
  readonly sum?: string;
}

/** One group. */
export interface SelectedCell {
  /** The values of the columns grouped by. */
  readonly by: Readonly<Record<string, ObservationValue>>;
  /** Exact decimal as text; absent where no row of the group has a value: unknown, not zero. */
  readonly sum?: string;
  readonly rows: number;
  /** Rows whose value is absent, and which the sum therefore leaves out. */
  readonly without: number;
}
