import { createReadStream } from "node:fs";
import { join } from "node:path";
import { groupingOf, type Selection } from "@kelisim/analysis";
import { type ColumnType, columnsOf } from "@kelisim/model";
import type { Control } from "../database/database.ts";
import { name, Parameters, text } from "../database/sql.ts";
import { plainDecimal, SQL_TYPES, typeIn } from "../execute/index.ts";
import type { KeptHolding } from "../folder/kept-holding.ts";
import { ABOUT_COLUMNS, type AboutHolding, aboutHolding } from "./about-holding.ts";
import { cellsSql } from "./answer.ts";
import { ask, isNotAsked, type NotAsked, type OnlyYears } from "./asked.ts";
import type { Asking } from "./counted-once.ts";
import { whereSql } from "./where.ts";

export type ExportFormat = "csv" | "parquet";

/** A file that is handed out: its bytes, read once; what it took of the disk is given back behind them. */
export interface Export {
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What holds of all holdings together: each thing once. */
function together(holdings: readonly KeptHolding[]): AboutHolding {
  const all = holdings.map(aboutHolding);
  return Object.fromEntries(
    ABOUT_COLUMNS.map((key) => [key, [...new Set(all.map((one) => one[key]))].join("; ")]),
  ) as AboutHolding;
}

/** The cells of a selection, or with `rows` the rows that it finds, with licence, citation, vintage and caveats. */
export async function exportSelection(
  asking: Asking,
  selection: Selection,
  what: { readonly format: ExportFormat; readonly rows?: boolean },
  only: OnlyYears = {},
  control: Control = {},
): Promise<Export | NotAsked> {
  const { library, database } = asking;
  const asked = await ask(asking, selection, only, control);
  if (isNotAsked(asked)) return asked;
  const { holdings, from } = asked;
  if (holdings.length === 0)
    return {
      problems: [
        { code: "selection/no-holding", at: "holdings", message: "no holding is named: there is nothing to export" },
      ],
    };
  const { sql, columns, parameters } =
    what.rows === true ? rowsSql(selection, holdings, from) : groupsSql(selection, holdings, from);
  const work = await library.work();
  const path = join(work.path, `export.${what.format}`);
  try {
    if (what.format === "csv") {
      const cells = columns.map(({ column, type }) => `${csvCell(name(column), type)} AS ${name(column)}`).join(", ");
      await database.run(
        `COPY (SELECT ${cells} FROM (${sql})) TO ${text(path)} (FORMAT csv, HEADER, NEW_LINE '\\r\\n')`,
        parameters.values,
        control,
      );
    } else {
      const said = Object.entries(together(holdings)).map(([key, value]) => `${name(key)}: ${text(value)}`);
      const options = `FORMAT parquet, COMPRESSION zstd, KV_METADATA {${said.join(", ")}}`;
      await database.run(`COPY (${sql}) TO ${text(path)} (${options})`, parameters.values, control);
    }
  } catch (error) {
    await work.end();
    throw error;
  }
  return { bytes: readAndEnd(path, what.format === "csv", () => work.end()) };
}

/** With the byte order mark by which spreadsheets know the encoding. */
async function* readAndEnd(path: string, marked: boolean, end: () => Promise<void>): AsyncGenerator<Uint8Array> {
  try {
    if (marked) yield new Uint8Array([0xef, 0xbb, 0xbf]);
    for await (const part of createReadStream(path)) yield part as Uint8Array;
  } finally {
    await end();
  }
}

interface ExportedColumn {
  readonly column: string;
  readonly type: ColumnType;
}

const aboutColumns: readonly ExportedColumn[] = ABOUT_COLUMNS.map((column) => ({ column, type: "text" }));

function groupsSql(selection: Selection, holdings: readonly KeptHolding[], from: string) {
  const { sql, parameters } = cellsSql(selection, from, true);
  const { table, sum } = selection;
  const grouping = groupingOf(selection);
  const counted: readonly ExportedColumn[] = [
    ...(sum === undefined ? [] : [{ column: "sum", type: typeIn(table, sum) }]),
    { column: "rows", type: "count" },
    { column: "without", type: "count" },
  ];
  const about = together(holdings);
  const selected = [
    ...grouping.map(name),
    ...counted.map(({ column, type }) => `CAST(${name(`${column}()`)} AS ${SQL_TYPES[type]}) AS ${name(column)}`),
    ...ABOUT_COLUMNS.map((key) => `${text(about[key])} AS ${name(key)}`),
  ];
  return {
    sql: `SELECT ${selected.join(", ")} FROM (${sql})`,
    columns: [...grouping.map((column) => ({ column, type: typeIn(table, column) })), ...counted, ...aboutColumns],
    parameters,
  };
}

function rowsSql(selection: Selection, holdings: readonly KeptHolding[], from: string) {
  const parameters = new Parameters();
  const { table } = selection;
  const own = columnsOf(table).map(({ name: column, type }) => ({ column, type }));
  const values = holdings.map((holding, at) => {
    const about = aboutHolding(holding);
    return `(${[String(at), text(holding.file.name), ...ABOUT_COLUMNS.map((key) => text(about[key]))].join(", ")})`;
  });
  const sql = `SELECT ${own.map(({ column }) => `asked.${name(column)}`).join(", ")}, about.read_from, asked.row,
      ${ABOUT_COLUMNS.map((key) => `about.${name(key)}`).join(", ")}
    FROM ${from} AS asked
    JOIN (VALUES ${values.join(", ")}) AS about(place, read_from, ${ABOUT_COLUMNS.map(name).join(", ")}) ON about.place = asked.holding
    WHERE ${whereSql(selection, parameters)} ORDER BY asked.holding, asked.row, asked.file_row_number`;
  const place: readonly ExportedColumn[] = [
    { column: "read_from", type: "text" },
    { column: "row", type: "count" },
  ];
  return { sql, columns: [...own, ...place, ...aboutColumns], parameters };
}

/**
 * A cell of a CSV. A text that a spreadsheet would take for a formula gets an apostrophe in front, as `csv` of the words does it;
 * decimals stand in full.
 */
function csvCell(column: string, type: ColumnType): string {
  if (type === "amount") return plainDecimal(column);
  if (type !== "text") return `CAST(${column} AS VARCHAR)`;
  const formula = `regexp_matches(${column}, '^[=+\\-@\\t\\r\\n＝＋－＠]') AND NOT regexp_full_match(${column}, '-?[0-9]+([.][0-9]+)?')`;
  return `CASE WHEN ${formula} THEN '''' || ${column} ELSE ${column} END`;
}
