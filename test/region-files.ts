import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isObstacle, listRegions, readRegionFiles } from "@kelisim/region-files";

/** Ids of all regions under regions/, by name. */
export async function regionIds(): Promise<readonly string[]> {
  return (await listRegions()).map((region) => region.id);
}

/**
 * A region's folder as the map that `readRegion` takes: path inside the folder → text. Read as the command reads it,
 * and the files of records too, which the command streams.
 */
export async function regionFiles(id: string): Promise<ReadonlyMap<string, string>> {
  const folder = (await listRegions()).find((region) => region.id === id)?.path;
  if (folder === undefined) throw new Error(`there is no region ${id} under regions/`);
  const read = await readRegionFiles(folder, `regions/${id}`);
  if (isObstacle(read)) throw new Error(JSON.stringify(read));
  const files = new Map(read);
  for (const path of readdirSync(folder)) {
    if (path.endsWith(".jsonl")) files.set(path, readFileSync(join(folder, path), "utf8"));
  }
  return files;
}
