import { dayOf, type Instant, startOfDay } from "@kelisim/model";
import { type Condition, negate, type Program } from "../program/index.ts";
import { type Actor, pairOf } from "./actors.ts";
import { periodAt } from "./moments.ts";
import { makeRecord } from "./solve.ts";
import { gap, type Stage } from "./stage.ts";
import type { ActClause, Witness } from "./witness.ts";

/** What makes the duty of a witness arise, and between whom. */
export interface Cause {
  readonly debtor: Actor;
  readonly creditor: Actor;
  /** When the duty arises; a performance comes later. */
  readonly moment: Instant;
  readonly stage: Stage;
}

/** The guards that make just this deadline apply. */
function guardOf(clause: ActClause, index: number): readonly Condition[] {
  const before = clause.deadlines.slice(0, index).flatMap(({ when }) => (when ? [negate(when)] : []));
  const own = clause.deadlines[index]?.when;
  return own ? [...before, own] : before;
}

/** Makes what brings about a clause so that the deadline of this index applies. */
export function causeOf(
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
  const last = missed.records.findLast((record) => record.occurred === stage.moment);
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
