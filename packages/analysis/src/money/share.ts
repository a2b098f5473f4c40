import { Big } from "big.js";
import { result } from "../methods.ts";
import { ratio } from "../ratio.ts";
import type { Result, ResultInput } from "../result.ts";
import type { SelectedCell } from "../selection.ts";
import { type CellGroup, groupCells, keyOf, type MoneyBasis, rowsOf, sumOf, withoutAmount } from "./cells.ts";
import { type InSet, isInSet, type PurposeSet } from "./purpose-set.ts";

/** The part of a set in all flows of one group. Sums are exact decimals. */
export interface PurposeShare {
  readonly keys: CellGroup["keys"];
  readonly basis: MoneyBasis;
  readonly part: string;
  readonly whole: string;
  /**
   * part / whole; absent: the whole is not above zero (corrections can outweigh payments), or something is undecided. Corrections
   * of a part can take it below 0 or above 1.
   */
  readonly share?: string;
  /** Of which nobody can say whether it belongs to the set; it is in the whole and not in the part. */
  readonly undecided: { readonly sum: string; readonly rows: number };
  /** The share if nothing, or all, that is undecided belonged to the set, the lesser first. */
  readonly between?: readonly [string, string];
  readonly rows: number;
}

/**
 * Share of a purpose set in all flows, for each combination of `keys` (year and recipient, say) and each measure, currency and price
 * basis by itself. The cells must be grouped by the keys and `purpose`, and by `title` where a rule has words. A group of
 * which no row has an amount is left out: its share is unknown.
 */
export function purposeShares(
  cells: readonly SelectedCell[],
  set: PurposeSet,
  keys: readonly string[],
  from: readonly ResultInput[],
): Result<readonly PurposeShare[]> {
  const groups = groupCells(cells, keys);
  const value = groups.flatMap((group) => shareOf(group, set) ?? []);
  const unknown = groups.filter(({ cells }) => sumOf(cells) === undefined).flatMap(({ cells }) => cells);
  return result("money.share", value, from, [
    withoutAmount(cells),
    { reason: "group without any amount: share unknown", rows: rowsOf(unknown) },
  ]);
}

function shareOf({ keys, basis, cells }: CellGroup, set: PurposeSet): PurposeShare | undefined {
  const whole = sumOf(cells);
  if (whole === undefined) return undefined;
  const [inside, undecided] = (["in", "undecided"] as const).map((answer: InSet) =>
    cells.filter((cell) => isInSet(set, keyOf(cell, "purpose"), cell.by.title) === answer),
  );
  const part = sumOf(inside!) ?? new Big(0);
  const open = sumOf(undecided!) ?? new Big(0);
  const ends = whole.gt(0) ? [ratio(part, whole), ratio(part.plus(open), whole)].flatMap((end) => end ?? []) : [];
  const [least, greatest] = ends.sort((a, b) => new Big(a).cmp(b));
  const isDecided = undecided!.length === 0;
  return {
    keys,
    basis,
    part: part.toFixed(),
    whole: whole.toFixed(),
    ...(isDecided && least !== undefined ? { share: least } : {}),
    undecided: { sum: open.toFixed(), rows: rowsOf(undecided!) },
    ...(least === undefined || greatest === undefined ? {} : { between: [least, greatest] }),
    rows: rowsOf(cells),
  };
}
