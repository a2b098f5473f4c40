import type { Condition, Kind, Term } from "@kelisim/accord/program";
import { type Instant, type KelisimRecord, NEVER } from "@kelisim/model";
import { Big } from "big.js";
import { boundInstants, joined, reach } from "./binding.ts";
import { type CalendarPeriod, type Cycle, dayOf, periodNumber, type Steps, stepInstant } from "./calendar.ts";
import { compare, day, instant, number, type Truth, type Typed, typedScalar, typedValue, word } from "./values.ts";
import { type ClauseVersion, existing, factsOf, type World } from "./world.ts";

/** Docs: conditions are three-valued; references mean subjects; memberships and windows are of the moment it arises. */

/** A record with the subject it is a version of. */
export interface Bound {
  readonly record: KelisimRecord;
  readonly subject: string;
}

/** What a term can see. */
export interface Scope {
  readonly world: World;
  readonly at: ClauseVersion;
  /** When it arises: memberships, thresholds, windows and readings are of this moment. */
  readonly moment: Instant;
  readonly variables: Readonly<Record<string, Bound>>;
  /** Subject of the trigger: never a performance of its own duty. */
  readonly trigger?: string | undefined;
  readonly period?: { readonly cycle: Cycle; readonly of: CalendarPeriod } | undefined;
  /** The parties of the debtor (a side has several), once it is known. */
  readonly debtors?: readonly string[] | undefined;
}

export const stepsOf = (scope: Scope): Steps => {
  const { timeZone: zone, monthEnd, workingCalendar } = scope.at.instrument;
  const calendars = scope.world.input.workingDays;
  return { zone, monthEnd, isWorking: workingCalendar === undefined ? undefined : calendars?.[workingCalendar] };
};

export const kindOf = (scope: Scope, name: string): Kind | undefined =>
  scope.at.kinds.filter((kind) => kind.name === name).sort((a, b) => b.version - a.version)[0];

export const withVariable = (scope: Scope, variable: string, bound: Bound): Scope => ({
  ...scope,
  variables: { ...scope.variables, [variable]: bound },
});

/** The value of a term; `undefined` where something it needs is missing. */
export function evaluate(term: Term, scope: Scope): Typed | undefined {
  const { world } = scope;
  switch (term.kind) {
    case "constant":
      return typedScalar(term.value);
    case "attribute":
      return attribute(scope, term.variable, term.name);
    case "record": {
      const bound = scope.variables[term.variable];
      return bound && { type: "subject", value: bound.subject };
    }
    case "period":
      return scope.period && word(periodNumber(scope.period.cycle, scope.period.of.index + term.offset).label);
    case "period start":
      return scope.period && day(scope.period.of.first);
    case "period end":
      return scope.period && day(scope.period.of.next);
    case "moment":
      return instant(scope.moment);
    case "bound since":
      return boundSince(scope);
    case "own threshold": {
      const of = evaluate(term.of, scope);
      return of?.type === "word" ? ownThreshold(scope, of.value, term.name, term.otherwise) : undefined;
    }
    case "window":
      return windowValue(term, scope);
    default:
      throw new Error(`no such term in ${world.question.asOf}`);
  }
}

function attribute(scope: Scope, variable: string, name: string): Typed | undefined {
  const bound = scope.variables[variable];
  if (bound === undefined) return undefined;
  const { record } = bound;
  const declared = kindOf(scope, record.kind)?.attributes.find((each) => each.name === name);
  if (declared !== undefined) return typedValue(record.content[name], declared.type, scope.world.subjectOf);
  if (name === "from") return word(record.from);
  if (name === "to") return { type: "words", value: record.to };
  if (name === "sent" || name === "occurred") return instant(record.occurred);
  return name === "received" && record.received !== undefined ? instant(record.received) : undefined;
}

/** The day from which the debtor (the first of its parties) is certainly bound, as of the moment it arises. */
function boundSince({ world, at, debtors = [], moment }: Scope): Typed | undefined {
  if (!debtors.some((party) => joined(world, at.instrument, party, moment) === "bound")) return undefined;
  const since = boundInstants(world, at.instrument, debtors).findLast((each) => each <= moment);
  return since === undefined ? undefined : day(dayOf(since, at.instrument.timeZone));
}

