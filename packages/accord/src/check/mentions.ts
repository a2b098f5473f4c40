import type { Condition, Term } from "../program/index.ts";

/** All terms of a condition, with those inside them. */
export function* termsOf(condition: Condition): Generator<Term> {
  switch (condition.kind) {
    case "and":
      for (const part of condition.all) yield* termsOf(part);
      break;
    case "or":
      for (const part of condition.any) yield* termsOf(part);
      break;
    case "not":
      yield* termsOf(condition.condition);
      break;
    case "compare":
      yield* within(condition.left);
      yield* within(condition.right);
      break;
    case "holds":
    case "given":
      yield* within(condition.term);
      break;
    case "in zone":
      yield* within(condition.place);
      break;
    case "member":
      yield* within(condition.party);
      break;
  }
}

function* within(term: Term): Generator<Term> {
  yield term;
  if (term.kind === "own threshold") {
    yield* within(term.of);
    yield* within(term.otherwise);
  }
  if (term.kind === "window" && term.where) yield* termsOf(term.where);
}

/** Whether some single comparison ties a record to another one, or to the period. */
export function isJoined(condition: Condition | undefined, act: string, other: (term: Term) => boolean): boolean {
  if (!condition) return false;
  switch (condition.kind) {
    case "and":
      return condition.all.some((part) => isJoined(part, act, other));
    case "or":
      return condition.any.every((part) => isJoined(part, act, other));
    case "compare": {
      const terms = [...termsOf(condition)];
      return terms.some((term) => isOf(term, act)) && terms.some(other);
    }
    default:
      return false;
  }
}

export function isOf(term: Term, variable: string): boolean {
  return (term.kind === "attribute" || term.kind === "record") && term.variable === variable;
}
