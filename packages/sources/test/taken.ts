import assert from "node:assert/strict";
import type { ObservationRow, RefusedRow } from "@kelisim/model";
import { Big } from "big.js";
import { detect, type ReadingOptions, sortRows, type TableLayout } from "../src/index.ts";
import type { RealFile } from "./real-files.ts";

/** A file read by the layout that was found for it. */
export interface TakenFile {
  readonly layout: TableLayout;
  readonly rows: readonly ObservationRow[];
  readonly refused: readonly RefusedRow[];
  /** Cells that were left out of rows. */
  readonly without: readonly RefusedRow[];
  readonly totals: readonly ObservationRow[];
  readonly ignored: Readonly<Record<string, number>>;
}

/** Reads a file by the layout that is found for it, which must be this one. */
export function take(file: RealFile, id: string, options: ReadingOptions = {}): TakenFile {
  const found = detect(file.sample);
  assert.ok("layout" in found, "problem" in found ? found.problem : "");
  assert.equal(found.layout.id, id);
  assert.ok(found.layout.form === "table");
  return takeBy(found.layout, file, options);
}

/** Reads a file by a layout. */
export function takeBy(layout: TableLayout, file: RealFile, options: ReadingOptions = {}): TakenFile {
  const { taken, totals, ignored } = sortRows(layout, file.header, file.records, options);
  return {
    layout,
    totals,
    ignored: Object.fromEntries(ignored.map(({ because, rows }) => [because, rows])),
    rows: taken.flatMap((one) => ("row" in one ? [one.row] : [])),
    refused: taken.flatMap((one) => ("refused" in one ? [one.refused] : [])),
    without: taken.flatMap((one) => ("row" in one ? (one.without ?? []) : [])),
  };
}

/** Rows whose columns hold these values; undefined: that have none. */
export function where(
  rows: readonly ObservationRow[],
  values: Readonly<Record<string, string | number | undefined>>,
): readonly ObservationRow[] {
  return rows.filter((row) => Object.entries(values).every(([column, value]) => row[column] === value));
}

/** Exact sum of a column, as text. */
export function sum(rows: readonly ObservationRow[], column: string): string {
  return rows.reduce((total, row) => total.plus(row[column] ?? 0), new Big(0)).toFixed();
}

/** Columns of a row, without those that do not matter here. */
export function pick(row: ObservationRow | undefined, ...columns: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, row?.[column]]));
}
