import type { Condition, Term } from "@kelisim/accord/program";
import { compileCondition, compileTerm, isReference, mentions, type Names, type ReadTerm, type Test } from "./terms.ts";

/**
 * An equation of the act's condition that ties a performance to its trigger or period: `c.answers = r`.
 * Performances are found by it directly; what remains of the condition is tested on those found.
 */
export interface Join {
  /** Attribute of the act. */
  readonly attribute: string;
  /** The value it must equal, read from the trigger or period; for a reference, a subject. */
  readonly value: ReadTerm;
  readonly reference: boolean;
  readonly byPeriod: boolean;
}

export interface ActPlan {
  readonly join: Join | undefined;
  /** What the join does not settle. */
  readonly rest: Test | undefined;
  /** Whether some equation ties an attribute of the act to the period. */
  readonly byPeriod: boolean;
}

function conjuncts(condition: Condition | undefined): readonly Condition[] {
  if (!condition) return [];
  return condition.kind === "and" ? condition.all.flatMap(conjuncts) : [condition];
}

const isPeriod = (term: Term) => term.kind === "period" || term.kind === "period start" || term.kind === "period end";

/** Splits an equation into the act's attribute and the rest, if it has that form. */
function tie(condition: Condition, act: string): { attribute: string; other: Term } | undefined {
  if (condition.kind !== "compare" || condition.op !== "=") return undefined;
  for (const [mine, other] of [
    [condition.left, condition.right],
    [condition.right, condition.left],
  ] as const) {
    if (mine.kind === "attribute" && mine.variable === act && !mentions(other, act) && other.kind !== "window") {
      return { attribute: mine.name, other };
    }
  }
  return undefined;
}

const HEADER_NAMES: ReadonlySet<string> = new Set(["from", "to", "sent", "occurred", "received"]);

/** Plans how the performances of an act are found. References make the best key, then other equations. */
export function planAct(where: Condition | undefined, act: string, names: Names): ActPlan {
  const parts = conjuncts(where);
  const ties = parts.flatMap((part) => {
    const found = tie(part, act);
    return found ? [{ part, ...found }] : [];
  });
  const byPeriod = ties.some(({ other }) => isPeriod(other));
  const keyed = ties.filter(({ attribute }) => !HEADER_NAMES.has(attribute));
  const isRef = (t: { attribute: string; other: Term }) => isReference(t.other, names);
  const chosen = keyed.find(isRef) ?? keyed.find((t) => isPeriod(t.other)) ?? keyed[0];
  const rest = parts.filter((part) => part !== chosen?.part);
  return {
    byPeriod,
    join: chosen && {
      attribute: chosen.attribute,
      value: compileTerm(chosen.other, names),
      reference: isRef(chosen),
      byPeriod: isPeriod(chosen.other),
    },
    rest: rest.length === 0 ? undefined : compileCondition({ kind: "and", all: rest }, names),
  };
}
