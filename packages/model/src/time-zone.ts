import { Temporal } from "temporal-polyfill";
import { type CivilDay, dayParts } from "./dated.ts";
import type { Instant } from "./instant.ts";

const DAY_MS = 86_400_000;

/** Zone → day → first instant. Starts of days are asked for again and again; Temporal is exact but slow. */
const starts = new Map<string, Map<CivilDay, Instant>>();
const known = new Map<string, boolean>();
/** A zone's cache is dropped at this size (five centuries of days), so that no input can grow it without end. */
const CACHE_LIMIT = 200_000;
/** Beyond some 27,000 years from 1970 (ALWAYS and NEVER lie there) no zone has rules: read as UTC. */
const FAR = 10_000_000;

/** Whether this machine's time zone data knows the IANA name ("Asia/Almaty") or offset ("+05:00"). */
export function isTimeZone(name: string): boolean {
  let is = known.get(name);
  if (is === undefined) {
    try {
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
      is = true;
    } catch {
      is = false;
    }
    known.set(name, is);
  }
  return is;
}

/**
 * First instant of a day in a time zone. Where clocks go forward over midnight it is the first instant after the
 * gap; a day that a zone skipped altogether (Apia, 2011-12-30) starts where the next one does and holds nothing.
 */
export function startOfDay(day: CivilDay, timeZone: string): Instant {
  if (timeZone === "UTC" || day > FAR || day < -FAR) return day * DAY_MS;
  let days = starts.get(timeZone);
  if (days === undefined) {
    days = new Map();
    starts.set(timeZone, days);
  }
  let start = days.get(day);
  if (start === undefined) {
    const parts = dayParts(day);
    start = new Temporal.PlainDate(parts.year, parts.month, parts.day).toZonedDateTime(timeZone).epochMilliseconds;
    if (days.size >= CACHE_LIMIT) days.clear();
    days.set(day, start);
  }
  return start;
}

/** Last millisecond of a day in a time zone: one before the next day starts. */
export function endOfDay(day: CivilDay, timeZone: string): Instant {
  return startOfDay(day + 1, timeZone) - 1;
}

/** The day that holds an instant: the last one whose start is not after it. */
export function dayOf(instant: Instant, timeZone: string): CivilDay {
  let day = Math.floor(instant / DAY_MS);
  if (timeZone === "UTC") return day;
  if (day > FAR || day < -FAR) return day;
  // No zone is further than 26 hours from UTC in either direction, so at most two steps are taken.
  while (startOfDay(day, timeZone) > instant) day -= 1;
  while (startOfDay(day + 1, timeZone) <= instant) day += 1;
  return day;
}
