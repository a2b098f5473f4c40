import { type Attribute, dayOf, type Instant, type KelisimRecord, type Kind, type Value } from "@kelisim/model";
import { Big } from "big.js";
import {
  type Comparison,
  type Condition,
  expand,
  HEADER_ATTRIBUTES,
  type Literal,
  Range,
  type Term,
} from "../program/index.ts";
import { constantOf, isTrue, numberOf, termValue } from "./evaluate.ts";
import { addRecord, gap, type Stage } from "./stage.ts";

/** What a record made for a witness looks like before its conditions are met. */
export interface Draft {
  /** Its id, where another record already refers to it. */
  readonly id?: string;
  readonly kind: Kind;
  readonly variable: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly occurred: Instant;
  readonly under?: string;
  /** Whom attributes of type party name where nothing else decides: who does it, and somebody else. */
  readonly actor: string;
  readonly other: string;
  /** Attributes that must have these values. */
  readonly given?: Readonly<Record<string, Value>>;
}

/** How far ahead dates lie that nothing else decides: beyond every lead time in use. */
const AHEAD_DAYS = 900;

/**
 * Makes a record that meets a condition, trying one alternative of it after the other, and the records it needs
 * beside it (those it refers to, those a window counts). Undefined where none could be made; nothing is kept then.
 */
export function makeRecord(stage: Stage, draft: Draft, condition: Condition | undefined): KelisimRecord | undefined {
  const alternatives = condition ? expand(condition) : [[]];
  if (!alternatives) return gap(stage, "the condition has too many alternatives");
  const before = stage.records.length;
  for (const literals of alternatives.slice(0, 60)) {
    const record = tryAlternative(stage, draft, literals);
    if (record && (!condition || isTrue(stage, condition) === true)) return record;
    stage.records.length = before;
    stage.variables.delete(draft.variable);
  }
  return gap(stage, `no ${draft.kind.name} that meets the condition could be made up`);
}

interface Attempt {
  /** Sender and addressee that the condition asks for. */
  readonly header: { from?: string; to?: string };
  readonly stage: Stage;
  readonly draft: Draft;
  readonly content: Map<string, Value>;
  readonly ranges: Map<string, Range>;
  readonly words: Map<string, { equal?: string; not: Set<string> }>;
  readonly absent: Set<string>;
  readonly needed: Set<string>;
  /** Comparisons between two attributes of the record itself. */
  readonly relations: { readonly left: string; readonly orders: number; readonly right: string }[];
  readonly windows: {
    readonly term: Extract<Term, { kind: "window" }>;
    readonly orders: number;
    readonly right: Term;
  }[];
}

const ORDERS: Readonly<Record<Comparison, number>> = { "<": 1, "<=": 3, "=": 2, ">=": 6, ">": 4, "!=": 5 };
const mirrored = (orders: number) => (orders & 2) | ((orders & 1) << 2) | ((orders & 4) >> 2);

function tryAlternative(stage: Stage, draft: Draft, literals: readonly Literal[]): KelisimRecord | undefined {
  const attempt: Attempt = {
    header: {},
    stage,
    draft,
    content: new Map(Object.entries(draft.given ?? {})),
    ranges: new Map(),
    words: new Map(),
    absent: new Set(),
    needed: new Set(),
    relations: [],
    windows: [],
  };
  for (const literal of literals) if (!apply(attempt, literal)) return undefined;
  fill(attempt);
  relate(attempt);
  const { kind, variable, occurred, under, id } = draft;
  const from = attempt.header.from ?? draft.from;
  const to = attempt.header.to === undefined ? draft.to : [attempt.header.to];
  if (to.includes(from)) return undefined;
  const header = { from, to, occurred, ...(under === undefined ? {} : { under }), ...(id === undefined ? {} : { id }) };
  const record = addRecord(stage, kind, header, Object.fromEntries(attempt.content));
  stage.variables.set(variable, record);
  return attempt.windows.every((window) => addCounted(attempt, window)) ? record : undefined;
}

/** The attribute of the drafted record that a term reads. */
function own(attempt: Attempt, term: Term): string | undefined {
  return term.kind === "attribute" && term.variable === attempt.draft.variable ? term.name : undefined;
}

