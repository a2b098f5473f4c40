import type { Exclusion, Result, ResultInput } from "@kelisim/analysis";
import type { CoverageProof } from "@kelisim/api";
import { formatDated } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import type { Desk } from "../desk.ts";

/** Tables of the region as what a figure is made of, with how many of their rows there are. */
export function tableInputs(desk: Desk, rows: Readonly<Record<string, number>>): readonly ResultInput[] {
  return Object.entries(rows).map(([table, count]) => {
    const asOf = desk.region.tables.find((each) => each.table === table)?.asOf;
    return { of: table, name: `${table}.csv`, vintage: asOf === undefined ? "" : formatDated(asOf), rows: count };
  });
}

/** Method, inputs and exclusions of a result in the reader's language. */
export function proofData(
  of: CoverageProof["of"],
  { method, inputs, exclusions }: Result<unknown>,
  { coverage }: Words["say"],
  more: readonly Exclusion[] = [],
): CoverageProof {
  return {
    of,
    method: { ...method, words: coverage.methods[method.id] ?? method.formula },
    inputs: inputs.map(({ of: table, name, vintage, rows }) => ({
      of: table,
      name,
      rows,
      ...(vintage === "" ? {} : { vintage }),
    })),
    exclusions: [...exclusions, ...more]
      .filter(({ rows }) => rows > 0)
      .map(({ reason, ...rest }) => ({ reason: coverage.excluded[reason] ?? reason, ...rest })),
  };
}
