import { result } from "../methods.ts";
import { groupCells, keyOf, type MoneyBasis, rowsOf, sumOf, withoutAmount } from "../money/cells.ts";
import { isInSet, type PurposeSet } from "../money/purpose-set.ts";
import type { Result, ResultInput } from "../result.ts";
import type { SelectedCell } from "../selection.ts";

/** Money of one data set whose purpose was declared to speak to a threat, in one country and on one basis. */
export interface TakenMoney {
  readonly threat: string;
  readonly recipient: string;
  readonly basis: MoneyBasis;
  /** Exact decimal; absent: no row of the purposes is in the file, or none has an amount. */
  readonly sum?: string;
  readonly rows: number;
  /** Of which nobody can say whether they belong: the code is coarser than the rule, or the title that a rule needs is missing. */
  readonly undecided: { readonly sum?: string; readonly rows: number };
  /** Who gives it, where the file says so. One alone: it rests on one donor in this file. */
  readonly donors: readonly string[];
}

/**
 * Money taken in against a threat, for each recipient. The cells must be grouped by `recipient` and `purpose`, by `title` where a
 * rule has words, and by `donor` where donors are asked. An entry stands wherever the file has rows that belong, or may belong.
 */
export function takenMoney(
  cells: readonly SelectedCell[],
  set: PurposeSet,
  recipients: readonly string[],
  from: readonly ResultInput[],
): Result<readonly TakenMoney[]> {
  const asked = cells.filter((cell) => recipients.includes(String(keyOf(cell, "recipient"))));
  const value = groupCells(asked, ["recipient"]).flatMap(({ keys, basis, cells: group }): readonly TakenMoney[] => {
    const answer = (cell: SelectedCell) => isInSet(set, keyOf(cell, "purpose"), cell.by.title);
    const inside = group.filter((cell) => answer(cell) === "in");
    const open = group.filter((cell) => answer(cell) === "undecided");
    if (inside.length === 0 && open.length === 0) return [];
    return [
      {
        threat: set.id,
        recipient: String(keys.recipient),
        basis,
        ...sumField(inside),
        rows: rowsOf(inside),
        undecided: { ...sumField(open), rows: rowsOf(open) },
        donors: [...new Set(inside.flatMap(({ by }) => (typeof by.donor === "string" ? [by.donor] : [])))].sort(),
      },
    ];
  });
  return result("coverage.taken", value, from, [withoutAmount(asked)]);
}

function sumField(cells: readonly SelectedCell[]): { readonly sum?: string } {
  const sum = sumOf(cells);
  return sum === undefined ? {} : { sum: sum.toFixed() };
}
