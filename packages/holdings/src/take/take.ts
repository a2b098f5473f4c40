import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Problem } from "@kelisim/model";
import type { Layout } from "@kelisim/sources";
import { type Database, type Limits, openDatabase } from "../database/database.ts";
import { text } from "../database/sql.ts";
import { type Input, openInput } from "../file/input.ts";
import { type FileStopped, stop } from "../file/stopped.ts";
import type { KeptHolding } from "../folder/kept-holding.ts";
import { type Library, REFUSED, ROWS } from "../folder/library.ts";
import { besideOf } from "./beside.ts";
import { type Executed, execute } from "./executed.ts";
import type { FileOptions, TakeControl } from "./options.ts";
import { fileName, type Recognised, recognise, vintageOf } from "./recognise.ts";
import { reconcile } from "./reconcile.ts";

/** A file that was taken in. */
export interface Took {
  readonly holding: KeptHolding;
  /** The same file was taken in by the same layout before: nothing was done. */
  readonly already: boolean;
  readonly warnings: readonly Problem[];
}

/** Rows of a row group: small ones let a question about one state pass over the rest. */
const GROUP_ROWS = 122_880;
/**
 * Two threads that write one file in its order keep what is not its turn yet in memory: beyond the limit that is written to the
 * disk and read again, and two take longer than one.
 */
const WRITING_THREADS = 1;

/** Takes a file in. Throws `FileStopped`, or the reason of the signal; then nothing of it is left. */
export async function take(
  library: Library,
  path: string,
  by: string,
  options: FileOptions,
  { signal, onProgress }: TakeControl,
  { limits, layouts }: { readonly limits: Limits; readonly layouts: readonly Layout[] },
): Promise<Took> {
  const work = await library.work();
  try {
    const input = await openInput(path, {
      folder: work.path,
      ...(options.entry === undefined ? {} : { entry: options.entry }),
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
      ...(signal === undefined ? {} : { signal }),
      onBytes: (done, of) => onProgress?.({ step: "reading", bytes: { done, of } }),
    });
    const made = join(work.path, "made");
    await mkdir(made, { mode: 0o755 });
    const open = (more: Limits) =>
      openDatabase(
        {
          path: join(work.path, "stage.duckdb"),
          files: [input.path],
          folders: [work.path],
          temporary: join(work.path, "temporary"),
        },
        { ...limits, ...more },
      );
    let database = await open({});
    try {
      const recognised = await recognise(path, input, database, layouts, options.layout);
      const id = idOf(recognised.layout, input.sha256!);
      const known = await library.get(id);
      if (known !== undefined) return { holding: known, already: true, warnings: taken(known, options) };
      const control = { ...(signal === undefined ? {} : { signal }) };
      const onRows = (step: "scanning" | "making", pass: number, passes: number) => (done: number, of: number) =>
        onProgress?.({ step, rows: { done: pass * of + done, of: passes * of } });
      const executed = await execute(database, recognised, {
        ...control,
        folder: work.path,
        onRows: onRows("scanning", 0, 1),
        onMaking: onRows("making", 0, 2),
        ...(options.priceYear === undefined ? {} : { priceYear: options.priceYear }),
      });
      const rows = join(made, ROWS);
      await database.run(copy(`SELECT * FROM (${executed.refused}) ORDER BY row`, join(made, REFUSED)), [], control);
      // Written to its file before, so that closing has nothing left to do beside the one that is opened behind it.
      await database.run("CHECKPOINT");
      database.close();
      database = await open({ threads: WRITING_THREADS });
      await database.run(copy(executed.rows, rows), [], { ...control, onRows: onRows("making", 1, 2) });
      const holding = await pageOf(database, { id, path, by, recognised, executed, made, options });
      const [refused] = await database.run(
        `SELECT problem FROM read_parquet(${text(join(made, REFUSED))}) WHERE NOT taken LIMIT 1`,
      );
      database.close();
      const nothing = nothingMade(path, holding.rows, refused?.problem);
      if (nothing !== undefined) throw nothing;
      const { beside, warnings } = await besideOf(
        library,
        holding,
        recognised.layout,
        { rows, folder: work.path, limits },
        control,
      );
      signal?.throwIfAborted();
      const page = beside.length === 0 ? holding : { ...holding, beside };
      const kept = await library.keep(work, made, page);
      return {
        holding: kept,
        already: kept !== page,
        warnings: [...input.warnings, ...executed.warnings, ...warnings],
      };
    } finally {
      database.close();
    }
  } finally {
    await work.end();
  }
}

