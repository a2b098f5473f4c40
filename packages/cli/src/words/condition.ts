import type { Comparison, Condition, Scalar, Term } from "@kelisim/accord/program";
import { texts } from "../texts/index.ts";
import type { Names } from "./names.ts";

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
        .map((part) => words(part, names, negated, either ? texts.and : ", "))
        .filter((part) => part !== undefined);
      if (parts.length === 0) return undefined;
      const joined = either ? alternatives(parts) : parts.join(between);
      return whereStated ? texts.whereStated(joined) : joined;
    }
    case "not":
      return words(condition.condition, names, !negated, between);
    case "holds":
      return negate(nameOfTerm(condition.term), negated);
    case "given":
      return negate(texts.isGiven(nameOfTerm(condition.term)), negated);
    case "in zone":
      return negated ? texts.outsideZone : texts.inZone;
    case "member":
      return negate(texts.memberOf(nameOfTerm(condition.party), condition.organisation), negated);
    case "compare":
      return comparison(condition.op, condition.left, condition.right, names, negated);
  }
}

/** "from 9,000 people or from 250 tanks" reads better as "from 9,000 people or 250 tanks". */
function alternatives(parts: readonly string[]): string {
  const lead = `${texts.from} `;
  const [first = "", ...rest] = parts;
  const short = first.includes(lead)
    ? rest.map((part) => (part.startsWith(lead) ? part.slice(lead.length) : part))
    : rest;
  return [first, ...short].join(texts.or);
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
    return texts.ownThreshold(
      texts.compared(op, plainScalar(scalar, names), quantityName(term), assumed !== undefined),
    );
  }
  if (value.kind !== "constant") return undefined;
  const text = plainScalar(value.value, names);
  const unsure = value.assumed !== undefined;
  if (term.kind === "window") return texts.compared(op, text, windowWords(term), unsure);
  if (value.value.type === "count" || value.value.type === "amount" || value.value.type === "money")
    return texts.compared(op, text, quantityName(term), unsure);
  return texts.equals(op, nameOfTerm(term), text, unsure);
}

function windowWords(term: Extract<Term, { kind: "window" }>): string {
  const of = term.attribute === undefined ? camelWords(term.record) : camelWords(term.attribute);
  return texts.overWindow(of, `${term.over.value} ${texts.unit(term.over.unit, term.over.value)}`);
}

/** A constant as people write it: "9,000", "100 million m3". */
export function plainScalar(value: Scalar, names: Names): string {
  switch (value.type) {
    case "count":
      return grouped(String(value.value));
    case "amount":
      return `${grouped(value.value)} ${value.unit}`;
    case "money":
      return `${grouped(value.value)} ${value.currency}`;
    case "party":
      return names.party(value.value);
    case "yes/no":
      return value.value ? texts.yes : texts.no;
    default:
      return value.value;
  }
}

/** Thousands set off: "36,000". */
export function grouped(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const set = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, texts.thousands);
  return fraction === undefined ? set : `${set}.${fraction}`;
}

function quantityName(term: Term): string {
  return term.kind === "attribute" ? (texts.quantities[term.name] ?? camelWords(term.name)) : nameOfTerm(term);
}

export function nameOfTerm(term: Term): string {
  switch (term.kind) {
    case "attribute":
      return texts.attributes[term.name] ?? camelWords(term.name);
    case "record":
      return texts.theRecord;
    case "constant":
      return String(term.value.value);
    case "period":
      return texts.thePeriod;
    case "period start":
      return texts.periodStart;
    case "period end":
      return texts.periodEnd;
    case "moment":
      return texts.theMoment;
    case "bound since":
      return texts.boundSince;
    case "own threshold":
      return term.name;
    case "window":
      return windowWords(term);
  }
}

/** "armouredVehicles" and "armoured_vehicles" read "armoured vehicles". */
export function camelWords(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/([a-z])([0-9])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
}

function negate(text: string, negated: boolean): string {
  return negated ? texts.not(text) : text;
}
