import type { Condition, Deadline, Declarations } from "@kelisim/accord/program";
import { negate } from "@kelisim/accord/program";
import { both, renamed } from "./conditions.ts";
import { compareMoments, lastMoment, type Moment, sameLabel } from "./moments.ts";
import { isPossible } from "./possible.ts";
import type { Situation } from "./situation.ts";
import type { World } from "./world.ts";

/** One deadline of each clause that may apply at the same time, and which of them comes first. */
export interface DeadlineCase {
  /** In the order of the clauses; `when`: the guard under which it applies. */
  readonly deadlines: readonly { readonly clause: string; readonly deadline: Deadline; readonly when?: Condition }[];
  readonly strictest: Strictest;
}

export type Strictest =
  /** The deadlines of these clauses come first (several: at the same moment); `exact` whatever the dates will be. */
  | {
      readonly kind: "first";
      readonly clauses: readonly string[];
      /** Clauses without a date of their own: they may ask for more once their word is read. */
      readonly undated: readonly string[];
    }
  /** Which comes first depends on dates that are not known before it happens. */
  | { readonly kind: "depends"; readonly on: readonly string[]; readonly undated: readonly string[] }
  /** No clause has a date. */
  | { readonly kind: "undated"; readonly undated: readonly string[] };

/** Combinations of guarded deadlines beyond which nothing is said about single cases. */
const MOST_CASES = 24;

interface Choice {
  readonly deadline: Deadline;
  readonly when: Condition | undefined;
  /** That it applies: its guard, and none of those before it. */
  readonly applies: Condition;
}

/** For every way in which guarded deadlines can meet under a condition: which clause asks first. */
export function deadlineCases(
  world: World,
  situations: readonly Situation[],
  condition: Condition,
  declared: Declarations,
): readonly DeadlineCase[] {
  const choices = situations.map((situation) => choicesOf(situation, condition, declared));
  if (choices.reduce((count, each) => count * each.length, 1) > MOST_CASES) return [];
  let combinations: readonly (readonly Choice[])[] = [[]];
  for (const each of choices)
    combinations = combinations.flatMap((before) => each.map((choice) => [...before, choice]));
  return combinations
    .filter((combination) => isPossible(both(condition, ...combination.map(({ applies }) => applies)), declared))
    .map((combination) => ({
      deadlines: combination.map(({ deadline, when }, index) => ({
        clause: situations[index]!.placed.clause.id,
        deadline,
        ...(when === undefined ? {} : { when }),
      })),
      strictest: strictestOf(world, situations, combination, declared),
    }));
}

function choicesOf(situation: Situation, condition: Condition, declared: Declarations): readonly Choice[] {
  const before: Condition[] = [];
  const choices: Choice[] = [];
  for (const { when, deadline } of situation.clause.deadlines) {
    const guard = when === undefined ? undefined : renamed(when, situation.names);
    const applies = both(...before, guard);
    if (isPossible(both(condition, applies), declared)) choices.push({ deadline, when: guard, applies });
    if (guard === undefined) break;
    before.push(negate(guard));
  }
  return choices.length > 0 ? choices : [{ deadline: { kind: "none" }, when: undefined, applies: both() }];
}

function strictestOf(
  world: World,
  situations: readonly Situation[],
  combination: readonly Choice[],
  declared: Declarations,
): Strictest {
  const all = situations.map((situation, index) => ({
    situation,
    id: situation.placed.clause.id,
    instrument: situation.placed.instrument,
    moment: lastMoment(world, situation, combination[index]!.deadline, declared),
  }));
  const dated = all.filter(({ moment }) => moment.kind !== "none");
  const undated = all.filter(({ moment }) => moment.kind === "none").map(({ id }) => id);
  const order = (a: (typeof all)[number], b: (typeof all)[number]) =>
    isPeriodic(a.moment) && isPeriodic(b.moment) && !sameLabel(a.situation, b.situation)
      ? "depends"
      : compareMoments(a, b);
  if (dated.length === 0) return { kind: "undated", undated };
  const first = dated.filter((one) =>
    dated.every((other) => one === other || ["earlier", "same"].includes(order(one, other))),
  );
  if (first.length > 0) return { kind: "first", clauses: first.map(({ id }) => id), undated };
  // Those that no other surely precedes: it depends on which of them comes first.
  const open = dated.filter((one) => !dated.some((other) => one !== other && order(other, one) === "earlier"));
  return { kind: "depends", on: open.map(({ id }) => id), undated };
}

const isPeriodic = (moment: Moment) => moment.kind === "offset" && moment.base === "period";
