import type { Coverage, CoverageTaken, CoverageThreat } from "@kelisim/api";
import { writtenRules } from "../money/purpose-rules.ts";
import type { Address } from "../standpoint.ts";

type TakenCell = CoverageTaken["cells"][number];

export interface TakenRow {
  readonly threat: CoverageThreat;
  readonly cells: readonly {
    readonly country: string;
    /** Absent: the file has no row that belongs, or may belong. */
    readonly cell: TakenCell | undefined;
    /** Budgets of programmes for this country alone, by currency, and how many budgets are for several countries. */
    readonly budgets: Coverage["cells"][number]["money"]["own"];
    readonly shared: number;
  }[];
}

/** Threats of the screen that have purposes of their own or rows in the file, in its order, with budgets of programmes beside. */
export function takenRows(data: Coverage, taken: Pick<CoverageTaken, "cells" | "rules">): readonly TakenRow[] {
  const read = new Set([...taken.rules, ...taken.cells].map(({ threat }) => threat));
  return data.threats
    .filter(({ id }) => read.has(id))
    .map((threat) => ({
      threat,
      cells: data.countries.map(({ id: country }) => {
        const here = (each: { readonly threat: string; readonly country: string }) =>
          each.threat === threat.id && each.country === country;
        const money = data.cells.find(here)?.money;
        return {
          country,
          cell: taken.cells.find(here),
          budgets: money?.own ?? [],
          shared: money?.shared.length ?? 0,
        };
      }),
    }));
}

/**
 * The question for the rows of the files behind a figure: what the purposes of a threat take for a state, or of what they cannot say it.
 * The purposes are asked as a set of the reader's own, made of the rows that the answer names; of the same files.
 */
export function takenRowsOf(
  { dataset, year, basis, rules, frozen }: CoverageTaken,
  threat: string,
  country: string,
  part: "in" | "undecided",
): Address {
  const own = rules
    .filter((rule) => rule.threat === threat)
    .map(({ codes, words }) => ({ codes: codes.join(","), words: words.join(",") }));
  return {
    dataset,
    holdings: frozen.replace(/^holdings=/, ""),
    recipient: country,
    from: `${year}`,
    to: `${year}`,
    measure: basis?.measure,
    currency: basis?.currency,
    price: basis?.priceYear === undefined ? "current" : `${basis.priceYear}`,
    set: "own",
    rules: writtenRules(own),
    part,
  };
}
