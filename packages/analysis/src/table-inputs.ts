import { formatDated, type Region } from "@kelisim/model";
import type { ResultInput } from "./result.ts";

/** Tables of a region as what a figure is made of, by table with its rows. The vintage is the day of which the region says that the table is. */
export function tableInputs(
  { tables }: Pick<Region, "tables">,
  rows: Partial<Readonly<Record<string, number>>>,
): readonly ResultInput[] {
  return Object.entries(rows).map(([table, count = 0]) => {
    const asOf = tables.find((each) => each.table === table)?.asOf;
    return { of: table, name: `${table}.csv`, vintage: asOf === undefined ? "" : formatDated(asOf), rows: count };
  });
}
