import { type AttributeType, firstDay, isRefusal, parseDated } from "@kelisim/model";
import { Big } from "big.js";
import { negate } from "./negate.ts";
import type { Scalar } from "./quantity.ts";

import { Range } from "./range.ts";
import type { Comparison, Condition, Term } from "./term.ts";

/** Type and bounds of an attribute, where they are known. */
export interface Declared {
  readonly type: AttributeType;
  readonly min?: number;
  readonly max?: number;
}
export type Declarations = (variable: string, attribute: string) => Declared | undefined;

/** Beyond so many alternatives `expand` gives up. */
const MOST = 400;

/** After so many attempts a search gives up, and the condition is taken to be possible. */
const MOST_ATTEMPTS = 4000;

/**
 * Whether a condition can be true of any records at all. Reasons over comparisons with constants (as intervals, and
 * sets of choices), over the order of two attributes, and over what is asked and denied at once. Where it does not
 * know, it says yes: a "no" is certain.
 */
export function canHold(condition: Condition, declared: Declarations): boolean {
  for (const _ of casesOf(condition, declared)) return true;
  return false;
}

/**
 * The ways in which a condition may be true, one after another: each a set of questions, asked or denied, that do not
 * contradict each other. None: it can never be true. "too many": the search was given up, and nothing is known.
 */
export function* casesOf(
  condition: Condition,
  declared: Declarations,
): Generator<readonly Literal[] | "too many", void, undefined> {
  const search: Search = { attempts: 0, declared };
  const start = flatten(condition, false);
  if (!consistent(start.literals, declared)) return;
  yield* branch(start, search);
}

interface Flat {
  readonly literals: readonly Literal[];
  readonly choices: readonly (readonly { readonly condition: Condition; readonly denied: boolean }[])[];
}

interface Search {
  attempts: number;
  readonly declared: Declarations;
}

/** What is asked in any case, and the choices that are still open. */

function flatten(condition: Condition, denied: boolean): Flat {
  switch (condition.kind) {
    case "not":
      return flatten(condition.condition, !denied);
    case "and":
    case "or": {
      const parts = condition.kind === "and" ? condition.all : condition.any;
      const joins = (condition.kind === "and") !== denied;
      if (!joins && parts.length !== 1)
        return { literals: [], choices: [parts.map((part) => ({ condition: part, denied }))] };
      const flat = parts.map((part) => flatten(part, denied));
      return { literals: flat.flatMap((each) => each.literals), choices: flat.flatMap((each) => each.choices) };
    }
    default:
      return { literals: [{ condition, denied }], choices: [] };
  }
}

function* branch(flat: Flat, search: Search): Generator<readonly Literal[] | "too many", void, undefined> {
  const [choice, ...rest] = flat.choices;
  if (choice === undefined) {
    yield flat.literals;
    return;
  }
  for (const { condition, denied } of choice) {
    if (search.attempts > MOST_ATTEMPTS) return;
    if (++search.attempts > MOST_ATTEMPTS) {
      yield "too many";
      return;
    }
    const chosen = flatten(condition, denied);
    const literals = [...flat.literals, ...chosen.literals];
    if (chosen.literals.length > 0 && !consistent(literals, search.declared)) continue;
    yield* branch({ literals, choices: [...chosen.choices, ...rest] }, search);
  }
}

/** Whether a condition is true of all records that give what it asks for. */
export function alwaysHolds(condition: Condition, declared: Declarations): boolean {
  return !canHold(negate(condition), declared);
}

export interface Literal {
  readonly condition: Exclude<Condition, { kind: "and" | "or" | "not" }>;
  readonly denied: boolean;
}

/** The condition as alternatives of single questions, each asked or denied; undefined where there are too many. */
export function expand(condition: Condition, denied = false): readonly (readonly Literal[])[] | undefined {
  switch (condition.kind) {
    case "not":
      return expand(condition.condition, !denied);
    case "and":
    case "or": {
      const parts = condition.kind === "and" ? condition.all : condition.any;
      const joins = (condition.kind === "and") !== denied;
      return joins ? product(parts, denied) : union(parts, denied);
    }
    default:
      return [[{ condition, denied }]];
  }
}

function union(parts: readonly Condition[], denied: boolean): readonly (readonly Literal[])[] | undefined {
  const all: (readonly Literal[])[] = [];
  for (const part of parts) {
    const alternatives = expand(part, denied);
    if (!alternatives || all.length + alternatives.length > MOST) return undefined;
    all.push(...alternatives);
  }
  return all;
}

function product(parts: readonly Condition[], denied: boolean): readonly (readonly Literal[])[] | undefined {
  let all: readonly (readonly Literal[])[] = [[]];
  for (const part of parts) {
    const alternatives = expand(part, denied);
    if (!alternatives || all.length * alternatives.length > MOST) return undefined;
    all = all.flatMap((left) => alternatives.map((right) => [...left, ...right]));
  }
  return all;
}

const keys = new WeakMap<Term, string>();

