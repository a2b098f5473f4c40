import type { Literal } from "@kelisim/accord/program";
import { ACT, both, type Renaming, renamed, TRIGGER } from "./conditions.ts";
import { settledBy } from "./forbidden.ts";
import { compareMoments, firstMoment, lastMoment, sameLabel } from "./moments.ts";
import { dutiesOf, groupsOf } from "./overlaps.ts";
import { actorsOf, type Pair } from "./pairs.ts";
import { type Doubt, isPossible, judge } from "./possible.ts";
import { owes } from "./roles.ts";
import { declarationsFor, declarationsOf, type Situation, together } from "./situation.ts";
import { bindingOf, type World } from "./world.ts";

/** Two instruments ask for the same act at times that exclude each other. */
export interface WindowClash {
  /**
   * "windows": no act is in time for both, since one counts only after the other's date.
   * "lead time": one asks for the act sooner than the other lets it be announced.
   */
  readonly kind: "windows" | "lead time";
  /** The clause whose date comes first, and the one that asks for more time. */
  readonly sooner: string;
  readonly later: string;
  readonly act: string;
  /** Deadlines (and the opening) that were compared, by their place in each clause. */
  readonly deadlines: { readonly sooner: number; readonly later: number | "opening" };
  readonly settledBy: string | undefined;
  readonly debtors: readonly string[];
  readonly creditors: readonly string[];
  readonly doubts: readonly (Doubt | { readonly kind: "planned" })[];
  readonly example: readonly Literal[];
}

/** Finds deadlines of different instruments that cannot both be kept. */
export function windowClashes(world: World, between: Pair | undefined): readonly WindowClash[] {
  const duties = dutiesOf(world);
  return [...disjointWindows(world, duties, between), ...leadTimes(world, duties, between)];
}

function* disjointWindows(
  world: World,
  duties: readonly Situation[],
  between: Pair | undefined,
): Generator<WindowClash> {
  for (const group of groupsOf(duties)) {
    const declared = declarationsOf(world, group[0]!);
    for (const later of group) {
      const opens = firstMoment(later, later.clause.notBefore, declared);
      if (opens === undefined) continue;
      for (const sooner of group) {
        if (sooner.placed.instrument.id === later.placed.instrument.id || !sameLabel(sooner, later)) continue;
        for (const [index, { deadline }] of sooner.clause.deadlines.entries()) {
          const due = lastMoment(world, sooner, deadline, declared);
          const order = compareMoments(
            { moment: due, instrument: sooner.placed.instrument },
            { moment: opens, instrument: later.placed.instrument },
          );
          if (order !== "earlier") continue;
          const condition = both(together([sooner, later]), guardOf(sooner, index));
          const actors = actorsOf(world, [sooner, later], condition, declared, between);
          const verdict = judge(world, condition, declared);
          if (!verdict.possible || actors.debtors.length === 0 || actors.shared.length === 0) continue;
          yield {
            kind: "windows",
            sooner: sooner.placed.clause.id,
            later: later.placed.clause.id,
            act: later.clause.act.record,
            deadlines: { sooner: index, later: "opening" },
            settledBy: settledBy(sooner.clause, later.clause),
            debtors: actors.debtors,
            creditors: actors.shared,
            doubts: verdict.doubts,
            example: verdict.example,
          };
        }
      }
    }
  }
}

function guardOf(situation: Situation, index: number) {
  const when = situation.clause.deadlines[index]?.when;
  return when === undefined ? undefined : renamed(when, situation.names);
}

/**
 * An act is due so soon after its cause (A) that what must precede the act by a lead time (B) would have been due
 * before the cause: A asks for an event within N of a request, B asks to be told M before that event, and M > N.
 */
function* leadTimes(world: World, duties: readonly Situation[], between: Pair | undefined): Generator<WindowClash> {
  const byTrigger = new Map<string, Situation[]>();
  for (const duty of duties) {
    if (duty.trigger.kind !== "record" || duty.follows !== undefined) continue;
    byTrigger.set(duty.trigger.record, [...(byTrigger.get(duty.trigger.record) ?? []), duty]);
  }
  for (const sooner of duties) {
    if (sooner.trigger.kind !== "record" || sooner.clause.act.verb === "send") continue;
    const declared = declarationsOf(world, sooner);
    for (const later of byTrigger.get(sooner.clause.act.record) ?? []) {
      if (later.placed.instrument.id === sooner.placed.instrument.id) continue;
      const own = declarationsOf(world, later);
      for (const [index, { deadline }] of sooner.clause.deadlines.entries()) {
        const due = lastMoment(world, sooner, deadline, declared);
        if (due.kind !== "offset" || due.term.kind !== "attribute" || due.term.name !== "occurred") continue;
        for (const [at, lead] of later.clause.deadlines.entries()) {
          const told = lead.deadline.kind === "before" ? lastMoment(world, later, lead.deadline, own) : undefined;
          if (told?.kind !== "offset" || told.term.kind !== "attribute" || told.term.name === "occurred") continue;
          if (due.most + told.most >= 0) continue;
          const clash = leadTime(world, sooner, later, index, at, between);
          if (clash !== undefined) yield clash;
        }
      }
    }
  }
}

function leadTime(
  world: World,
  sooner: Situation,
  later: Situation,
  index: number,
  at: number,
  between: Pair | undefined,
): WindowClash | undefined {
  // What performs the first duty begins the second: its trigger is the other's act.
  const asAct: Renaming = (variable) => (variable === TRIGGER ? ACT : variable === ACT ? "answer" : variable);
  const declared = declarationsFor(world, {
    act: sooner.clause.act.record,
    ...(sooner.trigger.kind === "record" ? { trigger: sooner.trigger.record } : {}),
  });
  const guards = both(guardOf(sooner, index), renamed(guardOf(later, at) ?? both(), asAct));
  const condition = both(together([sooner]), renamed(later.arises, asAct), guards);
  if (!isPossible(condition, declared)) return undefined;
  const bothBind = (party: string) =>
    [sooner, later].every(({ placed }) => bindingOf(world, placed, party) !== "not bound");
  const parties = (between ?? world.book.status.parties(later.placed.instrument.id)).filter(bothBind);
  const debtors = parties.filter((party) =>
    isPossible(both(condition, owes(world, sooner, party), renamed(owes(world, later, party), asAct)), declared),
  );
  const verdict = judge(world, condition, declared);
  if (debtors.length === 0 || parties.length < 2 || !verdict.possible) return undefined;
  return {
    kind: "lead time",
    sooner: sooner.placed.clause.id,
    later: later.placed.clause.id,
    act: sooner.clause.act.record,
    deadlines: { sooner: index, later: at },
    settledBy: settledBy(sooner.clause, later.clause),
    debtors,
    creditors: parties,
    doubts: [...verdict.doubts, { kind: "planned" }],
    example: verdict.example,
  };
}
