import { columnsOf, isRefusal, type ObservationTable, type ObservationValue, type Problem } from "@kelisim/model";
import { headerOf, rowsOf } from "./delimited.ts";
import { foldColumn } from "./find-columns.ts";
import { readAmount, readCount, readNumber, readYear } from "./readings/numbers.ts";
import type { PrintedTotal } from "./reconcile.ts";

/** A total with the line on which it stands, and how far its print is rounded ("1" for whole units, "0.01"). */
export interface PrintedLine extends PrintedTotal {
  readonly line: number;
  readonly unit: string;
}

const MOST_TOTALS = 1000;
const SUMMED = ["amount", "count", "number"];

/**
 * Totals that a report prints beside the rows of a table: delimited text with the table's columns as header. Columns of amounts
 * and numbers are what was printed; the others name the rows that it should sum, and an empty cell asks all. A line may hold
 * several totals. Problems tell line and column; with any there are no totals.
 *
 * @example "party,fiscal_year,quantity,amount" and below it "KGZ,2012,310,1204000"
 */
export function readPrintedTotals(
  text: string,
  table: ObservationTable,
): { readonly totals: readonly PrintedLine[] } | { readonly problems: readonly Problem[] } {
  const problem = (code: string, line: number, message: string, mend?: string): Problem => ({
    code: `totals/${code}`,
    severity: "error",
    line,
    message,
    ...(mend === undefined ? {} : { mend }),
  });
  const head = headerOf(text);
  const columns = columnsOf(table);
  const names = columns.map(({ name }) => name).join(", ");
  if (head === undefined)
    return {
      problems: [problem("no-table", 1, "this is no table of totals", `a header of columns of ${table}: ${names}`)],
    };
  const found = head.header.map((title) => columns.find(({ name }) => foldColumn(name) === foldColumn(title)));
  const problems = head.header.flatMap((title, at) =>
    found[at] === undefined
      ? [problem("unknown-column", 1, `${table} has no column "${title}"`, `columns: ${names}`)]
      : [],
  );
  if (!found.some((column) => column !== undefined && SUMMED.includes(column.type)))
    problems.push(problem("no-total", 1, "no column holds a total", "add one of amounts or numbers"));
  const totals: PrintedLine[] = [];
  let line = 0;
  for (const cells of rowsOf(text.replace(/^\uFEFF/, ""), head.delimiter)) {
    line += 1;
    if (line === 1 || cells.every((cell) => cell === "")) continue;
    if (cells.length !== head.header.length) {
      problems.push(problem("cells", line, `${cells.length} cells, and the header has ${head.header.length}`));
      continue;
    }
    const where: Record<string, ObservationValue> = {};
    const printed: { readonly sum: string; readonly text: string; readonly unit: string }[] = [];
    for (const [at, cell] of cells.entries()) {
      const column = found[at];
      if (column === undefined || cell === "") continue;
      const value = readCell(cell, column.type);
      if (isRefusal(value)) problems.push(problem("cell", line, `${column.name}: ${value.refusal}`, value.mend));
      else if (SUMMED.includes(column.type))
        printed.push({ sum: column.name, text: String(value), unit: unitOf(cell) });
      else where[column.name] = value;
    }
    const named = Object.values(where).join(", ");
    for (const { sum, text: value, unit } of printed)
      totals.push({ line, what: named === "" ? "all rows" : named, where, sum, printed: value, unit });
  }
  if (totals.length > MOST_TOTALS)
    problems.push(
      problem("too-many", line, `${totals.length} totals, and at most ${MOST_TOTALS} are compared at once`),
    );
  return problems.length > 0 ? { problems } : { totals };
}

function readCell(text: string, type: string) {
  switch (type) {
    case "amount":
      return readAmount(text, 1);
    case "count":
      return readCount(text);
    case "number":
      return readNumber(text);
    case "year":
      return readYear(text);
    default:
      return text;
  }
}

/** The unit of the last printed digit: "1" of "1,204", "0.01" of "3.50". */
function unitOf(text: string): string {
  const places = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return places === 0 ? "1" : `0.${"0".repeat(places - 1)}1`;
}