/** Why a file of which no row was made is not kept: it would stand among the vintages and answer nothing. */
export function nothingMade(
  path: string,
  { read, made, refused }: Pick<KeptHolding["rows"], "read" | "made" | "refused">,
  first: unknown,
): FileStopped | undefined {
  if (made > 0) return undefined;
  if (read === 0)
    return stop(
      "file/no-rows",
      path,
      "the file has columns and no rows",
      "load it again: perhaps nothing was asked for",
    );
  if (refused === 0)
    return stop(
      "file/no-rows",
      path,
      "nothing in the file makes a row: all of it is totals or left out",
      "load it again",
    );
  return stop("file/no-rows", path, `no row of the file could be taken: ${String(first)}`, "load it again, or mend it");
}

const copy = (select: string, path: string) =>
  `COPY (${select}) TO ${text(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${GROUP_ROWS})`;

/** Made of the file's bytes and the layout, so that the same file taken twice is one. */
export function idOf(layout: Layout, sha256: string): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([sha256, layout.id, layout.version]))
    .digest("hex");
  const dataset = layout.producer.dataset.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return `${dataset}-${hash.slice(0, 16)}`;
}

/** What of the new wishes the holding that is there does not follow. */
function taken(known: KeptHolding, { vintage, priceYear }: FileOptions): readonly Problem[] {
  const same =
    (vintage ?? known.vintage) === known.vintage &&
    (priceYear === undefined || isDeepStrictEqual(priceYear, known.priceYear));
  if (same) return [];
  const message = `this file was taken in before, with vintage ${known.vintage} and ${known.priceYear === undefined ? "no price year" : `price year ${JSON.stringify(known.priceYear)}`}; that stands`;
  const mend = `to take it in differently, forget ${known.id} first`;
  return [{ code: "holding/already", severity: "warning", message, mend }];
}

interface Making {
  readonly id: string;
  readonly path: string;
  readonly by: string;
  readonly recognised: Recognised;
  readonly executed: Executed;
  readonly made: string;
  readonly options: FileOptions;
}

async function pageOf(database: Database, making: Making): Promise<KeptHolding> {
  const { id, path, by, recognised, executed, made, options } = making;
  const { layout, input } = recognised;
  const rows = `read_parquet(${text(join(made, ROWS))})`;
  const refused = `read_parquet(${text(join(made, REFUSED))})`;
  const [counts] = await database.run(
    `SELECT (SELECT count(*) FROM ${rows})::DOUBLE AS made, count(DISTINCT row) FILTER (NOT taken)::DOUBLE AS refused,
       count(*) FILTER (taken)::DOUBLE AS cells FROM ${refused}`,
  );
  const hasYears = layout.table === "flows" || layout.table === "trainings" || layout.table === "figures";
  const held = hasYears
    ? (
        await database.run(
          `SELECT year::DOUBLE AS year, count(*)::DOUBLE AS rows FROM ${rows} GROUP BY year ORDER BY year`,
        )
      ).map(({ year, rows: count }) => ({ year: Number(year), rows: Number(count) }))
    : undefined;
  const ignored = executed.ignored === undefined ? [] : await database.run(executed.ignored);
  const totals = executed.totals === undefined ? 0 : await countOf(database, executed.totals);
  const reconciled =
    layout.form === "table" && executed.totals !== undefined
      ? await reconcile(database, layout, executed.totals, rows)
      : [];
  const now = new Date().toISOString();
  return {
    format: 1,
    id,
    table: layout.table,
    producer: layout.producer,
    ...vintageOf(recognised, options.vintage, now.slice(0, 10)),
    layout: { id: layout.id, version: layout.version },
    file: { name: entryName(path, input), bytes: input.bytes, sha256: input.sha256! },
    taken: now,
    takenBy: by,
    rows: { read: executed.read, made: Number(counts!.made), refused: Number(counts!.refused) },
    columns: executed.columns,
    leftOut: executed.leftOut,
    ...(held === undefined || held.length === 0 ? {} : { years: [held[0]!.year, held.at(-1)!.year] as const }),
    ...(reconciled.length === 0 ? {} : { reconciled }),
    ...(held === undefined ? {} : { held }),
    cellsLeftOut: Number(counts!.cells),
    ignored: ignored.map(({ because, rows: count }) => ({ because: String(because), rows: Number(count) })),
    totals,
    ...(executed.priceYear === undefined ? {} : { priceYear: executed.priceYear }),
  };
}

async function countOf(database: Database, select: string): Promise<number> {
  const [row] = await database.run(`SELECT count(*)::DOUBLE AS count FROM (${select})`);
  return Number(row!.count);
}

/** "crs.zip (CRS 2021 data.txt)" where it came out of an archive. */
function entryName(path: string, input: Input): string {
  const own = fileName(path);
  return own === input.name || own === `${input.name}.gz` ? own : `${own} (${input.name})`;
}
