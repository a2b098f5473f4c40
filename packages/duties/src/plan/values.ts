import type { Comparison, Scalar } from "@kelisim/accord/program";
import type { CoarseDate, Value } from "@kelisim/model";
import { Big } from "big.js";

/** Three-valued truth: what rests on something missing is unknown. */
export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;
export type Truth = 0 | 1 | 2;

export const truthOf = (value: boolean): Truth => (value ? TRUE : FALSE);
export const negate = (truth: Truth): Truth => (truth === UNKNOWN ? UNKNOWN : truth === TRUE ? FALSE : TRUE);

/** The constant of a program as a value of the model. Dates are compared as day numbers by `parseDay`. */
export function scalarValue(scalar: Scalar, parseDay: (text: string) => Value | undefined): Value | undefined {
  switch (scalar.type) {
    case "amount":
      return new Big(scalar.value);
    case "money":
      return { amount: new Big(scalar.value), currency: scalar.currency };
    case "date":
      return parseDay(scalar.value);
    default:
      return scalar.value;
  }
}

const isCoarse = (value: Value): value is CoarseDate => typeof value === "object" && "precision" in value;
const isMoney = (value: Value): value is { amount: Big; currency: string } =>
  typeof value === "object" && "currency" in value;

function ordered(op: Comparison, order: number): Truth {
  switch (op) {
    case "=":
      return truthOf(order === 0);
    case "!=":
      return truthOf(order !== 0);
    case "<":
      return truthOf(order < 0);
    case "<=":
      return truthOf(order <= 0);
    case ">":
      return truthOf(order > 0);
    case ">=":
      return truthOf(order >= 0);
  }
}

/** Compares stretches of days: known only where every pair of days in them agrees. */
function compareStretch(op: Comparison, a: readonly [number, number], b: readonly [number, number]): Truth {
  const truths = new Set<Truth>([ordered(op, a[0] - b[1]), ordered(op, a[1] - b[0])]);
  // Equality of overlapping coarse dates is open even when both ends disagree.
  if ((op === "=" || op === "!=") && a[0] <= b[1] && b[0] <= a[1]) return UNKNOWN;
  return truths.size === 1 ? [...truths][0]! : UNKNOWN;
}

/**
 * Compares two values. Missing values, different currencies and values of different sorts are unknown;
 * "=" between a list of parties and a party asks whether the list holds it.
 */
export function compareValues(op: Comparison, left: Value | undefined, right: Value | undefined): Truth {
  if (left === undefined || right === undefined) return UNKNOWN;
  if (typeof left === "number" && typeof right === "number") return ordered(op, left - right);
  if (typeof left === "string" && typeof right === "string") {
    return ordered(op, left < right ? -1 : left > right ? 1 : 0);
  }
  if (typeof left === "boolean" && typeof right === "boolean") return ordered(op, Number(left) - Number(right));
  if (Array.isArray(left) || Array.isArray(right)) {
    const [list, one] = Array.isArray(left) ? [left, right] : [right as readonly string[], left];
    if (typeof one !== "string") return UNKNOWN;
    const holds = truthOf(list.includes(one));
    return op === "=" ? holds : op === "!=" ? negate(holds) : UNKNOWN;
  }
  if (left instanceof Big || right instanceof Big) {
    if ((left instanceof Big || typeof left === "number") && (right instanceof Big || typeof right === "number")) {
      return ordered(op, new Big(left).cmp(right));
    }
    return UNKNOWN;
  }
  if (typeof left === "object" && typeof right === "object" && isMoney(left) && isMoney(right)) {
    return left.currency === right.currency ? ordered(op, left.amount.cmp(right.amount)) : UNKNOWN;
  }
  const stretch = (value: Value): [number, number] | undefined =>
    typeof value === "number" ? [value, value] : isCoarse(value) ? [value.first, value.last] : undefined;
  const a = stretch(left);
  const b = stretch(right);
  return a && b ? compareStretch(op, a, b) : UNKNOWN;
}

/** A value as text that is equal exactly when the values are; undefined for what has no such text. */
export function keyOf(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (value instanceof Big) return value.toFixed();
  if (typeof value === "object") return undefined;
  return String(value);
}
