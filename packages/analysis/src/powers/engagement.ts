import { civilDay, type Dated, firstDay, lastDay } from "@kelisim/model";
import { Big } from "big.js";
import { result } from "../methods.ts";
import { ratio } from "../ratio.ts";
import type { Result, ResultInput } from "../result.ts";

/** Ways in which a power from outside engages with a state. */
export const ENGAGEMENT_KINDS = ["treaty", "base", "training", "arms", "aid", "dialogue", "cyber"] as const;
export type EngagementKind = (typeof ENGAGEMENT_KINDS)[number];

/** One engagement that a source tells of. */
export interface Engagement {
  /** Of its row or holding. */
  readonly id: string;
  readonly power: string;
  readonly state: string;
  readonly kind: EngagementKind;
  readonly from?: Dated;
  /** Last day; absent: not known. */
  readonly to?: Dated;
  readonly source: string;
}

export interface EngagementCount {
  readonly power: string;
  readonly state: string;
  readonly year: number;
  readonly kind: EngagementKind;
  /** Under way on at least one day of the year for certain. */
  readonly count: number;
  /** More that may be, by coarse dates and ends that nobody tells. */
  readonly perhaps: number;
  readonly of: readonly { readonly id: string; readonly source: string; readonly certain: boolean }[];
}

export interface EngagementQuestion {
  readonly powers: readonly string[];
  readonly states: readonly string[];
  readonly years: readonly number[];
}

/** Counts side by side. Where nothing is known there is no entry: our silence is not a zero. */
export function engagementCounts(
  engagements: readonly Engagement[],
  question: EngagementQuestion,
  from: readonly ResultInput[],
): Result<readonly EngagementCount[]> {
  const { taken, undated } = datedOnes(engagements, question);
  return result("powers.engagement", countsOf(taken, question), from, [
    { reason: "no beginning known", rows: undated },
    { reason: "power or state not asked for", rows: engagements.length - taken.length - undated },
  ]);
}

export interface EngagementShare {
  readonly power: string;
  readonly state: string;
  readonly year: number;
  readonly kind: EngagementKind;
  readonly count: number;
  /** Of all powers compared. */
  readonly all: number;
  readonly share: string;
}

/**
 * Each power's share of the engagements of one kind in one state and year. There is one share for each kind and none over all
 * kinds: a base and a seminar have no common unit.
 */
export function engagementShares(
  engagements: readonly Engagement[],
  question: EngagementQuestion,
  from: readonly ResultInput[],
): Result<readonly EngagementShare[]> {
  const { taken, undated } = datedOnes(engagements, question);
  const all = countsOf(taken, question);
  const counts = all.filter(({ count }) => count > 0);
  const value = counts.map(({ power, state, year, kind, count }) => {
    const together = counts
      .filter((other) => other.state === state && other.year === year && other.kind === kind)
      .reduce((sum, other) => sum + other.count, 0);
    return { power, state, year, kind, count, all: together, share: ratio(new Big(count), new Big(together))! };
  });
  return result("powers.share", value, from, [
    { reason: "no beginning known", rows: undated },
    {
      reason: "perhaps under way, counted once a year: in no share",
      rows: all.reduce((sum, { perhaps }) => sum + perhaps, 0),
    },
  ]);
}

function datedOnes(engagements: readonly Engagement[], { powers, states }: EngagementQuestion) {
  const asked = engagements.filter(({ power, state }) => powers.includes(power) && states.includes(state));
  const taken = asked.filter(({ from }) => from !== undefined);
  return { taken, undated: asked.length - taken.length };
}

function countsOf(
  taken: readonly Engagement[],
  { powers, states, years }: EngagementQuestion,
): readonly EngagementCount[] {
  const groups = new Map<string, Engagement[]>();
  for (const one of taken) {
    const key = JSON.stringify([one.power, one.state, one.kind]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return powers.flatMap((power) =>
    states.flatMap((state) =>
      years.flatMap((year) =>
        ENGAGEMENT_KINDS.flatMap((kind): readonly EngagementCount[] => {
          const of = (groups.get(JSON.stringify([power, state, kind])) ?? []).flatMap((one) => {
            const answer = inYear(one, year);
            return answer === "no" ? [] : [{ id: one.id, source: one.source, certain: answer === "yes" }];
          });
          if (of.length === 0) return [];
          const count = of.filter(({ certain }) => certain).length;
          return [{ power, state, year, kind, count, perhaps: of.length - count, of }];
        }),
      ),
    ),
  );
}

/** Whether something was under way in a year; in the year of its beginning it was, whatever its end. */
function inYear({ from, to }: Engagement, year: number): "yes" | "no" | "perhaps" {
  const [first, last] = [civilDay(year, 1, 1), civilDay(year, 12, 31)];
  if (from === undefined || firstDay(from) > last || (to !== undefined && lastDay(to) < first)) return "no";
  const began = lastDay(from) <= last;
  const beganHere = began && firstDay(from) >= first;
  const lasts = to !== undefined && firstDay(to) >= first;
  return began && (beganHere || lasts) ? "yes" : "perhaps";
}
