import type { Scalar } from "@kelisim/accord/program";
import type { Fact, Instant } from "@kelisim/model";
import { Big } from "big.js";
import { firstDay, periodNumber, startOfDay } from "./calendar.ts";
import { countsFromEnd, isBackwards } from "./deadlines.ts";
import { type Found, find, type Instance, isUnverified, joinsPeriod } from "./duties.ts";
import type { OutcomeLine } from "./outcome.ts";
import type { Actor } from "./roles.ts";
import { evaluate, kindOf, type Scope, truth, withVariable } from "./terms.ts";
import { existing, factsOf, type Subject, type World } from "./world.ts";

/** Docs: "Performance", "Waiver", "State of a duty", "State of a right", "A miss". */

export interface Judge {
  readonly found: (clauseId: string) => Found;
  readonly lineOf: (one: Instance) => OutcomeLine;
}

const FOURTEEN_DAYS = 14 * 86_400_000;

export function judgeOf(world: World): Judge {
  const { asOf } = world.question;
  const us = world.input.us ?? [];
  const answered = new Map<string, Found>();

  /** Answers are kept, since a clause may be asked for by others; nothing else is remembered. */
  function found(clauseId: string): Found {
    const answer = answered.get(clauseId) ?? find(world, clauseId, (id) => found(id).instances.filter(isMiss));
    answered.set(clauseId, answer);
    return answer;
  }

  function notApplicable(one: Instance): string | undefined {
    if (one.dropped !== undefined) return one.dropped;
    const reserved = reservation(world, one);
    if (reserved !== undefined) return `reservation of ${reserved}`;
    const by = one.clause.subjectTo.find((id) => found(id).instances.some((other) => displaces(other, one)));
    return by && `displaced by ${by}`;
  }

  const displaces = (other: Instance, one: Instance): boolean =>
    other.debtor.id === one.debtor.id &&
    other.creditor.id === one.creditor.id &&
    other.subject === one.subject &&
    other.period === one.period &&
    notApplicable(other) === undefined;

  function isMiss(one: Instance): boolean {
    const { at } = one.due;
    if (one.clause.kind !== "duty" || at === null || at >= asOf) return false;
    if (notApplicable(one) !== undefined || one.leadTimePassed || one.clause.silence !== undefined) return false;
    const done = performance(world, one);
    if (done !== undefined && done.at <= at) return false;
    const waiver = waiverOf(world, one);
    return !(waiver !== undefined && waiver <= at) && isAbsenceConcluded(world, one, at);
  }

  function dutyState(one: Instance): Pick<OutcomeLine, "state" | "reason"> {
    const { at, chosen, base } = one.due;
    const done = performance(world, one);
    const waiver = waiverOf(world, one);
    const silence = one.clause.kind === "duty" ? one.clause.silence?.means : undefined;
    const reason = notApplicable(one);
    if (reason !== undefined) return { state: "not applicable", reason };
    if (waiver !== undefined && (at === null || waiver <= at) && !(done !== undefined && done.at <= waiver)) {
      return { state: "waived by creditor" };
    }
    const closed = () => silence !== undefined && isAbsenceConcluded(world, one, at!);
    if (done !== undefined) {
      if (one.leadTimePassed) return { state: "lead time already passed" };
      if (at === null || done.at <= at) return { state: "met" };
      return closed() ? { state: "closed by silence", reason: silence! } : { state: "met late" };
    }
    const isAhead = one.notBefore !== undefined && asOf < one.notBefore;
    if (at === null) return { state: isAhead ? "upcoming" : "open" };
    if (one.leadTimePassed) return { state: "lead time already passed" };
    if (asOf <= at) {
      const tied = chosen!.kind === "before" || chosen!.kind === "calendar date" || chosen!.kind === "date";
      const isFar = (tied || one.clause.trigger.kind === "calendar") && at - asOf > FOURTEEN_DAYS;
      const countsFrom = chosen!.kind === "after" || chosen!.kind === "vague";
      return { state: isAhead || isFar || (countsFrom && base! > asOf) ? "upcoming" : "open" };
    }
    if (closed()) return { state: "closed by silence", reason: silence! };
    if (!isAbsenceConcluded(world, one, at)) return { state: "date passed, nothing recorded here" };
    const ours = ({ members }: Actor) => members.some((party) => us.includes(party));
    return { state: ours(one.creditor) && !ours(one.debtor) ? "not received by us" : "overdue" };
  }

  function rightState(one: Instance): Pick<OutcomeLine, "state" | "reason"> {
    const { at } = one.due;
    const done = performance(world, one);
    const reason = notApplicable(one);
    if (reason !== undefined) return { state: "not applicable", reason };
    if (done !== undefined && (at === null || done.at <= at)) return { state: "used" };
    if (one.leadTimePassed || (at !== null && asOf > at)) return { state: "expired" };
    return { state: one.notBefore !== undefined && asOf < one.notBefore ? "upcoming" : "available" };
  }

  function lineOf(one: Instance): OutcomeLine {
    const done = performance(world, one);
    const waiver = one.clause.kind === "duty" ? waiverOf(world, one) : undefined;
    return {
      form: one.clause.kind,
      clause: one.clause.id,
      version: one.clause.hash,
      debtor: one.debtor.id,
      creditor: one.creditor.id,
      ...(one.subject !== undefined && { subject: one.subject }),
      ...(one.period !== undefined && { period: one.period }),
      ...(one.clause.kind === "duty" ? dutyState(one) : rightState(one)),
      arises: one.scope.moment,
      deadline: one.due.at,
      ...(done !== undefined && { performance: done.subject, performedAt: done.at }),
      ...(waiver !== undefined && { waivedAt: waiver }),
      unverified: isUnverified(one),
    };
  }

  return { found, lineOf };
}

