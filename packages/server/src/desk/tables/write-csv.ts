import { csv } from "@kelisim/words";
import { COLUMNS, type ColumnId } from "./columns.ts";
import type { MadeTable } from "./table.ts";

/** What is said of the whole table stands in every row: it survives sorting, filtering and copying. */
const WHOLE = ["as_of", "known_at", "read_as", "licence", "caveats"] as const satisfies readonly ColumnId[];

/** The columns of the file, in order. */
export const csvColumns = (table: MadeTable): readonly ColumnId[] => [...table.columns.map(({ id }) => id), ...WHOLE];

/**
 * The table as CSV (RFC 4180, UTF-8 with a byte order mark, by which spreadsheets know the encoding). Why standpoint, licence
 * and caveats are columns: docs/decisions/2026-11-22-what-a-csv-says-of-itself.md.
 */
export function writeCsv(table: MadeTable): string {
  const { standpoint, readAs, licence, caveats } = table;
  const whole = [standpoint.asOf, standpoint.knownAt, readAs, licence, caveats.join(" ")];
  const ids = table.columns.map(({ id }) => id);
  const rows = table.rows.map((row) => [...ids.map((id) => row[id]), ...whole]);
  return `\uFEFF${csv(csvColumns(table), rows)}`;
}

/** Metadata of the CSV file: W3C "Metadata Vocabulary for Tabular Data", found by the Link header or by its name. */
export function csvMetadata(table: MadeTable, language: "en" | "ru"): object {
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": language }],
    url: `${table.id}.csv`,
    "dc:title": table.title,
    "dc:license": table.licence,
    "dc:description": table.caveats,
    "dc:source": table.sources.map(({ id, title }) => `${title} [${id}]`),
    dialect: { encoding: "utf-8", lineTerminators: ["\r\n"], header: true },
    tableSchema: {
      columns: csvColumns(table).map((id) => {
        const [title, description] = COLUMNS[id][language];
        return { name: id, titles: [id, title], "dc:description": description, datatype: "string" };
      }),
    },
  };
}
