import { readdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { nearest } from "../arguments/nearest.ts";
import { fileRefusal } from "../files/read-text.ts";
import { type Answer, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";

/** The regions that come with this checkout. */
const REGIONS = fileURLToPath(new URL("../../../../regions", import.meta.url));

export interface RegionFolder {
  readonly id: string;
  readonly path: string;
}

/**
 * The folder of a region: a name under regions/, or the path of a folder (anything with a slash or a dot in it,
 * or a folder of the current one). Refused where there is none, with the nearest names.
 */
export async function findRegion(name: string, from: string): Promise<Answer<RegionFolder>> {
  const isPath = /[/\\]|^\.{1,2}$/.test(name);
  if (!isPath) {
    const own = join(REGIONS, name);
    if (name !== "" && (await kindOf(join(own, "region.yaml"))) === "file") return { id: name, path: own };
  }
  const path = resolve(from, name);
  const there = name === "" ? "nothing" : await kindOf(path);
  if (there === "file") return refuse(texts.regionIsFile(name), texts.regionPath);
  if (there === "folder") {
    if ((await kindOf(join(path, "region.yaml"))) === "file") return { id: basename(path), path };
    return refuse(texts.notARegion(name), texts.regionPath);
  }
  const known = (await listRegions()).map((region) => region.id);
  const close = nearest(name, known);
  return refuse(
    texts.unknownRegion(name),
    ...(close.length > 0 ? [texts.didYouMean(close)] : []),
    texts.regionsAre(known),
    texts.regionPath,
  );
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
    fileRefusal(error, folder);
    return [];
  }
}

async function kindOf(path: string): Promise<"file" | "folder" | "nothing"> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch (error) {
    fileRefusal(error, path);
    return "nothing";
  }
}
