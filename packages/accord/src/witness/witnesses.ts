import { dayOf, type Instant, type KelisimRecord, type Kind, startOfDay, type Value } from "@kelisim/model";
import { Big } from "big.js";
import { isJoined } from "../check/mentions.ts";
import { negate } from "../lower/conditions.ts";
import type { CompileContext } from "../lower/workspace.ts";
import type { Condition, DutyClause, Instrument, Program, RightClause, Term } from "../program/index.ts";
import { type Actor, pairOf } from "./actors.ts";
import { termValue } from "./evaluate.ts";
import { type Bracket, bracketOf, periodAt } from "./moments.ts";
import { makeRecord } from "./solve.ts";
import { gap, type Stage } from "./stage.ts";

/**
 * A made-up course of events that a clause must answer in a known way: with `records` alone, its duty is open until
 * the deadline and not performed at `unperformedAt`; with `performance` too, it is met at `metAt`.
 */
export interface Witness {
  readonly clause: string;
  /** Which of the clause's deadlines it tries, from 0. */
  readonly deadlineIndex: number;
  /** What makes the duty arise, and what that needs. Empty for a duty that recurs or begins with being bound. */
  readonly records: readonly KelisimRecord[];
  readonly performance: KelisimRecord;
  /** After the performance and not after the deadline. */
  readonly metAt: Instant;
  /** After the deadline. */
  readonly unperformedAt: Instant;
  readonly debtor: string;
  /** Empty: owed to nobody in particular. */
  readonly creditor: string;
  /** The deadline itself, where it follows without any rule of the calendar that could be read in two ways. */
  readonly deadline?: Instant;
  /** Label of the period, for a recurring duty. */
  readonly period?: string;
}

/** Why a clause with a deadline has no witness. */
export interface WitnessGap {
  readonly clause: string;
  readonly reason: string;
}

type ActClause = DutyClause | RightClause;

/** 2 March 2026, 08:00 UTC: no clock changes near it. */
const MOMENT: Instant = 1_772_438_400_000;
const DAY = 86_400_000;

/** Makes witnesses for all duties and rights with a deadline that can be computed. */
export function makeWitnesses(program: Program, context: CompileContext): readonly (Witness | WitnessGap)[] {
  const kinds = new Map<string, Kind>();
  for (const kind of program.vocabulary) {
    if ((kinds.get(kind.name)?.version ?? 0) < kind.version) kinds.set(kind.name, kind);
  }
  const parties = new Map(context.parties.map((party) => [party.id, party]));
  const clauses = new Map<string, { instrument: Instrument; clause: ActClause }>();
  for (const instrument of program.instruments) {
    for (const clause of instrument.clauses) {
      if (clause.kind === "duty" || clause.kind === "right") clauses.set(clause.id, { instrument, clause });
    }
  }
  const newStage = (instrument: Instrument, moment: Instant): Stage => {
    const candidates = context.boundParties?.(instrument.id) ?? context.parties.map((party) => party.id);
    return {
      program,
      context,
      instrument,
      kinds,
      parties,
      bound: candidates.filter((id) => parties.get(id)?.kind === "state"),
      moment,
      variables: new Map(),
      records: [],
      zones: new Map(),
      ids: { next: 1 },
      gap: { reason: undefined },
      period: undefined,
      boundSince: undefined,
    };
  };

  const witness = (id: string, index: number, depth: number): Witness | WitnessGap => {
    const { instrument, clause } = clauses.get(id)!;
    const stage = newStage(instrument, context.witnessFrom ?? MOMENT);
    const made = makeOne(stage, clause, index, (missed) => {
      if (depth > 10 || !clauses.has(missed)) return undefined;
      const known = clauses.get(missed)!.clause.deadlines;
      const first = known.findIndex(({ deadline }) => hasDate(deadline));
      const found = first < 0 ? undefined : witness(missed, first, depth + 1);
      return found && "performance" in found ? found : undefined;
    });
    return made ?? { clause: id, reason: stage.gap.reason ?? "no records could be made up" };
  };

  return [...clauses.values()].flatMap(({ clause }) =>
    clause.deadlines.flatMap(({ deadline }, index) => (hasDate(deadline) ? [witness(clause.id, index, 0)] : [])),
  );
}

function hasDate(deadline: ActClause["deadlines"][number]["deadline"]): boolean {
  return deadline.kind !== "none" && (deadline.kind !== "vague" || deadline.reading !== undefined);
}

interface Cause {
  readonly debtor: Actor;
  readonly creditor: Actor;
  /** When the duty arises; a performance comes later. */
  readonly moment: Instant;
  readonly stage: Stage;
}

