import type { CalendarUnit, Duration, Instrument } from "@kelisim/accord/program";
import type { CivilDay, Dated, Instant } from "@kelisim/model";
import { Temporal } from "temporal-polyfill";

/** Docs: "Deadline" (calendar steps, month ends) and "Who is bound" (dates read in the instrument's time zone). */

const EPOCH = Temporal.PlainDate.from("1970-01-01");
const starts = new Map<string, Instant>();

export const plain = (day: CivilDay) => EPOCH.add({ days: day });
export const dayNumber = (date: Temporal.PlainDate): CivilDay => EPOCH.until(date, { largestUnit: "days" }).days;
export const parseDay = (text: string): CivilDay => dayNumber(Temporal.PlainDate.from(text));
export const dayText = (day: CivilDay): string => plain(day).toString();
const zoned = (at: Instant, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** The first instant of a day (remembered: it is a pure function, asked very often). */
export function startOfDay(day: CivilDay, zone: string): Instant {
  const key = `${day} ${zone}`;
  let start = starts.get(key);
  if (start === undefined) {
    start = plain(day).toZonedDateTime(zone).epochMilliseconds;
    starts.set(key, start);
  }
  return start;
}

/** The last instant of a day: a deadline that is a date. */
export const endOfDay = (day: CivilDay, zone: string): Instant => startOfDay(day + 1, zone) - 1;
export const dayOf = (at: Instant, zone: string): CivilDay => dayNumber(zoned(at, zone).toPlainDate());
export const firstDay = (date: Dated): CivilDay => (typeof date === "number" ? date : date.first);
export const lastDay = (date: Dated): CivilDay => (typeof date === "number" ? date : date.last);

/** How steps are taken: where, by which month-end rule, and which days are working days. */
export interface Steps {
  readonly zone: string;
  readonly monthEnd: Instrument["monthEnd"];
  readonly isWorking?: ((day: CivilDay) => boolean) | undefined;
}

const EXACT = { minute: 60_000, hour: 3_600_000 } as const;
export const isExact = (unit: Duration["unit"]): unit is "minute" | "hour" => unit === "minute" || unit === "hour";
export const exact = (duration: Duration): number =>
  isExact(duration.unit) ? duration.value * EXACT[duration.unit] : Number.NaN;

/** A day so many calendar steps on (sign 1) or back (sign -1). Without a calendar of working days: none. */
export function stepDay(day: CivilDay, sign: 1 | -1, { value, unit }: Duration, steps: Steps): CivilDay | undefined {
  if (unit === "day") return day + sign * value;
  if (unit === "week") return day + sign * 7 * value;
  if (unit === "working day") {
    if (steps.isWorking === undefined) return undefined;
    let at = day;
    for (let left = value, tried = 0; left > 0; tried++) {
      if (tried > 20_000) return undefined;
      at += sign;
      if (steps.isWorking(at)) left--;
    }
    return at;
  }
  const months = sign * value * (unit === "year" ? 12 : 1);
  const from = plain(day);
  const clipped = from.add({ months });
  const cut = clipped.day < from.day;
  return dayNumber(cut && steps.monthEnd === "overflow" ? clipped.add({ days: 1 }) : clipped);
}

/** An instant so long on or back: hours are exact; calendar steps keep the wall-clock time. */
export function stepInstant(at: Instant, sign: 1 | -1, duration: Duration, steps: Steps): Instant | undefined {
  if (isExact(duration.unit)) return at + sign * exact(duration);
  const here = zoned(at, steps.zone);
  const day = stepDay(dayNumber(here.toPlainDate()), sign, duration, steps);
  if (day === undefined) return undefined;
  return plain(day).toZonedDateTime({ timeZone: steps.zone, plainTime: here.toPlainTime() }).epochMilliseconds;
}

/** One period of a recurring duty or of a quota: half open, [first, next). */
export interface CalendarPeriod {
  readonly label: string;
  readonly first: CivilDay;
  readonly next: CivilDay;
  readonly index: number;
}

export interface Cycle {
  readonly count: number;
  readonly unit: CalendarUnit;
  readonly from?: string;
}

const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

export function periodNumber(cycle: Cycle, index: number): CalendarPeriod {
  const months = MONTHS[cycle.unit] * cycle.count;
  const origin = Temporal.PlainDate.from(cycle.from ?? "1970-01-01");
  const start = origin.add({ months: months * index });
  const next = origin.add({ months: months * (index + 1) });
  return { label: labelOf(cycle, start), first: dayNumber(start), next: dayNumber(next), index };
}

function labelOf(cycle: Cycle, start: Temporal.PlainDate): string {
  const months = MONTHS[cycle.unit];
  if (cycle.count !== 1 || start.day !== 1 || (start.month - 1) % months !== 0) return start.toString();
  const year = String(start.year).padStart(4, "0");
  if (cycle.unit === "year") return year;
  if (cycle.unit === "half-year") return `${year}-H${start.month < 7 ? 1 : 2}`;
  if (cycle.unit === "quarter") return `${year}-Q${Math.ceil(start.month / 3)}`;
  return `${year}-${String(start.month).padStart(2, "0")}`;
}

export function periodHolding(cycle: Cycle, day: CivilDay): CalendarPeriod {
  let index = Math.floor((day - parseDay(cycle.from ?? "1970-01-01")) / (MONTHS[cycle.unit] * cycle.count * 31));
  while (periodNumber(cycle, index).next <= day) index++;
  while (periodNumber(cycle, index).first > day) index--;
  return periodNumber(cycle, index);
}
