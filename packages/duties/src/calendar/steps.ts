import type { Duration, TimeUnit } from "@kelisim/accord/program";
import { type CivilDay, civilDay, dayParts, daysInMonth, type Instant } from "@kelisim/model";
import { Temporal } from "temporal-polyfill";

export type MonthEnd = "clip" | "overflow";

/** Says whether a day is a working day, for the calendar an instrument names. */
export type WorkingDays = (day: CivilDay) => boolean;

const MS_A_MINUTE = 60_000;
const MS_A_DAY = 86_400_000;

/** Milliseconds of an exact unit; undefined for calendar steps ("48 hours" is not "2 days"). */
export function exactMs(unit: TimeUnit): number | undefined {
  if (unit === "minute") return MS_A_MINUTE;
  if (unit === "hour") return 60 * MS_A_MINUTE;
  return undefined;
}

/** Days of a unit that is always the same number of days; undefined for months, years and working days. */
export function wholeDays(unit: TimeUnit): number | undefined {
  if (unit === "day") return 1;
  if (unit === "week") return 7;
  return undefined;
}

/** A calendar that lists no working day within ten years of steps gives no date. */
const MOST_DAYS_WALKED = 3_660;

function stepWorkingDays(from: CivilDay, count: number, sign: 1 | -1, works: WorkingDays): CivilDay | undefined {
  let day = from;
  let left = count;
  for (let walked = 0; left > 0; walked++) {
    if (walked > MOST_DAYS_WALKED + count * 7) return undefined;
    day += sign;
    if (works(day)) left--;
  }
  return day;
}

function stepMonths(from: CivilDay, months: number, monthEnd: MonthEnd): CivilDay | undefined {
  const { year, month, day } = dayParts(from);
  const steps = month - 1 + months;
  const toYear = year + Math.floor(steps / 12);
  if (!Number.isInteger(toYear)) return undefined;
  const toMonth = steps - Math.floor(steps / 12) * 12 + 1;
  const length = daysInMonth(toYear, toMonth);
  const clipped = civilDay(toYear, toMonth, Math.min(day, length));
  if (Number.isNaN(clipped)) return undefined;
  // "overflow": a day that the month lacks becomes the first of the next month.
  return monthEnd === "overflow" && day > length ? clipped + 1 : clipped;
}

/**
 * A civil day, so many calendar steps on (sign 1) or back (-1).
 * Gives undefined for exact units, for a missing working calendar, and beyond the range of dates.
 */
export function stepDay(
  from: CivilDay,
  sign: 1 | -1,
  duration: Duration,
  monthEnd: MonthEnd,
  works?: WorkingDays,
): CivilDay | undefined {
  const days = wholeDays(duration.unit);
  if (days !== undefined) return from + sign * days * duration.value;
  if (duration.unit === "working day") return works && stepWorkingDays(from, duration.value, sign, works);
  if (duration.unit === "month") return stepMonths(from, sign * duration.value, monthEnd);
  if (duration.unit === "year") return stepMonths(from, sign * duration.value * 12, monthEnd);
  return undefined;
}

/**
 * An instant, so much later (1) or earlier (-1). Minutes and hours are exact; calendar steps keep the
 * wall-clock time in the time zone; a time that the clocks skip or repeat is read as Temporal's "compatible" does.
 */
export function stepInstant(
  from: Instant,
  sign: 1 | -1,
  duration: Duration,
  timeZone: string,
  monthEnd: MonthEnd,
  works?: WorkingDays,
): Instant | undefined {
  const exact = exactMs(duration.unit);
  if (exact !== undefined) return from + sign * exact * duration.value;
  const days = wholeDays(duration.unit);
  if (days !== undefined && timeZone === "UTC") return from + sign * days * duration.value * MS_A_DAY;
  const local = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).toPlainDateTime();
  const day = stepDay(civilDay(local.year, local.month, local.day), sign, duration, monthEnd, works);
  if (day === undefined) return undefined;
  try {
    return local.with(dayParts(day)).toZonedDateTime(timeZone).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
