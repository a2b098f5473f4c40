import { Big } from "big.js";
import { result } from "../methods.ts";
import { quotient, ratio } from "../ratio.ts";
import type { Exclusion, Result, ResultInput } from "../result.ts";
import type { SelectedCell } from "../selection.ts";
import { type CellGroup, groupCells, type MoneyBasis, rowsOf, sumOf, withoutAmount } from "./cells.ts";

export interface DonorShare {
  readonly donor: string;
  readonly sum: string;
  readonly share: string;
}

export interface Concentration {
  readonly keys: CellGroup["keys"];
  readonly basis: MoneyBasis;
  /** Donors with a sum above zero, the greatest first; those of equal sums by name. */
  readonly donors: readonly DonorShare[];
  readonly whole: string;
  /** Between 1 / number of donors and 1. */
  readonly index: string;
  /** How many donors of equal size would give the same index. */
  readonly effective: string;
}

export interface Fragmentation {
  readonly keys: CellGroup["keys"];
  readonly basis: MoneyBasis;
  /** Exact decimal between 0 and 1. */
  readonly limit: string;
  readonly donors: number;
  /** Donors whose share is less than the limit. */
  readonly below: readonly DonorShare[];
  readonly shareBelow: string;
}

/**
 * How far the money of a group comes from few donors. The cells must be grouped by the keys and `donor`. Donors whose
 * corrections outweigh their payments, and rows without a donor, are left out of shares and index and named as exclusions.
 */
export function concentration(
  cells: readonly SelectedCell[],
  keys: readonly string[],
  from: readonly ResultInput[],
): Result<readonly Concentration[]> {
  const { groups, exclusions } = donorGroups(cells, keys);
  const value = groups.map(({ keys, basis, sums, whole }) => {
    const squares = sums.reduce((total, [, sum]) => total.plus(quotient(sum, whole).pow(2)), new Big(0));
    const donors = sums.map(([donor, sum]) => ({ donor, sum: sum.toFixed(), share: ratio(sum, whole)! }));
    const index = ratio(squares, new Big(1))!;
    return { keys, basis, donors, whole: whole.toFixed(), index, effective: ratio(new Big(1), squares)! };
  });
  return result("money.concentration", value, from, exclusions);
}

/** Donors that each give less than `limit` (a decimal such as "0.02") of a group. Exclusions as of `concentration`. */
export function fragmentation(
  cells: readonly SelectedCell[],
  keys: readonly string[],
  limit: string,
  from: readonly ResultInput[],
): Result<readonly Fragmentation[]> {
  const { groups, exclusions } = donorGroups(cells, keys);
  const value = groups.map(({ keys, basis, sums, whole }) => {
    const small = sums.filter(([, sum]) => quotient(sum, whole).lt(limit));
    const below = small.map(([donor, sum]) => ({ donor, sum: sum.toFixed(), share: ratio(sum, whole)! }));
    const together = small.reduce((total, [, sum]) => total.plus(sum), new Big(0));
    return { keys, basis, limit, donors: sums.length, below, shareBelow: ratio(together, whole)! };
  });
  return result("money.fragmentation", value, from, exclusions);
}

interface DonorGroup {
  readonly keys: CellGroup["keys"];
  readonly basis: MoneyBasis;
  readonly sums: readonly (readonly [donor: string, sum: Big])[];
  readonly whole: Big;
}

function donorGroups(cells: readonly SelectedCell[], keys: readonly string[]) {
  const exclusions: Exclusion[] = [withoutAmount(cells)];
  const groups: DonorGroup[] = [];
  for (const { keys: at, basis, cells: group } of groupCells(cells, keys)) {
    const sums: (readonly [string, Big])[] = [];
    for (const { keys: one, cells: given } of groupCells(group, ["donor"])) {
      const sum = sumOf(given);
      if (sum === undefined) continue;
      const donor = one.donor;
      const reason = donor === null ? "no donor given" : sum.lte(0) ? "sum of the donor is not above zero" : undefined;
      if (reason === undefined) sums.push([String(donor), sum]);
      else exclusions.push({ reason, rows: rowsOf(given), amount: { sum: sum.toFixed(), currency: basis.currency } });
    }
    if (sums.length === 0) continue;
    sums.sort(([a, x], [b, y]) => y.cmp(x) || (a < b ? -1 : 1));
    groups.push({ keys: at, basis, sums, whole: sums.reduce((total, [, sum]) => total.plus(sum), new Big(0)) });
  }
  return { groups, exclusions };
}
