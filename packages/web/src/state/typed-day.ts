import type { Day } from "./days.ts";
import { writeMonthOf } from "./format.ts";

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const POINTS = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const NAMED = /^(\d{1,2})\s+(\p{L}+)\.?\s+(\d{4})$/u;

/**
 * The day that somebody typed: "2026-12-15", "15.12.2026", "15 Dec 2026", "15 декабря 2026". "12/11/2026" is nobody's day: half
 * of the readers take it for November and half for December, so it gives nothing, as does a day that does not exist.
 */
export function typedDay(text: string, locale: string): Day | undefined {
  const given = text
    .trim()
    .replaceAll(/\s+/g, " ")
    .replace(/\s*г\.?$/u, "");
  const iso = ISO.exec(given);
  if (iso) return day(iso[1]!, Number(iso[2]), iso[3]!);
  const points = POINTS.exec(given);
  if (points) return day(points[3]!, Number(points[2]), points[1]!);
  const named = NAMED.exec(given);
  if (named) return day(named[3]!, monthNamed(named[2]!, locale), named[1]!);
  return undefined;
}

function day(year: string, month: number, date: string): Day | undefined {
  const written = `${year}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}`;
  const moment = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written) ? written : undefined;
}

/** Number of a month by the first three letters of its name; 0: no such month. */
function monthNamed(name: string, locale: string): number {
  const start = (text: string) => text.toLocaleLowerCase(locale).slice(0, 3);
  for (let month = 1; month <= 12; month += 1) {
    const full = writeMonthOf(`2026-${String(month).padStart(2, "0")}-01`, locale, "genitive", "long");
    if (start(full) === start(name)) return month;
  }
  return 0;
}
