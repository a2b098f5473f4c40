import { appendFile, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Problem } from "@kelisim/model";
import { FileStopped, stop } from "../file/stopped.ts";
import type { Forgotten, KeptHolding } from "./kept-holding.ts";
import { beginWork, sweepWork, type Work } from "./work.ts";

const PAGE = "holding.json";
const FORGOTTEN = "forgotten.jsonl";
const WORK = "work";
const KEPT = "kept";
export const ROWS = "rows.parquet";
export const REFUSED = "refused.parquet";

/**
 * The folder of holdings: `kept/ID/` is one, with its page, rows and refused rows; `work/` is what is not whole yet;
 * `forgotten.jsonl` says what was taken out. A holding is put in place by one rename, so several processes may share the folder.
 */
export class Library {
  readonly folder: string;
  /** Pages never change, so each is read once. */
  readonly #pages = new Map<string, KeptHolding>();

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Opens the folder, makes it where it is not there, and removes what was left half done. */
  static async open(folder: string): Promise<Library> {
    const library = new Library(resolve(folder));
    try {
      await mkdir(join(library.folder, KEPT), { recursive: true, mode: 0o755 });
      await mkdir(join(library.folder, WORK), { recursive: true, mode: 0o700 });
      await sweepWork(join(library.folder, WORK));
      await library.#endForgetting();
    } catch (error) {
      throw folderStopped(error, folder);
    }
    return library;
  }

  pathOf(id: string, file: string): string {
    return join(this.folder, KEPT, id, file);
  }

  work(): Promise<Work> {
    return beginWork(join(this.folder, WORK));
  }

  /** All holdings, by data set, vintage and the moment they were taken; folders that are none are problems. */
  async list(): Promise<{ readonly holdings: readonly KeptHolding[]; readonly problems: readonly Problem[] }> {
    const holdings: KeptHolding[] = [];
    const problems: Problem[] = [];
    for (const id of (await readdir(join(this.folder, KEPT))).sort()) {
      const page = await this.get(id);
      if (page === undefined) problems.push(noPage(id));
      else holdings.push(page);
    }
    return { holdings: holdings.sort(inOrder), problems };
  }

  /** A holding by its id; undefined where there is none. */
  async get(id: string): Promise<KeptHolding | undefined> {
    if (!ID.test(id)) return undefined;
    const known = this.#pages.get(id);
    if (known !== undefined && (await stat(this.pathOf(id, PAGE)).catch(() => undefined)) !== undefined) return known;
    this.#pages.delete(id);
    const page = parsePage(await readFile(this.pathOf(id, PAGE), "utf8").catch(() => ""), id);
    if (page !== undefined) this.#pages.set(id, page);
    return page;
  }

  /** Writes the page last and puts the whole in its place; where somebody was faster, what is there stays. */
  async keep(work: Work, made: string, holding: KeptHolding): Promise<KeptHolding> {
    await writeDurably(join(made, PAGE), `${JSON.stringify(holding, null, 2)}\n`);
    for (const file of [ROWS, REFUSED]) await syncFile(join(made, file));
    await syncFile(made);
    try {
      await rename(made, join(this.folder, KEPT, holding.id));
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      const there = code === "ENOTEMPTY" || code === "EEXIST" ? await this.get(holding.id) : undefined;
      if (there === undefined) throw error;
      return there;
    } finally {
      await work.end();
    }
    await syncFile(join(this.folder, KEPT));
    return holding;
  }

  /** Takes a holding out and leaves a row that says so. Undefined: there is none of this id. */
  async forget(id: string, by: string, why: string): Promise<Forgotten | undefined> {
    const holding = await this.get(id);
    if (holding === undefined) return undefined;
    const row: Forgotten = { holding, at: new Date().toISOString(), by, why };
    await appendFile(join(this.folder, FORGOTTEN), `${JSON.stringify(row)}\n`, { flush: true });
    await this.#remove(id);
    return row;
  }

  /** What was taken out, in the order in which it was. */
  async forgotten(): Promise<readonly Forgotten[]> {
    const text = await readFile(join(this.folder, FORGOTTEN), "utf8").catch(() => "");
    return text.split("\n").flatMap((line) => {
      try {
        return line === "" ? [] : [JSON.parse(line) as Forgotten];
      } catch {
        // A line that a dying process did not end: what it should have said never happened.
        return [];
      }
    });
  }

  async #remove(id: string): Promise<void> {
    const work = await this.work();
    await rename(join(this.folder, KEPT, id), join(work.path, "forgotten"));
    this.#pages.delete(id);
    await work.end();
  }

  /** Ends what a process began that died between writing the row and removing the holding. */
  async #endForgetting(): Promise<void> {
    for (const { holding, at } of await this.forgotten()) {
      const page = await this.get(holding.id);
      if (page !== undefined && page.taken <= at) await this.#remove(holding.id);
    }
  }
}

const ID = /^[a-z0-9][a-z0-9-]{0,120}$/;

const inOrder = (a: KeptHolding, b: KeptHolding) =>
  compare(a.producer.dataset, b.producer.dataset) ||
  compare(a.vintage, b.vintage) ||
  compare(a.taken, b.taken) ||
  compare(a.id, b.id);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function parsePage(text: string, id: string): KeptHolding | undefined {
  try {
    const page: unknown = JSON.parse(text);
    const isPage =
      typeof page === "object" &&
      page !== null &&
      "format" in page &&
      page.format === 1 &&
      "id" in page &&
      page.id === id;
    return isPage ? (page as KeptHolding) : undefined;
  } catch {
    return undefined;
  }
}

function noPage(id: string): Problem {
  const message = `the folder has no page "${PAGE}" that can be read`;
  const mend = "copy it whole from where it came, or remove it and take the file in again";
  return { code: "holding/no-page", severity: "warning", file: id, message, mend };
}

function folderStopped(error: unknown, folder: string): Error {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EEXIST" || code === "ENOTDIR")
    return stop("holdings/no-folder", folder, "this is a file, not a folder for holdings", "name a folder");
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return stop(
      "holdings/not-writable",
      folder,
      "the folder may not be written",
      "give this program the right to write it",
    );
  return error instanceof FileStopped || error instanceof Error ? error : new Error(String(error));
}

async function writeDurably(path: string, text: string): Promise<void> {
  const written = `${path}.part`;
  const file = await open(written, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(written, path);
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r").catch(() => undefined);
  // Folders cannot be synced everywhere (Windows): there the rename is as durable as the system makes it.
  await file?.sync().catch(() => undefined);
  await file?.close();
}

/** Removes a folder and all in it, where it is there. */
export const removeFolder = (path: string): Promise<void> => rm(path, { recursive: true, force: true });
