import type { Clause, Condition, DutyClause, RightClause, Trigger } from "@kelisim/accord/program";
import type { Instant, KelisimRecord } from "@kelisim/model";
import { boundInstants } from "./binding.ts";
import { type CalendarPeriod, dayOf, dayText, periodHolding, periodNumber, startOfDay } from "./calendar.ts";
import { baseTerm, choose, type Due, dueDay, extended, isBackwards, notBefore, unextended } from "./deadlines.ts";
import { type Actor, debtorsOf, distinct, isPair, type RoleContext, resolve } from "./roles.ts";
import { type Scope, truth } from "./terms.ts";
import { type ClauseVersion, factsOf, type Subject, versionAt, type World } from "./world.ts";

/** Docs: "Duties and rights": which there are, for whom, since when, and by when. */

export interface Instance {
  readonly clause: DutyClause | RightClause;
  readonly scope: Scope;
  readonly debtor: Actor;
  readonly creditor: Actor;
  readonly subject?: string | undefined;
  readonly period?: string | undefined;
  readonly due: Due;
  /** From when on the act counts at all. */
  readonly notBefore?: Instant | undefined;
  /** What became of its trigger. */
  readonly dropped?: "trigger corrected" | "trigger withdrawn";
  readonly leadTimePassed: boolean;
  /** It follows from a duty that is itself unverified. */
  readonly isDoubtful?: boolean;
}

export const isUnverified = ({ debtor, creditor, isDoubtful }: Instance): boolean =>
  debtor.unverified || creditor.unverified || isDoubtful === true;

export interface Found {
  readonly instances: readonly Instance[];
  /** Subjects about which it cannot be said whether the clause applies. */
  readonly undetermined: readonly string[];
}

export const pairKey = ({ debtor, creditor }: { readonly debtor: Actor; readonly creditor: Actor }): string =>
  `${debtor.id}>${creditor.id}`;
const isDutyOrRight = (clause: Clause): clause is DutyClause | RightClause =>
  clause.kind === "duty" || clause.kind === "right";

/** Misses are asked for through this, so that a clause can follow another's miss. */
export type Misses = (clauseId: string) => readonly Instance[];

export function find(world: World, clauseId: string, misses: Misses): Found {
  const undetermined: string[] = [];
  const all: Instance[] = [];
  for (const subject of world.subjects) {
    const exists = subject.current.occurred <= world.question.asOf;
    const found = exists ? fromRecord(world, clauseId, subject) : [];
    if (found === undefined) undetermined.push(subject.id);
    all.push(...dropped(world, clauseId, subject), ...(found ?? []));
  }
  for (const at of world.versions) {
    const { clause } = at;
    if (clause.id !== clauseId || !isDutyOrRight(clause)) continue;
    const { trigger } = clause;
    if (trigger.kind === "calendar") all.push(...fromCalendar(world, at, clause, trigger));
    if (trigger.kind === "bound") all.push(...fromBound(world, at, clause));
    if (trigger.kind === "miss") all.push(...fromMisses(world, at, clause, misses(trigger.clause)));
  }
  // One line an identity: of several (after a miss, or across versions) the one that arose first, one that is verified before one that is not.
  const kept = all.filter(
    (one, place) =>
      !all.some((other, otherPlace) => {
        if (pairKey(one) !== pairKey(other) || one.subject !== other.subject || one.period !== other.period)
          return false;
        const order =
          other.scope.moment - one.scope.moment ||
          Number(isUnverified(other)) - Number(isUnverified(one)) ||
          otherPlace - place;
        return order < 0;
      }),
  );
  return { instances: kept, undetermined };
}

/** All pairs of a clause at a moment; undefined where a role cannot be resolved. */
function pairs(
  clause: DutyClause | RightClause,
  context: RoleContext,
): { debtor: Actor; creditor: Actor }[] | undefined {
  const debtors = debtorsOf(clause.debtor, clause.jointly, context);
  if (debtors === undefined) return undefined;
  const all: { debtor: Actor; creditor: Actor }[] = [];
  for (const debtor of debtors) {
    const creditors = resolve(clause.creditor, { ...context, debtor });
    if (creditors === undefined) return undefined;
    all.push(...distinct(creditors).map((creditor) => ({ debtor, creditor })));
  }
  return all.filter(({ debtor, creditor }) => isPair(debtor, creditor));
}

