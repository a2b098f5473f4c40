import { columnsOf, type ObservationRow, type ObservationTable, type ObservationValue } from "@kelisim/model";
import { Big } from "big.js";
import type { TableLayout } from "./layout.ts";
import { type ReadingOptions, sortRows } from "./read-table.ts";

/** A total that somebody prints, in a file or in a report beside it. */
export interface PrintedTotal {
  /** What it is the total of, in words. */
  readonly what: string;
  /** Values of columns that name the rows it should sum. */
  readonly where: Readonly<Record<string, ObservationValue>>;
  /** The column that is summed. */
  readonly sum: string;
  /** Exact decimal. */
  readonly printed: string;
}

/** A printed total beside what the rows sum to. */
export interface Reconciled {
  readonly what: string;
  readonly printed: string;
  readonly summed: string;
  /** Rows that were summed, and rows among them that give no value: with such rows a smaller sum proves nothing. */
  readonly rows: number;
  readonly without: number;
}

/** Compares printed totals with the rows they name. Sums are exact; a total without rows sums to "0" of no rows. */
export function reconcilePrinted(
  printed: readonly PrintedTotal[],
  rows: readonly ObservationRow[],
): readonly Reconciled[] {
  return printed.map((total) => {
    const named = rows.filter((row) =>
      Object.entries(total.where).every(([column, value]) => (row[column] ?? null) === value),
    );
    const values = named.flatMap((row) => {
      const value = row[total.sum];
      return value === undefined || value === null ? [] : [new Big(value)];
    });
    return {
      what: total.what,
      printed: total.printed,
      summed: values.reduce((sum, value) => sum.plus(value), new Big(0)).toFixed(),
      rows: named.length,
      without: named.length - values.length,
    };
  });
}

/** Columns that keep money of different kinds apart, whatever a layout compares by. */
const KINDS_OF_MONEY = ["measure", "currency", "price_year"];

/** Compares the totals that a file prints of itself with its other rows; nothing where the layout knows of none. */
export function reconcile(
  layout: TableLayout,
  header: readonly string[],
  records: Iterable<readonly string[]>,
  options: ReadingOptions = {},
): readonly Reconciled[] {
  const { reconciles } = layout;
  if (reconciles === undefined) return [];
  const { taken, totals } = sortRows(layout, header, records, options);
  const rows = taken.flatMap((one) => ("row" in one ? [one.row] : []));
  const printed = totals.flatMap((total): readonly PrintedTotal[] => {
    const value = total[reconciles.sum];
    if (value === undefined || value === null) return [];
    const columns = [...reconciles.by, ...KINDS_OF_MONEY.filter((column) => isColumn(layout.table, column))];
    const where = Object.fromEntries(columns.map((column) => [column, total[column] ?? null]));
    const what = reconciles.by.map((column) => String(total[column] ?? "?")).join(", ");
    return [{ what, where, sum: reconciles.sum, printed: String(value) }];
  });
  return reconcilePrinted(printed, rows);
}

const isColumn = (table: ObservationTable, name: string): boolean =>
  columnsOf(table).some((column) => column.name === name);
