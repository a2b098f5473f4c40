import { MONEY_COLUMNS } from "@kelisim/analysis";
import { columnsOf, type Holding } from "@kelisim/model";
import type { TableLayout } from "@kelisim/sources";
import type { Database } from "../database/database.ts";
import { name } from "../database/sql.ts";
import { plainDecimal, typeIn } from "../execute/index.ts";

const MOST_TOTALS = 1000;

/** Totals that the file prints of itself, beside what its rows give. `made` names the table or file of rows made. */
export async function reconcile(
  database: Database,
  layout: TableLayout,
  totals: string,
  made: string,
): Promise<NonNullable<Holding["reconciled"]>> {
  if (layout.reconciles === undefined) return [];
  const { sum } = layout.reconciles;
  const kinds = MONEY_COLUMNS.filter((column) => columnsOf(layout.table).some((one) => one.name === column));
  const by = [...new Set([...layout.reconciles.by, ...kinds])];
  const same = by.map((column) => `m.${name(column)} IS NOT DISTINCT FROM t.${name(column)}`).join(" AND ") || "true";
  const type = typeIn(layout.table, sum);
  const shown = (sql: string) => (type === "amount" ? plainDecimal(sql) : `CAST(${sql} AS VARCHAR)`);
  const labels = layout.reconciles.by.map((column) => `CAST(t.${name(column)} AS VARCHAR)`);
  const rows = await database.run(
    `SELECT concat_ws(', ', ${["t.row", ...labels].join(", ")}) AS what, ${shown(`t.${name(sum)}`)} AS printed,
       ${shown(`(SELECT sum(m.${name(sum)}) FROM ${made} m WHERE ${same})`)} AS summed
     FROM (${totals}) t ORDER BY t.row LIMIT ${MOST_TOTALS}`,
  );
  return rows.map(({ what, printed, summed }) => ({
    what: `row ${String(what)}`,
    printed: printed === null ? "" : String(printed),
    summed: summed === null ? "" : String(summed),
  }));
}
