import { type CivilDay, type Dated, formatDated, type Instant } from "@kelisim/model";
import type { Texts } from "./texts/index.ts";

const DAY_MS = 86_400_000;

/** "Tue 15 Dec 2026"; never 12/11. */
export function dayWords(day: CivilDay, say: Texts, weekday = true): string {
  const date = new Date(day * DAY_MS);
  const words = say.date(date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear());
  return weekday ? say.withWeekday(say.weekdays[date.getUTCDay()] ?? "", words) : words;
}

/** "15 Nov" where the year is that of `near`, else "15 Nov 2025". */
export function shortDayWords(day: CivilDay, near: CivilDay, say: Texts): string {
  const date = new Date(day * DAY_MS);
  const sameYear = date.getUTCFullYear() === new Date(near * DAY_MS).getUTCFullYear();
  return say.date(date.getUTCDate(), date.getUTCMonth(), sameYear ? undefined : date.getUTCFullYear());
}

/** "15 Nov", where the window leaves no doubt about the year. */
export function dayMonthWords(day: CivilDay, say: Texts): string {
  const date = new Date(day * DAY_MS);
  return say.date(date.getUTCDate(), date.getUTCMonth(), undefined);
}

/** "2026-12-15" */
export function isoDay(day: CivilDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export interface Clock {
  readonly day: CivilDay;
  /** "09:12" */
  readonly time: string;
  /** "UTC+5" */
  readonly zone: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What calendar and clock on the wall show in a time zone. */
export function clockOf(instant: Instant, timeZone: string): Clock {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      timeZoneName: "shortOffset",
    });
    formats.set(timeZone, format);
  }
  const parts: Record<string, string> = {};
  for (const part of format.formatToParts(instant)) parts[part.type] = part.value;
  return {
    day: Date.UTC(Number(parts.year), Number(parts.month) - 1, Number(parts.day)) / DAY_MS,
    time: `${parts.hour}:${parts.minute}`,
    zone: (parts.timeZoneName ?? "UTC").replace("GMT", "UTC").replace(/\+0$/, ""),
  };
}

/** The label of a recurring period: "2026-Q3" is "Q3 2026", "2026-07" is "Jul 2026", a first day stands for itself. */
export function periodWords(label: string, say: Texts): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(label);
  if (day !== null) return say.fromDay(say.date(Number(day[3]), Number(day[2]) - 1, Number(day[1])));
  const month = /^(\d{4})-(\d{2})$/.exec(label);
  if (month !== null) return say.monthOfYear(Number(month[2]) - 1, Number(month[1]));
  const part = /^(\d{4})-([QH]\d)$/.exec(label);
  return part === null ? label : say.partOfYear(part[2]!, part[1]!);
}

/** "15 Dec 2026 09:12 UTC+5"; empty for the ends of time. */
export function momentWords(instant: Instant, timeZone: string, say: Texts): string {
  if (Math.abs(instant) >= 8.64e15) return "";
  const clock = clockOf(instant, timeZone);
  return `${dayWords(clock.day, say, false)} ${clock.time} ${clock.zone}`;
}

/** A date as exact as it is known: "15 Dec 2026", "2026-12", "2026"; empty where there is none. */
export function datedWords(date: Dated | undefined, say: Texts): string {
  return date === undefined ? "" : typeof date === "number" ? dayWords(date, say, false) : formatDated(date);
}
