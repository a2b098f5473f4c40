import type { Problem } from "@kelisim/model";
import type { AstNode } from "langium";
import type { Code } from "../codes.ts";
import { type Mark, markOf } from "../parse/places.ts";
import type { Assumption } from "../program/index.ts";
import type { Sight } from "./sight.ts";
import { type ClauseText, type InstrumentFacts, type KindFacts, type ProblemText, report, type Uses } from "./world.ts";

export interface Variable {
  readonly name: string;
  readonly kind: KindFacts;
  readonly role: "trigger" | "act" | "window" | "limit";
  readonly mark: Mark;
  /** Whether the author may leave the variable out. */
  readonly optional: boolean;
  used: boolean;
}

/** How the duty of a clause recurs, where it does. */
export interface Recurrence {
  readonly count: number;
  readonly unit: "month" | "quarter" | "half-year" | "year";
}

/** What the compiler knows while it reads one clause. */
export interface ClauseScope {
  readonly sight: Sight;
  readonly entry: ClauseText;
  readonly instrument: InstrumentFacts;
  readonly problems: Problem[];
  readonly uses: Uses;
  /** Where a condition, role or deadline of the program stands in the clause. */
  readonly places: WeakMap<object, Mark>;
  /** Marks every number of the clause that has no mark of its own. */
  readonly assumption: Assumption | undefined;
  variables: ReadonlyMap<string, Variable>;
  recurrence: Recurrence | undefined;
  /** Whether the clause follows a miss, so that `the debtor` has a meaning. */
  followsMiss: boolean;
  /** Sources given at single verified numbers. */
  readonly sources: string[];
  readonly declared: Variable[];
  failed: boolean;
}

/** Reports an error of the clause, which leaves it out of the program. */
export function fail(scope: ClauseScope, code: Code, mark: Mark, text: ProblemText): undefined {
  scope.failed = true;
  const left = "The clause is left out of the program until this is mended.";
  report(scope, "error", code, mark, { ...text, why: text.why ? `${text.why} ${left}` : left });
  return undefined;
}

/** Reports something that does not stop the clause from working. */
export function advise(
  scope: ClauseScope,
  severity: "warning" | "info",
  code: Code,
  mark: Mark,
  text: ProblemText,
): void {
  report(scope, severity, code, mark, text);
}

export function place(scope: ClauseScope, node: AstNode, property?: string, index?: number): Mark {
  return markOf(scope.entry.source, node, property, index);
}

/** Notes that the clause reads an attribute. */
export function useAttribute(scope: ClauseScope, { kind }: KindFacts, attribute: string): void {
  const read = scope.uses.attributes.get(kind.name) ?? new Set();
  scope.uses.attributes.set(kind.name, read.add(attribute));
}

/** Adds a variable; one name means one record in a clause. */
export function declare(
  scope: ClauseScope,
  name: string | undefined,
  fallback: string,
  kind: KindFacts,
  role: Variable["role"],
  mark: Mark,
): Variable {
  scope.uses.kinds.add(kind.kind.name);
  const taken = name === undefined ? undefined : scope.variables.get(name);
  if (taken) {
    fail(scope, "duplicate-variable", mark, {
      message: `"${name}" already names the ${taken.kind.kind.name} of this clause.`,
      why: "A condition could not say which of the two it means.",
      mend: "Choose another letter for one of them.",
    });
  }
  let free = name ?? fallback;
  while (name === undefined && scope.variables.has(free)) free = `${free}_`;
  const variable: Variable = {
    name: free,
    kind,
    role,
    mark,
    optional: role !== "trigger" && name !== undefined,
    used: false,
  };
  scope.variables = new Map(scope.variables).set(free, variable);
  scope.declared.push(variable);
  return variable;
}