function makeOne(
  stage: Stage,
  clause: ActClause,
  index: number,
  missedBy: (clause: string) => Witness | undefined,
): Witness | undefined {
  const cause = causeOf(stage, clause, index, missedBy);
  if (!cause) return undefined;
  const world = cause.stage;
  const kinds = kindsOf(world, clause);
  const { deadline } = clause.deadlines[index]!;
  const bracket = bracketOf(world, deadline, (term) => isDateTerm(term, kinds));
  if (!bracket) return gap(stage, "the deadline has no date for these records");
  const occurred = momentOfAct(world, clause, cause.moment, bracket);
  if (occurred === undefined) return undefined;
  const performance = perform(world, clause, cause, occurred);
  if (!performance) {
    stage.gap.reason ??= world.gap.reason;
    return undefined;
  }
  return {
    clause: clause.id,
    deadlineIndex: index,
    records: world.records.filter((record) => record !== performance),
    performance,
    metAt: bracket.from,
    unperformedAt: bracket.to + 1,
    debtor: cause.debtor.id,
    creditor: cause.creditor.id,
    ...(bracket.from === bracket.to ? { deadline: bracket.from } : {}),
    ...(world.period && clause.trigger.kind === "calendar" ? { period: world.period.label(0) } : {}),
  };
}

/** The guards that make just this deadline apply. */
function guardOf(clause: ActClause, index: number): readonly Condition[] {
  const before = clause.deadlines.slice(0, index).flatMap(({ when }) => (when ? [negate(when)] : []));
  const own = clause.deadlines[index]?.when;
  return own ? [...before, own] : before;
}

function causeOf(
  stage: Stage,
  clause: ActClause,
  index: number,
  missedBy: (clause: string) => Witness | undefined,
): Cause | undefined {
  const { trigger } = clause;
  switch (trigger.kind) {
    case "record":
      return recordCause(stage, clause, trigger, guardOf(clause, index));
    case "calendar": {
      stage.period = periodAt(dayOf(stage.moment, stage.instrument.timeZone), trigger);
      if (!stage.period) return gap(stage, "no period could be found");
      const pair = pairOf(stage, clause.debtor, clause.creditor, clause.jointly);
      return pair && { ...pair, moment: startOfDay(stage.period.start, stage.instrument.timeZone), stage };
    }
    case "bound": {
      const pair = pairOf(stage, clause.debtor, clause.creditor, clause.jointly);
      if (!pair) return undefined;
      const since = stage.context.boundSince?.(stage.instrument.id, pair.debtor.members[0] ?? "");
      if (since === undefined) return gap(stage, "it is not known here from when the debtor is bound");
      stage.boundSince = since;
      return { ...pair, moment: startOfDay(since, stage.instrument.timeZone), stage };
    }
    case "miss": {
      const missed = missedBy(trigger.clause);
      if (!missed) return gap(stage, `no witness could be made of the miss of ${trigger.clause}`);
      return missCause(stage, clause, missed);
    }
  }
}

function recordCause(
  stage: Stage,
  clause: ActClause,
  trigger: Extract<ActClause["trigger"], { kind: "record" }>,
  guards: readonly Condition[],
): Cause | undefined {
  const kind = stage.kinds.get(trigger.record);
  if (!kind) return gap(stage, `${trigger.record} is not in the vocabulary`);
  const all = [...(trigger.where ? [trigger.where] : []), ...guards];
  const where: Condition | undefined = all.length > 1 ? { kind: "and", all } : all[0];
  for (const [actor, other] of partyPairs(stage)) {
    stage.variables.clear();
    stage.records.length = 0;
    stage.ids.next = 1;
    const draft = {
      kind,
      variable: trigger.variable,
      from: actor,
      to: kind.form === "notice" ? [other] : [],
      occurred: stage.moment,
      ...(trigger.under ? { under: stage.instrument.id } : {}),
      actor,
      other,
    };
    if (!makeRecord(stage, draft, where)) continue;
    const pair = pairOf(stage, clause.debtor, clause.creditor, clause.jointly);
    if (pair) return { ...pair, moment: stage.moment, stage };
  }
  return gap(stage, "no two parties that may be bound fit the clause");
}

/** Pairs of parties to try: of different sides first, where there are sides; with organs where states do not fit. */
function partyPairs(stage: Stage): readonly (readonly [string, string])[] {
  const sideOf = (id: string) => stage.instrument.sides.findIndex((side) => side.members.includes(id));
  const organs = [...stage.parties.values()].filter((party) => party.kind !== "state").map((party) => party.id);
  const bound = stage.bound.slice(0, 8);
  const states = bound.flatMap((a) => bound.filter((b) => b !== a).map((b) => [a, b] as const));
  const across = states.filter(([a, b]) => stage.instrument.sides.length === 0 || sideOf(a) !== sideOf(b));
  const mixed = organs.flatMap((organ) =>
    bound.slice(0, 2).flatMap((id) => [[organ, id] as const, [id, organ] as const]),
  );
  return [...(across.length > 0 ? across : states).slice(0, 24), ...mixed.slice(0, 40)];
}

