import type { CalendarUnit, Literal } from "@kelisim/accord/program";
import { both } from "./conditions.ts";
import { type Actors, actorsOf, classesOf, isOwedToNobody, type Pair } from "./pairs.ts";
import { type Doubt, isPossible, judge } from "./possible.ts";
import { owes } from "./roles.ts";
import { declarationsOf, type Situation, situationOf, together } from "./situation.ts";
import { type DeadlineCase, deadlineCases } from "./strictest.ts";
import { bindingOf, type World } from "./world.ts";

/** What begins a duty, in a form in which duties can be set side by side. */
export type Cause =
  | { readonly kind: "record"; readonly record: string }
  | { readonly kind: "calendar"; readonly count: number; readonly unit: CalendarUnit };

/** Duties of several instruments that one and the same act performs. */
export interface Overlap {
  readonly cause: Cause;
  /** Kind of the act. */
  readonly act: string;
  readonly clauses: readonly string[];
  readonly instruments: readonly string[];
  readonly actors: Actors;
  /** One addressee serves all; otherwise one notice goes to several. */
  readonly samePair: boolean;
  /** The record that begins it, or the act, must name these instruments. */
  readonly under: readonly string[];
  readonly deadlines: readonly DeadlineCase[];
  /** Channels as the clauses name them; `assumed`: no source we hold confirms it. */
  readonly channels: readonly {
    readonly clause: string;
    readonly channel: string | undefined;
    readonly assumed: boolean;
  }[];
  readonly doubts: readonly Doubt[];
  /** A case in which all of them arise. */
  readonly example: readonly Literal[];
  readonly unverified: readonly { readonly instrument: string; readonly party: string }[];
}

export interface OverlapAnswer {
  readonly overlaps: readonly Overlap[];
  /** Duties that were set side by side. */
  readonly compared: number;
  /** Duties that follow a miss, or becoming bound: each has a cause of its own, and none is compared. */
  readonly apart: number;
}

/** Clauses that share a trigger and an act beyond this number are compared in pairs only. */
const MOST_TOGETHER = 14;

/** Finds the duties of several instruments that one act performs, on the day of the world. */
export function overlapsOf(world: World, between?: Pair): OverlapAnswer {
  const duties = dutiesOf(world);
  const compared = comparable(duties);
  const overlaps = groupsOf(duties).flatMap((group) => overlapsIn(world, group, between));
  return {
    overlaps: overlaps.sort(
      (a, b) =>
        a.under.length - b.under.length ||
        Number(b.samePair) - Number(a.samePair) ||
        b.instruments.length - a.instruments.length ||
        (a.clauses.join() < b.clauses.join() ? -1 : 1),
    ),
    compared: compared.length,
    apart: duties.length - compared.length,
  };
}

export function dutiesOf(world: World): readonly Situation[] {
  return [...world.clauses.values()].flatMap((placed) => {
    const situation = placed.clause.kind === "duty" ? situationOf(world, placed) : undefined;
    return situation === undefined ? [] : [situation];
  });
}

/** Two agreements are never entered by one act, and a miss is that of one clause: such duties have no common cause. */
const comparable = (duties: readonly Situation[]): readonly Situation[] =>
  duties.filter(({ follows, trigger }) => follows === undefined && trigger.kind !== "bound");

/** Duties with the same cause and the same kind of act stand in one group. */
export function groupsOf(duties: readonly Situation[]): readonly (readonly Situation[])[] {
  const groups = new Map<string, Situation[]>();
  for (const situation of comparable(duties)) {
    const key = `${JSON.stringify(causeOf(situation))} ${situation.clause.act.record}`;
    groups.set(key, [...(groups.get(key) ?? []), situation]);
  }
  return [...groups.values()];
}

export function causeOf({ trigger }: Situation): Cause {
  if (trigger.kind === "record") return { kind: "record", record: trigger.record };
  if (trigger.kind === "calendar") return { kind: "calendar", count: trigger.count, unit: trigger.unit };
  throw new Error("becoming bound is no common cause");
}

const instrumentsOf = (situations: readonly Situation[]): readonly string[] => [
  ...new Set(situations.map(({ placed }) => placed.instrument.id)),
];

