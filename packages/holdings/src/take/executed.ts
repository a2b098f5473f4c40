import { createReadStream } from "node:fs";
import type { ColumnType, MappedColumn, Problem } from "@kelisim/model";
import { columnsOf } from "@kelisim/model";
import {
  type DocumentLayout,
  describeMapping,
  priceYearOf,
  type ReadingOptions,
  type TableLayout,
  type Taken,
} from "@kelisim/sources";
import type { Control, Database } from "../database/database.ts";
import { name } from "../database/sql.ts";
import {
  asksPriceYear,
  findPriceYears,
  LONGEST_ROW,
  LookUps,
  makeRows,
  SORTED_BY,
  SQL_TYPES,
  stage,
  takesPriceYear,
} from "../execute/index.ts";
import { lineOf } from "../file/lines.ts";
import { stop } from "../file/stopped.ts";
import type { Recognised } from "./recognise.ts";

/** What was made of a file: SQL over the database in which it was read, and what there is to say of it. */
export interface Executed {
  /** Rows of the table, in the order in which they are kept; sorted already. */
  readonly rows: string;
  /** row, column, text, problem, taken */
  readonly refused: string;
  readonly totals?: string;
  readonly ignored?: string;
  readonly read: number;
  readonly columns: readonly MappedColumn[];
  readonly leftOut: readonly string[];
  readonly priceYear?: NonNullable<ReadingOptions["priceYear"]>;
  readonly warnings: readonly Problem[];
}

export interface ExecuteOptions extends Control {
  /** Told while rows are made and sorted, as `onRows` is while the file is scanned. */
  readonly onMaking?: NonNullable<Control["onRows"]>;
  /** For what must be written on the way. */
  readonly folder: string;
  /** Year of constant prices. */
  readonly priceYear?: NonNullable<ReadingOptions["priceYear"]>;
  /** Rows of a Parquet file that are looked at. */
  readonly mostRows?: number;
}

/** Reads a file by its layout. */
export function execute(database: Database, recognised: Recognised, options: ExecuteOptions): Promise<Executed> {
  const { layout } = recognised;
  return layout.form === "table"
    ? executeTable(database, recognised, layout, options)
    : executeDocument(database, recognised, layout, options);
}

async function executeTable(
  database: Database,
  { input, header }: Recognised,
  layout: TableLayout,
  options: ExecuteOptions,
): Promise<Executed> {
  const { mostRows, signal } = options;
  if (input.kind === "text" && input.longest.bytes > LONGEST_ROW)
    throw stop(
      "file/line-too-long",
      input.name,
      `this line is longer than ${LONGEST_ROW / 1024 / 1024} MiB: it is no row of a table`,
      "load the file again, or mend the line",
      { line: await lineOf("letter", input.path, input.longest.from, signal) },
    );
  const staged = await stage(
    database,
    input.kind === "parquet"
      ? { kind: "parquet", path: input.path, name: input.name, ...(mostRows === undefined ? {} : { most: mostRows }) }
      : { kind: "text", path: input.path, name: input.name, head: input.head, folder: options.folder, ...header! },
    layout,
    options,
  );
  const context = { database, layout, stage: staged, lookUps: new LookUps(database), control: makingOf(options) };
  const asks = asksPriceYear(layout);
  const priceYear = options.priceYear ?? (asks ? await findPriceYears(context) : 0);
  const made = await makeRows({ ...context, priceYear });
  const unknown = layout.makes.some((maker) => takesPriceYear(maker) && priceYearOf(maker, { priceYear }) === 0);
  return {
    ...made,
    read: staged.read,
    columns: describeMapping(layout),
    leftOut: staged.leftOut,
    ...(asks ? { priceYear } : {}),
    warnings: [...staged.warnings, ...(unknown ? [UNKNOWN_PRICES] : [])],
  };
}

const makingOf = ({ signal, onMaking }: ExecuteOptions): Control => ({
  ...(signal === undefined ? {} : { signal }),
  ...(onMaking === undefined ? {} : { onRows: onMaking }),
});

const UNKNOWN_PRICES: Problem = {
  code: "file/price-year-unknown",
  severity: "warning",
  message: "the year of constant prices is not known: such amounts are kept with price year 0",
  mend: "say it (price year), as the producer's notes do",
};

