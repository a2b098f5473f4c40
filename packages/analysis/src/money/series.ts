import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";
import type { SelectedCell } from "../selection.ts";
import { type CellGroup, groupCells, type MoneyBasis, rowsOf, sumOf, withoutAmount } from "./cells.ts";

export interface SeriesPoint {
  readonly keys: CellGroup["keys"];
  readonly basis: MoneyBasis;
  /** Exact decimal; absent: no row of the group gives an amount. */
  readonly sum?: string;
  readonly rows: number;
}

/** Sums by any of the columns by which the cells are grouped, each measure, currency and price basis for itself. */
export function moneySeries(
  cells: readonly SelectedCell[],
  keys: readonly string[],
  from: readonly ResultInput[],
): Result<readonly SeriesPoint[]> {
  const points = groupCells(cells, keys).map((group) => {
    const sum = sumOf(group.cells);
    return {
      keys: group.keys,
      basis: group.basis,
      ...(sum === undefined ? {} : { sum: sum.toFixed() }),
      rows: rowsOf(group.cells),
    };
  });
  return result("money.series", points, from, [withoutAmount(cells)]);
}
