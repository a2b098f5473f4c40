import type { CalendarUnit } from "@kelisim/accord/program";
import { type CivilDay, civilDay, dayParts, type Instant, startOfDay } from "@kelisim/model";
import { stepDay } from "./steps.ts";

const MONTHS: Readonly<Record<CalendarUnit, number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 };

/** The periods of a recurring duty or of a quota: half open, read in one time zone, numbered from any origin. */
export interface Recurrence {
  /** Months from one period to the next. */
  readonly months: number;
  /** Number of the first period; none: they reach back without end. */
  readonly firstIndex: number;
  /** First day of period k, which is also the first day after period k - 1. */
  start(k: number): CivilDay;
  startInstant(k: number): Instant;
  /** Number of the period that holds a day. */
  indexOf(day: CivilDay): number;
  label(k: number): string;
}

/**
 * Makes the periods "every `count` `unit`". Without `from` they follow the calendar (years begin on 1 January);
 * with it they are counted from that day, and there is none before it.
 */
export function recurrence(
  count: number,
  unit: CalendarUnit,
  from: CivilDay | undefined,
  timeZone: string,
): Recurrence {
  const months = MONTHS[unit] * count;
  const aligned = from === undefined;
  const origin = from ?? civilDay(1970, 1, 1);
  const originParts = dayParts(origin);
  // Every period is counted from the origin, never from its neighbour, so that month ends do not drift.
  const start = (k: number) =>
    stepDay(origin, k < 0 ? -1 : 1, { value: Math.abs(k) * months, unit: "month" }, "clip") ?? Number.NaN;
  return {
    months,
    firstIndex: aligned ? Number.NEGATIVE_INFINITY : 0,
    start,
    startInstant: (k) => startOfDay(start(k), timeZone),
    indexOf(day) {
      const { year, month } = dayParts(day);
      let k = Math.floor(((year - originParts.year) * 12 + (month - originParts.month)) / months);
      while (start(k) > day) k--;
      while (start(k + 1) <= day) k++;
      return k;
    },
    label(k) {
      const { year, month, day } = dayParts(start(k));
      const two = (n: number) => String(n).padStart(2, "0");
      if (!aligned || count !== 1) return `${year}-${two(month)}-${two(day)}`;
      if (unit === "year") return String(year);
      if (unit === "quarter") return `${year}-Q${(month - 1) / 3 + 1}`;
      if (unit === "half-year") return `${year}-H${(month - 1) / 6 + 1}`;
      return `${year}-${two(month)}`;
    },
  };
}
