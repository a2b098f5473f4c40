import { type Condition, casesOf, type Declarations, type Literal, type Term } from "@kelisim/accord/program";
import type { World } from "./world.ts";
import { zonesMeet } from "./zones.ts";

/** Why "both can be true" is not certain. A "cannot" is always certain. */
export type Doubt =
  /** Places are asked for in two zones that the map did not show to meet. */
  | { readonly kind: "zones"; readonly zones: readonly [string, string] }
  /** Other records are counted. */
  | { readonly kind: "window" }
  /** A party may have set a threshold of its own. */
  | { readonly kind: "own threshold"; readonly name: string }
  /** Two attributes of records are set against each other, with more asked of them. */
  | { readonly kind: "order" }
  /** Membership in an organisation is asked for. */
  | { readonly kind: "membership"; readonly organisation: string }
  /** The search for a case was given up. */
  | { readonly kind: "search" };

/** Whether something is possible, and how certain that is. */
export type Verdict =
  | { readonly possible: false }
  | {
      readonly possible: true;
      /** No doubts: the check is exact. */
      readonly doubts: readonly Doubt[];
      /** A way in which it is true: what is asked and denied of the records. */
      readonly example: readonly Literal[];
    };

/** Cases looked at in search of one without doubts. */
const MOST_CASES = 60;

/** Whether a condition can be true of any records; where it can, in the way that leaves the fewest doubts. */
export function judge(world: World, condition: Condition, declared: Declarations): Verdict {
  let best: { doubts: readonly Doubt[]; example: readonly Literal[] } | undefined;
  let count = 0;
  for (const found of casesOf(condition, declared)) {
    const doubts: readonly Doubt[] = found === "too many" ? [{ kind: "search" }] : doubtsOf(world, found);
    if (!best || doubts.length < best.doubts.length) best = { doubts, example: found === "too many" ? [] : found };
    if (best.doubts.length === 0 || ++count >= MOST_CASES) break;
  }
  return best === undefined ? { possible: false } : { possible: true, ...best };
}

/** Whether a condition can be true, without asking how certain that is. */
export function isPossible(condition: Condition, declared: Declarations): boolean {
  for (const _ of casesOf(condition, declared)) return true;
  return false;
}

const same = (a: Doubt, b: Doubt): boolean => JSON.stringify(a) === JSON.stringify(b);

export function mergedDoubts(all: readonly Doubt[]): readonly Doubt[] {
  return all.filter((doubt, index) => all.findIndex((other) => same(doubt, other)) === index);
}

function doubtsOf(world: World, literals: readonly Literal[]): readonly Doubt[] {
  const doubts: Doubt[] = [...zoneDoubts(world, literals)];
  const orders: (readonly [Term, Term])[] = [];
  const narrowed = new Set<string>();
  for (const { condition } of literals) {
    if (condition.kind === "member") doubts.push({ kind: "membership", organisation: condition.organisation });
    if (condition.kind !== "compare") continue;
    const { left, right } = condition;
    for (const term of [left, right]) {
      if (term.kind === "window") doubts.push({ kind: "window" });
      if (term.kind === "own threshold") doubts.push({ kind: "own threshold", name: term.name });
    }
    if (left.kind === "constant") narrowed.add(JSON.stringify(right));
    else if (right.kind === "constant") narrowed.add(JSON.stringify(left));
    else if (left.kind === "attribute" && right.kind === "attribute") orders.push([left, right]);
  }
  const isBound = (term: Term) => narrowed.has(JSON.stringify(term));
  if (orders.length > 1 || orders.some(([a, b]) => isBound(a) && isBound(b))) doubts.push({ kind: "order" });
  return mergedDoubts(doubts);
}

function zoneDoubts(world: World, literals: readonly Literal[]): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const asked = literals.flatMap(({ condition, denied }) =>
    condition.kind === "in zone" ? [{ place: JSON.stringify(condition.place), zone: condition.zone, denied }] : [],
  );
  asked.forEach((first, index) => {
    for (const second of asked.slice(index + 1)) {
      if (first.place !== second.place || first.zone === second.zone || (first.denied && second.denied)) continue;
      const [inside, other] = first.denied ? [second, first] : [first, second];
      const where = other.denied ? "outside" : "inside";
      if (zonesMeet(world.setting.geography, inside.zone, other.zone, where) === "meet") continue;
      const [a, b] = [inside.zone, other.zone].sort();
      doubts.push({ kind: "zones", zones: [a ?? "", b ?? ""] });
    }
  });
  return doubts;
}
