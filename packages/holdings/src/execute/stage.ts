import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Problem } from "@kelisim/model";
import { type Cell, columnFinder, leftOutColumns, type TableLayout } from "@kelisim/sources";
import { type Control, type Database, runOn } from "../database/database.ts";
import { name, text } from "../database/sql.ts";
import { firstLineEnd, withEqualLineEnds } from "../file/line-ends.ts";
import { stop } from "../file/stopped.ts";
import { writeDecimalPoints } from "./decimal-comma.ts";
import { LONGEST_ROW, numberRows } from "./malformed.ts";
import { trimmed } from "./trimmed.ts";

/** The columns of a file that a layout reads, scanned once: table `staged` with `row` and trimmed texts, empty ones NULL. */
export interface Stage {
  readonly header: readonly string[];
  /** SQL of the text of a column, NULL where it is empty; `NULL` for a column that the file does not have. */
  readonly column: (name: string) => string;
  /** SQL of the first of several columns that holds a text other than these. */
  readonly first: (names: readonly string[], absent: readonly string[]) => string;
  /** Columns of the file that the layout does not read. */
  readonly leftOut: readonly string[];
  readonly read: number;
  readonly malformed: number;
  readonly warnings: readonly Problem[];
}

export type StagedFrom =
  | {
      readonly kind: "text";
      readonly path: string;
      /** The file's own name, for what stops it. */
      readonly name: string;
      readonly header: readonly string[];
      readonly delimiter: string;
      readonly head: string;
      readonly folder: string;
    }
  | { readonly kind: "parquet"; readonly path: string; readonly name: string; readonly most?: number };

/** How much of the file is read at once. Left alone DuckDB takes sixteen of the longest rows, several times over. */
const READ_AT_ONCE = 2 * LONGEST_ROW;

/** Scans the file. Malformed lines go into table `malformed(row, text, problem)`; rows keep their place in the file. */
export async function stage(
  database: Database,
  from: StagedFrom,
  layout: TableLayout,
  control: Control,
): Promise<Stage> {
  const header = from.kind === "text" ? from.header : await parquetHeader(database, from.path);
  const find = columnFinder(header);
  const together = firstsOf(layout, find);
  const used = [...new Set(columnsRead(layout).map(find))].filter((at) => at >= 0).sort((a, b) => a - b);
  const malformed =
    from.kind === "text"
      ? await stageText(database, from, used, together, control)
      : await stageParquet(database, from, header, used, together, control);
  const warnings = from.kind === "text" ? await writeDecimalPoints(database, numberColumns(layout, find), control) : [];
  const counted = await database.run("SELECT count(*)::DOUBLE AS read FROM staged");
  return {
    header,
    column: (column) => (find(column) < 0 ? "NULL" : name(`c${find(column)}`)),
    first: (names, absent) => name(together.get(firstKey(names, absent))!.as),
    leftOut: leftOutColumns(layout, header),
    read: Number(counted[0]!.read) + malformed,
    malformed,
    warnings,
  };
}

/** Columns that hold amounts or measured numbers. */
function numberColumns(layout: TableLayout, find: (name: string) => number): readonly string[] {
  const names = layout.makes.flatMap((maker) =>
    Object.values(maker.cells).flatMap((cell) => {
      if (!("as" in cell) || (cell.as !== "amount" && cell.as !== "number")) return [];
      return "part" in cell ? (maker.each?.columns ?? []) : cell.from;
    }),
  );
  return [...new Set(names.map(find))].filter((at) => at >= 0).map((at) => `c${at}`);
}

/** Names of the columns of a Parquet file. */
export async function parquetHeader(database: Database, path: string): Promise<readonly string[]> {
  const columns = await database.run(`DESCRIBE SELECT * FROM read_parquet(${text(path)})`);
  return columns.map((column) => String(column.column_name));
}

/** The first of several columns, made one already when the file is scanned: `as` is its name. */
interface First {
  readonly as: string;
  readonly columns: readonly number[];
  readonly absent: readonly string[];
}

const firstKey = (names: readonly string[], absent: readonly string[]) => JSON.stringify([names, absent]);

