import { Big } from "big.js";
import { remembered } from "./remembered.ts";

/** Amounts are kept to six decimals. */
const DECIMALS = 6;
const ZERO = 48;

/** Millionths of an amount as `readAmount` writes it. */
export function millionths(amount: string): bigint {
  const minus = amount.startsWith("-");
  const [whole = "0", decimals = ""] = (minus ? amount.slice(1) : amount).split(".");
  const units = BigInt(whole + decimals.padEnd(DECIMALS, "0"));
  return minus ? -units : units;
}

/** The amount of so many millionths, without zeros at its end. */
export function amountOf(units: bigint): string {
  if (units < 0n) return `-${amountOf(-units)}`;
  const digits = units.toString().padStart(DECIMALS + 1, "0");
  const point = digits.length - DECIMALS;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === ZERO) end -= 1;
  return end === point ? digits.slice(0, point) : `${digits.slice(0, point)}.${digits.slice(point, end)}`;
}

/**
 * Splits a whole into parts in proportion to weights, so that the parts sum to it exactly: each gets its share rounded towards
 * zero, and what is left goes unit by unit to the largest remainders (of equal ones to the first).
 *
 * @example splitBy(100n, [1n, 1n, 1n]) is [34n, 33n, 33n]
 */
export function splitBy(whole: bigint, weights: readonly bigint[]): readonly bigint[] {
  let sum = 0n;
  for (const weight of weights) sum += weight;
  const sign = whole < 0n ? -1n : 1n;
  const size = whole * sign;
  const parts: bigint[] = [];
  let left = size;
  for (const weight of weights) {
    const part = (size * weight) / sum;
    parts.push(part);
    left -= part;
  }
  if (left > 0n) {
    const remainders = weights.map((weight, at) => ({ at, left: (size * weight) % sum }));
    remainders.sort((a, b) => (a.left === b.left ? a.at - b.at : a.left > b.left ? -1 : 1));
    for (const { at } of remainders.slice(0, Number(left))) parts[at]! += 1n;
  }
  return sign < 0n ? parts.map((part) => -part) : parts;
}

/** Percentages are compared to ten decimals. */
const PERCENT = new Big("1e10");
const HUNDRED = 100n * 10n ** 10n;
/** What rounding of each percentage to one decimal can add to their sum, or take from it. */
const ROUNDING = 5n * 10n ** 8n;

/** Something that gets a part of the money, by the percentage written; absent: none is. */
export interface Claim<Of> {
  readonly of: Of;
  readonly percentage: string | undefined;
}

/** A part: of what, or the rest that nobody is named for. */
export interface Part<Of> {
  readonly of: Of | "unallocated";
  readonly weight: bigint;
  /** Per cent as written, or left. */
  readonly percent: number;
}

/** How money is divided. No parts: that is not known. `said`: what differs from what is written. */
export interface Division<Of> {
  readonly parts: readonly Part<Of>[];
  readonly said?: string;
}

/**
 * Divides by percentages. One claim without a percentage gets all. Percentages that sum to less than 100 leave a rest that is
 * "unallocated"; a sum that rounding explains is taken as the whole. Where the shares are not known (several claims, none with a
 * percentage; a sum above 100; text that is no percentage) nothing is divided, so that no whole is ever repeated for each claim.
 */
export function divide<Of>(claims: readonly Claim<Of>[], what: string): Division<Of> {
  const [first] = claims;
  if (first === undefined) return { parts: [] };
  if (claims.length === 1 && (first.percentage === undefined || first.percentage === "100"))
    return { parts: [{ of: first.of, weight: 1n, percent: 100 }] };
  if (claims.every(({ percentage }) => percentage === undefined))
    return { parts: [], said: `${claims.length} ${what} without percentages: what each gets is not known` };
  const parts: Part<Of>[] = [];
  let without = 0;
  for (const { of, percentage } of claims) {
    if (percentage === undefined) {
      without += 1;
      continue;
    }
    const weight = weightOf(percentage);
    if (weight === undefined) return { parts: [], said: `"${percentage.slice(0, 40)}" is not a percentage of ${what}` };
    if (weight > 0n) parts.push({ of, weight, percent: Number(percentage) });
  }
  const sum = parts.reduce((all, { weight }) => all + weight, 0n);
  const written = Number(sum) / 1e10;
  if (sum > HUNDRED + ROUNDING * BigInt(parts.length))
    return { parts: [], said: `percentages of ${what} sum to ${written}: they cannot be trusted` };
  const off = without > 0 ? `, and ${without} have none` : "";
  if (without === 0 && sum !== 0n && HUNDRED - sum <= ROUNDING * BigInt(parts.length))
    return sum === HUNDRED ? { parts } : { parts, said: `percentages of ${what} sum to ${written}: taken as 100` };
  if (sum >= HUNDRED) return { parts, said: `percentages of ${what} sum to ${written}${off}: those have nothing` };
  return {
    parts: [...parts, { of: "unallocated", weight: HUNDRED - sum, percent: Number(HUNDRED - sum) / 1e10 }],
    said: `percentages of ${what} sum to ${written}${off}: the rest is unallocated`,
  };
}

const weightOf = remembered((text: string): bigint | undefined =>
  /^[0-9]{1,3}(?:\.[0-9]{0,20})?$/.test(text) ? BigInt(new Big(text).times(PERCENT).toFixed(0)) : undefined,
);
