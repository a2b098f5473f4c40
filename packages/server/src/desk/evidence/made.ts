import type { Result, ResultInput } from "@kelisim/analysis";
import type { Made } from "@kelisim/api";
import { formatDated, type Region } from "@kelisim/model";

type Counted = "claims" | "indicators" | "printed" | "programmes" | "sources" | "threats" | "undertakings";

/** Tables of a region as inputs of a figure: the vintage is the day up to which the region says that it looked, if it does. */
export function inputsOf(region: Region, tables: readonly Counted[]): readonly ResultInput[] {
  return tables.map((table) => {
    const asOf = region.tables.find((each) => each.table === table)?.asOf;
    return { of: table, name: table, vintage: asOf === undefined ? "" : formatDated(asOf), rows: region[table].length };
  });
}

/** How a list was made, as the screens take it. */
export function madeOf({ method, inputs, exclusions }: Result<unknown>): Made {
  return {
    method: { ...method },
    inputs: inputs.map(({ of, vintage, rows }) => ({ of, rows, ...(vintage === "" ? {} : { vintage }) })),
    exclusions: exclusions.map(({ reason, rows }) => ({ reason, rows })),
  };
}
