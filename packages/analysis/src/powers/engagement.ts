import { civilDay, type Dated, ENGAGEMENT_KINDS, type EngagementKind, firstDay, lastDay } from "@kelisim/model";
import { Big } from "big.js";
import { result } from "../methods.ts";
import { ratio } from "../ratio.ts";
import type { Result, ResultInput } from "../result.ts";

export { ENGAGEMENT_KINDS, type EngagementKind };

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
  /** Where no last day is known: the last on which its source tells of it. It may go on. */
  readonly seen?: Dated;
  /** Its dates are clear, and whether the two take part in it is not. */
  readonly doubtful?: boolean;
  readonly source: string;
}

export interface EngagementCount {
  readonly power: string;
  readonly state: string;
  readonly year: number;
  readonly kind: EngagementKind;
  /** Under way on at least one day of the year for certain. */
  readonly count: number;
  /** More that may be, by coarse dates, by ends that nobody tells, and by parts in them that are not verified. */
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
          const of = onceEach(
            (groups.get(JSON.stringify([power, state, kind])) ?? []).flatMap((one) => {
              const answer = inYear(one, year);
              const certain = answer === "yes" && one.doubtful !== true;
              return answer === "no" ? [] : [{ id: one.id, source: one.source, certain }];
            }),
          );
          if (of.length === 0) return [];
          const count = of.filter(({ certain }) => certain).length;
          return [{ power, state, year, kind, count, perhaps: of.length - count, of }];
        }),
      ),
    ),
  );
}

/** One engagement that several rows tell of counts once, and for certain as soon as one of them says so. */
function onceEach(found: EngagementCount["of"]): EngagementCount["of"] {
  const ids = new Set(found.map(({ id }) => id));
  if (ids.size === found.length) return found;
  return [...ids].map((id) => {
    const rows = found.filter((one) => one.id === id);
    return rows.find(({ certain }) => certain) ?? rows[0]!;
  });
}

/** Whether something was under way in a year; in the year of its beginning it was, whatever its end. */
function inYear({ from, to, seen }: Engagement, year: number): "yes" | "no" | "perhaps" {
  const [first, last] = [civilDay(year, 1, 1), civilDay(year, 12, 31)];
  if (from === undefined || firstDay(from) > last || (to !== undefined && lastDay(to) < first)) return "no";
  const began = lastDay(from) <= last;
  const beganHere = began && firstDay(from) >= first;
  const end = to ?? seen;
  const lasts = end !== undefined && firstDay(end) >= first;
  return began && (beganHere || lasts) ? "yes" : "perhaps";
}
