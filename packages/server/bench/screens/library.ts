import { readdirSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isStopped, openHoldings } from "@kelisim/holdings";
import { BIG_FILE, type FileIds } from "./questions.ts";

/** Published files beside the project; where they are not, only the invented one is taken in. */
const PUBLISHED = fileURLToPath(new URL("../../../../../shared/data/", import.meta.url));
const KINDS = [".csv", ".tsv", ".json", ".xml", ".parquet", ".txt"];

/**
 * Takes in the invented file that lies in `folder`, and every published one that a layout knows, as `holdings` of a data folder. Gives
 * the ids by names of files, and how many flows the invented one made.
 */
export async function fillLibrary(folder: string, dataFolder: string): Promise<{ ids: FileIds; flows: number }> {
  const holdings = await openHoldings(join(dataFolder, "holdings"));
  if (isStopped(holdings)) throw new Error(holdings.problems[0]?.message);
  try {
    const big = await holdings.take(join(folder, BIG_FILE), "bench");
    if (isStopped(big)) throw new Error(big.problems[0]?.message);
    const ids: Record<string, string> = { [BIG_FILE]: big.holding.id };
    for (const path of published()) {
      const took = await holdings.take(path, "bench");
      if (!isStopped(took)) ids[basename(path)] = took.holding.id;
    }
    return { ids, flows: big.holding.rows.made };
  } finally {
    await holdings.close();
  }
}

function published(): readonly string[] {
  try {
    return readdirSync(PUBLISHED, { recursive: true, encoding: "utf8" })
      .filter((path) => KINDS.includes(extname(path)))
      .sort()
      .map((path) => join(PUBLISHED, path));
  } catch {
    return [];
  }
}
