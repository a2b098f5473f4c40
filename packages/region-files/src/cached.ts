import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isObstacle, type Obstacle } from "./obstacle.ts";
import { type Compiled, compiled, type OpenRegion, opened, readRegionFolder } from "./open.ts";

/**
 * Opens a region as `openRegion` does, but keeps the compiled program as JSON in the folder `cache`. The file's name is a
 * hash of everything the program comes from: all files of the region, and the compiler itself. So a changed table or a
 * changed compiler is another name, and nothing stale can be read. A file that is no such JSON is made anew, and a cache
 * that cannot be written only costs time.
 *
 * @example
 * const open = await openRegionCached({ folder: "central-asia", cache: "data/cache" });
 */
export async function openRegionCached(options: {
  /** A name under regions/ or the path of a folder. */
  readonly folder: string;
  readonly cache: string;
  /** The folder that a path is relative to. */
  readonly from?: string;
}): Promise<OpenRegion | Obstacle> {
  const read = await readRegionFolder(options.folder, options.from ?? process.cwd());
  if (isObstacle(read)) return read;
  const path = join(options.cache, `${read.folder.id}-${keyOf(read.files)}.json`);
  const kept = await readKept(path);
  if (kept !== undefined) return opened(read, kept);
  const made = await compiled(read.region);
  await keep(path, made, `${read.folder.id}-`);
  return opened(read, made);
}

function keyOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256").update(compilerHash());
  // Lengths keep names and texts apart: no two maps of files make the same stream.
  for (const [path, text] of files) hash.update(`\n${path.length} ${text.length} ${path}\n`).update(text);
  return hash.digest("hex").slice(0, 32);
}

/** What stands behind a region's name in the name of its file. */
const KEPT = /^[0-9a-f]{32}\.json$/;

/** Packages whose sources decide what a program looks like. */
const COMPILER = ["@kelisim/accord", "@kelisim/model"];
const SOURCE = /\.(ts|js|mjs)$/;

let ownHash: string | undefined;

/** A hash of the compiler's sources: a version number would have to be thought of at every change. */
function compilerHash(): string {
  if (ownHash !== undefined) return ownHash;
  const hash = createHash("sha256");
  for (const name of COMPILER) {
    const folder = dirname(fileURLToPath(import.meta.resolve(name)));
    const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => SOURCE.test(path));
    for (const path of paths.sort()) hash.update(path).update(readFileSync(join(folder, path)));
  }
  ownHash = hash.digest("hex");
  return ownHash;
}

async function readKept(path: string): Promise<Compiled | undefined> {
  try {
    const kept: Partial<Compiled> = JSON.parse(await readFile(path, "utf8"));
    return kept.program?.format === "kelisim-program" && Array.isArray(kept.problems) ? (kept as Compiled) : undefined;
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that a reader never sees half a file. What it replaces (`prefix`) is removed. */
async function keep(path: string, { program, problems }: Compiled, prefix: string): Promise<void> {
  const written = `${path}.${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(written, JSON.stringify({ program, problems }));
    await rename(written, path);
    for (const name of await readdir(dirname(path)))
      if (name.startsWith(prefix) && KEPT.test(name.slice(prefix.length)) && name !== basename(path))
        await rm(join(dirname(path), name), { force: true });
  } catch {
    // Nothing is lost: the next start compiles again.
  }
}
