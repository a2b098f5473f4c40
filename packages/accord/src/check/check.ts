import type { Problem } from "@kelisim/model";
import type { Sight } from "../lower/sight.ts";
import type { ClauseEntry, Reading, World } from "../lower/world.ts";
import type { Clause } from "../program/index.ts";
import { checkConditions } from "./conditions.ts";
import { checkDeadlines } from "./deadlines.ts";
import { checkOverlaps } from "./overlaps.ts";
import { checkRemedies } from "./remedies.ts";
import { checkRoles } from "./roles.ts";
import { checkTriggers } from "./triggers.ts";
import { checkUnused } from "./unused.ts";

/** What the check of one clause looks at, and where its problems go. Places are counted from its first line. */
export interface ClauseCheck extends Reading {
  readonly sight: Sight;
  readonly clause: Clause;
  readonly problems: Problem[];
}

/** Looks in one clause for what is well formed and still cannot work. Its problems' places count from its first line. */
export function checkClause(sight: Sight, reading: Reading, clause: Clause): readonly Problem[] {
  const check: ClauseCheck = { ...reading, sight, clause, problems: [] };
  checkConditions(check);
  checkRoles(check);
  checkRemedies(check);
  if (clause.kind === "duty" || clause.kind === "right") checkDeadlines(check, clause);
  return check.problems;
}

/** Looks for what only shows when all clauses are seen together. */
export function checkTogether(world: World, entries: readonly ClauseEntry[]): void {
  checkTriggers(world, entries);
  checkOverlaps(world, entries);
  checkUnused(world, entries);
}
