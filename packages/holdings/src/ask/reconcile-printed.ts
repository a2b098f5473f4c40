import { type ColumnTest, printedBeside, type SumBelow } from "@kelisim/analysis";
import type { Problem } from "@kelisim/model";
import { type PrintedLine, readPrintedTotals } from "@kelisim/sources";
import type { Control } from "../database/database.ts";
import { answer } from "./answer.ts";
import { isNotAsked } from "./asked.ts";
import type { Asking } from "./counted-once.ts";

/** A printed total, with its line, beside what the rows of a holding give. */
export type PrintedBeside = Pick<PrintedLine, "line" | "what" | "sum" | "printed"> & SumBelow;

/** Compares totals that a report prints (`readPrintedTotals`) with the rows of a holding. Undefined: there is no such holding. */
export async function reconcilePrinted(
  asking: Asking,
  id: string,
  text: string,
  control: Control = {},
): Promise<{ readonly totals: readonly PrintedBeside[] } | { readonly problems: readonly Problem[] } | undefined> {
  const holding = await asking.library.get(id);
  if (holding === undefined) return undefined;
  const { table } = holding;
  const read = readPrintedTotals(text, table);
  if ("problems" in read) return read;
  const totals: PrintedBeside[] = [];
  for (const { line, what, sum, printed, unit, where } of read.totals) {
    const tests = Object.entries(where).map(
      ([column, value]): ColumnTest => (value === null ? { column, absent: true } : { column, in: [value] }),
    );
    const found = await answer(asking, { table, holdings: [id], where: tests, by: [], sum }, {}, control);
    if (isNotAsked(found))
      return { problems: found.problems.map(({ code, message }) => ({ code, severity: "error", line, message })) };
    totals.push({ line, what, sum, printed, ...printedBeside({ printed, unit }, found.cells) });
  }
  return { totals };
}
