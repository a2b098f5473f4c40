import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type Kit, readKit } from "../src/index.ts";

const FOLDER = fileURLToPath(new URL("../../../kit", import.meta.url));

export const KIT_FILES = globSync(`${FOLDER}/*.accord.md`)
  .sort()
  .map((path) => ({ path: basename(path), text: readFileSync(path, "utf8") }));
export const FRAME = readFileSync(`${FOLDER}/frame.md`, "utf8");

export function openKit(): Kit {
  return readKit(KIT_FILES, FRAME);
}
