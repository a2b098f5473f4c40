import type {
  CalendarUnit,
  Condition,
  Deadline,
  Declarations,
  Duration,
  Instrument,
  Opening,
  Term,
  TimeUnit,
} from "@kelisim/accord/program";
import { parseDated } from "@kelisim/model";
import { renamedTerm, TRIGGER } from "./conditions.ts";
import type { Situation } from "./situation.ts";
import type { World } from "./world.ts";

/**
 * A moment as far as it can be told before anything has happened: so many minutes before (negative) or after a base.
 * Of a date the base is its first instant. Two bounds, because a month has 28 to 31 days.
 */
export interface Offset {
  readonly kind: "offset";
  /** Terms that are the same moment have the same base. */
  readonly base: string;
  readonly term: Term;
  readonly least: number;
  readonly most: number;
  /** The rule in comparable form: two of the same form are ordered exactly, whatever the calendar. */
  readonly step?: { readonly form: string; readonly value: number };
}

export type Moment =
  | Offset
  /** A fixed day: its number of minutes since 1970 in the instrument's time zone. */
  | { readonly kind: "fixed"; readonly least: number; readonly most: number }
  /** No date: a vague word without a reading, or no number. */
  | { readonly kind: "none"; readonly why: "vague" | "no number"; readonly term?: string };

export type Order = "earlier" | "same" | "later" | "depends";

const HOUR = 60;
const DAY = 24 * HOUR;
/** Clocks are put forward or back by at most so much (a day then has 23 to 25 hours). */
const CLOCK_CHANGE = HOUR;
/** The same date begins in two time zones at most so far apart (UTC+14 to UTC-12). */
const ZONES_APART = 26 * HOUR;

/** Days in so many calendar units: the fewest and the most (Gregorian calendar, any starting day). */
export function daysIn(unit: CalendarUnit | TimeUnit, value: number): readonly [number, number] {
  if (value === 0) return [0, 0];
  switch (unit) {
    case "day":
      return [value, value];
    case "week":
      return [7 * value, 7 * value];
    case "quarter":
      return daysIn("month", 3 * value);
    case "half-year":
      return daysIn("month", 6 * value);
    case "year":
      return daysIn("month", 12 * value);
    case "month": {
      let [fewest, most] = [Number.POSITIVE_INFINITY, 0];
      // 2000 to 2008 holds every succession of leap and common years that matters here (century years left out).
      for (let month = 0; month < 96; month++) {
        for (const day of [1, 28, 29, 30, 31]) {
          const [from, to] = [dayAfter(2000, month, day), dayAfter(2000, month + value, day)];
          if (from === undefined) continue;
          fewest = Math.min(fewest, to.day - from.day);
          most = Math.max(most, to.day - from.day);
        }
      }
      return [fewest, most];
    }
    default:
      // Working days: at least as many days; how many more the calendar decides.
      return [value, Number.POSITIVE_INFINITY];
  }
}

/** Day number of a day of a month; the last of the month where it has fewer (undefined for the base: no such day). */
function dayAfter(year: number, month: number, day: number): { readonly day: number } {
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return { day: Date.UTC(year, month, Math.min(day, last)) / 86_400_000 };
}

/** Where a deadline or opening is counted from, in minutes and on which clock. */
interface Base {
  readonly key: string;
  readonly term: Term;
  readonly sort: "date" | "bound" | "instant";
  /** Days from the start of the recurring period, where the base is one of its bounds. */
  readonly shift: readonly [number, number];
}