const FLUSH_ROWS = 10_000;

async function executeDocument(
  database: Database,
  { input, sample }: Recognised,
  layout: DocumentLayout,
  options: ExecuteOptions,
): Promise<Executed> {
  const { signal, onRows } = options;
  const columns = columnsOf(layout.table);
  const kept = columns.map((column) => `${name(column.name)} VARCHAR`).join(", ");
  await database.run(`CREATE TABLE taken (row BIGINT, ${kept})`);
  await database.run(
    `CREATE TABLE refused (row BIGINT, "column" VARCHAR, text VARCHAR, problem VARCHAR, taken BOOLEAN)`,
  );
  let read = 0;
  await database.with(async (connection) => {
    // Else each flush would be a transaction, whose rows are written twice: into its log, and then in their place.
    await connection.run("BEGIN TRANSACTION");
    const rows = await connection.createAppender("taken");
    const refused = await connection.createAppender("refused");
    const put = (appender: typeof rows, text: string | number | null | undefined) =>
      text === null || text === undefined ? appender.appendNull() : appender.appendVarchar(String(text));
    const refuse = (
      { row, column, text, problem }: { row: number; column?: string; text?: string; problem: string },
      taken: boolean,
    ) => {
      refused.appendBigInt(BigInt(row));
      for (const one of [column, text, problem]) put(refused, one);
      refused.appendBoolean(taken);
      refused.endRow();
    };
    let last = 0;
    let since = 0;
    const keep = (one: Taken) => {
      const row = "row" in one ? one.row.row : one.refused.row;
      if (row !== last) read += 1;
      last = row;
      if ("refused" in one) return refuse(one.refused, false);
      rows.appendBigInt(BigInt(row));
      for (const column of columns) put(rows, one.row[column.name]);
      rows.endRow();
      for (const cell of one.without ?? []) refuse(cell, true);
    };
    let newest: Taken | undefined;
    for await (const some of layout.read(chunksOf(input.path, signal), sample)) {
      signal?.throwIfAborted();
      for (const one of some) {
        if (newest !== undefined) keep(newest);
        newest = one;
      }
      since += some.length;
      if (since < FLUSH_ROWS) continue;
      since = 0;
      rows.flushSync();
      onRows?.(read, 0);
    }
    // Of a document of which only the beginning is read the end is refused as cut off: that says nothing of the document.
    if (newest !== undefined && (input.whole || "row" in newest)) keep(newest);
    rows.closeSync();
    refused.closeSync();
    await connection.run("COMMIT");
  });
  const typed = columns.map((column) => `${typedSql(name(column.name), column.type)} AS ${name(column.name)}`);
  const order = [...SORTED_BY[layout.table], "row"].map(name).join(", ");
  await database.run(
    `CREATE TABLE sorted AS SELECT row, ${typed.join(", ")} FROM taken ORDER BY ${order}`,
    [],
    makingOf(options),
  );
  return {
    rows: "SELECT * FROM sorted",
    refused: "SELECT * FROM refused",
    read,
    columns: layout.columns,
    leftOut: [],
    warnings: [],
  };
}

/** A text as a value of its column. Amounts of up to twelve letters fit 64 bits, which DuckDB reads seven times faster than 128. */
function typedSql(column: string, type: ColumnType): string {
  const whole = `CAST(${column} AS ${SQL_TYPES[type]})`;
  if (type !== "amount") return whole;
  return `CASE WHEN length(${column}) <= 12 THEN CAST(CAST(${column} AS DECIMAL(18,6)) AS ${SQL_TYPES[type]}) ELSE ${whole} END`;
}

/** The text of a file in chunks, its byte order mark left away. */
async function* chunksOf(path: string, signal: AbortSignal | undefined): AsyncGenerator<string> {
  let first = true;
  for await (const part of createReadStream(path, {
    encoding: "utf8",
    highWaterMark: 1 << 18,
    ...(signal === undefined ? {} : { signal }),
  })) {
    const text = String(part);
    yield first ? text.replace(/^\uFEFF/, "") : text;
    first = false;
  }
}