function apply(attempt: Attempt, { condition, denied }: Literal): boolean {
  switch (condition.kind) {
    case "given": {
      const name = own(attempt, condition.term);
      if (name === undefined) return true;
      (denied ? attempt.absent : attempt.needed).add(name);
      return true;
    }
    case "holds": {
      const name = own(attempt, condition.term);
      if (name !== undefined) attempt.content.set(name, !denied);
      return true;
    }
    case "in zone":
      return place(attempt, condition.place, condition.zone, denied);
    case "member":
      gap(attempt.stage, `it is not known here who is a member of ${condition.organisation}`);
      return false;
    case "compare": {
      const orders = denied ? 7 - ORDERS[condition.op] : ORDERS[condition.op];
      return relateTerms(attempt, condition.left, orders, condition.right);
    }
  }
}

function place(attempt: Attempt, term: Term, zone: string, denied: boolean): boolean {
  const { stage, draft } = attempt;
  const name = own(attempt, term);
  if (name === undefined) return true;
  const sample = stage.context.sampleInZone;
  const found = denied ? undefined : (sample?.(zone, draft.actor) ?? sample?.(zone));
  if (!found) {
    gap(stage, denied ? `no place outside of ${zone} is known here` : `no place inside of ${zone} is known here`);
    return false;
  }
  const known = attempt.content.get(name);
  if (known !== undefined) return false;
  stage.zones.set(found, zone);
  attempt.content.set(name, found);
  return true;
}

function relateTerms(attempt: Attempt, left: Term, orders: number, right: Term): boolean {
  if (left.kind === "window") return attempt.windows.push({ term: left, orders, right }) > 0;
  if (right.kind === "window") return attempt.windows.push({ term: right, orders: mirrored(orders), right: left }) > 0;
  const [name, other] = [own(attempt, left), own(attempt, right)];
  if (name === undefined) return other === undefined ? true : relateTerms(attempt, right, mirrored(orders), left);
  if (other !== undefined) return attempt.relations.push({ left: name, orders, right: other }) > 0;
  const value = right.kind === "own threshold" ? thresholdOf(attempt, right) : termValue(attempt.stage, right);
  if (value === undefined) {
    gap(attempt.stage, "the condition compares with something that is not known here");
    return false;
  }
  return decide(attempt, name, orders, value);
}

function thresholdOf(attempt: Attempt, term: Extract<Term, { kind: "own threshold" }>): Value | undefined {
  const { otherwise } = term;
  return otherwise.kind === "constant" ? constantOf(otherwise.value) : termValue(attempt.stage, otherwise);
}

function decide(attempt: Attempt, name: string, orders: number, value: Value): boolean {
  if ((name === "from" || name === "to") && orders === 2 && typeof value === "string") attempt.header[name] = value;
  if (Object.hasOwn(HEADER_ATTRIBUTES, name)) return true;
  const attribute = attempt.draft.kind.attributes.find((candidate) => candidate.name === name);
  if (!attribute) return false;
  attempt.needed.add(name);
  const number = numberOf(value);
  if (number && attribute.type.type !== "record") {
    const range = attempt.ranges.get(name) ?? bounded(attribute);
    attempt.ranges.set(name, range);
    if (typeof value === "object" && "currency" in value)
      attempt.words.set(name, { equal: value.currency, not: new Set() });
    return range.narrow(orders, number, isWhole(attribute));
  }
  if (typeof value !== "string") return false;
  const word = attempt.words.get(name) ?? { not: new Set() };
  attempt.words.set(name, word);
  if (orders === 2) word.equal = value;
  else word.not.add(value);
  return true;
}

function isWhole(attribute: Attribute): boolean {
  return ["count", "date", "instant"].includes(attribute.type.type);
}

function bounded(attribute: Attribute): Range {
  const range = new Range();
  if (attribute.type.type === "count") range.narrow(6, new Big(attribute.min ?? 0), true);
  else if (attribute.min !== undefined) range.narrow(6, new Big(attribute.min), false);
  if (attribute.max !== undefined) range.narrow(3, new Big(attribute.max), false);
  return range;
}

/** Gives every attribute a value, except those that must be absent. */
function fill(attempt: Attempt): void {
  const { draft, content, absent } = attempt;
  for (const [index, attribute] of draft.kind.attributes.entries()) {
    const { name } = attribute;
    if (content.has(name) || absent.has(name)) continue;
    const value = valueFor(attempt, attribute, index);
    if (value !== undefined) content.set(name, value);
  }
}

