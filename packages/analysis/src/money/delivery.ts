import { Big } from "big.js";
import { result } from "../methods.ts";
import { ratio } from "../ratio.ts";
import type { Result, ResultInput } from "../result.ts";
import type { SelectedCell } from "../selection.ts";
import { type CellGroup, groupCells, rowsOf, sumOf, withoutAmount } from "./cells.ts";

/** What was promised beside what was paid. A side that no row tells is absent: unknown, not zero. */
export interface Delivery {
  readonly keys: CellGroup["keys"];
  readonly currency: string;
  readonly priceYear: number | null;
  readonly commitment?: string;
  readonly disbursement?: string;
  /** disbursement / commitment of the same keys; money is often paid in years after the promise, see `cumulative`. */
  readonly ratio?: string;
  /** Both from the first year of the cells to this one, where `year` is among the keys and both are known in every year of the cells. */
  readonly cumulative?: { readonly commitment: string; readonly disbursement: string; readonly ratio?: string };
}

/** Commitments against disbursements by `keys`, each currency and price basis by itself. Other measures are left out. */
export function delivery(
  cells: readonly SelectedCell[],
  keys: readonly string[],
  from: readonly ResultInput[],
): Result<readonly Delivery[]> {
  const isOne = ({ by }: SelectedCell) => by.measure === "commitment" || by.measure === "disbursement";
  const taken = cells.filter(isOne);
  const rows = groupCells(taken, keys, ["measure"]).map((group) => deliveryOf(group));
  const value = keys.includes("year") ? withCumulative(rows, keys) : rows;
  return result("money.delivery", value, from, [
    withoutAmount(taken),
    { reason: "neither commitment nor disbursement", rows: rowsOf(cells.filter((cell) => !isOne(cell))) },
  ]);
}

function deliveryOf({ keys, basis, cells }: CellGroup): Delivery {
  const [committed, paid] = ["commitment", "disbursement"].map((measure) =>
    sumOf(cells.filter(({ by }) => by.measure === measure)),
  );
  const share = committed === undefined || paid === undefined ? undefined : ratio(paid, committed);
  return {
    keys,
    currency: basis.currency,
    priceYear: basis.priceYear,
    ...(committed === undefined ? {} : { commitment: committed.toFixed() }),
    ...(paid === undefined ? {} : { disbursement: paid.toFixed() }),
    ...(share === undefined ? {} : { ratio: share }),
  };
}

function withCumulative(rows: readonly Delivery[], keys: readonly string[]): readonly Delivery[] {
  const totals = new Map<string, { committed: Big; paid: Big; broken: boolean }>();
  return [...rows]
    .sort((a, b) => Number(a.keys.year) - Number(b.keys.year))
    .map((row) => {
      if (row.keys.year === null) return row;
      const others = keys.filter((key) => key !== "year").map((key) => row.keys[key]);
      const id = JSON.stringify([others, row.currency, row.priceYear]);
      const total = totals.get(id) ?? { committed: new Big(0), paid: new Big(0), broken: false };
      totals.set(id, total);
      if (row.commitment === undefined || row.disbursement === undefined) total.broken = true;
      if (total.broken) return row;
      total.committed = total.committed.plus(row.commitment!);
      total.paid = total.paid.plus(row.disbursement!);
      const share = ratio(total.paid, total.committed);
      const both = { commitment: total.committed.toFixed(), disbursement: total.paid.toFixed() };
      return { ...row, cumulative: { ...both, ...(share === undefined ? {} : { ratio: share }) } };
    });
}
