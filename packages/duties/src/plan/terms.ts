import type { Condition, Kind, Term } from "@kelisim/accord/program";
import { dayOf, type Instant, type KelisimRecord, parseDated, startOfDay, type Value } from "@kelisim/model";
import { Big } from "big.js";
import { stepInstant } from "../calendar/steps.ts";
import type { Scope } from "./scope.ts";
import { compareValues, FALSE, negate, scalarValue, TRUE, type Truth, truthOf, UNKNOWN } from "./values.ts";

export type ReadTerm = (scope: Scope) => Value | undefined;
export type Test = (scope: Scope) => Truth;

/** Which record of the scope a variable of the text names, and its kind. */
export interface Names {
  readonly trigger?: { readonly variable: string; readonly kind: string } | undefined;
  readonly act?: { readonly variable: string; readonly kind: string } | undefined;
  /** Inside a window: the record that is being counted. */
  readonly counted?: { readonly variable: string; readonly kind: string } | undefined;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly timeZone: string;
}

/** A date of a program as a value; a text that is no date reads as missing. */
function readDay(text: string): Value | undefined {
  const date = parseDated(text);
  return typeof date === "object" && "refusal" in date ? undefined : date;
}

const HEADER: Readonly<Record<string, (record: KelisimRecord) => Value | undefined>> = {
  // An event whose actor stands in its content may have no sender.
  from: (record) => (record.from === "" ? undefined : record.from),
  to: (record) => record.to,
  sent: (record) => record.occurred,
  occurred: (record) => record.occurred,
  received: (record) => record.received,
};

function sourceOf(variable: string, names: Names): "trigger" | "act" | "counted" | undefined {
  if (names.counted?.variable === variable) return "counted";
  if (names.act?.variable === variable) return "act";
  if (names.trigger?.variable === variable) return "trigger";
  return undefined;
}

function attributeTypeOf(variable: string, name: string, names: Names) {
  const source = sourceOf(variable, names);
  const kind = source && names[source]?.kind;
  return kind === undefined ? undefined : names.kinds.get(kind)?.attributes.find((a) => a.name === name)?.type;
}

/** Whether a term names a record, directly or by a reference: such values are compared by subject. */
export function isReference(term: Term, names: Names): boolean {
  if (term.kind === "record") return true;
  return term.kind === "attribute" && attributeTypeOf(term.variable, term.name, names)?.type === "record";
}

/** Whether a term looks at the record bound to this variable. */
export function mentions(term: Term, variable: string): boolean {
  switch (term.kind) {
    case "attribute":
    case "record":
      return term.variable === variable;
    case "own threshold":
      return mentions(term.of, variable) || mentions(term.otherwise, variable);
    default:
      return false;
  }
}

function readWindow(term: Extract<Term, { kind: "window" }>, names: Names): ReadTerm {
  const inner: Names = { ...names, counted: { variable: term.variable, kind: term.record } };
  const test = term.where && compileCondition(term.where, inner);
  const duration = term.over;
  return (scope) => {
    const start = stepInstant(scope.moment, -1, duration, names.timeZone, "clip");
    if (start === undefined) return undefined;
    let count = 0;
    let sum = new Big(0);
    let big = false;
    for (const record of scope.world.currentOf(term.record)) {
      if (record.occurred <= start || record.occurred > scope.moment) continue;
      const truth = test ? test({ ...scope, counted: record }) : TRUE;
      if (truth === UNKNOWN) return undefined;
      if (truth === FALSE) continue;
      count++;
      if (term.aggregate === "sum") {
        const value = record.content[term.attribute ?? ""];
        if (value instanceof Big) big = true;
        else if (typeof value !== "number") return undefined;
        sum = sum.plus(value);
      }
    }
    if (term.aggregate === "count") return count;
    return big ? sum : sum.toNumber();
  };
}

