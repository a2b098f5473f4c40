import { type Refusal, refuse } from "@kelisim/model";
import type { DateForm, Precision } from "../layout.ts";
import { clip } from "./numbers.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;

interface Pattern {
  /** A regular expression that RE2 and JavaScript read alike. */
  readonly text: string;
  /** Groups that hold year, month and day. */
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** What each form of date looks like; parts from the right or left may be missing: coarser text. */
export const DATE_PATTERNS: Readonly<Record<DateForm, Pattern>> = {
  "yyyy-mm-dd": {
    text: "^([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:[T ].*)?)?)?$",
    year: 1,
    month: 2,
    day: 3,
  },
  "dd.mm.yyyy": { text: "^(?:(?:([0-9]{1,2})\\.)?([0-9]{1,2})\\.)?([0-9]{4})$", year: 3, month: 2, day: 1 },
  "dd/mm/yyyy": { text: "^(?:(?:([0-9]{1,2})/)?([0-9]{1,2})/)?([0-9]{4})$", year: 3, month: 2, day: 1 },
  "mm/dd/yyyy": { text: "^(?:([0-9]{1,2})/(?:([0-9]{1,2})/)?)?([0-9]{4})$", year: 3, month: 1, day: 2 },
  // "2 Mar 1992 a": the letter after the date says which act it was.
  "d mmm yyyy": { text: "^(?:(?:([0-9]{1,2}) )?([A-Za-z]{3}) )?([0-9]{4})(?: .*)?$", year: 3, month: 2, day: 1 },
  yyyy: { text: "^([0-9]{4})$", year: 1 },
};

const patterns = new Map(Object.entries(DATE_PATTERNS).map(([form, { text }]) => [form, new RegExp(text)]));

/** A date as written: parts that are not known are missing. */
interface Parts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const pad = (number: number, digits: number): string => String(number).padStart(digits, "0");
const iso = (year: number, month: number, day: number): string => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Its first day, or the first day after it. */
function dayOf({ year, month, day }: Parts, after: boolean): string {
  if (!after) return iso(year, month ?? 1, day ?? 1);
  if (day !== undefined && day < daysIn(year, month!)) return iso(year, month!, day + 1);
  if (month !== undefined && month < 12) return iso(year, month + 1, 1);
  return iso(year + 1, 1, 1);
}

const isReal = ({ year, month, day }: Parts): boolean =>
  year >= 1 &&
  (month === undefined || (month >= 1 && month <= 12)) &&
  (day === undefined || (month !== undefined && day >= 1 && day <= daysIn(year, month)));

const precisionOf = ({ month, day }: Parts): Precision =>
  day !== undefined ? "day" : month !== undefined ? "month" : "year";

function partsOf(text: string, like: DateForm): Parts | Refusal {
  const { year, month, day } = DATE_PATTERNS[like];
  const match = patterns.get(like)!.exec(text);
  const monthText = match?.[month ?? -1];
  const dayText = match?.[day ?? -1];
  const parts: Parts | undefined =
    match === null || match === undefined
      ? undefined
      : {
          year: Number(match[year]),
          ...(monthText === undefined ? {} : { month: monthNumber(monthText) }),
          ...(dayText === undefined ? {} : { day: Number(dayText) }),
        };
  if (parts !== undefined && isReal(parts)) return parts;
  return refuse(`"${clip(text)}" is not a date`, `as in "${like}"; a year alone is read too`);
}

function monthNumber(text: string): number {
  const named = MONTHS.indexOf(text.toLowerCase() as (typeof MONTHS)[number]) + 1;
  return named > 0 ? named : Number(text);
}

/**
 * A date as yyyy-mm-dd from text of this form, coarser text as its first day; with `after` the first day after what is written:
 * "2011" gives 2012-01-01. A day that no calendar has is refused.
 */
export function readDate(text: string, like: DateForm, after = false): string | Refusal {
  const parts = partsOf(text, like);
  return "refusal" in parts ? parts : dayOf(parts, after);
}

/** What of such a date is written. */
export function readPrecision(text: string, like: DateForm): Precision | Refusal {
  const parts = partsOf(text, like);
  return "refusal" in parts ? parts : precisionOf(parts);
}

/** Texts of a date in columns of its own. */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day?: string;
}

const WHOLE = /^(-?[0-9]+)(?:\.0+)?$/;

/** A part that is written; null: empty, zero or negative, so unknown. */
function partOf(text: string): number | null | Refusal {
  if (text === "") return null;
  const digits = WHOLE.exec(text)?.[1];
  if (digits === undefined) return refuse(`"${clip(text)}" is not part of a date`);
  return Number(digits) > 0 ? Number(digits) : null;
}

/** Year, month and day; null where the year is unknown. A day without a month is left out. */
function partsOfColumns(texts: DateParts): Parts | null | Refusal {
  const read = [partOf(texts.year), partOf(texts.month), partOf(texts.day ?? "")];
  const refusal = read.find((part): part is Refusal => typeof part === "object" && part !== null);
  if (refusal !== undefined) return refusal;
  const [year, month, day] = read as readonly (number | null)[];
  if (year === null || year === undefined) return null;
  const parts: Parts = {
    year,
    ...(typeof month === "number" ? { month } : {}),
    ...(typeof month === "number" && typeof day === "number" ? { day } : {}),
  };
  return isReal(parts)
    ? parts
    : refuse(`"${clip(Object.values(texts).join("-"))}" is not a date`, "year, month and day in columns of their own");
}

/** Such a date as yyyy-mm-dd, coarser ones as their first day, or the first day after; null where its year is unknown. */
export function readDateParts(texts: DateParts, after = false): string | null | Refusal {
  const parts = partsOfColumns(texts);
  return parts === null || "refusal" in parts ? parts : dayOf(parts, after);
}

/** What of such a date is known; null where not even its year is. */
export function readPartsPrecision(texts: DateParts): Precision | null | Refusal {
  const parts = partsOfColumns(texts);
  return parts === null || "refusal" in parts ? parts : precisionOf(parts);
}