function missCause(stage: Stage, clause: ActClause, missed: Witness): Cause | undefined {
  if (missed.deadline === undefined) {
    return gap(stage, `the deadline of ${missed.clause} is not known here to the instant`);
  }
  const world: Stage = {
    ...stage,
    moment: missed.deadline,
    records: [...missed.records],
    variables: new Map(),
    ids: { next: missed.records.length + 10 },
  };
  const last = missed.records.findLast((record) => record.occurred === (stage.context.witnessFrom ?? MOMENT));
  const trigger = triggerVariable(stage.program, clause);
  if (trigger && last) world.variables.set(trigger, last);
  const actor = (id: string): Actor => ({
    id,
    members: id.startsWith(`${stage.instrument.id}:`)
      ? (stage.instrument.sides.find((side) => id.endsWith(`:${side.name}`))?.members ?? [])
      : [id],
  });
  const between = { debtor: actor(missed.debtor), creditor: actor(missed.creditor) };
  const pair = pairOf(world, clause.debtor, clause.creditor, clause.jointly, between);
  if (!pair) {
    stage.gap.reason ??= world.gap.reason;
    return undefined;
  }
  return { ...pair, moment: missed.deadline, stage: world };
}

/** The variable of the record at the start of a chain of misses. */
function triggerVariable(program: Program, clause: ActClause): string | undefined {
  let { trigger } = clause;
  for (let step = 0; trigger.kind === "miss" && step < 20; step++) {
    const { clause: id } = trigger;
    const missed = program.instruments.flatMap((instrument) => instrument.clauses).find((other) => other.id === id);
    if (missed?.kind !== "duty") return undefined;
    trigger = missed.trigger;
  }
  return trigger.kind === "record" ? trigger.variable : undefined;
}

/** When the act is done: after what asks for it, in its period, and not after the deadline. */
function momentOfAct(world: Stage, clause: ActClause, after: Instant, bracket: Bracket): Instant | undefined {
  const zone = world.instrument.timeZone;
  let earliest = after + 1000;
  if (world.period) {
    const { deadline } = clause.deadlines[0]!;
    const fromEnd = "base" in deadline && deadline.base.kind === "period end";
    const joined = isJoined(clause.act.where, clause.act.variable, (term) => term.kind === "period");
    earliest = startOfDay(fromEnd && !joined ? world.period.end : world.period.start, zone) + DAY / 2;
  }
  if (earliest + 2 > bracket.from) {
    return gap(world, "no moment lies certainly after the trigger and before the deadline");
  }
  return earliest;
}

function perform(world: Stage, clause: ActClause, cause: Cause, occurred: Instant): KelisimRecord | undefined {
  const { act } = clause;
  const kind = world.kinds.get(act.record);
  if (!kind) return gap(world, `${act.record} is not in the vocabulary`);
  const from = cause.debtor.members[0]!;
  const to = cause.creditor.members[0];
  const given: Record<string, Value> = {};
  if (kind.actor !== undefined) given[kind.actor] = from;
  if (act.total) {
    const { amount, attribute } = act.total;
    if (amount.type === "count") given[attribute] = amount.value;
    else if (amount.type === "amount") given[attribute] = new Big(amount.value);
  }
  const id = act.where && referredId(world, act.where, act.variable);
  const made = world.records.findIndex((record) => record.id === id);
  if (made >= 0) world.records.splice(made, 1);
  const draft = {
    ...(id === undefined ? {} : { id }),
    kind,
    variable: act.variable,
    from,
    to: kind.form === "event" ? [] : to === undefined ? ["*"] : [to],
    occurred,
    actor: from,
    other: to ?? world.bound.find((id) => id !== from) ?? from,
    given,
  };
  return makeRecord(world, draft, act.where);
}

/** The id by which the trigger already refers to the act ("where i.request = q"). */
function referredId(world: Stage, where: Condition, act: string): string | undefined {
  const parts = where.kind === "and" ? where.all : [where];
  for (const part of parts) {
    if (part.kind !== "compare" || part.op !== "=") continue;
    const sides = [part.left, part.right];
    const other = sides.find((term) => term.kind === "attribute" && term.variable !== act);
    if (!other || !sides.some((term) => term.kind === "record" && term.variable === act)) continue;
    const id = termValue(world, other);
    if (typeof id === "string") return id;
  }
  return undefined;
}

function kindsOf(stage: Stage, clause: ActClause): ReadonlyMap<string, Kind> {
  const kinds = new Map<string, Kind>();
  for (const [variable, record] of stage.variables) {
    const kind = stage.kinds.get(record.kind);
    if (kind) kinds.set(variable, kind);
  }
  const act = stage.kinds.get(clause.act.record);
  return act ? kinds.set(clause.act.variable, act) : kinds;
}

function isDateTerm(term: Term, kinds: ReadonlyMap<string, Kind>): boolean {
  if (term.kind === "period start" || term.kind === "period end" || term.kind === "bound since") return true;
  if (term.kind !== "attribute") return false;
  return kinds.get(term.variable)?.attributes.some((a) => a.name === term.name && a.type.type === "date") ?? false;
}
