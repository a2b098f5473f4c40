import { type Condition, negate, type Term } from "@kelisim/accord/program";

export const ALWAYS_TRUE: Condition = { kind: "and", all: [] };
export const NEVER_TRUE: Condition = { kind: "or", any: [] };

/** All of the conditions at once; ALWAYS_TRUE or NEVER_TRUE themselves where that is plain. */
export function both(...conditions: readonly (Condition | undefined)[]): Condition {
  const all: Condition[] = [];
  for (const condition of conditions) {
    if (condition === undefined || condition === ALWAYS_TRUE) continue;
    if (condition === NEVER_TRUE) return NEVER_TRUE;
    if (condition.kind === "and") all.push(...condition.all);
    else all.push(condition);
  }
  if (all.length === 0) return ALWAYS_TRUE;
  return all.length === 1 ? all[0]! : { kind: "and", all };
}

/** Any of the conditions; ALWAYS_TRUE or NEVER_TRUE themselves where that is plain. */
export function either(conditions: readonly Condition[]): Condition {
  if (conditions.includes(ALWAYS_TRUE)) return ALWAYS_TRUE;
  const any = conditions.filter((condition) => condition !== NEVER_TRUE);
  if (any.length === 0) return NEVER_TRUE;
  return any.length === 1 ? any[0]! : { kind: "or", any };
}

export function not(condition: Condition): Condition {
  if (condition === ALWAYS_TRUE) return NEVER_TRUE;
  return condition === NEVER_TRUE ? ALWAYS_TRUE : negate(condition);
}

export const truth = (is: boolean): Condition => (is ? ALWAYS_TRUE : NEVER_TRUE);

/** That a term names this party. */
export function isParty(term: Term, party: string): Condition {
  return {
    kind: "compare",
    op: "=",
    left: term,
    right: { kind: "constant", value: { type: "party", value: party } },
  };
}

/** Names that clauses of different instruments have in common once their own are replaced. */
export type Renaming = (variable: string) => string;

/** A condition with its variables renamed; what is counted in a window keeps one name of its own. */
export function renamed(condition: Condition, names: Renaming): Condition {
  switch (condition.kind) {
    case "and":
      return { kind: "and", all: condition.all.map((part) => renamed(part, names)) };
    case "or":
      return { kind: "or", any: condition.any.map((part) => renamed(part, names)) };
    case "not":
      return { kind: "not", condition: renamed(condition.condition, names) };
    case "compare": {
      // An assumed number is the same number: the mark must not make two terms of one.
      return {
        kind: "compare",
        op: condition.op,
        left: renamedTerm(condition.left, names),
        right: renamedTerm(condition.right, names),
      };
    }
    case "holds":
    case "given":
      return { kind: condition.kind, term: renamedTerm(condition.term, names) };
    case "in zone":
      return { kind: "in zone", place: renamedTerm(condition.place, names), zone: condition.zone };
    case "member":
      return { kind: "member", party: renamedTerm(condition.party, names), organisation: condition.organisation };
  }
}

/** The name of the record that gave rise to a duty, in every clause. */
export const TRIGGER = "trigger";
/** The name of the record that performs it. */
export const ACT = "act";

export function renamedTerm(term: Term, names: Renaming): Term {
  switch (term.kind) {
    case "attribute":
      // The header's "sent" and "occurred" are one moment (docs/language.md, Vocabulary).
      return {
        kind: "attribute",
        variable: names(term.variable),
        name: term.name === "sent" ? "occurred" : term.name,
      };
    case "record":
      return { kind: "record", variable: names(term.variable) };
    case "own threshold":
      return {
        kind: "own threshold",
        name: term.name,
        of: renamedTerm(term.of, names),
        otherwise: renamedTerm(term.otherwise, names),
      };
    case "window": {
      const inner: Renaming = (variable) => (variable === term.variable ? "counted" : names(variable));
      return {
        ...term,
        variable: "counted",
        ...(term.where === undefined ? {} : { where: renamed(term.where, inner) }),
      };
    }
    case "constant":
      return { kind: "constant", value: term.value };
    default:
      return term;
  }
}

/** Every term in a condition, those inside windows left out. */
export function* termsIn(condition: Condition): Generator<Term> {
  switch (condition.kind) {
    case "and":
      for (const part of condition.all) yield* termsIn(part);
      return;
    case "or":
      for (const part of condition.any) yield* termsIn(part);
      return;
    case "not":
      yield* termsIn(condition.condition);
      return;
    case "compare":
      yield condition.left;
      yield condition.right;
      return;
    case "in zone":
      yield condition.place;
      return;
    case "member":
      yield condition.party;
      return;
    default:
      yield condition.term;
  }
}
