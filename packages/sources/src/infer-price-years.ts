import type { ObservationRow, ObservationValue } from "@kelisim/model";
import type { TableLayout } from "./layout.ts";
import { readTable } from "./read-table.ts";

/**
 * The year of constant prices that a file does not say but shows: for each measure the one year in which every amount in
 * constant prices equals the one in current prices of the same row of the file, zeros not counted, where the file has such pairs
 * of two years at least. A measure without exactly one such year is left out: its price year stays unknown.
 */
export function inferPriceYears(
  layout: TableLayout,
  header: readonly string[],
  records: Iterable<readonly string[]>,
): Readonly<Record<string, number>> {
  const rows = readTable(layout, header, records).flatMap((one) => ("row" in one ? [one.row] : []));
  const current = new Map<string, ObservationValue | undefined>();
  const key = (row: ObservationRow) => `${row.row} ${String(row.measure)}`;
  for (const row of rows) if (row.price_year === undefined) current.set(key(row), row.amount);
  // Of each measure and year: whether all its pairs are equal.
  const equal = new Map<string, Map<number, boolean>>();
  for (const row of rows) {
    const other = current.get(key(row));
    if (row.price_year === undefined || other === undefined || other === "0") continue;
    const years = equal.get(String(row.measure)) ?? new Map<number, boolean>();
    equal.set(String(row.measure), years);
    const year = Number(row.year);
    years.set(year, (years.get(year) ?? true) && other === row.amount);
  }
  return Object.fromEntries(
    [...equal].flatMap(([measure, years]) => {
      const found = [...years].flatMap(([year, same]) => (same ? [year] : []));
      return years.size > 1 && found.length === 1 ? [[measure, found[0]!]] : [];
    }),
  );
}
