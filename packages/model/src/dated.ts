import { type Refusal, refuse } from "./refusal.ts";

/**
 * A civil date as a whole number: days since 1970-01-01 in the proleptic Gregorian calendar.
 * It has no time zone; which instants it covers depends on the zone it is read in.
 */
export type CivilDay = number;

/**
 * A date as its source gives it. A coarse date ("2013", "2024-02") covers a stretch of days; what
 * depends on the missing part is unknown.
 */
export type Dated = CivilDay | CoarseDate;

export interface CoarseDate {
  readonly precision: "year" | "month";
  readonly text: string;
  /** First and last day that the text allows, both inclusive. */
  readonly first: CivilDay;
  readonly last: CivilDay;
}

const DAY_MS = 86_400_000;
const DATED = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const MEND = "write it like 2026-11-21, or 2026-11 or 2026 where the source gives no more";

/**
 * Reads a date at the precision its source gives: "2026-11-21", "2026-11" or "2026".
 * Refused: days and months that do not exist ("2024-02-30"), times, and every other form.
 */
export function parseDated(text: string): Dated | Refusal {
  const match = DATED.exec(text);
  if (match === null) return refuse(`"${text.slice(0, 60)}" is not a date`, MEND);
  const year = Number(match[1]);
  if (match[2] === undefined) {
    return { precision: "year", text, first: civilDay(year, 1, 1), last: civilDay(year, 12, 31) };
  }
  const month = Number(match[2]);
  if (month < 1 || month > 12) return refuse(`"${text}" names a month that does not exist`, MEND);
  const length = daysInMonth(year, month);
  if (match[3] === undefined) {
    return { precision: "month", text, first: civilDay(year, month, 1), last: civilDay(year, month, length) };
  }
  const day = Number(match[3]);
  if (day < 1 || day > length) return refuse(`"${text}" names a day that does not exist`, MEND);
  return civilDay(year, month, day);
}

/** Writes a date as `parseDated` reads it. */
export function formatDated(date: Dated): string {
  if (typeof date !== "number") return date.text;
  const { year, month, day } = dayParts(date);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** First day that a date allows: the day itself, or the first of a coarse stretch. */
export function firstDay(date: Dated): CivilDay {
  return typeof date === "number" ? date : date.first;
}

/** Last day that a date allows: the day itself, or the last of a coarse stretch. */
export function lastDay(date: Dated): CivilDay {
  return typeof date === "number" ? date : date.last;
}

/** The number of a day. Month and day count from 1; a day that does not exist is our own mistake and throws. */
export function civilDay(year: number, month: number, day: number): CivilDay {
  if (!Number.isInteger(year) || !(month >= 1 && month <= 12) || !(day >= 1 && day <= daysInMonth(year, month))) {
    throw new RangeError(`no such day: ${year}-${month}-${day}`);
  }
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS;
}

/** Year, month and day (from 1) of a day's number. */
export function dayParts(day: CivilDay): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Length of a month (1 to 12) in the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
