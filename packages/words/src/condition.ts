import type { Comparison, Condition, Scalar, Term } from "@kelisim/accord/program";
import type { Names } from "./names.ts";
import type { Texts } from "./texts/index.ts";

/**
 * A condition in a few words: "from 9,000 people ? or 250 tanks ?, live, in the zone". What only joins one record
 * to another (i.exercise = e) says nothing to a reader and is left out; an empty text means nothing is left.
 */
export function conditionWords(condition: Condition | undefined, names: Names): string {
  return condition === undefined ? "" : (words(condition, names, false, ", ") ?? "");
}

/** `between` joins what must hold together: commas at the top, "and" inside alternatives. */
function words(condition: Condition, names: Names, negated: boolean, between: string): string | undefined {
  switch (condition.kind) {
    case "and":
    case "or": {
      const all = condition.kind === "and" ? condition.all : condition.any;
      // "x is given and x ..." says no more than "x ..."; "x is not given or x ..." says "x ..., where stated".
      const told = all.filter((part) => !isGivenBeside(part, all));
      const whereStated = condition.kind === "or" && !negated && told.length < all.length;
      const either = (condition.kind === "or") !== negated;
      const parts = told
        .map((part) => words(part, names, negated, either ? names.say.and : ", "))
        .filter((part) => part !== undefined);
      if (parts.length === 0) return undefined;
      const joined = either ? alternatives(parts, names) : parts.join(between);
      return whereStated ? names.say.whereStated(joined) : joined;
    }
    case "not":
      return words(condition.condition, names, !negated, between);
    case "holds":
      return negate(nameOfTerm(condition.term, names), negated, names);
    case "given":
      return negate(names.say.isGiven(nameOfTerm(condition.term, names)), negated, names);
    case "in zone":
      return negated ? names.say.outsideZone : names.say.inZone;
    case "member":
      return negate(
        names.say.memberOf(nameOfTerm(condition.party, names), names.organisation(condition.organisation)),
        negated,
        names,
      );
    case "compare":
      return comparison(condition.op, condition.left, condition.right, names, negated);
  }
}

/** "from 9,000 people or from 250 tanks" reads better as "from 9,000 people or 250 tanks". */
function alternatives(parts: readonly string[], names: Names): string {
  const lead = `${names.say.from} `;
  const [first = "", ...rest] = parts;
  const short = first.includes(lead)
    ? rest.map((part) => (part.startsWith(lead) ? part.slice(lead.length) : part))
    : rest;
  return [first, ...short].join(names.say.or);
}

/** Whether the part only says that an attribute was (not) given of which a part beside it speaks. */
function isGivenBeside(part: Condition, all: readonly Condition[]): boolean {
  const given = part.kind === "not" ? part.condition : part;
  if (given.kind !== "given") return false;
  const term = JSON.stringify(given.term);
  return all.some((other) => other !== part && JSON.stringify(other).includes(term));
}

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};
const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

function comparison(op: Comparison, left: Term, right: Term, names: Names, negated: boolean): string | undefined {
  const sign = negated ? OPPOSITE[op] : op;
  if (left.kind === "constant" && right.kind !== "constant") return valued(MIRRORED[sign], right, left, names);
  return valued(sign, left, right, names);
}

function valued(op: Comparison, term: Term, value: Term, names: Names): string | undefined {
  if (value.kind === "own threshold") {
    if (value.otherwise.kind !== "constant") return undefined;
    const { value: scalar, assumed } = value.otherwise;
    return names.say.ownThreshold(
      names.say.compared(op, plainScalar(scalar, names), quantityName(term, names), assumed !== undefined),
    );
  }
  if (value.kind !== "constant") return undefined;
  const text = plainScalar(value.value, names);
  const unsure = value.assumed !== undefined;
  if (term.kind === "window") return names.say.compared(op, text, windowWords(term, names), unsure);
  if (value.value.type === "count" || value.value.type === "amount" || value.value.type === "money")
    return names.say.compared(op, text, quantityName(term, names), unsure);
  const named = term.kind === "attribute" && value.value.type === "text" ? names.choice(text, term.name) : text;
  return names.say.equals(op, nameOfTerm(term, names), named, unsure);
}

function windowWords(term: Extract<Term, { kind: "window" }>, names: Names): string {
  const of = term.attribute === undefined ? names.kind(term.record) : names.attribute(term.attribute, term.record);
  return names.say.overWindow(of, `${term.over.value} ${names.say.unit(term.over.unit, term.over.value)}`);
}

/** A constant as people write it: "9,000", "100 million m3". */
export function plainScalar(value: Scalar, names: Names): string {
  switch (value.type) {
    case "count":
      return grouped(String(value.value), names.say);
    case "amount":
      return `${grouped(value.value, names.say)} ${names.say.amountUnit(value.unit)}`;
    case "money":
      return `${grouped(value.value, names.say)} ${value.currency}`;
    case "party":
      return names.party(value.value);
    case "yes/no":
      return value.value ? names.say.yes : names.say.no;
    default:
      return value.value;
  }
}

/** Thousands set off: "36,000". */
export function grouped(decimal: string, say: Pick<Texts, "thousands" | "point">): string {
  const [whole = "", fraction] = decimal.split(".");
  const set = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, say.thousands);
  return fraction === undefined ? set : `${set}${say.point}${fraction}`;
}

function quantityName(term: Term, names: Names): string {
  return term.kind === "attribute" ? names.quantity(term.name) : nameOfTerm(term, names);
}

/** What a condition or deadline refers to: "personnel", "the start of the period". */
export function nameOfTerm(term: Term, names: Names): string {
  switch (term.kind) {
    case "attribute":
      return names.attribute(term.name);
    case "record":
      return names.say.theRecord;
    case "constant":
      return String(term.value.value);
    case "period":
      return names.say.thePeriod;
    case "period start":
      return names.say.periodStart;
    case "period end":
      return names.say.periodEnd;
    case "moment":
      return names.say.theMoment;
    case "bound since":
      return names.say.boundSince;
    case "own threshold":
      return term.name;
    case "window":
      return windowWords(term, names);
  }
}

function negate(text: string, negated: boolean, names: Names): string {
  return negated ? names.say.not(text) : text;
}
