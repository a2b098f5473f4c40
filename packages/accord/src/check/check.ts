import type { ClauseEntry, Workspace } from "../lower/workspace.ts";
import { checkConditions } from "./conditions.ts";
import { checkDeadlines } from "./deadlines.ts";
import { checkOverlaps } from "./overlaps.ts";
import { checkRemedies } from "./remedies.ts";
import { checkRoles } from "./roles.ts";
import { checkTriggers } from "./triggers.ts";
import { checkUnused } from "./unused.ts";

/** Looks for what is well formed and still cannot work: run when all clauses have been read. */
export function check(workspace: Workspace, entries: readonly ClauseEntry[]): void {
  for (const entry of entries) {
    const { clause } = entry;
    if (!clause) continue;
    checkConditions(workspace, entry, clause);
    checkRoles(workspace, entry, clause);
    checkRemedies(workspace, entry, clause);
    if (clause.kind === "duty" || clause.kind === "right") checkDeadlines(workspace, entry, clause);
  }
  checkTriggers(workspace, entries);
  checkOverlaps(workspace, entries);
  checkUnused(workspace, entries);
}
