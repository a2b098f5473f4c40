import type { Deadline, Duration, GuardedDeadline, Opening, Term } from "@kelisim/accord/program";
import { civilDay, dayOf, dayParts, endOfDay, type Instant, parseDated, startOfDay } from "@kelisim/model";
import { exactMs, type MonthEnd, stepDay, stepInstant, type WorkingDays } from "../calendar/steps.ts";
import type { Scope } from "./scope.ts";
import { compileCondition, compileTerm, isDateTerm, type Names, type Test } from "./terms.ts";
import { TRUE, UNKNOWN } from "./values.ts";

/** A computed deadline: the last instant that still counts. */
export interface DueDate {
  readonly at: Instant;
  readonly isDay: boolean;
  /** The instant it is counted from, where it is counted from one. */
  readonly base?: Instant;
}

export interface DeadlinePlan {
  readonly rule: Deadline;
  readonly when: Test | undefined;
  /** Undefined: no date can be computed. */
  readonly compute: (scope: Scope, clause: string) => DueDate | undefined;
}

export interface CalendarRules {
  readonly timeZone: string;
  readonly monthEnd: MonthEnd;
  readonly works: WorkingDays | undefined;
}

/** How a base is read: a bound of a period (half open), a civil day, or an instant. */
type BaseSort = "bound" | "day" | "instant";

function baseSort(term: Term, names: Names): BaseSort {
  if (term.kind === "period start" || term.kind === "period end") return "bound";
  return isDateTerm(term, names) ? "day" : "instant";
}

/** Counts a duration from a base. docs/engine.md, "Deadline". */
function count(
  base: number,
  sort: BaseSort,
  sign: 1 | -1,
  duration: Duration,
  { timeZone, monthEnd, works }: CalendarRules,
): DueDate | undefined {
  if (sort === "instant") {
    const at = stepInstant(base, sign, duration, timeZone, monthEnd, works);
    return at === undefined ? undefined : { at, isDay: false, base };
  }
  const exact = exactMs(duration.unit);
  if (sort === "bound") {
    const start = startOfDay(base, timeZone);
    if (exact !== undefined) return { at: start + sign * exact * duration.value - 1, isDay: false, base: start };
    // Working days after a bound begin with the bound's own day: the last of them still counts whole.
    const own = duration.unit === "working day" && sign === 1 ? 1 : 0;
    const day = stepDay(base - own, sign, duration, monthEnd, works);
    return day === undefined ? undefined : { at: startOfDay(day + own, timeZone) - 1, isDay: true, base: start };
  }
  if (exact !== undefined) {
    // The latest reading for "after", the earliest for "before": hours after a date count from its end.
    const from = sign === 1 ? endOfDay(base, timeZone) : startOfDay(base, timeZone);
    return { at: from + sign * exact * duration.value, isDay: false, base: from };
  }
  const day = stepDay(base, sign, duration, monthEnd, works);
  return day === undefined ? undefined : { at: endOfDay(day, timeZone), isDay: true, base: startOfDay(base, timeZone) };
}

function compute(rule: Deadline, names: Names, rules: CalendarRules): DeadlinePlan["compute"] {
  const { timeZone, monthEnd } = rules;
  switch (rule.kind) {
    case "none":
      return () => undefined;
    case "date": {
      const day = parseDated(rule.date);
      return () => (typeof day === "number" ? { at: endOfDay(day, timeZone), isDay: true } : undefined);
    }
    case "calendar date": {
      const yearOf = rule.of ? yearOfTerm(rule.of, names, timeZone) : yearOfPeriod;
      return (scope) => {
        const year = yearOf(scope);
        if (year === undefined) return undefined;
        const day = monthDay(year + rule.years, rule.month, rule.day, monthEnd);
        return { at: endOfDay(day, timeZone), isDay: true };
      };
    }
    case "after":
    case "before": {
      const sign = rule.kind === "after" ? 1 : -1;
      const base = compileTerm(rule.base, names);
      const sort = baseSort(rule.base, names);
      return (scope) => {
        const value = base(scope);
        return typeof value === "number" ? count(value, sort, sign, rule.duration, rules) : undefined;
      };
    }
    case "vague": {
      const base = compileTerm(rule.base, names);
      const sort = baseSort(rule.base, names);
      return (scope, clause) => {
        const fact = scope.world.book.reading(clause, scope.moment);
        const duration: Duration | undefined = fact ? { value: fact.value, unit: fact.unit } : rule.reading?.duration;
        const value = base(scope);
        return duration && typeof value === "number" ? count(value, sort, 1, duration, rules) : undefined;
      };
    }
  }
}

const yearOfPeriod = ({ period }: Scope): number | undefined =>
  period && dayParts(period.recurrence.start(period.index)).year;

/** The year of a date or instant; a coarse date is missing here. */
function yearOfTerm(term: Term, names: Names, timeZone: string): (scope: Scope) => number | undefined {
  const read = compileTerm(term, names);
  const isDate = isDateTerm(term, names);
  return (scope) => {
    const value = read(scope);
    if (typeof value !== "number") return undefined;
    return dayParts(isDate ? value : dayOf(value, timeZone)).year;
  };
}

/** From when on an act counts: the first instant of a day, or an instant; undefined where its base is not given. */
export function compileOpening(
  opening: Opening | undefined,
  names: Names,
  rules: CalendarRules,
): ((scope: Scope) => Instant | undefined) | undefined {
  if (!opening) return undefined;
  const { duration } = opening;
  const sign = opening.direction === "after" ? 1 : -1;
  const base = compileTerm(opening.base, names);
  const sort = baseSort(opening.base, names);
  const { timeZone, monthEnd, works } = rules;
  return (scope) => {
    const value = base(scope);
    if (typeof value !== "number") return undefined;
    if (sort === "instant") return stepInstant(value, sign, duration, timeZone, monthEnd, works);
    const exact = exactMs(duration.unit);
    if (exact !== undefined) return startOfDay(value, timeZone) + sign * exact * duration.value;
    const day = stepDay(value, sign, duration, monthEnd, works);
    return day === undefined ? undefined : startOfDay(day, timeZone);
  };
}

/** Whether a rule is tied to something ahead, so that the act may come at any time before. */
export const countsBackwards = (rule: Deadline): boolean =>
  rule.kind === "before" || (rule.kind === "calendar date" && rule.of !== undefined);

/** A day of the year; 29 February in other years follows the month-end rule. */
function monthDay(year: number, month: number, day: number, monthEnd: MonthEnd): number {
  const first = civilDay(year, month, 1);
  const next = month === 12 ? civilDay(year + 1, 1, 1) : civilDay(year, month + 1, 1);
  const wanted = first + day - 1;
  if (wanted < next) return wanted;
  return monthEnd === "clip" ? next - 1 : next;
}

export function compileDeadlines(
  deadlines: readonly GuardedDeadline[],
  names: Names,
  rules: CalendarRules,
): readonly DeadlinePlan[] {
  return deadlines.map(({ when, deadline }) => ({
    rule: deadline,
    when: when && compileCondition(when, names),
    compute: compute(deadline, names, rules),
  }));
}

/** The first deadline whose guard is true; none if a guard on the way is unknown or none holds. */
export function chooseDeadline(plans: readonly DeadlinePlan[], scope: Scope): DeadlinePlan | undefined {
  for (const plan of plans) {
    const truth = plan.when ? plan.when(scope) : TRUE;
    if (truth === TRUE) return plan;
    if (truth === UNKNOWN) return undefined;
  }
  return undefined;
}
