import type { Selection } from "@kelisim/analysis";
import { type Answer, type Holdings, isNotAsked, type OnlyYears, type Part } from "@kelisim/holdings";
import { badRequest } from "../http/problem.ts";
import { remember } from "./remember.ts";

/** A question to the flows of some holdings. */
export type AskedOfFlows = Omit<Selection, "table" | "holdings">;

/** Answers of selections and figures made of them, each worked out once. */
export interface RememberedCells {
  answer(asked: AskedOfFlows, parts: readonly Part[]): Promise<Answer>;
  /** A figure of some holdings; `key` tells it from other figures of the same ones. */
  figure<T extends { readonly value: readonly unknown[] }>(
    key: unknown,
    parts: readonly Part[],
    make: () => Promise<T>,
  ): Promise<T>;
}

export function rememberCells(holdings: Holdings): RememberedCells {
  const once = remember();
  return {
    answer(asked, parts) {
      const selection = selectionOf(asked, parts);
      const only = onlyYears(parts);
      const key = JSON.stringify(["cells", selection, only]);
      return once(
        key,
        () => ask(holdings, selection, only),
        ({ cells }) => cells.length,
      );
    },
    figure(key, parts, make) {
      const ids = parts.map(({ holding, years }) => [holding.id, years]);
      return once(JSON.stringify(["figure", key, ids]), make, ({ value }) => value.length);
    },
  };
}

/** A selection of flows over the holdings of one data set. */
export const selectionOf = (asked: AskedOfFlows, parts: readonly Part[]): Selection => ({
  table: "flows",
  holdings: parts.map(({ holding }) => holding.id),
  ...asked,
});

/** For which years each holding is asked. */
export const onlyYears = (parts: readonly Part[]): OnlyYears =>
  Object.fromEntries(parts.flatMap(({ holding, years }) => (years === undefined ? [] : [[holding.id, years]])));

async function ask(holdings: Holdings, selection: Selection, only: OnlyYears): Promise<Answer> {
  return orRefused(await holdings.answer(selection, only));
}

/** What was answered. Throws 400 for what cannot be asked. */
export function orRefused<T extends object>(answer: T): Exclude<T, { readonly problems: unknown }> {
  if (!isNotAsked(answer)) return answer as Exclude<T, { readonly problems: unknown }>;
  const [first] = answer.problems;
  throw badRequest("/query", first?.message ?? "cannot be answered", first?.mend);
}