/** The threshold in force last; unknown while one may, but need not, be in force. */
function ownThreshold(scope: Scope, party: string, name: string, otherwise: Term): Typed | undefined {
  const zone = scope.at.instrument.timeZone;
  const mine = factsOf(scope.world, "threshold")
    .filter((fact) => fact.instrument === scope.at.instrument.id && fact.party === party && fact.name === name)
    .map((fact) => ({ fact, ...(fact.from === undefined ? { may: -NEVER, surely: -NEVER } : reach(fact.from, zone)) }))
    .filter(({ may }) => may <= scope.moment)
    .sort((a, b) => a.may - b.may || (a.fact.id < b.fact.id ? -1 : 1));
  const last = mine.at(-1);
  if (last === undefined) return evaluate(otherwise, scope);
  return last.surely <= scope.moment ? number(last.fact.value) : undefined;
}

/** Records in the window that ends with the moment, the trigger among them if it is of that kind; one that cannot be judged leaves the value unknown. */
function windowValue(term: Extract<Term, { kind: "window" }>, scope: Scope): Typed | undefined {
  const start = stepInstant(scope.moment, -1, term.over, stepsOf(scope))!;
  let value = new Big(0);
  for (const { current, id } of existing(scope.world, term.record)) {
    if (current.occurred <= start || current.occurred > scope.moment) continue;
    const inner = withVariable(scope, term.variable, { record: current, subject: id });
    const counts = term.where === undefined ? true : truth(term.where, inner);
    if (counts === false) continue;
    const amount = term.aggregate === "count" ? number(1) : attribute(inner, term.variable, term.attribute!);
    if (counts === undefined || amount?.type !== "number") return undefined;
    value = value.plus(amount.value);
  }
  return number(value);
}

export function truth(condition: Condition, scope: Scope): Truth {
  switch (condition.kind) {
    case "compare":
      return compare(condition.op, evaluate(condition.left, scope), evaluate(condition.right, scope));
    case "holds": {
      const value = evaluate(condition.term, scope);
      return value?.type === "yes/no" ? value.value : undefined;
    }
    case "given":
      return evaluate(condition.term, scope) !== undefined;
    case "in zone": {
      const place = evaluate(condition.place, scope);
      if (place?.type !== "place") return undefined;
      const location = scope.world.input.geography?.locate(condition.zone, place.value);
      return location === "inside" ? true : location === "outside" ? false : undefined;
    }
    case "member": {
      const party = evaluate(condition.party, scope);
      return party?.type === "word" ? isMember(scope, condition.organisation, party.value) : undefined;
    }
    case "and": {
      const truths = condition.all.map((each) => truth(each, scope));
      return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
    }
    case "or": {
      const truths = condition.any.map((each) => truth(each, scope));
      return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
    }
    case "not": {
      const inner = truth(condition.condition, scope);
      return inner === undefined ? undefined : !inner;
    }
  }
}

/** Membership at the moment; a missing or coarse beginning, or a coarse end, may leave it unknown. */
export function isMember(scope: Scope, organisation: string, party: string): Truth {
  const zone = scope.at.instrument.timeZone;
  let answer: Truth = false;
  const mine = factsOf(scope.world, "membership").filter(
    (fact) => fact.organisation === organisation && fact.party === party && fact.status === "member",
  );
  const covers = (fact: (typeof mine)[number]): Truth => {
    const from = fact.from === undefined ? { may: -NEVER, surely: NEVER } : reach(fact.from, zone);
    const to = fact.to === undefined ? { may: NEVER, surely: NEVER } : reach(fact.to, zone);
    if (from.surely <= scope.moment && scope.moment < to.may) return true;
    return from.may <= scope.moment && scope.moment < to.surely ? undefined : false;
  };
  for (const fact of mine) {
    const truth = covers(fact);
    if (truth === false) continue;
    // Rows that disagree are sure only where all of them are; one alone is denied by rows of another kind.
    const group = mine.filter((other) => fact.dispute !== undefined && other.dispute === fact.dispute);
    const isSure =
      fact.dispute === undefined ? truth : group.length > 1 && group.every((other) => covers(other) === true);
    if (isSure === true) return true;
    answer = undefined;
  }
  return answer;
}