interface FirstCell {
  readonly from: readonly string[];
  readonly absent?: readonly string[];
}

function firstCell(cell: Cell): readonly FirstCell[] {
  if (!("from" in cell) || typeof cell.from === "string" || cell.as !== "text" || cell.from.length < 2) return [];
  return [{ from: cell.from, absent: cell.absent ?? [] }];
}

function firstsOf(layout: TableLayout, find: (name: string) => number): ReadonlyMap<string, First> {
  const firsts = new Map<string, First>();
  for (const cell of layout.makes.flatMap((maker) => Object.values(maker.cells)).flatMap(firstCell)) {
    const key = firstKey(cell.from, cell.absent ?? []);
    const columns = cell.from.map(find).filter((at) => at >= 0);
    if (!firsts.has(key)) firsts.set(key, { as: `first_${firsts.size}`, columns, absent: cell.absent ?? [] });
  }
  return firsts;
}

/** SQL of what is kept of each row of the file; `raw` gives the untrimmed text of a column. */
function stagedCells(
  used: readonly number[],
  together: ReadonlyMap<string, First>,
  raw: (at: number) => string,
): readonly string[] {
  const firsts = [...together.values()].map(({ as, columns, absent }) => {
    const texts = columns.map((at) => withoutAbsent(trimmed(raw(at)), absent));
    return `${texts.length === 0 ? "CAST(NULL AS VARCHAR)" : `coalesce(${texts.join(", ")})`} AS ${as}`;
  });
  return [...used.map((at) => `${trimmed(raw(at))} AS c${at}`), ...firsts];
}

/** SQL of a text, NULL where it is one that means that nothing is given. */
export function withoutAbsent(sql: string, absent: readonly string[] = []): string {
  if (absent.length === 0 || sql === "NULL") return sql;
  return `CASE WHEN ${sql} IN (${absent.map(text).join(", ")}) THEN NULL ELSE ${sql} END`;
}

/** Names of all columns that a layout looks at one by one, as it writes them. */
export function columnsRead(layout: TableLayout): readonly string[] {
  const tests = [
    ...layout.makes.flatMap((maker) => maker.when),
    ...(layout.ignores ?? []).flatMap(({ when }) => when),
    ...(layout.totals === undefined ? [] : [layout.totals]),
  ];
  const cells = layout.makes.flatMap((maker) => Object.values(maker.cells));
  return [
    ...tests.map((test) => test.column),
    ...layout.makes.flatMap((maker) => maker.each?.columns ?? []),
    ...cells.flatMap((cell) => ("from" in cell && firstCell(cell).length === 0 ? cell.from : [])),
    ...cells.flatMap((cell) => ("month" in cell ? [cell.month, ...(cell.day === undefined ? [] : [cell.day])] : [])),
  ];
}

