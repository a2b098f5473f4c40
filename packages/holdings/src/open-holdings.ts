import { join } from "node:path";
import type { SelectedCell, Selection } from "@kelisim/analysis";
import type { Problem } from "@kelisim/model";
import { DOCUMENT_LAYOUTS, type Layout, TABLE_LAYOUTS } from "@kelisim/sources";
import { type Answer, answer } from "./ask/answer.ts";
import type { NotAsked, OnlyYears } from "./ask/asked.ts";
import { Contained } from "./ask/counted-once.ts";
import { type Export, type ExportFormat, exportSelection } from "./ask/export.ts";
import { type PrintedBeside, reconcilePrinted } from "./ask/reconcile-printed.ts";
import { type RefusedOrLeft, refusedOf } from "./ask/refused.ts";
import { type Page, type RowsBehind, rowsBehind } from "./ask/rows.ts";
import { type PlainTable, writeParquet } from "./ask/write-parquet.ts";
import { type Limits, openDatabase } from "./database/database.ts";
import { FileStopped, type Stopped } from "./file/stopped.ts";
import { type Current, type CurrentOf, currentOf } from "./folder/current.ts";
import type { Forgotten, KeptHolding } from "./folder/kept-holding.ts";
import { Library } from "./folder/library.ts";
import type { FileOptions, TakeControl } from "./take/options.ts";
import { type Preview, preview } from "./take/preview.ts";
import { type Took, take } from "./take/take.ts";

/** A library of holdings: files of others, taken in, kept as they were, and asked. */
export interface Holdings {
  readonly folder: string;
  /** All holdings, and folders among them that are none. */
  list(): Promise<{ readonly holdings: readonly KeptHolding[]; readonly problems: readonly Problem[] }>;
  get(id: string): Promise<KeptHolding | undefined>;
  /** For each data set and year the newest vintage, with what was passed over. */
  current(of: CurrentOf): Promise<Current>;
  /** What would be taken of a file. Keeps nothing. */
  preview(path: string, options?: FileOptions, signal?: AbortSignal): Promise<Preview | Stopped>;
  /** Takes a file in for `by`, a body or "command line". The same file by the same layout gives the holding that is there. */
  take(path: string, by: string, options?: FileOptions, control?: TakeControl): Promise<Took | Stopped>;
  /** Takes a holding out of the library; a row stays that says who did it and why. Undefined: there is none. */
  forget(id: string, by: string, why: string): Promise<Forgotten | undefined>;
  forgotten(): Promise<readonly Forgotten[]>;
  answer(selection: Selection, only?: OnlyYears, signal?: AbortSignal): Promise<Answer | NotAsked>;
  /** The rows behind a figure, with file and row. */
  rows(
    selection: Selection,
    cell: Pick<SelectedCell, "by"> | undefined,
    page: Page,
    only?: OnlyYears,
    signal?: AbortSignal,
  ): Promise<RowsBehind | NotAsked>;
  /** Totals that a report prints, as CSV of the table's columns, beside what the rows of a holding give. Undefined: no such holding. */
  reconcile(
    id: string,
    totals: string,
    signal?: AbortSignal,
  ): Promise<{ readonly totals: readonly PrintedBeside[] } | { readonly problems: readonly Problem[] } | undefined>;
  refused(id: string, page: Page): Promise<readonly RefusedOrLeft[]>;
  export(
    selection: Selection,
    what: { readonly format: ExportFormat; readonly rows?: boolean },
    only?: OnlyYears,
    signal?: AbortSignal,
  ): Promise<Export | NotAsked>;
  /** A table of the caller as Parquet. */
  parquet(table: PlainTable): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface HoldingsOptions {
  /** Layouts by which files are recognised; absent: all of the sources. */
  readonly layouts?: readonly Layout[];
  readonly limits?: Limits;
}

/** Opens a folder of holdings, which several processes may share; made where it is not there. */
export async function openHoldings(
  folder: string,
  { layouts = [...DOCUMENT_LAYOUTS, ...TABLE_LAYOUTS], limits = {} }: HoldingsOptions = {},
): Promise<Holdings | Stopped> {
  const opened = await orStopped(Library.open(folder));
  if ("problems" in opened) return opened;
  const library = opened;
  const own = await library.work();
  const database = await openDatabase({ folders: [library.folder], temporary: join(own.path, "temporary") }, limits);
  const asking = { library, database, contained: new Contained(library, database, own.path) };
  const control = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal });
  return {
    folder: library.folder,
    list: () => library.list(),
    get: (id) => library.get(id),
    current: async (of) => currentOf((await library.list()).holdings, of),
    preview: (path, options = {}, signal) => orStopped(preview(library, path, options, { limits, layouts }, signal)),
    take: (path, by, options = {}, taking = {}) =>
      orStopped(take(library, path, by, options, taking, { limits, layouts })),
    forget: (id, by, why) => library.forget(id, by, why),
    forgotten: () => library.forgotten(),
    answer: (selection, only, signal) => answer(asking, selection, only, control(signal)),
    rows: (selection, cell, page, only, signal) => rowsBehind(asking, selection, cell, page, only, control(signal)),
    reconcile: (id, totals, signal) => reconcilePrinted(asking, id, totals, control(signal)),
    refused: (id, page) => refusedOf(library, database, id, page),
    export: (selection, what, only, signal) => exportSelection(asking, selection, what, only, control(signal)),
    parquet: (table) => writeParquet(asking, table),
    close: async () => {
      database.close();
      await own.end();
    },
  };
}

const OUT_OF_MEMORY: Problem = {
  code: "holdings/out-of-memory",
  severity: "error",
  message: "the file needs more memory or room on the disk than the library may take",
  mend: "give it more (limits: memory), or make room where the holdings are kept",
};

/** What stops a file is a value at the door of this package. */
async function orStopped<T extends object>(work: Promise<T>): Promise<T | Stopped> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FileStopped) return { problems: [error.problem] };
    if (error instanceof Error && /^Out of Memory Error/.test(error.message)) return { problems: [OUT_OF_MEMORY] };
    throw error;
  }
}
