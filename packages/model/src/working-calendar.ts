import type { CivilDay } from "./dated.ts";

/** A named calendar: weekend days by number (0 is Sunday), and single days that are or are not worked. */
export interface WorkingCalendar {
  readonly weekend: Set<number>;
  readonly holidays: Set<CivilDay>;
  readonly working: Set<CivilDay>;
}

/** Whether a day is a working day: a day named as working, else neither a weekend day nor a holiday. */
export function isWorkingDay(calendar: WorkingCalendar, day: CivilDay): boolean {
  if (calendar.working.has(day)) return true;
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  return !calendar.weekend.has(weekday) && !calendar.holidays.has(day);
}