const isInForce = (world: World, at: ClauseVersion, moment: Instant): boolean =>
  versionAt(world, at.clause.id, moment) === at;

function instance(
  clause: DutyClause | RightClause,
  scope: Scope,
  pair: { debtor: Actor; creditor: Actor },
  more: Pick<Instance, "subject" | "period">,
): Instance {
  const mine = { ...scope, debtors: pair.debtor.parties };
  const due = unextended(choose(clause.deadlines, mine), mine);
  const counts = baseTerm(due.chosen);
  const fromRecord = counts?.kind === "attribute" || (counts?.kind === "moment" && clause.trigger.kind === "record");
  const final = fromRecord ? extended(due, mine, [pair.debtor, pair.creditor]) : due;
  const opens = notBefore(clause.notBefore, mine);
  return { clause, scope: mine, ...pair, ...more, due: final, notBefore: opens, leadTimePassed: false };
}

/** What one version of a trigger produces; undefined: it cannot be said. */
function produced(world: World, clauseId: string, record: KelisimRecord, subject: string): Instance[] | undefined {
  const at = versionAt(world, clauseId, record.occurred);
  if (at === undefined || !isDutyOrRight(at.clause) || record.kind === "withdrawal") return [];
  const { trigger } = at.clause;
  if (trigger.kind !== "record" || trigger.record !== record.kind) return [];
  if (trigger.under && !record.under?.includes(at.instrument.id)) return [];
  const variables = { [trigger.variable]: { record, subject } };
  const scope: Scope = { world, at, moment: record.occurred, variables, trigger: subject };
  const applies = trigger.where === undefined ? true : truth(trigger.where, scope);
  if (applies !== true) return applies === undefined ? undefined : [];
  const { clause } = at;
  return pairs(clause, { scope })?.map((pair) => instance(clause, scope, pair, { subject }));
}

function fromRecord(world: World, clauseId: string, subject: Subject): Instance[] | undefined {
  const now = produced(world, clauseId, subject.current, subject.id);
  return now?.map((one) => ({ ...one, leadTimePassed: leadTimePassed(world, clauseId, subject, one) }));
}

/** Pairs that only earlier versions produced, as the last of those did, from its moment on. */
function dropped(world: World, clauseId: string, subject: Subject): Instance[] {
  const last = new Map<string, Instance>();
  for (const version of subject.versions.slice(0, -1)) {
    for (const one of produced(world, clauseId, version, subject.id) ?? []) last.set(pairKey(one), one);
  }
  for (const one of produced(world, clauseId, subject.current, subject.id) ?? []) last.delete(pairKey(one));
  const why = subject.withdrawn ? "trigger withdrawn" : "trigger corrected";
  const begun = [...last.values()].filter((one) => one.scope.moment <= world.question.asOf);
  return begun.map((one) => ({ ...one, dropped: why }));
}

/** Docs: "Lead time already passed". */
function leadTimePassed(world: World, clauseId: string, { id, versions }: Subject, one: Instance): boolean {
  if (one.due.at === null) return false;
  let k = versions.length - 1;
  while (k > 0 && same(versions[k - 1]!)) k--;
  function same(version: KelisimRecord): boolean {
    const earlier = produced(world, clauseId, version, id)?.find((other) => pairKey(other) === pairKey(one));
    return earlier !== undefined && earlier.due.at === one.due.at;
  }
  const plannable = k === 0 ? versions[0]!.occurred : versions[k]!.known;
  return one.due.at < plannable && (isBackwards(one.due.chosen) || k > 0);
}

