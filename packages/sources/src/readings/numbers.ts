import { type Refusal, refuse } from "@kelisim/model";
import { Big } from "big.js";

/** Regular expressions that RE2 and JavaScript read alike, so that SQL tests the same texts. */
const DIGITS = "(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?|\\.[0-9]+";
const EXPONENT = "(?:[eE][-+]?[0-9]{1,2})?";
/** 1 or 2: minus; 3: opening bracket; 4: the number; 5: closing bracket. */
export const AMOUNT = `^(?:(-)?\\$? ?|\\$ ?(-)|(\\()\\$? ?)((?:${DIGITS})${EXPONENT})(\\))?$`;
export const COUNT = "^([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.0+)?$";
export const NUMBER = "^-?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?$";
export const YEAR = "^(?:[Ff][Yy] ?)?([12][0-9]{3})(?:\\.0+|[-/–][0-9]{2,4}(?:-[0-9]{2}(?:[T ].*)?)?)?$";

const amountPattern = new RegExp(AMOUNT);
const countPattern = new RegExp(COUNT);
const numberPattern = new RegExp(NUMBER);
const yearPattern = new RegExp(YEAR);
/** The first amount that a DECIMAL(38,6) cannot hold. */
const TOO_LARGE = new Big("1e32");

/** What a refusal quotes. */
export const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/**
 * An amount as text, in whole units: the number written times `times`, exactly, rounded to six decimals with halves away from
 * zero, without zeros at its end and without exponent. Before the number may stand "$" and one space; minus before or after the
 * "$", or (brackets) around it all; commas only between thousands; digits before or after a point; an exponent of one or two
 * digits. "1,23" is refused, because its comma could be a decimal one, and so is an amount of 10^32 or more.
 *
 * @example readAmount("($1,200.50)", 1) is "-1200.5"
 */
export function readAmount(text: string, times: number): string | Refusal {
  const match = amountPattern.exec(text);
  if (match === null || (match[3] === undefined) !== (match[5] === undefined)) {
    return refuse(`"${clip(text)}" is not an amount`, 'as in "1,234.50", "-1234.5", "$1,234" or "(1,234)"');
  }
  const amount = new Big(match[4]!.replaceAll(",", "")).times(times).round(6, Big.roundHalfUp);
  if (amount.gte(TOO_LARGE)) return refuse(`"${clip(text)}" is too large for an amount`);
  const minus = match[1] !== undefined || match[2] !== undefined || match[3] !== undefined;
  return (minus && !amount.eq(0) ? amount.neg() : amount).toFixed();
}

/** A count: digits with commas between thousands or none, perhaps ".0"; at most 2^53 - 1. Never negative. */
export function readCount(text: string): number | Refusal {
  const count = Number(countPattern.exec(text)?.[1]?.replaceAll(",", ""));
  return Number.isSafeInteger(count) ? count : refuse(`"${clip(text)}" is not a count`, 'as in "12" or "1,200"');
}

/** A measured number as a double: digits with a point, an exponent of up to three digits; no commas, no "%". */
export function readNumber(text: string): number | Refusal {
  const number = numberPattern.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : refuse(`"${clip(text)}" is not a number`, 'as in "-0.42"');
}

/**
 * A year from 1000 to 2999: four digits, with "FY" before it, ".0", a second year or a date after it or nothing. Of two years it
 * is the first: "2012-2013" is 2012. "1976tq" is refused.
 */
export function readYear(text: string): number | Refusal {
  const year = yearPattern.exec(text)?.[1];
  return year === undefined
    ? refuse(`"${clip(text)}" is not a year`, 'as in "2013", "2012-2013" or "FY 2013"')
    : Number(year);
}
