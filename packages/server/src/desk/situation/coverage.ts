import type { Borders } from "@kelisim/api";
import { formatDated } from "@kelisim/model";
import type { Desk } from "../desk.ts";

/** What tables say of what they cover, in the order of the region. */
export function coverageOf({ region }: Desk, tables: readonly string[]): Borders["tables"] {
  return region.tables
    .filter(({ table }) => tables.includes(table))
    .map(({ table, coverage, of, asOf }) => ({
      table,
      partial: coverage === "partial",
      ...(of === undefined ? {} : { of }),
      ...(asOf === undefined ? {} : { asOf: formatDated(asOf) }),
    }));
}
