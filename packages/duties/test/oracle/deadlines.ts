import type { Deadline, Duration, GuardedDeadline, Opening, Term } from "@kelisim/accord/program";
import { type Instant, NEVER } from "@kelisim/model";
import { suspensions } from "./binding.ts";
import { dayOf, endOfDay, exact, isExact, parseDay, plain, startOfDay, stepDay, stepInstant } from "./calendar.ts";
import { evaluate, type Scope, stepsOf, truth } from "./terms.ts";
import type { Typed } from "./values.ts";
import { factsOf } from "./world.ts";

/** Docs: "Deadline". */

export interface Due {
  /** The deadline that applies; undefined: none of them, or a guard is unknown. */
  readonly chosen: Deadline | undefined;
  readonly at: Instant | null;
  /** The instant from which an `after` or vague deadline counts. */
  readonly base?: Instant | undefined;
}

/** The first whose guard is true; a guard that is unknown on the way leaves none. */
export function choose(deadlines: readonly GuardedDeadline[], scope: Scope): Deadline | undefined {
  for (const { when, deadline } of deadlines) {
    const applies = when === undefined ? true : truth(when, scope);
    if (applies === true) return deadline;
    if (applies === undefined) return undefined;
  }
  return undefined;
}

/** Whether a deadline counts on from the end of the period (one before it does not). */
export const countsFromEnd = (deadline: Deadline | undefined): boolean =>
  deadline?.kind !== "before" && baseTerm(deadline)?.kind === "period end";

export const baseTerm = (deadline: Deadline | undefined): Term | undefined =>
  deadline !== undefined && "base" in deadline ? deadline.base : undefined;

/** The deadline without the time of suspensions. */
export function unextended(chosen: Deadline | undefined, scope: Scope): Due {
  const { timeZone: zone, monthEnd } = scope.at.instrument;
  if (chosen === undefined) return { chosen, at: null };
  switch (chosen.kind) {
    case "none":
      return { chosen, at: null };
    case "date":
      return { chosen, at: endOfDay(parseDay(chosen.date), zone) };
    case "calendar date": {
      const first = yearDay(chosen, scope);
      return { chosen, at: first === undefined ? null : endOfDay(dueDay(chosen, first, monthEnd), zone) };
    }
    case "vague": {
      const duration = readingOf(scope) ?? chosen.reading?.duration;
      if (duration === undefined) return { chosen, at: null };
      return { chosen, ...count(duration, chosen.base, 1, scope) };
    }
    default:
      return { chosen, ...count(chosen.duration, chosen.base, chosen.kind === "after" ? 1 : -1, scope) };
  }
}

/** A day of the year from which a calendar date counts: of its own base, or the first of the period. */
function yearDay(chosen: Extract<Deadline, { kind: "calendar date" }>, scope: Scope): number | undefined {
  if (chosen.of === undefined) return scope.period?.of.first;
  const base = evaluate(chosen.of, scope);
  if (base?.type === "instant") return dayOf(base.value, scope.at.instrument.timeZone);
  return base?.type === "day" && base.first === base.last ? base.first : undefined;
}

/** Whether a deadline counts back from something ahead, so that an act counts at any time before. */
export const isBackwards = (deadline: Deadline | undefined): boolean =>
  deadline?.kind === "before" || (deadline?.kind === "calendar date" && deadline.of !== undefined);

/** From when on an act counts at all, from the first instant of a day; none where its base is not given. */
export function notBefore(opening: Opening | undefined, scope: Scope): Instant | undefined {
  if (opening === undefined) return undefined;
  const { duration, direction } = opening;
  const [base, sign, steps] = [evaluate(opening.base, scope), direction === "after" ? 1 : -1, stepsOf(scope)] as const;
  if (base?.type === "instant") return stepInstant(base.value, sign, duration, steps);
  if (base?.type !== "day" || base.first !== base.last) return undefined;
  if (isExact(duration.unit)) return startOfDay(base.first, steps.zone) + sign * exact(duration);
  const day = stepDay(base.first, sign, duration, steps);
  return day === undefined ? undefined : startOfDay(day, steps.zone);
}