function baseOf(situation: Situation, term: Term, declared: Declarations): Base | undefined {
  const { trigger, placed, follows } = situation;
  const named = renamedTerm(term, situation.names);
  if (term.kind === "moment") {
    if (follows !== undefined) return { key: `miss of ${follows.id}`, term, sort: "instant", shift: [0, 0] };
    if (trigger.kind === "record") {
      const occurred: Term = { kind: "attribute", variable: TRIGGER, name: "occurred" };
      return { key: JSON.stringify(occurred), term: occurred, sort: "instant", shift: [0, 0] };
    }
    return { key: `moment of ${placed.clause.id}`, term, sort: "instant", shift: [0, 0] };
  }
  if (term.kind === "bound since")
    return { key: `bound by ${placed.instrument.id}`, term, sort: "date", shift: [0, 0] };
  if (term.kind === "period start" || term.kind === "period end") {
    if (trigger.kind !== "calendar") return undefined;
    const shift: readonly [number, number] =
      term.kind === "period start" ? [0, 0] : daysIn(trigger.unit, trigger.count);
    return { key: "period", term, sort: "bound", shift };
  }
  if (named.kind !== "attribute") return undefined;
  const type = declared(named.variable, named.name)?.type.type;
  return { key: JSON.stringify(named), term: named, sort: type === "date" ? "date" : "instant", shift: [0, 0] };
}

/** The last moment at which an act counts under a deadline. */
export function lastMoment(world: World, situation: Situation, deadline: Deadline, declared: Declarations): Moment {
  const { placed } = situation;
  switch (deadline.kind) {
    case "none":
      return { kind: "none", why: "no number" };
    case "vague": {
      const fact = world.book.reading(placed.clause.id, world.on);
      const duration: Duration | undefined = fact ?? deadline.reading?.duration;
      if (duration === undefined) return { kind: "none", why: "vague", term: deadline.term };
      return counted(situation, "after", { value: duration.value, unit: duration.unit }, deadline.base, declared, true);
    }
    case "after":
    case "before":
      return counted(situation, deadline.kind, deadline.duration, deadline.base, declared, true);
    case "date": {
      const day = parseDated(deadline.date);
      if (typeof day !== "number") return { kind: "none", why: "no number" };
      return { kind: "fixed", least: day * DAY + DAY - ZONES_APART, most: day * DAY + DAY + ZONES_APART };
    }
    case "calendar date":
      return calendarDate(situation, deadline, declared);
  }
}

/** The first moment at which an act counts; undefined: the clause does not say. */
export function firstMoment(
  situation: Situation,
  opening: Opening | undefined,
  declared: Declarations,
): Moment | undefined {
  if (opening === undefined) return undefined;
  return counted(situation, opening.direction, opening.duration, opening.base, declared, false);
}

/** docs/engine.md, "Deadline" and "Not before": how a duration counts from a date, a bound, an instant. */
function counted(
  situation: Situation,
  direction: "before" | "after",
  duration: Pick<Duration, "value" | "unit">,
  term: Term,
  declared: Declarations,
  isLast: boolean,
): Moment {
  const base = baseOf(situation, term, declared);
  if (base === undefined) return { kind: "none", why: "no number" };
  const { value, unit } = duration;
  const exact = unit === "minute" ? value : unit === "hour" ? value * HOUR : undefined;
  const { timeZone: zone, monthEnd, workingCalendar } = situation.placed.instrument;
  const [fewest, most] = exact === undefined ? daysIn(unit, value).map((days) => days * DAY) : [exact, exact];
  const [low, high] = direction === "after" ? [fewest ?? 0, most ?? 0] : [-(most ?? 0), -(fewest ?? 0)];
  // A last moment that is a day lasts until the day ends; hours after a date count from its end.
  const wholeDay = base.sort === "date" && isLast && (exact === undefined || direction === "after") ? DAY : 0;
  const clock = zone === "UTC" || (exact !== undefined && base.sort === "instant") ? 0 : CLOCK_CHANGE;
  const shift = base.shift.map((days) => days * DAY);
  return {
    kind: "offset",
    base: base.key,
    term: base.term,
    least: low + (shift[0] ?? 0) + wholeDay - clock,
    most: high + (shift[1] ?? 0) + wholeDay + clock,
    step: {
      form: [direction, unit, zone, monthEnd, workingCalendar, base.sort, term.kind, yearShift(situation), isLast].join(
        " ",
      ),
      value: direction === "after" ? value : -value,
    },
  };
}

