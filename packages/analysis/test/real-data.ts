import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Region, readRegion } from "@kelisim/model";
import { Big } from "big.js";
import type { SelectedCell } from "../src/index.ts";

const SHARED = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

/** Options of a test that reads published files beside the project: skipped, saying so, where they are not. */
export const WITH_FILES = existsSync(SHARED) ? {} : { skip: "the published files are not here (../shared/data)" };

export const fileText = (path: string): string => readFileSync(`${SHARED}${path}`, "utf8");

/** Rows of a CSV file whose quoted cells hold no line breaks. */
export function csvRows(path: string): readonly Readonly<Record<string, string>>[] {
  const [header = "", ...lines] = fileText(path).trim().split(/\r?\n/);
  const names = cellsOf(header);
  return lines.map((line) => {
    const cells = cellsOf(line);
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  });
}

function cellsOf(line: string): readonly string[] {
  const cells = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)(?=,|$)/g) ?? [];
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}

/** Millions as they are printed, in whole units. */
export const fromMillions = (text: string): string => new Big(text).times(1_000_000).toFixed();

/** A cell of flows in US dollars, prices of the year. */
export function flow(by: SelectedCell["by"], sum: string | undefined, measure = "disbursement"): SelectedCell {
  const all = { ...by, measure, currency: "USD", price_year: null };
  return sum === undefined ? { by: all, rows: 1, without: 1 } : { by: all, sum, rows: 1, without: 0 };
}

/** The region Central Asia as its folder has it. */
export function centralAsia(): Region {
  const folder = fileURLToPath(new URL("../../../regions/central-asia/", import.meta.url));
  const tables = readdirSync(folder).filter((name) => name.endsWith(".csv") || name === "region.yaml");
  return readRegion(new Map(tables.map((name) => [name, readFileSync(`${folder}${name}`, "utf8")]))).region;
}
