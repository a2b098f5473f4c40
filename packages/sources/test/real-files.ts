import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { headerOf, type Sample } from "../src/index.ts";

/** Real files of others, read in place beside the project and never copied into it. */
const folder = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

/** A file as a layout reads it. */
export interface RealFile {
  readonly sample: Sample;
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
}

/** Why tests over real files are skipped; false where the files are there. */
export const absent: string | false = existsSync(folder) ? false : "../shared/data is not beside the project";

/** A delimited file of the folder, by its path there. */
export function realFile(path: string): RealFile {
  return fileOf(path, readFileSync(new URL(path, `file://${folder}`), "utf8"));
}

/** A delimited text as a file of this name. */
export function fileOf(name: string, text: string): RealFile {
  const found = headerOf(text);
  const [header = [], ...records] = parse(text, { bom: true, delimiter: found?.delimiter ?? "," }) as string[][];
  return { sample: { name, bytes: text.length, head: text.slice(0, 65_536), header }, header, records };
}
