import type { RefusedRow } from "@kelisim/model";
import type { Database } from "../database/database.ts";
import { text } from "../database/sql.ts";
import { type Library, REFUSED } from "../folder/library.ts";
import { asRow } from "../take/preview.ts";
import type { Page } from "./rows.ts";

/** A refused row, or a cell without which its row was taken. */
export type RefusedOrLeft = RefusedRow & { readonly taken: boolean };

/** What was refused of a holding's file, in its order. Nothing where there is no such holding. */
export async function refusedOf(
  library: Library,
  database: Database,
  id: string,
  page: Page,
): Promise<readonly RefusedOrLeft[]> {
  if ((await library.get(id)) === undefined) return [];
  const rows = await database.run(
    `SELECT CAST(row AS DOUBLE) AS row, "column", text, problem, taken FROM read_parquet(${text(library.pathOf(id, REFUSED))}, file_row_number = true)
     ORDER BY file_row_number LIMIT ${Math.min(Math.max(0, Math.trunc(page.rows)), 1000)} OFFSET ${Math.max(0, Math.trunc(page.from))}`,
  );
  return rows.map((row) => asRow(row) as unknown as RefusedOrLeft);
}
