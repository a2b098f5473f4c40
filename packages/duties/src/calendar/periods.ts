import type { CalendarUnit } from "@kelisim/accord/program";
import { type CivilDay, civilDay, dayParts, type Instant, periodLabel, startOfDay } from "@kelisim/model";
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
 * with it they are counted from that day, and there is none before it. Those of one unit that begin as the calendar's
 * do are labelled like them ("2026", "2026-Q3"), all others by their first day.
 */
export function recurrence(
  count: number,
  unit: CalendarUnit,
  from: CivilDay | undefined,
  timeZone: string,
): Recurrence {
  const months = MONTHS[unit] * count;
  const origin = from ?? civilDay(1970, 1, 1);
  const originParts = dayParts(origin);
  // Every period is counted from the origin, never from its neighbour, so that month ends do not drift.
  const start = (k: number) =>
    stepDay(origin, k < 0 ? -1 : 1, { value: Math.abs(k) * months, unit: "month" }, "clip") ?? Number.NaN;
  return {
    months,
    firstIndex: from === undefined ? Number.NEGATIVE_INFINITY : 0,
    start,
    startInstant: (k) => startOfDay(start(k), timeZone),
    indexOf(day) {
      const { year, month } = dayParts(day);
      let k = Math.floor(((year - originParts.year) * 12 + (month - originParts.month)) / months);
      while (start(k) > day) k--;
      while (start(k + 1) <= day) k++;
      return k;
    },
    label: (k) => periodLabel(start(k), count, unit),
  };
}
