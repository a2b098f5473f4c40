import type { Holdings } from "@kelisim/holdings";
import type { MadeTable, TableRow } from "./table.ts";

/** Media type of a Parquet file. */
export const PARQUET = "application/vnd.apache.parquet";

/**
 * The table as Parquet: the columns of the CSV without those that repeat what is said of the whole table, which stands in the
 * key-value metadata of the file. A column of numbers is one of whole numbers or of decimals; everything else is text. Unknown is null.
 */
export async function writeParquet(table: MadeTable, holdings: Pick<Holdings, "parquet">): Promise<Buffer> {
  const ids = table.columns.map(({ id }) => id);
  const bytes = await holdings.parquet({
    columns: ids.map((id) => ({ name: id, type: typeOf(table.rows.map((row) => row[id])) })),
    rows: table.rows.map((row) => ids.map((id) => row[id] ?? null)),
    about: aboutOf(table),
  });
  return Buffer.from(bytes);
}

function typeOf(cells: readonly TableRow[keyof TableRow][]): "text" | "amount" | "count" {
  const known = cells.filter((cell) => cell !== null && cell !== undefined && cell !== "");
  // A number so small or large that it is written with an exponent is no decimal.
  const isPlain = (cell: (typeof known)[number]) => typeof cell === "number" && /^-?\d+(\.\d+)?$/.test(String(cell));
  if (known.length === 0 || !known.every(isPlain)) return "text";
  return known.every(Number.isSafeInteger) ? "count" : "amount";
}

function aboutOf(table: MadeTable): readonly (readonly [string, string])[] {
  const { standpoint, sources, columns } = table;
  return [
    ["title", table.title],
    ["region", table.region],
    ["as_of", standpoint.asOf],
    ["known_at", standpoint.knownAt],
    ["read_as", table.readAs],
    ["licence", table.licence],
    ["cite", table.cite],
    ["caveats", table.caveats.join(" ")],
    ["sources", JSON.stringify(sources)],
    ["columns", JSON.stringify(columns)],
  ];
}
