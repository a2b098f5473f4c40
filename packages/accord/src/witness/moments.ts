import {
  type CivilDay,
  civilDay,
  dayOf,
  dayParts,
  daysInMonth,
  endOfDay,
  type Instant,
  isRefusal,
  parseDated,
  periodLabel,
  startOfDay,
} from "@kelisim/model";
import type { Deadline, Duration, Opening, Term, Trigger } from "../program/index.ts";
import { termValue } from "./evaluate.ts";
import { gap, type Stage, type WitnessPeriod } from "./stage.ts";

/**
 * Two instants between which a deadline certainly lies. They are equal where no clock change can matter; a witness
 * needs no more, and so stays independent of the engine's arithmetic, which it is there to try.
 */
export interface Bracket {
  readonly from: Instant;
  readonly to: Instant;
}

const HOUR = 3_600_000;

/** A deadline in the world of a witness; undefined where it has no date there. */
export function bracketOf(stage: Stage, deadline: Deadline, isDate: (term: Term) => boolean): Bracket | undefined {
  const zone = stage.instrument.timeZone;
  switch (deadline.kind) {
    case "after":
      return step(stage, deadline.base, deadline.duration, 1, isDate(deadline.base));
    case "before":
      return step(stage, deadline.base, deadline.duration, -1, isDate(deadline.base));
    case "vague":
      return deadline.reading && step(stage, deadline.base, deadline.reading.duration, 1, isDate(deadline.base));
    case "date": {
      const date = parseDated(deadline.date);
      return typeof date === "number" ? exactly(endOfDay(date, zone)) : undefined;
    }
    case "calendar date": {
      const of = deadline.of ? dayOfTerm(stage, deadline.of, isDate(deadline.of)) : stage.period?.start;
      if (of === undefined) return undefined;
      const year = dayParts(of).year + deadline.years;
      const day = Math.min(deadline.day, daysInMonth(year, deadline.month));
      return exactly(endOfDay(civilDay(year, deadline.month, day), zone));
    }
    case "none":
      return undefined;
  }
}

function dayOfTerm(stage: Stage, term: Term, isDate: boolean): CivilDay | undefined {
  const value = termValue(stage, term);
  if (typeof value !== "number") return undefined;
  return isDate ? value : dayOf(value, stage.instrument.timeZone);
}

/** The moment from which an act counts, if any; the later end of what it may be. */
export function openingOf(stage: Stage, opening: Opening, isDate: (term: Term) => boolean): Instant | undefined {
  const { base, duration, direction } = opening;
  const sign = direction === "before" ? -1 : 1;
  return step(stage, base, duration, sign, isDate(base))?.to;
}

const exactly = (at: Instant): Bracket => ({ from: at, to: at });

function step(stage: Stage, base: Term, duration: Duration, sign: 1 | -1, isDate: boolean): Bracket | undefined {
  const zone = stage.instrument.timeZone;
  const value = termValue(stage, base);
  if (typeof value !== "number") return undefined;
  if (duration.unit === "working day" && stage.instrument.workingCalendar === undefined) {
    return gap(stage, "working days are counted, and the instrument names no calendar of them");
  }
  const hours = duration.unit === "hour" ? 1 : duration.unit === "minute" ? 1 / 60 : undefined;
  const bound = base.kind === "period start" || base.kind === "period end";
  if (hours !== undefined) {
    const from = !isDate ? value : sign === 1 && !bound ? endOfDay(value, zone) : startOfDay(value, zone);
    return exactly(from + sign * hours * duration.value * HOUR - (bound ? 1 : 0));
  }
  const day = isDate ? value : dayOf(value, zone);
  const [least, most] = steps(day, duration, sign);
  if (isDate) {
    const before = bound ? 1 : 0;
    return { from: endOfDay(least - before, zone), to: endOfDay(most - before, zone) };
  }
  const time = value - startOfDay(day, zone);
  const slack = [day, least, most].every((at) => isPlain(at, zone)) ? 0 : 2 * HOUR;
  return { from: startOfDay(least, zone) + time - slack, to: startOfDay(most, zone) + time + slack };
}

/** Whether no clock changes on a day: then a time of day means one instant. */
function isPlain(day: CivilDay, zone: string): boolean {
  return startOfDay(day + 1, zone) - startOfDay(day, zone) === 24 * HOUR;
}

/** The first and last day on which a calendar step may end: two where the month-end rule or a calendar decides. */
function steps(day: CivilDay, { value, unit }: Duration, sign: 1 | -1): readonly [CivilDay, CivilDay] {
  if (unit === "day" || unit === "week") {
    const end = day + sign * value * (unit === "week" ? 7 : 1);
    return [end, end];
  }
  if (unit === "working day") {
    // No calendar is asked: between one working day after the other and one a week with a month of holidays.
    const [soonest, latest] = [day + sign * value, day + sign * (value * 7 + 31)];
    return sign === 1 ? [soonest, latest] : [latest, soonest];
  }
  const parts = dayParts(day);
  const months = parts.year * 12 + parts.month - 1 + sign * value * (unit === "year" ? 12 : 1);
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const length = daysInMonth(year, month);
  const clipped = civilDay(year, month, Math.min(parts.day, length));
  return [clipped, parts.day > length ? clipped + 1 : clipped];
}

const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/** The period of a recurring duty that holds a day. */
export function periodAt(day: CivilDay, trigger: Extract<Trigger, { kind: "calendar" }>): WitnessPeriod | undefined {
  const length = MONTHS[trigger.unit] * trigger.count;
  const from = trigger.from === undefined ? civilDay(1970, 1, 1) : parseDated(trigger.from);
  if (isRefusal(from) || typeof from !== "number") return undefined;
  const start = (index: number) =>
    steps(from, { value: Math.abs(index) * length, unit: "month" }, index < 0 ? -1 : 1)[0];
  let index = 0;
  while (start(index + 1) <= day) index++;
  while (trigger.from === undefined && start(index) > day) index--;
  const label = (at: number) => periodLabel(start(at), trigger.count, trigger.unit);
  return { start: start(index), end: start(index + 1), label: (offset) => label(index + offset) };
}