function overlapsIn(world: World, group: readonly Situation[], between: Pair | undefined): readonly Overlap[] {
  if (instrumentsOf(group).length < 2) return [];
  const memo = new Map<string, Overlap | undefined>();
  const overlap = (set: readonly Situation[]): Overlap | undefined => {
    const key = set.map(({ placed }) => placed.clause.id).join(" ");
    if (!memo.has(key)) memo.set(key, overlapOf(world, set, between));
    return memo.get(key);
  };
  const pairs = new Set<string>();
  const isPair = (a: Situation, b: Situation) => pairs.has(`${a.placed.clause.id} ${b.placed.clause.id}`);
  group.forEach((a, index) => {
    for (const b of group.slice(index + 1)) {
      if (!meet(world, [a, b], between)) continue;
      pairs.add(`${a.placed.clause.id} ${b.placed.clause.id}`);
      pairs.add(`${b.placed.clause.id} ${a.placed.clause.id}`);
    }
  });
  const sets = group.length > MOST_TOGETHER ? pairsOf(group, isPair) : cliques(group, isPair);
  const found: Overlap[] = [];
  const tried = new Set<string>();
  const split = (set: readonly Situation[]): void => {
    const key = set.map(({ placed }) => placed.clause.id).join(" ");
    if (tried.has(key) || instrumentsOf(set).length < 2) return;
    tried.add(key);
    const whole = overlap(set);
    if (whole !== undefined) found.push(whole);
    else if (set.length > 2) for (const left of set) split(set.filter((each) => each !== left));
  };
  for (const set of sets) split(set);
  const isWithin = (a: Overlap, b: Overlap) => a !== b && a.clauses.every((clause) => b.clauses.includes(clause));
  return found.filter((one) => !found.some((other) => isWithin(one, other)));
}

/** Whether duties can arise from one cause, be performed by one act, and be owed by one debtor. */
function meet(world: World, set: readonly Situation[], between: Pair | undefined): boolean {
  const declared = declarationsOf(world, set[0]!);
  const condition = together(set);
  if (!isPossible(condition, declared)) return false;
  return classesOf(world, set, between).some(([party = ""]) =>
    isPossible(both(condition, ...set.map((situation) => owes(world, situation, party))), declared),
  );
}

/** Bron and Kerbosch: the greatest sets of which every two meet. */
function cliques(
  group: readonly Situation[],
  isPair: (a: Situation, b: Situation) => boolean,
): readonly (readonly Situation[])[] {
  const found: (readonly Situation[])[] = [];
  const grow = (chosen: readonly Situation[], open: readonly Situation[], done: readonly Situation[]): void => {
    if (open.length === 0 && done.length === 0) found.push(group.filter((each) => chosen.includes(each)));
    let rest = open;
    let past = done;
    for (const next of open) {
      grow(
        [...chosen, next],
        rest.filter((each) => each !== next && isPair(each, next)),
        past.filter((each) => isPair(each, next)),
      );
      rest = rest.filter((each) => each !== next);
      past = [...past, next];
    }
  };
  grow([], group, []);
  return found;
}

function pairsOf(
  group: readonly Situation[],
  isPair: (a: Situation, b: Situation) => boolean,
): readonly (readonly Situation[])[] {
  return group.flatMap((a, index) => group.slice(index + 1).flatMap((b) => (isPair(a, b) ? [[a, b]] : [])));
}

function overlapOf(world: World, set: readonly Situation[], between: Pair | undefined): Overlap | undefined {
  const declared = declarationsOf(world, set[0]!);
  const condition = together(set);
  const verdict = judge(world, condition, declared);
  if (!verdict.possible) return undefined;
  const actors = actorsOf(world, set, condition, declared, between);
  const toNobody = set.every(isOwedToNobody);
  if (actors.debtors.length === 0 || (between && actors.shared.length === 0 && !toNobody)) return undefined;
  const parties = new Set([...actors.debtors, ...[...actors.creditors.values()].flat()]);
  const unverified = set.flatMap(({ placed }) =>
    [...parties].flatMap((party) =>
      bindingOf(world, placed, party) === "unverified" ? [{ instrument: placed.instrument.id, party }] : [],
    ),
  );
  return {
    cause: causeOf(set[0]!),
    act: set[0]!.clause.act.record,
    clauses: set.map(({ placed }) => placed.clause.id),
    instruments: instrumentsOf(set),
    actors,
    samePair: actors.shared.length > 0 || toNobody,
    under: instrumentsOf(set.filter(({ isUnder }) => isUnder)),
    deadlines: deadlineCases(world, set, condition, declared),
    channels: set.map(({ placed: { clause } }) => ({
      clause: clause.id,
      channel: clause.channel,
      assumed: clause.channelAssumed !== undefined,
    })),
    doubts: verdict.doubts,
    example: verdict.example,
    unverified: unverified.filter(
      (one, index) =>
        unverified.findIndex((other) => other.instrument === one.instrument && other.party === one.party) === index,
    ),
  };
}