/** Terms are the same where they are written the same. */
function keyOf(term: Term): string {
  let key = keys.get(term);
  if (key === undefined) {
    key = JSON.stringify(term);
    keys.set(term, key);
  }
  return key;
}

/** Which orders of two terms an operator allows: bits for less, equal, greater. */
const ORDERS: Readonly<Record<Comparison, number>> = { "<": 1, "<=": 3, "=": 2, ">=": 6, ">": 4, "!=": 5 };
const MIRROR: Readonly<Record<number, number>> = { 1: 4, 2: 2, 3: 6, 4: 1, 5: 5, 6: 3, 7: 7, 0: 0 };

class Facts {
  readonly ranges = new Map<string, Range>();
  readonly orders = new Map<string, number>();
  readonly words = new Map<string, { equal: Set<string>; not: Set<string>; of: readonly string[] | undefined }>();
  readonly asked = new Map<string, boolean>();
  readonly absent = new Set<string>();
  readonly present = new Set<string>();
}

function consistent(literals: readonly Literal[], declared: Declarations): boolean {
  const facts = new Facts();
  for (const { condition, denied } of literals) {
    switch (condition.kind) {
      case "given":
        (denied ? facts.absent : facts.present).add(keyOf(condition.term));
        break;
      case "holds":
        if (!ask(facts, condition.term, "holds", !denied)) return false;
        break;
      case "in zone":
        if (!ask(facts, condition.place, `in ${condition.zone}`, !denied)) return false;
        break;
      case "member":
        if (!ask(facts, condition.party, `of ${condition.organisation}`, !denied)) return false;
        break;
      case "compare": {
        const orders = denied ? 7 - ORDERS[condition.op] : ORDERS[condition.op];
        if (!compare(facts, condition.left, orders, condition.right, declared)) return false;
        break;
      }
    }
  }
  return ![...facts.absent].some((key) => facts.present.has(key));
}

function ask(facts: Facts, term: Term, question: string, answer: boolean): boolean {
  facts.present.add(keyOf(term));
  const key = `${question} ${keyOf(term)}`;
  const known = facts.asked.get(key);
  facts.asked.set(key, answer);
  return known === undefined || known === answer;
}

function compare(facts: Facts, left: Term, orders: number, right: Term, declared: Declarations): boolean {
  if (left.kind === "constant") return compare(facts, right, MIRROR[orders]!, left, declared);
  facts.present.add(keyOf(left));
  if (right.kind === "constant") return compareConstant(facts, left, orders, right.value, declared);
  facts.present.add(keyOf(right));
  const [a, b] = [keyOf(left), keyOf(right)];
  if (a === b) return (orders & 2) !== 0;
  const [key, allowed] = a < b ? [`${a} ${b}`, orders] : [`${b} ${a}`, MIRROR[orders]!];
  const left3 = (facts.orders.get(key) ?? 7) & allowed;
  facts.orders.set(key, left3);
  return left3 !== 0;
}

function compareConstant(facts: Facts, term: Term, orders: number, value: Scalar, declared: Declarations): boolean {
  const own = term.kind === "attribute" ? declared(term.variable, term.name) : undefined;
  const key = keyOf(term);
  const number = numberOf(value);
  if (number) {
    const whole = value.type === "count" || value.type === "date";
    const range = facts.ranges.get(key) ?? startingRange(term, value, own);
    facts.ranges.set(key, range);
    return range.narrow(orders, number, whole);
  }
  // A list of parties "equals" each party it holds: several may be asked for at once.
  if (own?.type.type === "parties" || (value.type !== "text" && value.type !== "party")) return true;
  const word = facts.words.get(key) ?? {
    equal: new Set<string>(),
    not: new Set<string>(),
    of: own?.type.type === "choice" ? own.type.of : undefined,
  };
  facts.words.set(key, word);
  if (orders === 2) word.equal.add(value.value);
  if (orders === 5) word.not.add(value.value);
  if (word.equal.size > 1 || [...word.equal].some((text) => word.not.has(text))) return false;
  return !word.of?.every((option) => word.not.has(option));
}

/** Days since 1970-01-01 of a date whose existence the compiler has checked. */
function dayNumber(text: string): number {
  const date = parseDated(text);
  return isRefusal(date) ? 0 : firstDay(date);
}

function numberOf(value: Scalar): Big | undefined {
  switch (value.type) {
    case "count":
    case "amount":
      return new Big(value.value);
    case "date":
      return new Big(dayNumber(value.value));
    default:
      return undefined;
  }
}

function startingRange(term: Term, value: Scalar, own: Declared | undefined): Range {
  const range = new Range();
  const counts = value.type === "count" && (own?.type.type === "count" || term.kind !== "attribute");
  if (counts) range.narrow(6, new Big(0), true);
  if (own?.min !== undefined) range.narrow(6, new Big(own.min), false);
  if (own?.max !== undefined) range.narrow(3, new Big(own.max), false);
  return range;
}