/** Makes a reader of a term. Unknown variables read as missing: the language refuses them, plain data may hold them. */
export function compileTerm(term: Term, names: Names): ReadTerm {
  switch (term.kind) {
    case "constant": {
      const value = scalarValue(term.value, readDay);
      return () => value;
    }
    case "attribute": {
      const source = sourceOf(term.variable, names);
      if (!source) return () => undefined;
      const name = term.name;
      const header = Object.hasOwn(HEADER, name) ? HEADER[name] : undefined;
      if (header)
        return (scope) => {
          const record = scope[source];
          return record && header(record);
        };
      if (isReference(term, names)) {
        return (scope) => {
          const id = scope[source]?.content[name];
          return typeof id === "string" ? scope.world.rootOf(id) : undefined;
        };
      }
      return (scope) => scope[source]?.content[name];
    }
    case "record": {
      const source = sourceOf(term.variable, names);
      if (!source) return () => undefined;
      return (scope) => scope[source] && scope.world.rootOf(scope[source].id);
    }
    case "period":
      return ({ period }) => period?.recurrence.label(period.index + term.offset);
    case "period start":
      return ({ period }) => period?.recurrence.start(period.index);
    case "period end":
      return ({ period }) => period?.recurrence.start(period.index + 1);
    case "moment":
      return ({ moment }) => moment;
    case "bound since":
      return ({ world, instrument, debtor, moment }) => {
        const since = world.book.status.boundSince(instrument, debtor, moment);
        return since === undefined ? undefined : dayOf(since, names.timeZone);
      };
    case "own threshold": {
      const of = compileTerm(term.of, names);
      const otherwise = compileTerm(term.otherwise, names);
      return (scope) => {
        const party = of(scope);
        if (typeof party !== "string") return undefined;
        const own = scope.world.book.threshold(scope.instrument, party, term.name, scope.moment);
        return own === "unknown" ? undefined : (own ?? otherwise(scope));
      };
    }
    case "window":
      return readWindow(term, names);
  }
}

/** Makes a three-valued test of a condition. */
export function compileCondition(condition: Condition, names: Names): Test {
  switch (condition.kind) {
    case "compare": {
      const left = compileTerm(condition.left, names);
      const right = compileTerm(condition.right, names);
      const op = condition.op;
      return (scope) => compareValues(op, left(scope), right(scope));
    }
    case "holds": {
      const term = compileTerm(condition.term, names);
      return (scope) => {
        const value = term(scope);
        return typeof value === "boolean" ? truthOf(value) : UNKNOWN;
      };
    }
    case "given": {
      const term = compileTerm(condition.term, names);
      return (scope) => truthOf(term(scope) !== undefined);
    }
    case "in zone": {
      const term = compileTerm(condition.place, names);
      const zone = condition.zone;
      return (scope) => {
        const place = term(scope);
        if (typeof place !== "object" || !("lat" in place) || !scope.world.geography) return UNKNOWN;
        const location = scope.world.geography.locate(zone, place);
        return location === "inside" ? TRUE : location === "outside" ? FALSE : UNKNOWN;
      };
    }
    case "member": {
      const term = compileTerm(condition.party, names);
      return (scope) => {
        const party = term(scope);
        if (typeof party !== "string") return UNKNOWN;
        const members = scope.world.book.members(condition.organisation, scope.moment, names.timeZone);
        const member = members.find((m) => m.party === party);
        return member ? (member.unverified ? UNKNOWN : TRUE) : FALSE;
      };
    }
    case "and": {
      const all = condition.all.map((part) => compileCondition(part, names));
      return (scope) => {
        let truth: Truth = TRUE;
        for (const test of all) {
          const part = test(scope);
          if (part === FALSE) return FALSE;
          if (part === UNKNOWN) truth = UNKNOWN;
        }
        return truth;
      };
    }
    case "or": {
      const any = condition.any.map((part) => compileCondition(part, names));
      return (scope) => {
        let truth: Truth = FALSE;
        for (const test of any) {
          const part = test(scope);
          if (part === TRUE) return TRUE;
          if (part === UNKNOWN) truth = UNKNOWN;
        }
        return truth;
      };
    }
    case "not": {
      const test = compileCondition(condition.condition, names);
      return (scope) => negate(test(scope));
    }
  }
}

/** Whether a part of a clause counts other records somewhere (a window), so that a later record can change its answer. */
export function looksAround(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(looksAround);
  if (typeof part !== "object" || part === null) return false;
  return (part as Partial<Term>).kind === "window" || Object.values(part).some(looksAround);
}

/** The instant from which a date or instant counts, for placing a record in a window. */
export function instantOf(value: Value | undefined, isDate: boolean, timeZone: string): Instant | undefined {
  if (typeof value !== "number") return undefined;
  return isDate ? startOfDay(value, timeZone) : value;
}

/** Whether a term yields a civil date (as opposed to an instant). */
export function isDateTerm(term: Term, names: Names): boolean {
  if (term.kind === "period start" || term.kind === "period end" || term.kind === "bound since") return true;
  if (term.kind === "constant") return term.value.type === "date";
  return term.kind === "attribute" && attributeTypeOf(term.variable, term.name, names)?.type === "date";
}