/** Rows that are scanned keep their order, so that the place of a row is its number in the table and of the malformed ones before it. */
async function stageText(
  database: Database,
  from: Extract<StagedFrom, { kind: "text" }>,
  used: readonly number[],
  together: ReadonlyMap<string, First>,
  control: Control,
): Promise<number> {
  const { header, delimiter } = from;
  const columns = header.map((_, at) => `c${at}: 'VARCHAR'`).join(", ");
  const options = [
    `columns = {${columns}}`,
    "auto_detect = false",
    "header = true",
    `delim = ${text(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    "store_rejects = true",
    `max_line_size = ${LONGEST_ROW}`,
    `buffer_size = ${READ_AT_ONCE}`,
  ];
  const cells = stagedCells(used, together, (at) => `c${at}`);
  const scan = (path: string, lineEnd: "\n" | "\r\n" | undefined) => {
    const ends = lineEnd === undefined ? "" : `, new_line = ${lineEnd === "\n" ? "'\\n'" : "'\\r\\n'"}`;
    return `CREATE OR REPLACE TABLE scanned AS SELECT ${["true AS here", ...cells].join(", ")}
      FROM read_csv(${text(path)}, ${options.join(", ")}${ends})`;
  };
  /** What a scan reports is the connection's own: a second one begins with nothing. Undefined: it did not go through. */
  const attempt = (path: string, lineEnd: "\n" | "\r\n" | undefined) =>
    database.with(async (connection) =>
      (await scanned(connection, scan(path, lineEnd), from.head, control))
        ? numberRows(connection, path, from.name, control)
        : undefined,
    );
  const end = firstLineEnd(from.head);
  const malformed = end === "\r" ? undefined : await attempt(from.path, end);
  if (malformed !== undefined) return malformed;
  const equal = join(from.folder, "equal-line-ends.txt");
  await withEqualLineEnds(from.path, equal, control.signal);
  return (await attempt(equal, "\n")) ?? 0;
}

/**
 * Whether the scan went through. Where lines end in different ways DuckDB, which is asked to be strict about quotes and cells, stops,
 * or reads nothing at all.
 */
async function scanned(connection: DuckDBConnection, scan: string, head: string, control: Control): Promise<boolean> {
  try {
    await runOn(connection, scan, [], control);
  } catch (error) {
    if (error instanceof Error && error.message.includes("invalid state")) return false;
    throw error;
  }
  const [counted] = await runOn(
    connection,
    "SELECT (SELECT count(*) FROM scanned)::DOUBLE + (SELECT count(*) FROM reject_errors)::DOUBLE AS count",
  );
  return Number(counted!.count) > 0 || !/[\r\n]+[^\r\n]/.test(head);
}

async function stageParquet(
  database: Database,
  { path, name: file, most }: Extract<StagedFrom, { kind: "parquet" }>,
  header: readonly string[],
  used: readonly number[],
  together: ReadonlyMap<string, First>,
  control: Control,
): Promise<number> {
  const types = (await database.run(`DESCRIBE SELECT * FROM read_parquet(${text(path)})`)).map((column) =>
    String(column.column_type),
  );
  const read = [...used, ...[...together.values()].flatMap(({ columns }) => columns)];
  const nested = read.find((at) => NESTED.test(types[at]!));
  if (nested !== undefined)
    throw stop(
      "file/nested-column",
      file,
      `the cells of the column "${header[nested]!.slice(0, 60)}" hold lists or records, not single values`,
      "write the file again with one value in each cell",
    );
  const cells = stagedCells(used, together, (at) => asText(name(header[at]!), types[at]!));
  const rows = most === undefined ? "" : ` WHERE file_row_number < ${most}`;
  try {
    await database.run(
      `CREATE TABLE staged AS SELECT ${["file_row_number + 1 AS row", ...cells].join(", ")}
       FROM read_parquet(${text(path)}, file_row_number = true)${rows}`,
      [],
      control,
    );
  } catch (error) {
    control.signal?.throwIfAborted();
    throw brokenParquet(error, file);
  }
  await database.run("CREATE TABLE malformed (row BIGINT, text VARCHAR, problem VARCHAR)");
  return 0;
}

/** Types of a column whose cells are no single values. */
const NESTED = /^(?:STRUCT|MAP|UNION)\b|\]$/;

/** Nothing is done with a Parquet file but reading it: what fails, where there is room for it, is the file. */
export function brokenParquet(error: unknown, file: string): Error {
  if (error instanceof Error && /^Out of Memory Error|No space left|Could not write/.test(error.message)) return error;
  return stop(
    "file/broken",
    file,
    "the Parquet file cannot be read: it was cut or changed on the way",
    "load it again",
  );
}

/** A value of Parquet as the text that a CSV of the same would hold: 613.0 is "613", 1e-7 is "0.0000001". */
function asText(column: string, type: string): string {
  const plain = `CAST(${column} AS VARCHAR)`;
  if (type !== "DOUBLE" && type !== "FLOAT") return plain;
  const full = `rtrim(rtrim(CAST(CAST(${column} AS DECIMAL(38,15)) AS VARCHAR), '0'), '.')`;
  return `CASE WHEN contains(${plain}, 'e') AND abs(${column}) < 1e20 THEN ${full} ELSE regexp_replace(${plain}, '[.]0$', '') END`;
}