/** A reservation in force by the debtor or the creditor, as single parties: one of a member leaves its side as it is. */
function reservation(world: World, { clause, scope, debtor, creditor }: Instance): string | undefined {
  const { id: instrument, timeZone } = scope.at.instrument;
  const inForce = factsOf(world, "reservation").filter(
    (fact) =>
      fact.instrument === instrument &&
      fact.clauses.includes(clause.id) &&
      (fact.from === undefined || startOfDay(firstDay(fact.from), timeZone) <= scope.moment),
  );
  const made = ({ id }: Actor) => inForce.some((fact) => fact.party === id);
  return [debtor, creditor].find(made)?.id;
}

/** From when an act counts: strictly after a (moment, id), from an instant on and before another, or at any time. */
interface Opening {
  readonly from: Instant | undefined;
  readonly counts: (moment: Instant, id: string) => boolean;
}

function opening(one: Instance): Opening {
  const opens = byTrigger(one);
  const bound = one.notBefore;
  if (bound === undefined) return opens;
  const from = Math.max(bound, opens.from ?? bound);
  return { from, counts: (acted, id) => acted >= bound && opens.counts(acted, id) };
}

function byTrigger(one: Instance): Opening {
  const { clause, scope, due } = one;
  const { moment, period, at } = scope;
  if (clause.trigger.kind === "record" && isBackwards(due.chosen)) return { from: undefined, counts: () => true };
  if (clause.trigger.kind === "record") {
    const trigger = scope.trigger!;
    return { from: moment, counts: (acted, id) => acted > moment || (acted === moment && id > trigger) };
  }
  if (clause.trigger.kind === "miss") return { from: moment, counts: (acted) => acted > moment };
  if (clause.trigger.kind === "bound") return { from: moment, counts: (acted) => acted >= moment };
  if (joinsPeriod(clause.act.where, clause.act.variable)) return { from: undefined, counts: () => true };
  const { of, cycle } = period!;
  const fromEnd = countsFromEnd(due.chosen);
  const zone = at.instrument.timeZone;
  const from = startOfDay(fromEnd ? of.next : of.first, zone);
  const until = startOfDay(fromEnd ? periodNumber(cycle, of.index + 1).next : of.next, zone);
  return { from, counts: (acted) => from <= acted && acted < until };
}

const performances = new WeakMap<Instance, { readonly subject: string; readonly at: Instant } | "none">();

/** The first act that discharges, or with a total the one that reaches it. Asked for several times: kept an instance. */
export function performance(
  world: World,
  one: Instance,
): { readonly subject: string; readonly at: Instant } | undefined {
  const kept = performances.get(one);
  if (kept !== undefined) return kept === "none" ? undefined : kept;
  const answer = firstPerformance(world, one);
  performances.set(one, answer ?? "none");
  return answer;
}

function firstPerformance(world: World, one: Instance) {
  const { act } = one.clause;
  const { counts } = opening(one);
  const acts = existing(world, act.record)
    .filter((subject) => subject.id !== one.scope.trigger && isAct(world, one, subject))
    .map((subject) => ({
      subject,
      at: act.counts === "received" ? subject.current.received : subject.current.occurred,
    }))
    .filter(
      (each): each is { subject: Subject; at: Instant } => each.at !== undefined && each.at <= world.question.asOf,
    )
    .filter(({ subject, at }) => counts(at, subject.id))
    .sort((a, b) => a.at - b.at || (a.subject.id < b.subject.id ? -1 : 1));
  let sum = new Big(0);
  for (const { subject, at } of acts) {
    if (act.total === undefined) return { subject: subject.id, at };
    const value = evaluate(
      { kind: "attribute", variable: act.variable, name: act.total.attribute },
      seen(one, subject),
    );
    if (value?.type === "number") sum = sum.plus(value.value);
    if (sum.gte(amountOf(act.total.amount))) return { subject: subject.id, at };
  }
  return undefined;
}

