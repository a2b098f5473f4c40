import type { ClauseOwed } from "@kelisim/compare";
import { namesClause, type Threat } from "@kelisim/model";

/** How many of the clauses that threats name stand in no agreement here. */
export const clausesNotHere = (threats: readonly Threat[], here: readonly Pick<ClauseOwed, "clause">[]): number =>
  [...new Set(threats.flatMap(({ duties }) => duties))].filter(
    (listed) => !here.some(({ clause }) => namesClause(listed, clause)),
  ).length;
