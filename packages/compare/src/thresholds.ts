import {
  type Attribute,
  type Condition,
  casesOf,
  type Declarations,
  type Literal,
  type Scalar,
} from "@kelisim/accord/program";
import { both } from "./conditions.ts";
import { allowed, asksNumber, EVERYTHING, type Interval, meet, numberOf, without } from "./intervals.ts";
import { type Cause, causeOf, dutiesOf, groupsOf } from "./overlaps.ts";
import { classesOf, type Pair } from "./pairs.ts";
import { isPossible } from "./possible.ts";
import { owes } from "./roles.ts";
import { declarationsOf, type Situation } from "./situation.ts";
import type { World } from "./world.ts";

/** The same act is asked for by two instruments from different numbers on. */
export interface ThresholdGap {
  readonly cause: Cause;
  readonly act: string;
  /** Of the trigger. */
  readonly attribute: string;
  readonly unit?: string;
  /** Clauses of one instrument that ask within the same numbers, and those of another. */
  readonly first: ThresholdSide;
  readonly second: ThresholdSide;
  /** Numbers for which only the clauses of `first`, only those of `second`, or both ask. */
  readonly onlyFirst: readonly Interval[];
  readonly onlySecond: readonly Interval[];
  readonly both: Interval | undefined;
  /**
   * Other figures bring the silent clauses about as well (tanks beside people): then the intervals hold as far as this
   * figure alone decides.
   */
  readonly othersDecide: boolean;
}

export interface ThresholdSide {
  readonly instrument: string;
  readonly clauses: readonly string[];
  readonly asks: Interval;
}

/** Ways of one clause to arise that are looked at. */
const MOST_WAYS = 64;

interface Way {
  readonly numbers: ReadonlyMap<string, { readonly interval: Interval; readonly unit: string | undefined }>;
  readonly literals: readonly Literal[];
}

/** Finds where duties of different instruments ask for the same act from different numbers on. */
export function thresholdGapsOf(world: World, between?: Pair): readonly ThresholdGap[] {
  const found = new Map<string, ThresholdGap>();
  for (const group of groupsOf(dutiesOf(world))) {
    const declared = declarationsOf(world, group[0]!);
    const attributes = world.kinds.get(group[0]!.trigger.kind === "record" ? group[0]!.trigger.record : "")?.attributes;
    const ways = new Map(group.map((situation) => [situation, waysOf(situation, declared)] as const));
    group.forEach((a, index) => {
      for (const b of group.slice(index + 1)) {
        if (a.placed.instrument.id === b.placed.instrument.id) continue;
        const [first, second] = a.placed.instrument.id < b.placed.instrument.id ? [a, b] : [b, a];
        compare(world, first, second, ways.get(first)!, ways.get(second)!, attributes ?? [], declared, between, found);
      }
    });
  }
  return [...found.values()];
}

function compare(
  world: World,
  a: Situation,
  b: Situation,
  ways: readonly Way[],
  others: readonly Way[],
  attributes: readonly Attribute[],
  declared: Declarations,
  between: Pair | undefined,
  found: Map<string, ThresholdGap>,
): void {
  for (const attribute of attributes) {
    if (attribute.type.type !== "count" && attribute.type.type !== "amount") continue;
    const isWhole = attribute.type.type === "count";
    for (const way of ways) {
      const asked = way.numbers.get(attribute.name);
      if (asked === undefined) continue;
      for (const other of others) {
        const against = other.numbers.get(attribute.name);
        if (against === undefined || against.unit !== asked.unit) continue;
        const onlyFirst = without(asked.interval, against.interval, isWhole);
        const onlySecond = without(against.interval, asked.interval, isWhole);
        if (onlyFirst.length + onlySecond.length === 0) continue;
        const beside = both(
          asCondition(way.literals.filter((literal) => asksNumber(literal)?.attribute !== attribute.name)),
          asCondition(other.literals.filter((literal) => asksNumber(literal)?.attribute !== attribute.name)),
        );
        if (!owedByOne(world, [a, b], beside, declared, between)) continue;
        const othersDecide = [...ways, ...others].some((each) => !each.numbers.has(attribute.name));
        const sides = { first: asked.interval, second: against.interval };
        add(found, a, b, attribute.name, asked.unit, sides, { onlyFirst, onlySecond, othersDecide });
      }
    }
  }
}

/** Whether a party can owe both at once under the condition. */
function owedByOne(
  world: World,
  pair: readonly Situation[],
  beside: Condition,
  declared: Declarations,
  between: Pair | undefined,
): boolean {
  if (!isPossible(beside, declared)) return false;
  return classesOf(world, pair, between).some(([party = ""]) =>
    isPossible(both(beside, ...pair.map((situation) => owes(world, situation, party))), declared),
  );
}

function add(
  found: Map<string, ThresholdGap>,
  a: Situation,
  b: Situation,
  attribute: string,
  unit: string | undefined,
  asks: { readonly first: Interval; readonly second: Interval },
  rest: Pick<ThresholdGap, "onlyFirst" | "onlySecond" | "othersDecide">,
): void {
  const [first, second] = [a.placed.instrument.id, b.placed.instrument.id];
  const key = JSON.stringify([causeOf(a), a.clause.act.record, attribute, unit, first, second, asks]);
  const before = found.get(key);
  const joined = (side: ThresholdSide | undefined, id: string) => [...new Set([...(side?.clauses ?? []), id])].sort();
  found.set(key, {
    cause: causeOf(a),
    act: a.clause.act.record,
    attribute,
    ...(unit === undefined ? {} : { unit }),
    first: { instrument: first, clauses: joined(before?.first, a.placed.clause.id), asks: asks.first },
    second: { instrument: second, clauses: joined(before?.second, b.placed.clause.id), asks: asks.second },
    both: meet(asks.first, asks.second),
    ...rest,
    othersDecide: rest.othersDecide || before?.othersDecide === true,
  });
}

const asCondition = (literals: readonly Literal[]): Condition =>
  both(...literals.map(({ condition, denied }): Condition => (denied ? { kind: "not", condition } : condition)));

/** The ways in which a clause arises, each with the numbers that it asks of the trigger. */
function waysOf(situation: Situation, declared: Declarations): readonly Way[] {
  const ways: Way[] = [];
  for (const literals of casesOf(situation.arises, declared)) {
    if (literals === "too many" || ways.length >= MOST_WAYS) break;
    const numbers = new Map<string, { interval: Interval; unit: string | undefined }>();
    for (const literal of literals) {
      const asked = asksNumber(literal);
      const number = asked && numberOf(asked.value);
      const interval = number && allowed(asked.op, number, asked.value.type === "count");
      if (asked === undefined || interval === undefined || literal.denied) continue;
      const before = numbers.get(asked.attribute);
      const narrowed = meet(before?.interval ?? EVERYTHING, interval);
      if (narrowed !== undefined) numbers.set(asked.attribute, { interval: narrowed, unit: unitOf(asked.value) });
    }
    ways.push({ numbers, literals });
  }
  return ways;
}

const unitOf = (value: Scalar): string | undefined => (value.type === "amount" ? value.unit : undefined);
