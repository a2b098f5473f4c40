import { daysInMonth } from "./dated.ts";
import { type Refusal, refuse } from "./refusal.ts";

/**
 * An instant: milliseconds since 1970-01-01T00:00:00Z (a whole number).
 * Everything that is compared is compared in these; text appears only at the edges.
 */
export type Instant = number;

/** Before every record and after every record. */
export const ALWAYS: Instant = -8.64e15;
export const NEVER: Instant = 8.64e15;

/** Half open: `from` is the first instant inside, `to` the first instant no longer inside. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** RFC 3339, section 5.6: full date, "T", partial time, and an offset. */
const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?([Zz]|[+-]\d{2}:\d{2})$/;
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const NO_OFFSET = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const EXAMPLE = "write it like 2026-11-21T09:00:00Z or 2026-11-21T14:00:00+05:00";

/**
 * Reads an RFC 3339 instant ("2026-11-21T14:00:00+05:00") into milliseconds UTC.
 * Refused: a bare date or a time without an offset (guessing a zone would move deadlines by hours), days that
 * do not exist, leap seconds (this time line has none) and fractions finer than a millisecond.
 *
 * @example parseInstant("1970-01-02T05:00:00+05:00") // 86400000
 */
export function parseInstant(text: string): Instant | Refusal {
  const plain = readPlainUtc(text);
  if (plain !== undefined) return plain;
  const match = RFC_3339.exec(text);
  if (match === null) {
    if (DATE_ONLY.test(text)) {
      return refuse(
        `"${text}" is a date; here a moment is needed`,
        `write ${text}T00:00:00Z, or the local time with its offset`,
      );
    }
    if (NO_OFFSET.test(text))
      return refuse(`"${text}" has no offset from UTC`, `add Z for UTC or an offset such as +05:00`);
    return refuse(`"${clip(text)}" is not a moment`, EXAMPLE);
  }
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = Number(match[6]);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return refuse(`"${text}" names a day that does not exist`, EXAMPLE);
  }
  if (second === 60)
    return refuse(
      `"${text}" is a leap second, which this time line does not have`,
      "write second 59 or the next minute",
    );
  if (hour > 23 || minute > 59 || second > 59) return refuse(`"${text}" names a time that does not exist`, EXAMPLE);
  const fraction = match[7] ?? "";
  if (/[1-9]/.test(fraction.slice(3))) {
    return refuse(`"${clip(text)}" is finer than a millisecond`, "give at most three digits after the second");
  }
  const offset = match[8]!;
  let shift = 0;
  if (offset.length === 6) {
    const hours = Number(offset.slice(1, 3));
    const minutes = Number(offset.slice(4, 6));
    if (hours > 23 || minutes > 59) return refuse(`"${text}" has an offset that does not exist`, EXAMPLE);
    shift = (hours * 60 + minutes) * (offset[0] === "-" ? -1 : 1);
  }
  const ms = Number(fraction.slice(0, 3).padEnd(3, "0"));
  return utc(year, month, day) + ((hour * 60 + minute - shift) * 60 + second) * 1000 + ms;
}

/** "-", "-", "T", ":" and ":" stand between the digits of a plain moment. */
const BETWEEN: readonly (readonly [at: number, code: number])[] = [
  [4, 45],
  [7, 45],
  [10, 84],
  [13, 58],
  [16, 58],
];

/**
 * The form in which programs write moments, "2026-11-21T09:00:00Z" with or without three digits of milliseconds, read
 * without an expression: millions are read at a start. Undefined: it is another form, or no moment.
 */
function readPlainUtc(text: string): Instant | undefined {
  const { length } = text;
  if ((length !== 20 && length !== 24) || text.charCodeAt(length - 1) !== 90) return undefined;
  for (const [at, code] of BETWEEN) if (text.charCodeAt(at) !== code) return undefined;
  if (length === 24 && text.charCodeAt(19) !== 46) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  const ms = length === 24 ? digits(text, 20, 23) : 0;
  // Comparisons with NaN are false: anything that is no digit ends here.
  if (!(year >= 100 && month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 59 && ms >= 0))
    return undefined;
  if (day > 28 && day > daysInMonth(year, month)) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * Writes an instant as RFC 3339 in UTC; milliseconds only where there are any.
 *
 * @example formatInstant(86400000) // "1970-01-02T00:00:00Z"
 */
export function formatInstant(instant: Instant): string {
  return new Date(instant).toISOString().replace(".000Z", "Z");
}

/** Date.UTC reads years 0 to 99 as 1900 to 1999; this does not. */
function utc(year: number, month: number, day: number): number {
  return year >= 100 ? Date.UTC(year, month - 1, day) : new Date(0).setUTCFullYear(year, month - 1, day);
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
