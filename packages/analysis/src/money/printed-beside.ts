import { Big } from "big.js";
import type { SelectedCell } from "../selection.ts";

/** A total as a report prints it: exact decimal, and how far the print is rounded ("1" for whole units). */
export interface PrintedSum {
  readonly printed: string;
  readonly unit: string;
}

/** What the rows below a printed total give. Exact decimals. */
export interface SumBelow {
  /** Absent: no row is below it, or none gives a value. */
  readonly summed?: string;
  /** printed - summed */
  readonly difference?: string;
  readonly rows: number;
  /** Rows below it that give no value: with such rows a smaller sum proves nothing. */
  readonly without: number;
  /** "agrees": within half a unit of the last printed digit. "several sums": its rows are of more than one kind of money. */
  readonly state: "agrees" | "differs" | "nothing below it" | "several sums";
  /** Of "several sums": the kinds, as measure, currency and price year. */
  readonly kinds?: readonly string[];
}

/** A printed total beside the cells of the rows that it should sum. */
export function printedBeside({ printed, unit }: PrintedSum, cells: readonly SelectedCell[]): SumBelow {
  const counted = {
    rows: cells.reduce((all, cell) => all + cell.rows, 0),
    without: cells.reduce((all, cell) => all + cell.without, 0),
  };
  const given = cells.filter(({ sum }) => sum !== undefined);
  if (given.length > 1)
    return {
      ...counted,
      state: "several sums",
      kinds: given.map(({ by }) => Object.values(by).filter(Boolean).join(" ")),
    };
  const summed = given[0]?.sum;
  if (summed === undefined) return { ...counted, state: "nothing below it" };
  const difference = new Big(printed).minus(summed);
  const agrees = difference.abs().lte(new Big(unit).times("0.5"));
  return { ...counted, summed, difference: difference.toFixed(), state: agrees ? "agrees" : "differs" };
}
