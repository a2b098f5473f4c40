import type { SelectedCell, Selection } from "@kelisim/analysis";
import { columnsOf, type ObservationRow } from "@kelisim/model";
import type { Control } from "../database/database.ts";
import { Parameters } from "../database/sql.ts";
import { asRow } from "../take/preview.ts";
import { ask, isNotAsked, type NotAsked, type OnlyYears } from "./asked.ts";
import type { Asking } from "./counted-once.ts";
import { answered, inCellSql, whereSql } from "./where.ts";

/** A row behind a figure, and where it was read. */
export interface RowBehind {
  readonly holding: string;
  /** Name of the file that was taken in; `row.row` is the place in it. */
  readonly file: string;
  readonly row: ObservationRow;
}

export interface Page {
  /** Rows before it, from 0. */
  readonly from: number;
  /** At most 1000. */
  readonly rows: number;
}

export interface RowsBehind {
  readonly rows: readonly RowBehind[];
  /** Rows in all. */
  readonly of: number;
}

const MOST_ROWS = 1000;

/** The rows of which a cell was made (without a cell: all that the selection finds), in the order of holdings and files. */
export async function rowsBehind(
  asking: Asking,
  selection: Selection,
  cell: Pick<SelectedCell, "by"> | undefined,
  page: Page,
  only: OnlyYears = {},
  control: Control = {},
): Promise<RowsBehind | NotAsked> {
  const grouped = cell === undefined ? selection.by : Object.keys(cell.by);
  const { database } = asking;
  const asked = await ask(asking, { ...selection, by: grouped }, only, control);
  if (isNotAsked(asked)) return asked;
  const { holdings, from } = asked;
  if (holdings.length === 0) return { rows: [], of: 0 };
  const parameters = new Parameters();
  const { table } = selection;
  const where = `${whereSql(selection, parameters)} AND ${cell === undefined ? "true" : inCellSql(table, cell, parameters)}`;
  const columns = ["row", ...columnsOf(table).map((column) => column.name)].map((column) => answered(table, column));
  const count = Math.min(Math.max(0, Math.trunc(page.rows)), MOST_ROWS);
  const [found, counted] = await Promise.all([
    database.run(
      `SELECT CAST(holding AS DOUBLE) AS "holding()", ${columns.join(", ")} FROM ${from} AS asked WHERE ${where}
       ORDER BY asked.holding, asked.row, asked.file_row_number LIMIT ${count} OFFSET ${Math.max(0, Math.trunc(page.from))}`,
      parameters.values,
      control,
    ),
    database.run(
      `SELECT CAST(count(*) AS DOUBLE) AS rows FROM ${from} AS asked WHERE ${where}`,
      parameters.values,
      control,
    ),
  ]);
  return {
    rows: found.map(({ "holding()": at, ...row }) => {
      const { id, file } = holdings[Number(at)]!;
      return { holding: id, file: file.name, row: asRow(row) };
    }),
    of: Number(counted[0]!.rows),
  };
}
