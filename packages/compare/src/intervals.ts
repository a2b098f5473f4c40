import type { Comparison, Literal, Scalar } from "@kelisim/accord/program";
import { Big } from "big.js";

/** Numbers from `least` to `greatest`; a missing end is open without bound. */
export interface Interval {
  readonly least?: Big;
  /** The least number itself is left out. */
  readonly above?: boolean;
  readonly greatest?: Big;
  /** The greatest number itself is left out. */
  readonly below?: boolean;
}

export const EVERYTHING: Interval = {};

/** The number of a count or an amount; nothing else is set on a line here. */
export function numberOf(value: Scalar): Big | undefined {
  return value.type === "count" || value.type === "amount" ? new Big(value.value) : undefined;
}

/** The numbers that a comparison with a number allows; undefined for "other than". */
export function allowed(op: Comparison, number: Big, isWhole: boolean): Interval | undefined {
  switch (op) {
    case ">=":
      return { least: number };
    case ">":
      return isWhole ? { least: number.plus(1) } : { least: number, above: true };
    case "<=":
      return { greatest: number };
    case "<":
      return isWhole ? { greatest: number.minus(1) } : { greatest: number, below: true };
    case "=":
      return { least: number, greatest: number };
    case "!=":
      return undefined;
  }
}

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};
const MIRROR: Readonly<Record<Comparison, Comparison>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/** What a literal says of an attribute in numbers; undefined: nothing. An own threshold is read as its stated default. */
export function asksNumber({
  condition,
  denied,
}: Literal):
  | { readonly variable: string; readonly attribute: string; readonly op: Comparison; readonly value: Scalar }
  | undefined {
  if (condition.kind !== "compare") return undefined;
  const isMirrored = condition.left.kind !== "attribute";
  const [term, other] = isMirrored ? [condition.right, condition.left] : [condition.left, condition.right];
  const constant = other.kind === "own threshold" ? other.otherwise : other;
  if (term.kind !== "attribute" || constant.kind !== "constant" || numberOf(constant.value) === undefined)
    return undefined;
  const op = isMirrored ? MIRROR[condition.op] : condition.op;
  return { variable: term.variable, attribute: term.name, op: denied ? OPPOSITE[op] : op, value: constant.value };
}

/** What two intervals have in common; undefined: nothing. */
export function meet(a: Interval, b: Interval): Interval | undefined {
  const least = lower(a, b) ? b : a;
  const greatest = upper(a, b) ? b : a;
  const found: Interval = {
    ...(least.least === undefined ? {} : { least: least.least, ...(least.above ? { above: true } : {}) }),
    ...(greatest.greatest === undefined
      ? {}
      : { greatest: greatest.greatest, ...(greatest.below ? { below: true } : {}) }),
  };
  if (found.least === undefined || found.greatest === undefined) return found;
  const order = found.least.cmp(found.greatest);
  if (order > 0 || (order === 0 && (found.above || found.below))) return undefined;
  return found;
}

/** Whether a begins before b. */
function lower(a: Interval, b: Interval): boolean {
  if (b.least === undefined) return false;
  if (a.least === undefined) return true;
  const order = a.least.cmp(b.least);
  return order < 0 || (order === 0 && !a.above && b.above === true);
}

/** Whether a ends after b. */
function upper(a: Interval, b: Interval): boolean {
  if (b.greatest === undefined) return false;
  if (a.greatest === undefined) return true;
  const order = a.greatest.cmp(b.greatest);
  return order > 0 || (order === 0 && !a.below && b.below === true);
}

/** What is in the first interval and not in the second: none, one or two intervals. */
export function without(a: Interval, b: Interval, isWhole: boolean): readonly Interval[] {
  const common = meet(a, b);
  if (common === undefined) return [a];
  const left: Interval[] = [];
  if (common.least !== undefined && lower(a, common)) {
    const end = allowed(common.above ? "<=" : "<", common.least, isWhole);
    const part = end && meet(a, end);
    if (part) left.push(part);
  }
  if (common.greatest !== undefined && upper(a, common)) {
    const start = allowed(common.below ? ">=" : ">", common.greatest, isWhole);
    const part = start && meet(a, start);
    if (part) left.push(part);
  }
  return left;
}
