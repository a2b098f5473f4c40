import { clauseHash } from "../hash.ts";
import type { Clause } from "../program/index.ts";
import { openScope } from "./clause-head.ts";
import { lowerDuty } from "./duties.ts";
import { lowerLimit } from "./limits.ts";
import { lowerProhibition } from "./prohibitions.ts";
import { advise, type ClauseScope } from "./scope.ts";
import type { Sight } from "./sight.ts";
import { lowerStanding } from "./standing.ts";
import type { ClauseText, Reading } from "./world.ts";

/** Reads one clause. `displacedBy` holds the clauses that displace it by a `notwithstanding` of their own. */
export function readClause(sight: Sight, text: ClauseText, displacedBy: readonly string[]): Reading {
  const scope = openScope(sight, text);
  const clause = lowerClause(scope, displacedBy);
  adviseUnused(scope);
  const sound = clause && !scope.failed ? ({ ...clause, hash: clauseHash(clause) } as Clause) : undefined;
  return { text, clause: sound, problems: scope.problems, uses: scope.uses, places: scope.places };
}

function lowerClause(scope: ClauseScope, displacedBy: readonly string[]): Omit<Clause, "hash"> | undefined {
  const { node } = scope.entry;
  switch (node.$type) {
    case "Duty":
    case "Right":
      return lowerDuty(scope, node, displacedBy);
    case "Limit":
      return lowerLimit(scope, node, displacedBy);
    case "Prohibition":
      return lowerProhibition(scope, node, displacedBy);
    case "Standing":
      return lowerStanding(scope, node, displacedBy);
  }
}

function adviseUnused(scope: ClauseScope): void {
  if (scope.failed) return;
  for (const variable of scope.declared) {
    if (variable.used || !variable.optional) continue;
    advise(scope, "info", "unused-variable", variable.mark, {
      message: `"${variable.name}" is named and never used.`,
      mend: "Leave the name out, or use it in a condition.",
      edit: "",
    });
  }
}
