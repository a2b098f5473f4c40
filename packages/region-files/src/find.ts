import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Obstacle, obstacleOf } from "./obstacle.ts";

/** The regions that come with this checkout. */
const REGIONS = fileURLToPath(new URL("../../../regions", import.meta.url));

export interface RegionFolder {
  readonly id: string;
  readonly path: string;
}

/**
 * The folder of a region: a name under regions/, or the path of a folder (anything with a slash or a dot in it, or a
 * folder inside `from`). Where there is none, the obstacle names the regions there are.
 */
export async function findRegion(name: string, from: string): Promise<RegionFolder | Obstacle> {
  const isPath = /[/\\]|^\.{1,2}$/.test(name);
  if (!isPath) {
    const own = join(REGIONS, name);
    if (name !== "" && (await kindOf(join(own, "region.yaml"))) === "file") return { id: name, path: own };
  }
  const path = resolve(from, name);
  const there = name === "" ? "nothing" : await kindOf(path);
  if (there === "file") return { kind: "obstacle", what: "region is a file", name };
  if (there === "folder") {
    if ((await kindOf(join(path, "region.yaml"))) === "file") return { id: basename(path), path };
    return { kind: "obstacle", what: "folder is no region", name };
  }
  return { kind: "obstacle", what: "no such region", name, known: (await listRegions()).map((region) => region.id) };
}

/** Every folder of regions/ that holds a region.yaml, by name. */
export async function listRegions(): Promise<readonly RegionFolder[]> {
  const found: RegionFolder[] = [];
  for (const name of await namesIn(REGIONS)) {
    const path = join(REGIONS, name);
    if ((await kindOf(join(path, "region.yaml"))) === "file") found.push({ id: name, path });
  }
  return found;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    obstacleOf(error, folder);
    return [];
  }
}

async function kindOf(path: string): Promise<"file" | "folder" | "nothing"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (error) {
    obstacleOf(error, path);
    return "nothing";
  }
}

/** A path from the current folder where that is shorter than the whole. */
export function shownPath(path: string, folder: string): string {
  const near = relative(folder, path);
  return near !== "" && near.length < path.length ? near : path;
}
