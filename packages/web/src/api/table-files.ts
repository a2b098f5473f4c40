import type { Address } from "../state/standpoint.ts";
import { apiPath } from "./client.ts";

/** Formats in which the node hands out each of its tables. */
export type TableFormat = "csv" | "xlsx" | "parquet" | "json";
export type TableFiles = Readonly<Record<TableFormat, string>>;

/** Addresses of one of the node's tables as files, asked as the screen is: `tableFiles("central-asia", "status", asked)`. */
export function tableFiles(region: string, table: string, query: Address): TableFiles {
  const at = (format: TableFormat) => apiPath(`/regions/${region}/tables/${table}.${format}`, query);
  return { csv: at("csv"), xlsx: at("xlsx"), parquet: at("parquet"), json: at("json") };
}

/** The same as a chart lists them. */
export const chartFiles = (files: TableFiles) =>
  [
    ["CSV", files.csv],
    ["XLSX", files.xlsx],
    ["Parquet", files.parquet],
    ["JSON", files.json],
  ] as const;
