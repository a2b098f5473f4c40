import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { RegionSource } from "@kelisim/accord/lsp/connection";

/** Kinds of file that make a region; records are many, and no text of an agreement depends on them. */
const TEXTS = /\.(yaml|csv|geojson|accord\.md)$/;
/** Deeper folders are no part of a region; a link back up would otherwise be followed for ever. */
const DEEPEST = 4;

/** The region around a document: the nearest folder above it that holds `region.yaml`. */
export async function regionAround(uri: string): Promise<RegionSource | undefined> {
  if (!uri.startsWith("file:")) return undefined;
  for (let folder = dirname(fileURLToPath(uri)); ; folder = dirname(folder)) {
    if (await isFile(join(folder, "region.yaml"))) {
      return { root: pathToFileURL(folder).href.replace(/\/$/, ""), files: await readFolder(folder) };
    }
    if (dirname(folder) === folder) return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Path inside the folder (with "/") → text. A file that cannot be read is left out: its absence is reported. */
async function readFolder(folder: string): Promise<ReadonlyMap<string, string>> {
  const paths: string[] = [];
  await collect(folder, "", 0, paths);
  const files = new Map<string, string>();
  for (const path of paths.sort()) {
    const text = await readFile(join(folder, path), "utf8").catch(() => undefined);
    if (text !== undefined) files.set(path, text.replace(/^\uFEFF/, ""));
  }
  return files;
}

async function collect(folder: string, under: string, depth: number, paths: string[]): Promise<void> {
  const entries = await readdir(join(folder, under), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) {
      if (depth < DEEPEST) await collect(folder, path, depth + 1, paths);
    } else if (TEXTS.test(entry.name)) paths.push(path);
  }
}
