import { Big } from "big.js";
import { quotient, ratio } from "../ratio.ts";

/** A figure as it is printed, with what it is called. */
export interface NamedFigure {
  readonly name: string;
  /** Exact decimal as printed: its last digit says how far it was rounded. */
  readonly value: string;
}

/** Figures that cannot all be right. Which of them is wrong is for a person to find. */
export type Finding =
  | { readonly kind: "part above whole"; readonly part: NamedFigure; readonly whole: NamedFigure }
  | {
      readonly kind: "parts do not add up";
      readonly whole: NamedFigure;
      readonly summed: string;
      /** printed - summed */
      readonly difference: string;
      /** What rounding of the printed figures explains at most. */
      readonly rounding: string;
    }
  /** A row equals the sum of the others: a total stands among the parts, and adding all would count twice. */
  | { readonly kind: "total among parts"; readonly total: NamedFigure }
  | { readonly kind: "growth does not follow"; readonly printed: string; readonly follows: string }
  | {
      readonly kind: "out of line";
      readonly figure: NamedFigure;
      readonly neighbours: string;
      /** By which step of units the figure would be in line: 1000 means that it is about a thousand times too large. */
      readonly factor: "1000000" | "1000" | "0.001" | "0.000001";
    };

/** Half a unit of the last printed digit: 32.8 is 32.75 to 32.85. */
export function halfUnit(printed: string): Big {
  const places = printed.split(".")[1]?.length ?? 0;
  return new Big(`5e-${places + 1}`);
}

/**
 * Printed parts against their printed whole. Negative parts are corrections: a part may then exceed the whole. `complete`
 * false: more parts exist than are printed, so only a sum above the whole is a finding.
 */
export function checkParts(whole: NamedFigure, parts: readonly NamedFigure[], complete = true): readonly Finding[] {
  const total = new Big(whole.value);
  const values = parts.map(({ value }) => new Big(value));
  const hasCorrection = values.some((value) => value.lt(0));
  const findings: Finding[] = [];
  for (const [at, part] of parts.entries()) {
    const slack = halfUnit(part.value).plus(halfUnit(whole.value));
    if (!hasCorrection && values[at]!.minus(total).gt(slack)) findings.push({ kind: "part above whole", part, whole });
  }
  if (parts.length === 0) return findings;
  const summed = values.reduce((sum, value) => sum.plus(value), new Big(0));
  const rounding = parts.reduce((sum, { value }) => sum.plus(halfUnit(value)), halfUnit(whole.value));
  const difference = total.minus(summed);
  const isOff = complete ? difference.abs().gt(rounding) : difference.plus(rounding).lt(0);
  if (isOff) {
    const figures = { summed: summed.toFixed(), difference: difference.toFixed(), rounding: rounding.toFixed() };
    findings.push({ kind: "parts do not add up", whole, ...figures });
  }
  return [...findings, ...totalsAmong(parts)];
}

/** Rows of a list that equal the sum of all others, three rows at least, exactly or within rounding of the printed digits. */
export function totalsAmong(parts: readonly NamedFigure[]): readonly Finding[] {
  if (parts.length < 3) return [];
  const sum = parts.reduce((total, { value }) => total.plus(value), new Big(0));
  const slack = parts.reduce((total, { value }) => total.plus(halfUnit(value)), new Big(0));
  return parts
    .filter(({ value }) => new Big(value).gt(0) && sum.minus(new Big(value).times(2)).abs().lte(slack))
    .map((total) => ({ kind: "total among parts", total }) as const);
}

/**
 * A printed growth rate in per cent against the two figures it is said of. Both figures and the rate may each be rounded to
 * their last digit; what no rounding explains is a finding.
 */
export function checkGrowth(before: string, after: string, percent: string): readonly Finding[] {
  const rate = (from: Big, to: Big) => quotient(to.minus(from), from).times(100);
  const [from, to] = [new Big(before), new Big(after)];
  const least = from.plus(halfUnit(before));
  const greatest = from.minus(halfUnit(before));
  if (greatest.lte(0)) return [];
  const lower = rate(least, to.minus(halfUnit(after))).minus(halfUnit(percent));
  const upper = rate(greatest, to.plus(halfUnit(after))).plus(halfUnit(percent));
  const printed = new Big(percent);
  if (printed.gte(lower) && printed.lte(upper)) return [];
  return [{ kind: "growth does not follow", printed: percent, follows: ratio(rate(from, to), new Big(1))! }];
}

/** How far a figure may stand from a clean thousand of its neighbours: 1,000 / 5 to 1,000 x 5. */
const NEAR = 5;
/** Neighbours that differ among themselves by more than this tell nothing. */
const ALIKE = 20;

/**
 * Figures of a series that stand out from their neighbours (two before, two after) by about a thousand or a million: thousands
 * printed as units, or the reverse. Needs two neighbours that resemble each other; zero and negative figures are passed over.
 */
export function checkUnitSlips(series: readonly NamedFigure[]): readonly Finding[] {
  const positive = series.map(({ value }) => new Big(value));
  return series.flatMap((figure, at) => {
    const value = positive[at]!;
    const near = [at - 2, at - 1, at + 1, at + 2]
      .flatMap((index) => positive[index] ?? [])
      .filter((one) => one.gt(0))
      .sort((a, b) => a.cmp(b));
    if (value.lte(0) || near.length < 2 || quotient(near.at(-1)!, near[0]!).gt(ALIKE)) return [];
    const middle = median(near);
    const times = quotient(value, middle);
    const factor = (["1000000", "1000", "0.001", "0.000001"] as const).find((step) => {
      const off = quotient(times, new Big(step));
      return off.gte(quotient(new Big(1), new Big(NEAR))) && off.lte(NEAR);
    });
    return factor === undefined ? [] : [{ kind: "out of line", figure, neighbours: middle.toFixed(), factor } as const];
  });
}

function median(sorted: readonly Big[]): Big {
  const half = sorted.length / 2;
  if (!Number.isInteger(half)) return sorted[Math.floor(half)]!;
  return quotient(sorted[half - 1]!.plus(sorted[half]!), new Big(2));
}
