import type { Holdings } from "@kelisim/holdings";
import { csv } from "@kelisim/words";
import { PARQUET } from "../../desk/tables/write-parquet.ts";
import { writeSheet, XLSX } from "../../desk/tables/write-xlsx.ts";
import type { FileTable } from "./file-table.ts";

/** Formats in which figures of money are handed out, with their media types. */
export const FILE_TYPES = {
  csv: "text/csv; charset=utf-8; header=present",
  xlsx: XLSX,
  parquet: PARQUET,
} as const;
export type FileFormat = keyof typeof FILE_TYPES;

/** Figures as a file. CSV has the byte order mark by which spreadsheets know the encoding; the library of holdings writes Parquet. */
export async function writeFigures(
  table: FileTable,
  format: FileFormat,
  holdings: Pick<Holdings, "parquet">,
): Promise<Buffer> {
  const names = table.columns.map(({ name }) => name);
  switch (format) {
    case "csv":
      return Buffer.from(`\u{feff}${csv(names, table.rows)}`, "utf8");
    case "xlsx":
      return writeSheet(table.name, names, table.rows);
    case "parquet":
      return Buffer.from(await holdings.parquet(table));
  }
}

/** The name of a file and its format: "share.csv". */
export function fileNamed(file: string): { readonly name: string; readonly format: FileFormat } {
  const dot = file.lastIndexOf(".");
  return { name: file.slice(0, dot), format: file.slice(dot + 1) as FileFormat };
}
