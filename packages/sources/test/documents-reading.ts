import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ObservationRow, RefusedRow } from "@kelisim/model";
import type { DocumentLayout } from "../src/layout.ts";

const folder = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

/** Options of a test that reads published files beside the project: skipped, saying so, where they are not. */
export const WITH_FILES = existsSync(folder) ? {} : { skip: "../shared/data is not beside the project" };

export const bytesOf = (path: string): Uint8Array => readFileSync(`${folder}${path}`);
export const textOfFile = (path: string): string => readFileSync(`${folder}${path}`, "utf8");

/** What a layout makes of a text. */
export interface ReadDocument {
  readonly rows: readonly ObservationRow[];
  readonly refused: readonly RefusedRow[];
  /** Cells left out of rows that were taken. */
  readonly without: readonly RefusedRow[];
}

/** Reads a text by a layout, in pieces of so many letters. */
export async function readDocument(layout: DocumentLayout, text: string, piece = text.length): Promise<ReadDocument> {
  async function* chunks() {
    for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece);
  }
  const rows: ObservationRow[] = [];
  const refused: RefusedRow[] = [];
  const without: RefusedRow[] = [];
  for await (const some of layout.read(chunks(), { name: "file", bytes: text.length, head: text.slice(0, 65_536) })) {
    for (const one of some) {
      if ("refused" in one) refused.push(one.refused);
      else {
        rows.push(one.row);
        without.push(...(one.without ?? []));
      }
    }
  }
  return { rows, refused, without };
}

/** Columns of rows, one line each. */
export const shown = (rows: readonly ObservationRow[], ...columns: readonly string[]): readonly string[] =>
  rows.map((row) => columns.map((column) => row[column] ?? "-").join(" "));
