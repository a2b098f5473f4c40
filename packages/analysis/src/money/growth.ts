import { Big } from "big.js";
import { result } from "../methods.ts";
import { ratio } from "../ratio.ts";
import type { Result, ResultInput } from "../result.ts";
import type { SelectedCell } from "../selection.ts";
import { type CellGroup, groupCells, type MoneyBasis, rowsOf, sumOf, withoutAmount } from "./cells.ts";

export interface Growth {
  /** Without `year`. */
  readonly keys: CellGroup["keys"];
  readonly basis: MoneyBasis;
  readonly year: number;
  readonly sum?: string;
  /** 0.25: a quarter more than the year before. Absent where `why` says. */
  readonly change?: string;
  readonly why?: "first year" | "year before not there" | "no amount" | "year before not above zero";
}

/** Change against the year before, by keys besides `year`, each basis by itself. Two years that are apart are never compared. */
export function growth(
  cells: readonly SelectedCell[],
  keys: readonly string[],
  from: readonly ResultInput[],
): Result<readonly Growth[]> {
  const others = keys.filter((key) => key !== "year");
  const dated = cells.filter(({ by }) => by.year !== null);
  const value = groupCells(dated, others).flatMap((group) => growthOf(group));
  return result("money.growth", value, from, [
    withoutAmount(dated),
    { reason: "no year given", rows: rowsOf(cells.filter(({ by }) => by.year === null)) },
  ]);
}

function growthOf({ keys, basis, cells }: CellGroup): readonly Growth[] {
  const years = groupCells(cells, ["year"])
    .map((group) => ({ year: Number(group.keys.year), sum: sumOf(group.cells) }))
    .sort((a, b) => a.year - b.year);
  return years.map(({ year, sum }, at) => {
    const before = years[at - 1];
    const known = { keys, basis, year, ...(sum === undefined ? {} : { sum: sum.toFixed() }) };
    if (before === undefined) return { ...known, why: "first year" };
    if (before.year !== year - 1) return { ...known, why: "year before not there" };
    if (sum === undefined || before.sum === undefined) return { ...known, why: "no amount" };
    if (before.sum.lte(new Big(0))) return { ...known, why: "year before not above zero" };
    return { ...known, change: ratio(sum.minus(before.sum), before.sum)! };
  });
}