function calendarDate(
  situation: Situation,
  deadline: Extract<Deadline, { kind: "calendar date" }>,
  declared: Declarations,
): Moment {
  const { trigger } = situation;
  const base =
    deadline.of === undefined
      ? baseOf(situation, { kind: "period start" }, declared)
      : baseOf(situation, deadline.of, declared);
  if (base === undefined) return { kind: "none", why: "no number" };
  const years = deadline.years - (deadline.of === undefined ? yearShift(situation) : 0);
  const startsOn1January = deadline.of === undefined && trigger.kind === "calendar" && isWholeYear(trigger);
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let year = 2000; year < 2008; year++) {
    const due = dayAfter(year + years, deadline.month - 1, deadline.day).day + 1;
    const days = startsOn1January ? [Date.UTC(year, 0, 1)] : [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)];
    for (const day of days) {
      least = Math.min(least, due - day / 86_400_000);
      most = Math.max(most, due - day / 86_400_000);
    }
  }
  const zone = situation.placed.instrument.timeZone;
  const clock = zone === "UTC" ? 0 : CLOCK_CHANGE;
  // The day of an instant is read on the wall: up to a day lies between the instant and the day's first one.
  const inside = base.sort === "instant" ? DAY : 0;
  return {
    kind: "offset",
    base: base.key,
    term: base.term,
    least: least * DAY - clock - inside,
    most: most * DAY + clock,
    step: { form: `date ${zone} ${base.sort}`, value: (years * 12 + deadline.month) * 31 + deadline.day },
  };
}

const isWholeYear = (trigger: { readonly count: number; readonly unit: CalendarUnit; readonly from?: string }) =>
  trigger.unit === "year" && trigger.count === 1 && trigger.from === undefined;

/**
 * By how many periods the act's own label lies after the period of the duty: a notice "where n.year = next period" is
 * about the year that follows. Clauses are compared for the same label.
 */
export function labelShift(situation: Situation): number | undefined {
  const shifts = [...equations(situation.counts)].flatMap(({ left, right }) =>
    left.kind === "attribute" && right.kind === "period"
      ? [right.offset]
      : left.kind === "period" && right.kind === "attribute"
        ? [left.offset]
        : [],
  );
  return shifts.length === 1 ? shifts[0] : undefined;
}

/** In years, where the period is a year; a shift of other periods is told apart by `sameLabel`. */
function yearShift(situation: Situation): number {
  return situation.trigger.kind === "calendar" && isWholeYear(situation.trigger) ? (labelShift(situation) ?? 0) : 0;
}

function* equations(condition: Condition): Generator<Extract<Condition, { kind: "compare" }>> {
  if (condition.kind === "and") for (const part of condition.all) yield* equations(part);
  else if (condition.kind === "compare" && condition.op === "=") yield condition;
}

/** Whether offsets from the start of the period mean the same start in both clauses. */
export function sameLabel(a: Situation, b: Situation): boolean {
  if (a.trigger.kind !== "calendar" || b.trigger.kind !== "calendar") return true;
  if (a.trigger.from !== b.trigger.from) return false;
  const [left, right] = [labelShift(a), labelShift(b)];
  const isTold = left !== undefined && right !== undefined;
  return left === right || (isTold && isWholeYear(a.trigger) && isWholeYear(b.trigger));
}

/** How two moments of two clauses stand to each other: certain, or it depends on what is not known yet. */
export function compareMoments(
  a: { readonly moment: Moment; readonly instrument: Instrument },
  b: { readonly moment: Moment; readonly instrument: Instrument },
): Order {
  const [left, right] = [a.moment, b.moment];
  if (left.kind === "none" || right.kind === "none" || left.kind !== right.kind) return "depends";
  if (left.kind === "offset" && right.kind === "offset") {
    if (left.base !== right.base) return "depends";
    if (left.step !== undefined && left.step.form === right.step?.form) {
      const order = left.step.value - right.step.value;
      return order < 0 ? "earlier" : order > 0 ? "later" : "same";
    }
  }
  const apart = left.kind === "offset" && a.instrument.timeZone !== b.instrument.timeZone ? ZONES_APART : 0;
  if (left.most + apart < right.least) return "earlier";
  if (right.most + apart < left.least) return "later";
  const isPoint = left.least === left.most && right.least === right.most && left.least === right.least && apart === 0;
  return isPoint && left.kind === "offset" ? "same" : "depends";
}
