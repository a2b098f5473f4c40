import type { ObservationRow, RefusedRow } from "@kelisim/model";
import { inferPriceYears, sortRows, type TableLayout } from "@kelisim/sources";
import { type Holdings, isNotAsked, type KeptHolding } from "../src/index.ts";

const MOST = 1000;

/** All rows of a holding as it gives them out, in an order that does not matter. */
export async function rowsOf(holdings: Holdings, { id, table }: KeptHolding): Promise<readonly string[]> {
  const rows: ObservationRow[] = [];
  for (let from = 0; ; from += MOST) {
    const page = await holdings.rows({ table, holdings: [id], where: [], by: [] }, undefined, { from, rows: MOST });
    if (isNotAsked(page)) throw new Error(page.problems[0]!.message);
    rows.push(...page.rows.map(({ row }) => row));
    if (rows.length >= page.of) return inOrder(rows);
  }
}

/** All that was refused of a holding. */
export async function refusedOf(holdings: Holdings, { id }: KeptHolding): Promise<readonly string[]> {
  const refused: unknown[] = [];
  for (let from = 0; ; from += MOST) {
    const page = await holdings.refused(id, { from, rows: MOST });
    refused.push(...page);
    if (page.length < MOST) return inOrder(refused);
  }
}

/** What the plain reader of the sources makes of the same rows. */
export function plainly(layout: TableLayout, header: readonly string[], records: readonly (readonly string[])[]) {
  const { taken, totals, ignored } = sortRows(layout, header, records, {
    priceYear: inferPriceYears(layout, header, records),
  });
  const refused = taken.flatMap((one): readonly (RefusedRow & { taken: boolean })[] =>
    "refused" in one
      ? [{ ...one.refused, taken: false }]
      : (one.without ?? []).map((cell) => ({ ...cell, taken: true })),
  );
  return {
    rows: inOrder(taken.flatMap((one) => ("row" in one ? [one.row] : []))),
    refused: inOrder(refused),
    totals: totals.length,
    ignored: new Map(ignored.map(({ because, rows }) => [because, rows])),
  };
}

const inOrder = (all: readonly unknown[]): readonly string[] => all.map(asText).sort();

function asText(one: unknown): string {
  return JSON.stringify(Object.entries(one as object).sort(([a], [b]) => (a < b ? -1 : 1)));
}