function fromCalendar(
  world: World,
  at: ClauseVersion,
  clause: DutyClause | RightClause,
  trigger: Extract<Trigger, { kind: "calendar" }>,
): Instance[] {
  const { from, until, asOf } = world.question;
  const zone = at.instrument.timeZone;
  const present = periodHolding(trigger, dayOf(asOf, zone)).index;
  const reach = 2 + Math.max(...clause.deadlines.map(({ deadline }) => longest(deadline)));
  const first = periodHolding(trigger, dayOf(from, zone) - 366 * reach).index;
  const last = periodHolding(trigger, dayOf(until, zone) + 366 * reach).index;
  const all = new Set([present, ...Array.from({ length: last - first + 1 }, (_, place) => first + place)]);
  // Counted from a day, there is no period before it.
  const indexes = [...all].filter((index) => trigger.from === undefined || index >= 0);
  return indexes.flatMap((index) => {
    const of = periodNumber(trigger, index);
    const early: Scope = {
      world,
      at,
      moment: startOfDay(of.first, zone),
      variables: {},
      period: { cycle: trigger, of },
    };
    const moment = anchor(clause, early, of);
    if (!isInForce(world, at, moment)) return [];
    const scope = { ...early, moment };
    const all = pairs(clause, { scope }) ?? [];
    return all
      .map((pair) => instance(clause, scope, pair, { period: of.label }))
      .filter(({ due }) => (due.at === null ? index === present : from <= due.at && due.at <= until));
  });
}

/** Years that a deadline can lie from its period. */
function longest(deadline: DutyClause["deadlines"][number]["deadline"]): number {
  if (deadline.kind === "calendar date") return Math.abs(deadline.years) + 1;
  const duration = "duration" in deadline ? deadline.duration : undefined;
  if (duration?.unit === "year") return duration.value;
  return duration?.unit === "month" ? Math.ceil(duration.value / 12) : 1;
}

/** The moment at which a recurring duty arises: what its deadline counts from. */
function anchor(clause: DutyClause | RightClause, scope: Scope, of: CalendarPeriod): Instant {
  const { timeZone: zone, monthEnd } = scope.at.instrument;
  const chosen = choose(clause.deadlines, scope);
  if (chosen?.kind === "calendar date" && chosen.of === undefined)
    return startOfDay(dueDay(chosen, of.first, monthEnd), zone);
  return startOfDay(baseTerm(chosen)?.kind === "period end" ? of.next : of.first, zone);
}

function fromBound(world: World, at: ClauseVersion, clause: DutyClause | RightClause): Instance[] {
  const { instrument } = at;
  const named = factsOf(world, "status").map((fact) => fact.party);
  const single = [...new Set(named)].map((party): readonly string[] => [party]);
  const groups = [...single, ...instrument.sides.map(({ members }) => members)];
  const moments = new Set(groups.flatMap((parties) => boundInstants(world, instrument, parties)));
  return [...moments]
    .filter((moment) => moment <= world.question.asOf && isInForce(world, at, moment))
    .flatMap((moment) => {
      const scope: Scope = { world, at, moment, variables: {} };
      const all = pairs(clause, { scope }) ?? [];
      const period = dayText(dayOf(moment, instrument.timeZone));
      return all
        .filter(({ debtor }) => boundInstants(world, instrument, debtor.parties).includes(moment))
        .map((pair) => instance(clause, scope, pair, { period }));
    });
}

function fromMisses(
  world: World,
  at: ClauseVersion,
  clause: DutyClause | RightClause,
  missed: readonly Instance[],
): Instance[] {
  return missed
    .filter(({ due }) => isInForce(world, at, due.at!))
    .flatMap((cause) => {
      const scope: Scope = { ...cause.scope, at, moment: cause.due.at! };
      const all = pairs(clause, { scope, missed: cause }) ?? [];
      const isDoubtful = isUnverified(cause);
      const made = all.map((pair) => instance(clause, scope, pair, { subject: cause.subject, period: cause.period }));
      return made.map((one) => ({ ...one, isDoubtful }));
    });
}

/** Whether a condition asks that an attribute of the act equal the period. */
export function joinsPeriod(condition: Condition | undefined, variable: string): boolean {
  if (condition?.kind === "and") return condition.all.some((each) => joinsPeriod(each, variable));
  if (condition?.kind !== "compare" || condition.op !== "=") return false;
  const { left, right } = condition;
  const sides = [
    [left, right],
    [right, left],
  ] as const;
  return sides.some(([a, b]) => a.kind === "attribute" && a.variable === variable && b.kind === "period");
}
