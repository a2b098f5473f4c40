import { columnsOf } from "@kelisim/model";
import type { Selection } from "./selection.ts";

/** What keeps sums of money apart. Two sums that differ in one of these are never added up. */
export const MONEY_COLUMNS = ["measure", "currency", "price_year"] as const;

/**
 * The columns by which a selection is grouped: those it asks for, and where it sums money, behind them, those of
 * `MONEY_COLUMNS` that the table has and it did not ask for. Whoever answers a selection groups by these.
 */
export function groupingOf(selection: Selection): readonly string[] {
  const columns = new Map(columnsOf(selection.table).map((column) => [column.name, column]));
  if (selection.sum === undefined || columns.get(selection.sum)?.type !== "amount") return selection.by;
  return [...selection.by, ...MONEY_COLUMNS.filter((name) => columns.has(name) && !selection.by.includes(name))];
}
