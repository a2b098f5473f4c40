import type { Clause } from "@kelisim/accord/program";

/**
 * Whether a limit rests on a number that no source we hold confirms: its figure, or one in the condition on what it
 * counts ("must not hold an exercise of more than 4,000 people"). Nothing is said to exceed such a limit.
 */
export function limitUnverified(clause: Clause): boolean {
  return clause.kind === "limit" && (clause.amountAssumed !== undefined || isAssumed(clause.where));
}

function isAssumed(part: unknown): boolean {
  if (typeof part !== "object" || part === null) return false;
  return "assumed" in part || Object.values(part).some(isAssumed);
}
