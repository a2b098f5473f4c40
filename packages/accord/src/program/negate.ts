import type { Condition } from "./term.ts";

/** The opposite of a condition. What is unknown stays unknown. */
export function negate(condition: Condition): Condition {
  return condition.kind === "not" ? condition.condition : { kind: "not", condition };
}
