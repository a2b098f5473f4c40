import type { AskFlows, Cells } from "./sources.ts";

type Question = Parameters<AskFlows>[0];
type Table = NonNullable<Question["table"]>;

/** What holds files of others: which of them answer for a table, and cells that answer a selection of them. */
export interface FlowsPort {
  readonly current: (of: {
    readonly table: Table;
    readonly dataset?: string;
  }) => Promise<{ readonly parts: readonly FlowsPart[] }>;
  /** `years`: of each holding the years for which it answers; absent: all. */
  readonly answer: (
    selection: Question & { readonly table: Table; readonly holdings: readonly string[] },
    years: Readonly<Record<string, readonly number[]>>,
  ) => Promise<Cells | { readonly problems: readonly { readonly message: string }[] }>;
}

export interface FlowsPart {
  readonly holding: { readonly id: string; readonly producer: { readonly dataset: string } };
  readonly years?: readonly number[];
}

/** Answers questions of what is held: one data set, each year by its newest vintage. `howToTake` says how a file is taken in. */
export function flowsOf({ current, answer }: FlowsPort, howToTake: string): AskFlows {
  return async ({ table = "flows", ...question }, dataset) => {
    const { parts } = await current({ table, ...(dataset === undefined ? {} : { dataset }) });
    const ids = [...new Set(parts.map(({ holding }) => holding.producer.dataset))];
    if (ids.length === 0)
      return {
        refused:
          dataset === undefined
            ? `no file with ${table} was taken in: ${howToTake}`
            : `nothing is held of the data set "${dataset}"`,
      };
    if (ids.length > 1)
      return {
        refused: `several data sets could answer, and sources are never added up: add dataset= with one of ${ids.join(", ")}`,
      };
    const years = Object.fromEntries(
      parts.flatMap((part) => (part.years === undefined ? [] : [[part.holding.id, part.years]])),
    );
    const told = await answer({ ...question, table, holdings: parts.map(({ holding }) => holding.id) }, years);
    return "problems" in told ? { refused: told.problems.map(({ message }) => message).join("; ") } : told;
  };
}
