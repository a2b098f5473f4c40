import type { Condition, Role, Term } from "@kelisim/accord/program";
import type { ClauseRow } from "../plan/clause-row.ts";
import type { Scope } from "../plan/scope.ts";
import { compileCondition, compileTerm, type Names } from "../plan/terms.ts";
import { UNKNOWN } from "../plan/values.ts";
import type { Line, Outcome, Question, Undetermined } from "../question.ts";
import type { View } from "../records/view.ts";
import type { Case } from "./case.ts";
import { Cases } from "./cases.ts";
import type { Concern } from "./concern.ts";
import { type LimitCase, limitCases } from "./limits.ts";
import { type StandingCase, standingCases } from "./standing.ts";

/** A judged case as a line of an answer. */
export function lineOf(view: View, at: Case): Line {
  const { actors } = view;
  // What does not apply has no date, also where a clause that goes before it is what displaces it.
  const isDated = !Number.isNaN(at.deadline) && at.state !== "not applicable";
  return {
    form: at.row.clause.kind,
    instrument: at.row.instrument.id,
    clause: at.row.clause.id,
    version: at.row.clause.hash,
    debtor: actors.id(at.debtor),
    creditor: actors.id(at.creditor),
    ...(at.slot >= 0 && { subject: view.subjectOf(at.slot) }),
    ...(at.label !== undefined && { period: at.label }),
    state: at.state,
    ...(at.reason !== undefined && { reason: at.reason }),
    arises: at.arises,
    deadline: isDated ? at.deadline : null,
    deadlineIsDay: isDated && at.deadlineIsDay,
    ...(!Number.isNaN(at.notBefore) && { notBefore: at.notBefore }),
    ...(at.performance >= 0 && { performance: view.subjectOf(at.performance), performedAt: at.performedAt }),
    ...(!Number.isNaN(at.waivedAt) && { waivedAt: at.waivedAt }),
    unverified: at.unverified,
  };
}

/** A limit's case as a line. `arises` is the start of its window, where it has one. */
export function limitLine({ row, ...limit }: LimitCase, question: Question): Line {
  return {
    form: "limit",
    instrument: row.instrument.id,
    clause: row.clause.id,
    version: row.clause.hash,
    debtor: limit.bearer,
    creditor: "",
    ...(limit.label !== undefined && { period: limit.label }),
    ...(limit.group !== undefined && { group: limit.group }),
    state: limit.state,
    arises: Number.isFinite(limit.from) ? limit.from : question.asOf,
    deadline: null,
    deadlineIsDay: false,
    ...(limit.value !== undefined && { value: limit.value }),
    amount: limit.amount,
    unverified: limit.unverified,
  };
}

export function standingLine({ row, debtor, creditor, state }: StandingCase, question: Question): Line {
  return {
    form: "standing",
    instrument: row.instrument.id,
    clause: row.clause.id,
    version: row.clause.hash,
    debtor: debtor.id,
    creditor: creditor.id,
    state,
    arises: question.asOf,
    deadline: null,
    deadlineIsDay: false,
    unverified: debtor.unverified || creditor.unverified,
  };
}

function nameOf(term: Term): string {
  if (term.kind === "attribute") return `${term.variable}.${term.name}`;
  if (term.kind === "window") return `${term.aggregate} of ${term.record}`;
  return term.kind;
}

/** What keeps a condition from being decided, in words of the clause. */
export function missingIn(condition: Condition, scope: Scope, names: Names): readonly string[] {
  if (compileCondition(condition, names)(scope) !== UNKNOWN) return [];
  switch (condition.kind) {
    case "and":
      return condition.all.flatMap((part) => missingIn(part, scope, names));
    case "or":
      return condition.any.flatMap((part) => missingIn(part, scope, names));
    case "not":
      return missingIn(condition.condition, scope, names);
    case "compare": {
      const missing = [condition.left, condition.right].filter((term) => compileTerm(term, names)(scope) === undefined);
      if (missing.length > 0) return missing.map((term) => `${nameOf(term)} is not given`);
      return [`${nameOf(condition.left)} is not given precisely enough`];
    }
    case "holds":
    case "given":
      return [`${nameOf(condition.term)} is not given`];
    case "member":
      return [`whether ${nameOf(condition.party)} is a member of ${condition.organisation} then is not verified`];
    case "in zone": {
      const place = compileTerm(condition.place, names)(scope);
      if (place === undefined) return [`${nameOf(condition.place)} is not given`];
      return [`${nameOf(condition.place)} cannot be placed in or outside ${condition.zone} on our map`];
    }
  }
}

/** Attributes that a role reads and that are not given. */
function missingInRole(role: Role, scope: Scope, names: Names): readonly string[] {
  const ofTerm = (term: Term) =>
    compileTerm(term, names)(scope) === undefined ? [`${nameOf(term)} is not given`] : [];
  switch (role.kind) {
    case "term":
    case "side of":
      return ofTerm(role.term);
    case "parties in zone":
      return ofTerm(role.place);
    case "all of":
      return role.roles.flatMap((part) => missingInRole(part, scope, names));
    case "except":
      return [...missingInRole(role.role, scope, names), ...missingInRole(role.minus, scope, names)];
    default:
      return [];
  }
}

export function undeterminedLines(cases: Cases, only?: ReadonlySet<ClauseRow>): readonly Undetermined[] {
  const lines: Undetermined[] = [];
  for (const { row, slot, scope } of cases.undetermined()) {
    if (only && !only.has(row)) continue;
    const { trigger } = row.clause;
    const where = trigger.kind === "record" ? trigger.where : undefined;
    lines.push({
      clause: row.clause.id,
      instrument: row.instrument.id,
      subject: cases.view.subjectOf(slot),
      missing: [
        ...new Set([
          ...(where ? missingIn(where, scope, row.names) : []),
          ...missingInRole(row.clause.debtor, scope, row.names),
          ...missingInRole(row.clause.creditor, scope, row.names),
        ]),
      ],
    });
  }
  return lines;
}

/** Everything a view answers to a question, or only what concerns the given clauses. */
export function outcomeOf(view: View, question: Question, concerns?: Concern): Outcome {
  const cases = new Cases(view, question);
  const lines: Line[] = [];
  const take = (at: Case) => lines.push(lineOf(view, at));
  if (!concerns) cases.each(take);
  else cases.eachOfRows(concerns.rows, take);
  for (const limit of limitCases(view, question, { only: concerns?.limits })) lines.push(limitLine(limit, question));
  if (!concerns) {
    for (const standing of standingCases(view, question)) lines.push(standingLine(standing, question));
  }
  const undetermined = undeterminedLines(cases, concerns?.rows);
  return { lines, undetermined };
}