function valueFor(attempt: Attempt, attribute: Attribute, index: number): Value | undefined {
  const { draft, stage, ranges, words, needed } = attempt;
  const { name, type } = attribute;
  const word = words.get(name);
  const pick = (otherwise: number | Big) => (ranges.get(name) ?? bounded(attribute)).pick(new Big(otherwise));
  switch (type.type) {
    case "count":
      return pick(1).toNumber();
    case "amount":
      return pick(1);
    case "money":
      return { amount: pick(1), currency: word?.equal ?? "USD" };
    case "date":
      return pick(dayOf(draft.occurred, stage.instrument.timeZone) + AHEAD_DAYS + index).toNumber();
    case "instant":
      return pick(draft.occurred + AHEAD_DAYS * 86_400_000 + index).toNumber();
    case "text":
      return word?.equal ?? freeWord("text", word?.not);
    case "choice":
      return word?.equal ?? type.of.find((option) => !word?.not.has(option));
    case "party": {
      const known = [name === draft.kind.actor ? draft.actor : draft.other, draft.actor, ...stage.bound];
      return word?.equal ?? known.find((party) => !word?.not.has(party));
    }
    case "parties":
      return [word?.equal ?? draft.other];
    case "period":
      return word?.equal ?? freeWord("2026", word?.not);
    case "yes/no":
      return false;
    case "record":
      return word?.equal ?? (attribute.required || needed.has(name) ? reference(attempt, type.of) : undefined);
    case "place":
      return undefined;
  }
}

function freeWord(word: string, not: ReadonlySet<string> | undefined): string {
  let free = word;
  while (not?.has(free)) free += "x";
  return free;
}

/** A record to refer to: one that is there already, or one made for the purpose. */
function reference(attempt: Attempt, kind: string): string | undefined {
  const { stage, draft } = attempt;
  const known = stage.records.find((record) => record.kind === kind);
  if (known) return known.id;
  const declared = stage.kinds.get(kind);
  if (!declared || stage.records.length > 20) return undefined;
  const variable = ` ${kind}`;
  const record = tryAlternative(stage, { ...draft, kind: declared, variable, given: {} }, []);
  stage.variables.delete(variable);
  return record?.id;
}

/** Moves one of two compared attributes of the record so that the comparison holds. */
function relate({ relations, content, draft, stage }: Attempt): void {
  for (let round = 0; round < relations.length; round++) {
    for (const { left, orders, right } of relations) {
      const [a, b] = [content.get(left), content.get(right)];
      if (typeof a === "string" && typeof b === "string") {
        if (orders === 2) content.set(left, b);
        else if (a === b) {
          const other = [draft.other, ...stage.bound].find((party) => party !== a);
          if (other !== undefined) content.set(left === draft.kind.actor ? right : left, other);
        }
        continue;
      }
      const [x, y] = [numberOf(a), numberOf(b)];
      if (!x || !y) continue;
      const order = x.cmp(y) < 0 ? 1 : x.cmp(y) > 0 ? 4 : 2;
      if ((orders & order) !== 0) continue;
      const moved = (orders & 2) !== 0 ? x : (orders & 1) !== 0 ? x.plus(1) : x.minus(1);
      content.set(right, typeof b === "number" ? moved.toNumber() : moved);
    }
  }
}

/** Adds the other records that a window must count. */
function addCounted(attempt: Attempt, { term, orders, right }: Attempt["windows"][number]): boolean {
  const { stage, draft } = attempt;
  const wanted = numberOf(termValue(stage, right));
  const kind = stage.kinds.get(term.record);
  if (!wanted || !kind) return false;
  const range = new Range();
  range.narrow(6, new Big(0), true);
  if (!range.narrow(orders, wanted, term.aggregate === "count")) return false;
  const target = range.pick(wanted);
  const present = numberOf(termValue(stage, term)) ?? new Big(0);
  if (present.gte(target)) return true;
  const missing = target.minus(present);
  const many = term.aggregate === "count" ? missing.toNumber() : 1;
  if (many > 50) return gap(stage, "a window would have to count more than 50 records") === undefined && false;
  const attribute = term.attribute === undefined ? undefined : kind.attributes.find((a) => a.name === term.attribute);
  const sum = attribute?.type.type === "amount" ? missing : missing.toNumber();
  for (let i = 0; i < many; i++) {
    const before: Draft = {
      ...draft,
      kind,
      variable: term.variable,
      occurred: draft.occurred - 1 - i,
      given: attribute ? { [attribute.name]: sum } : {},
    };
    if (!makeRecord(stage, before, term.where)) return false;
    stage.variables.delete(term.variable);
  }
  return true;
}