/** 15 December of the period's first year, or of a later one; 29 February by the month-end rule. */
export function dueDay(
  { month, day, years }: { readonly month: number; readonly day: number; readonly years: number },
  first: number,
  monthEnd: "clip" | "overflow",
): number {
  const year = plain(first).year + years;
  const start = plain(first).with({ year, month, day: 1 });
  const cut = day > start.daysInMonth && monthEnd === "overflow" ? 1 : 0;
  return parseDay(
    start
      .with({ day: Math.min(day, start.daysInMonth) })
      .add({ days: cut })
      .toString(),
  );
}

function readingOf(scope: Scope): Duration | undefined {
  return factsOf(scope.world, "reading")
    .filter((fact) => fact.clause === scope.at.clause.id && fact.occurred <= scope.moment)
    .sort((a, b) => a.occurred - b.occurred || (a.id < b.id ? -1 : 1))
    .at(-1);
}

/** From or to a base: an instant, a day, or the bound of a period. */
function count(duration: Duration, term: Term, sign: 1 | -1, scope: Scope): { at: Instant | null; base?: Instant } {
  const base = evaluate(term, scope);
  const start = base && startOf(base, scope);
  if (base === undefined || start === undefined) return { at: null };
  const at = step(duration, base, term.kind === "period start" || term.kind === "period end", sign, scope);
  // Hours after a day count from its end.
  const isFromEnd =
    base.type === "day" &&
    sign === 1 &&
    isExact(duration.unit) &&
    term.kind !== "period start" &&
    term.kind !== "period end";
  return { at: at ?? null, base: isFromEnd ? endOfDay(base.first, scope.at.instrument.timeZone) : start };
}

/** First instant of a base; none where it is coarse or no moment at all. */
export function startOf(base: Typed, scope: Scope): Instant | undefined {
  if (base.type === "instant") return base.value;
  if (base.type !== "day" || base.first !== base.last) return undefined;
  return startOfDay(base.first, scope.at.instrument.timeZone);
}

function step(duration: Duration, base: Typed, isBound: boolean, sign: 1 | -1, scope: Scope): Instant | undefined {
  const steps = stepsOf(scope);
  if (base.type === "instant") return stepInstant(base.value, sign, duration, steps);
  if (base.type !== "day") return undefined;
  if (isExact(duration.unit)) {
    if (isBound) return startOfDay(base.first, steps.zone) + sign * exact(duration) - 1;
    if (sign === -1) return startOfDay(base.first, steps.zone) - exact(duration);
    return endOfDay(base.first, steps.zone) + exact(duration);
  }
  if (!isBound) {
    const day = stepDay(base.first, sign, duration, steps);
    return day === undefined ? undefined : endOfDay(day, steps.zone);
  }
  // A bound is the first day no longer inside: the deadline ends with the day before the one reached. Working days
  // after a bound are counted from the bound itself on: the deadline ends with the last of them.
  if (duration.unit === "working day" && sign === 1) {
    const day = stepDay(base.first - 1, sign, duration, steps);
    return day === undefined ? undefined : endOfDay(day, steps.zone);
  }
  const bound = stepDay(base.first, sign, duration, steps);
  return bound === undefined ? undefined : startOfDay(bound, steps.zone) - 1;
}

/**
 * For `after` and vague deadlines from a record: certain suspensions of debtor or creditor (as single parties) that
 * begin after it arose, at the deadline at the latest (its last instant still counts), push the deadline on by their length; one without an end leaves no date.
 */
export function extended(due: Due, scope: Scope, pair: readonly { readonly id: string }[]): Due {
  if (due.at === null || (due.chosen?.kind !== "after" && due.chosen?.kind !== "vague")) return due;
  const parties = scope.world.input.parties.filter(({ id }) => pair.some((actor) => actor.id === id));
  const stretches = parties
    .flatMap(({ id }) => suspensions(scope.world, scope.at.instrument, id, scope.at.clause.id))
    .filter(({ to }) => to > scope.moment)
    .sort((a, b) => a.from - b.from);
  let at = due.at;
  let reached = scope.moment;
  for (const { from, to } of stretches) {
    const begin = Math.max(from, reached);
    if (begin > at || to <= begin) continue;
    if (to === NEVER) return { ...due, at: null };
    at += to - begin;
    reached = to;
  }
  return { ...due, at };
}
