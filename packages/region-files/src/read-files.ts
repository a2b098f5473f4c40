import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { isObstacle, type Obstacle, obstacleOf } from "./obstacle.ts";
import { readText } from "./read-text.ts";

/** Kinds of file that make a region; records (.jsonl) are streamed later and never read whole. */
const TEXTS = /\.(yaml|csv|geojson|accord\.md|lock\.json)$/;
/** Deeper folders are no part of a region; a link back up would otherwise be followed for ever. */
const DEEPEST = 4;

/** The text files of a region's folder: path inside the folder (with "/") → text. An obstacle: the first file that cannot be read. */
export async function readRegionFiles(folder: string, shown: string): Promise<ReadonlyMap<string, string> | Obstacle> {
  const paths: string[] = [];
  const failed = await collect(folder, "", 0, paths);
  if (failed !== undefined) return failed;
  paths.sort();
  const all = await Promise.all(paths.map((path) => readText(join(folder, path), `${shown}/${path}`)));
  const files = new Map<string, string>();
  for (const [index, text] of all.entries()) {
    if (isObstacle(text)) return text;
    files.set(paths[index]!, text);
  }
  return files;
}

async function collect(folder: string, under: string, depth: number, paths: string[]): Promise<Obstacle | undefined> {
  let entries: Dirent[];
  try {
    entries = await readdir(join(folder, under), { withFileTypes: true });
  } catch (error) {
    return obstacleOf(error, join(folder, under));
  }
  for (const entry of entries) {
    if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
    const path = under === "" ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) {
      if (depth >= DEEPEST) continue;
      const failed = await collect(folder, path, depth + 1, paths);
      if (failed !== undefined) return failed;
    } else if (TEXTS.test(entry.name)) paths.push(path);
  }
  return undefined;
}
