import type * as ast from "../generated/ast.ts";
import type { StandingClause } from "../program/index.ts";
import { lowerHead } from "./clause-head.ts";
import { lowerRole } from "./roles.ts";
import type { ClauseScope } from "./scope.ts";

/** Reads a standing principle: who owes it to whom, with nothing to compute beyond that. */
export function lowerStanding(
  scope: ClauseScope,
  node: ast.Standing,
  displacedBy: readonly string[],
): Omit<StandingClause, "hash"> | undefined {
  const debtor = lowerRole(scope, node.debtor, "debtor");
  const creditor = lowerRole(scope, node.creditor, "creditor");
  const head = lowerHead(scope, node, displacedBy);
  if (scope.failed || !debtor || !creditor) return undefined;
  return { ...head, kind: "standing", debtor, creditor };
}
