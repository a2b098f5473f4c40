import type { Comparison, Scalar } from "@kelisim/accord/program";
import type { AttributeType, CivilDay, Instant, Place, Value } from "@kelisim/model";
import { Big } from "big.js";
import { parseDay } from "./calendar.ts";

/** A value with its type; a missing one is `undefined`. */
export type Typed =
  | { readonly type: "number"; readonly value: Big; readonly currency?: string }
  | { readonly type: "word"; readonly value: string }
  | { readonly type: "yes/no"; readonly value: boolean }
  | { readonly type: "day"; readonly first: CivilDay; readonly last: CivilDay }
  | { readonly type: "instant"; readonly value: Instant }
  | { readonly type: "words"; readonly value: readonly string[] }
  | { readonly type: "place"; readonly value: Place }
  | { readonly type: "subject"; readonly value: string };

/** Three-valued truth: `undefined` is unknown. */
export type Truth = boolean | undefined;

export const word = (value: string): Typed => ({ type: "word", value });
export const instant = (value: Instant): Typed => ({ type: "instant", value });
export const day = (first: CivilDay, last = first): Typed => ({ type: "day", first, last });
export const number = (value: number | string | Big): Typed => ({ type: "number", value: new Big(value) });

export function typedScalar(scalar: Scalar): Typed {
  if (scalar.type === "count" || scalar.type === "amount") return number(scalar.value);
  if (scalar.type === "money") return { type: "number", value: new Big(scalar.value), currency: scalar.currency };
  if (scalar.type === "yes/no") return { type: "yes/no", value: scalar.value };
  return scalar.type === "date" ? day(parseDay(scalar.value)) : word(scalar.value);
}

/** A content's value, read by its declared type. `subjectOf` resolves references. */
export function typedValue(
  value: Value | undefined,
  { type }: AttributeType,
  subjectOf: (id: string) => string,
): Typed | undefined {
  if (value === undefined) return undefined;
  if (type === "money") {
    const money = value as { readonly amount: Big; readonly currency: string };
    return { type: "number", value: money.amount, currency: money.currency };
  }
  if (type === "count" || type === "amount") return number(value as number | Big);
  if (type === "date") return typeof value === "number" ? day(value) : dayStretch(value);
  if (type === "instant") return instant(value as Instant);
  if (type === "yes/no") return { type: "yes/no", value: value as boolean };
  if (type === "parties") return { type: "words", value: value as readonly string[] };
  if (type === "place") return { type: "place", value: value as Place };
  if (type === "record") return { type: "subject", value: subjectOf(value as string) };
  return word(value as string);
}

function dayStretch(value: Value): Typed {
  const coarse = value as { readonly first: CivilDay; readonly last: CivilDay };
  return day(coarse.first, coarse.last);
}

/** A comparison is unknown where a side is missing, and where a coarse date leaves the answer open. */
export function compare(op: Comparison, left: Typed | undefined, right: Typed | undefined): Truth {
  if (left === undefined || right === undefined) return undefined;
  if (left.type === "number" && right.type === "number") {
    return left.currency === right.currency ? holds(op, left.value.cmp(right.value)) : undefined;
  }
  if (left.type === "instant" && right.type === "instant") return holds(op, left.value - right.value);
  if (left.type === "day" && right.type === "day") {
    const answers = new Set(
      [left.first, left.last].flatMap((a) => [right.first, right.last].map((b) => Math.sign(a - b))),
    );
    const overlap = left.first <= right.last && right.first <= left.last;
    if (overlap) answers.add(0);
    const truths = new Set([...answers].map((sign) => holds(op, sign)));
    return truths.size === 1 ? [...truths][0] : undefined;
  }
  if (left.type === "words" && right.type === "word") return equality(op, left.value.includes(right.value));
  if (left.type === "word" && right.type === "words") return equality(op, right.value.includes(left.value));
  if (left.type !== right.type || !("value" in left) || !("value" in right)) return undefined;
  return equality(op, left.value === right.value);
}

function holds(op: Comparison, sign: number): boolean {
  if (op === "=") return sign === 0;
  if (op === "!=") return sign !== 0;
  if (op === "<") return sign < 0;
  if (op === "<=") return sign <= 0;
  return op === ">" ? sign > 0 : sign >= 0;
}

function equality(op: Comparison, equal: boolean): Truth {
  if (op === "=") return equal;
  return op === "!=" ? !equal : undefined;
}
