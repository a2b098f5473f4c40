import type { ObservationValue } from "@kelisim/model";
import { Big } from "big.js";
import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";
import type { SelectedCell } from "../selection.ts";
import { groupCells, type MoneyBasis, sumOf, withoutAmount } from "./cells.ts";

/** A total that a source prints of itself. */
export interface PrintedTotal {
  readonly keys: Readonly<Record<string, ObservationValue>>;
  readonly basis: MoneyBasis;
  /** In whole units of the currency, exact decimal. */
  readonly total: string;
  /** How far the source rounds, in units of the currency: "10000" for millions with two places. */
  readonly unit: string;
}

export interface Reconciled {
  readonly keys: PrintedTotal["keys"];
  readonly basis: MoneyBasis;
  readonly printed: string;
  /** Absent: no row below this total. */
  readonly summed?: string;
  readonly difference?: string;
  /** "agrees": within half a unit of the total. "twice": the rows give twice the total, as where it stands among them. */
  readonly state: "agrees" | "differs" | "twice" | "nothing below it";
}

/** Each printed total beside the sum of the cells with its keys and basis. The cells must be grouped by those keys. */
export function reconcile(
  printed: readonly PrintedTotal[],
  cells: readonly SelectedCell[],
  keys: readonly string[],
  from: readonly ResultInput[],
): Result<readonly Reconciled[]> {
  const sums = new Map(
    groupCells(cells, keys).map((group) => [idOf(group.keys, group.basis, keys), sumOf(group.cells)]),
  );
  const value = printed.map((one): Reconciled => {
    const known = { keys: one.keys, basis: one.basis, printed: one.total };
    const sum = sums.get(idOf(one.keys, one.basis, keys));
    if (sum === undefined) return { ...known, state: "nothing below it" };
    const difference = new Big(one.total).minus(sum);
    const half = new Big(one.unit).times("0.5");
    const isTwice = !difference.eq(0) && sum.minus(new Big(one.total).times(2)).abs().lte(half.times(2));
    const state = difference.abs().lte(half) ? "agrees" : isTwice ? "twice" : "differs";
    return { ...known, summed: sum.toFixed(), difference: difference.toFixed(), state };
  });
  return result("money.reconcile", value, from, [withoutAmount(cells)]);
}

function idOf(values: PrintedTotal["keys"], basis: MoneyBasis, keys: readonly string[]): string {
  return JSON.stringify([keys.map((key) => values[key] ?? null), basis.measure, basis.currency, basis.priceYear]);
}