export const amountOf = (scalar: Scalar): Big => {
  if (scalar.type === "count" || scalar.type === "amount" || scalar.type === "money") return new Big(scalar.value);
  throw new Error(`no amount: ${scalar.type}`);
};

const seen = (one: Instance, subject: Subject): Scope =>
  withVariable(one.scope, one.clause.act.variable, { record: subject.current, subject: subject.id });

function isAct(world: World, one: Instance, subject: Subject): boolean {
  const { clause, scope, debtor, creditor } = one;
  const { current } = subject;
  const { instrument } = scope.at;
  const kind = kindOf(scope, current.kind);
  const is = (actor: Actor, party: unknown) =>
    typeof party === "string" && (party === actor.id || actor.members.includes(party));
  const by = kind?.form === "event" && kind.actor !== undefined ? current.content[kind.actor] : current.from;
  if (!is(debtor, by)) return false;
  if (kind?.form === "notice" && creditor.id !== "") {
    if (!current.to.some((party) => party === "*" || is(creditor, party))) return false;
  }
  const { under = [], channel } = current;
  if (under.length > 0 && !under.includes(instrument.id)) return false;
  const arranged = factsOf(world, "arrangement").some(
    (fact) => fact.instrument === instrument.id && fact.channel === "kelisim" && fact.from <= current.occurred,
  );
  if (channel === "kelisim" && !arranged) return false;
  return clause.act.where === undefined || truth(clause.act.where, seen(one, subject)) === true;
}

/** The earliest waiver by the creditor that is about this duty. */
export function waiverOf(world: World, one: Instance): Instant | undefined {
  const about = factsOf(world, "waiver").filter((fact) => {
    if (fact.clause !== one.clause.id || fact.debtor !== one.debtor.id || fact.creditor !== one.creditor.id)
      return false;
    if (fact.occurred > world.question.asOf) return false;
    if (fact.subject === undefined && fact.period === undefined) return fact.occurred >= one.scope.moment;
    const subject = fact.subject === undefined || world.subjectOf(fact.subject) === one.subject;
    return subject && (fact.period === undefined || fact.period === one.period);
  });
  return about.length === 0 ? undefined : Math.min(...about.map((fact) => fact.occurred));
}

/** Whether what a debtor does is complete here because it is this node's own: every member of it. */
const isOurs = (world: World, { members }: Actor): boolean =>
  members.every((party) => (world.input.us ?? []).includes(party));

type Coverage = Extract<Fact, { kind: "coverage" }>;
const names = (list: readonly string[], name: string) => list.includes("*") || list.includes(name);

/** Whether coverage facts together hold every instant of [from, to]; of an empty stretch, its last instant. */
export function isCovered(world: World, about: (fact: Coverage) => boolean, from: Instant, to: Instant): boolean {
  let at = Math.min(from, to);
  while (at <= to) {
    const holding = factsOf(world, "coverage").filter((fact) => about(fact) && fact.from <= at && at < fact.until);
    if (holding.length === 0) return false;
    at = Math.max(...holding.map((fact) => fact.until));
  }
  return true;
}

export const speaks = (fact: Coverage, kind: string, party: string): boolean =>
  names(fact.kinds, kind) && names(fact.parties, party);

/** Whether nothing recorded means that nothing was done, up to the deadline. */
export function isAbsenceConcluded(world: World, one: Instance, deadline: Instant): boolean {
  const { clause, scope, debtor, creditor } = one;
  if (isOurs(world, debtor)) return true;
  const { record } = clause.act;
  const { period } = scope;
  const start = period && startOfDay(period.of.first, scope.at.instrument.timeZone);
  const from = opening(one).from ?? start ?? scope.moment;
  const toAny = kindOf(scope, record)?.form === "event" || creditor.id === "";
  return debtor.members.every((by) =>
    toAny
      ? isCovered(world, (fact) => speaks(fact, record, by), from, deadline)
      : creditor.members.every((to) =>
          isCovered(world, (fact) => speaks(fact, record, by) && names(fact.to, to), from, deadline),
        ),
  );
}
