import { columnsOf, type ObservationRow, type RefusedRow } from "@kelisim/model";
import { columnFinder } from "./find-columns.ts";
import { joinRows } from "./join-rows.ts";
import type { RowMaker, RowTest, TableLayout, Taken } from "./layout.ts";
import { clip } from "./readings/numbers.ts";
import { type CellPlace, isRead, readCell } from "./readings/read-cell.ts";
import { trimCell } from "./readings/trim.ts";

/** What a file does not say of itself. */
export interface ReadingOptions {
  /** Year of constant prices: one for all, or one a measure. What is not told is unknown and stands as 0. */
  readonly priceYear?: number | Readonly<Record<string, number>>;
}

/** Rows of a file by what is done to them, in its order. */
export interface SortedRows {
  readonly taken: readonly Taken[];
  /** Rows that say of themselves that they are totals. */
  readonly totals: readonly ObservationRow[];
  /** How many rows the layout ignores, and why. */
  readonly ignored: readonly { readonly because: string; readonly rows: number }[];
}

type Texts = (column: string) => string;

/** Whether a row of the file, given by its trimmed texts, passes a test. */
export function passes(test: RowTest, text: Texts): boolean {
  const value = text(test.column);
  if ("in" in test) return test.in.includes(value);
  if ("notIn" in test) return !test.notIn.includes(value);
  if ("matches" in test) return new RegExp(test.matches).test(value);
  return value !== "";
}

const passesAll = (tests: readonly RowTest[], text: Texts): boolean => tests.every((test) => passes(test, text));

/** The year of constant prices of what a maker makes; 0: nobody told. */
export function priceYearOf(maker: RowMaker, { priceYear = 0 }: ReadingOptions): number {
  if (typeof priceYear === "number") return priceYear;
  const measure = maker.cells.measure;
  return measure !== undefined && "constant" in measure ? (priceYear[String(measure.constant)] ?? 0) : 0;
}

/** Texts of which the maker makes a row each; undefined: one row without a part. */
function partsOf({ each }: RowMaker, text: Texts): readonly string[] {
  if (each === undefined) return [""];
  const texts = each.columns.map(text);
  const { between } = each;
  return (between === undefined ? texts : texts.flatMap((whole) => whole.split(between).map(trimCell))).filter(
    (part) => part !== "",
  );
}

/** One row of the table, or why there is none. */
function makeRow(layout: TableLayout, maker: RowMaker, row: number, place: CellPlace): Taken {
  const made: Record<string, ObservationRow[string]> & { row: number } = { row };
  const without: RefusedRow[] = [];
  for (const column of columnsOf(layout.table)) {
    const cell = maker.cells[column.name];
    if (cell === undefined) continue;
    const value = readCell(cell, place);
    if (isRead(value)) {
      if (value !== null) made[column.name] = value;
      else if (column.required) return { refused: { row, column: column.name, problem: `${column.name} is empty` } };
      continue;
    }
    const refused = { row, column: column.name, text: clip(textOf(cell, place)), problem: value.refusal };
    if (column.required) return { refused };
    without.push(refused);
  }
  return without.length === 0 ? { row: made } : { row: made, without };
}

function textOf(cell: RowMaker["cells"][string], place: CellPlace): string {
  if ("part" in cell) return place.part;
  if (!("from" in cell)) return "";
  return typeof cell.from === "string" ? place.text(cell.from) : (cell.from.map(place.text).find(Boolean) ?? "");
}

/**
 * Reads rows of a file by a layout, in the plainest way: what `readTable` gives, and apart from it the rows that are totals or
 * ignored.
 */
export function sortRows(
  layout: TableLayout,
  header: readonly string[],
  records: Iterable<readonly string[]>,
  options: ReadingOptions = {},
): SortedRows {
  const find = columnFinder(header);
  const taken: Taken[] = [];
  const totals: ObservationRow[] = [];
  const ignored = new Map<string, number>();
  let row = 0;
  for (const record of records) {
    row += 1;
    const text: Texts = (column) => trimCell(record[find(column)] ?? "");
    const placeOf = (maker: RowMaker, part = ""): CellPlace => ({ text, part, priceYear: priceYearOf(maker, options) });
    if (layout.totals !== undefined && passes(layout.totals, text)) {
      const total = makeRow(layout, layout.makes[0]!, row, placeOf(layout.makes[0]!));
      if ("row" in total) totals.push(total.row);
      else taken.push(total);
      continue;
    }
    const reason = layout.ignores?.find(({ when }) => passesAll(when, text))?.because;
    if (reason !== undefined) {
      ignored.set(reason, (ignored.get(reason) ?? 0) + 1);
      continue;
    }
    const made = layout.makes
      .filter((maker) => passesAll(maker.when, text))
      .flatMap((maker) => partsOf(maker, text).map((part) => makeRow(layout, maker, row, placeOf(maker, part))));
    taken.push(...(made.length > 0 ? made : [{ refused: { row, problem: NO_RULE } }]));
  }
  return {
    taken: layout.joins === undefined ? taken : joinRows(taken, layout.joins),
    totals,
    ignored: [...ignored].map(([because, rows]) => ({ because, rows })),
  };
}

/** Why a row is refused of which no maker makes anything. */
export const NO_RULE = "no rule of the layout makes anything of this row";

/**
 * Reads rows of a file, given as texts in the order of the header, into rows of the layout's table and refused rows, in the order
 * of the file and of the layout's makers. For previews and small files, and what an executor for large ones is held to.
 * Absent cells are left out of a row.
 */
export function readTable(
  layout: TableLayout,
  header: readonly string[],
  records: Iterable<readonly string[]>,
  options: ReadingOptions = {},
): readonly Taken[] {
  return sortRows(layout, header, records, options).taken;
}
