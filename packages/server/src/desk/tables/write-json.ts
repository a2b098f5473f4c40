import type { MadeTable } from "./table.ts";

/** The table as JSON: what it says of itself under `meta`, then the rows. Unknown is null. */
export function writeJson({ rows, columns, standpoint, ...meta }: MadeTable): string {
  const ids = columns.map(({ id }) => id);
  return `${JSON.stringify(
    {
      format: "kelisim-table",
      version: 1,
      meta: { ...meta, standpoint, columns },
      rows: rows.map((row) => Object.fromEntries(ids.map((id) => [id, row[id] ?? null]))),
    },
    null,
    2,
  )}\n`;
}
