import type { MappedColumn, ObservationRow, ObservationTable, Problem, Producer, RefusedRow } from "@kelisim/model";
import { columnsOf } from "@kelisim/model";
import type { Layout } from "@kelisim/sources";
import { type Database, type Limits, openDatabase } from "../database/database.ts";
import { name } from "../database/sql.ts";
import { givenOut } from "../execute/index.ts";
import { openInput } from "../file/input.ts";
import type { Library } from "../folder/library.ts";
import { execute } from "./executed.ts";
import type { FileOptions } from "./options.ts";
import { recognise, vintageOf } from "./recognise.ts";
import { idOf, nothingMade } from "./take.ts";

/** What would be taken of a file, and how. */
export interface Preview {
  readonly layout: { readonly id: string; readonly version: number; readonly why: string };
  readonly table: ObservationTable;
  readonly producer: Producer;
  readonly vintage: string;
  readonly vintageFrom: "file" | "name" | "given" | "day taken";
  readonly columns: readonly MappedColumn[];
  readonly leftOut: readonly string[];
  /** The first rows made, in the order of the file. */
  readonly rows: readonly ObservationRow[];
  /** The first that were refused. */
  readonly refused: readonly RefusedRow[];
  /** Of what was looked at; `whole`: that is all of the file. */
  readonly counts: { readonly read: number; readonly made: number; readonly refused: number; readonly whole: boolean };
  /** The holding that taking it would give, where it is there already. */
  readonly already?: string;
  /** One of them an error: taking the file would stop with it. */
  readonly warnings: readonly Problem[];
}

/** How much of a file is looked at. */
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_ROWS = 200_000;
const SHOWN = 20;

/** Looks at a file, at most the first 8 MiB of a text, and says what would be taken of it. Keeps nothing. Throws `FileStopped`. */
export async function preview(
  library: Library,
  path: string,
  options: FileOptions,
  { limits, layouts }: { readonly limits: Limits; readonly layouts: readonly Layout[] },
  signal?: AbortSignal,
): Promise<Preview> {
  const work = await library.work();
  const control = signal === undefined ? {} : { signal };
  try {
    const input = await openInput(path, {
      folder: work.path,
      most: MOST_BYTES,
      ...(options.entry === undefined ? {} : { entry: options.entry }),
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
      ...control,
    });
    const database = await openDatabase(
      { files: [input.path], folders: [work.path], temporary: `${work.path}/temporary` },
      limits,
    );
    try {
      const recognised = await recognise(path, input, database, layouts, options.layout);
      const { layout } = recognised;
      const executed = await execute(database, recognised, {
        ...control,
        folder: work.path,
        mostRows: MOST_ROWS,
        ...(options.priceYear === undefined ? {} : { priceYear: options.priceYear }),
      });
      await database.run(`CREATE TABLE made AS ${executed.rows}`, [], control);
      await database.run(`CREATE TABLE not_made AS ${executed.refused}`, [], control);
      const whole = input.whole && !(input.kind === "parquet" && executed.read >= MOST_ROWS);
      const [counts] = await database.run(
        "SELECT (SELECT count(*) FROM made)::DOUBLE AS made, count(DISTINCT row) FILTER (NOT taken)::DOUBLE AS refused FROM not_made",
      );
      const rows = { read: executed.read, made: Number(counts!.made), refused: Number(counts!.refused) };
      const refused = await firstRefused(database);
      const nothing = whole ? nothingMade(path, rows, refused[0]?.problem) : undefined;
      const known = input.sha256 === undefined ? undefined : await library.get(idOf(layout, input.sha256));
      return {
        layout: { id: layout.id, version: layout.version, why: recognised.why },
        table: layout.table,
        producer: layout.producer,
        ...vintageOf(recognised, options.vintage, new Date().toISOString().slice(0, 10)),
        columns: executed.columns,
        leftOut: executed.leftOut,
        rows: await firstRows(database, layout.table),
        refused,
        counts: { ...rows, whole },
        ...(known === undefined ? {} : { already: known.id }),
        warnings: [...input.warnings, ...executed.warnings, ...(nothing === undefined ? [] : [nothing.problem])],
      };
    } finally {
      database.close();
    }
  } finally {
    await work.end();
  }
}

async function firstRows(database: Database, table: ObservationTable): Promise<readonly ObservationRow[]> {
  const columns = columnsOf(table).map(({ name: column, type }) => `${givenOut(column, type)} AS ${name(column)}`);
  const rows = await database.run(
    `SELECT ${["row::DOUBLE AS row", ...columns].join(", ")} FROM made ORDER BY made.row, made.rowid LIMIT ${SHOWN}`,
  );
  return rows.map(asRow);
}

/** A row given out; what the file does not give is left out. */
export function asRow(row: Readonly<Record<string, unknown>>): ObservationRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as ObservationRow;
}

async function firstRefused(database: Database): Promise<readonly RefusedRow[]> {
  const rows = await database.run(
    `SELECT row::DOUBLE AS row, "column", text, problem FROM not_made ORDER BY not_made.row LIMIT ${SHOWN}`,
  );
  return rows.map((row) => asRow(row) as unknown as RefusedRow);
}
