import { type CivilDay, type Claim, type Dated, firstDay, lastDay } from "@kelisim/model";
import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";

/** What became of a recommendation, as a source tells it. */
export interface RecommendationDecision {
  /** Id of the claim that recommends. */
  readonly claim: string;
  readonly state: "done" | "rejected" | "open";
  readonly date: Dated;
  readonly source: string;
}

export interface RecommendationState {
  readonly claim: string;
  /** "nothing known": no decision on or before the day; it may have been carried out all the same. */
  readonly state: RecommendationDecision["state"] | "sources disagree" | "nothing known";
  /** The newest, several where they are of one time. */
  readonly by: readonly RecommendationDecision[];
  readonly earlier: readonly RecommendationDecision[];
}

/** Claims that recommend: those whose assessment says so. */
export function recommendationsAmong(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(({ assessment }) => assessment?.toLowerCase() === "recommendation");
}

/** How each recommendation stands on a day. A coarse date counts from its last day on. */
export function recommendationStates(
  claims: readonly Claim[],
  decisions: readonly RecommendationDecision[],
  day: CivilDay,
  from: readonly ResultInput[],
): Result<readonly RecommendationState[]> {
  const recommended = recommendationsAmong(claims);
  const known = decisions.filter(({ claim }) => recommended.some(({ id }) => id === claim));
  const value = recommended.map(({ id }): RecommendationState => {
    const its = known.filter(({ claim, date }) => claim === id && lastDay(date) <= day);
    const newest = Math.max(...its.map(({ date }) => lastDay(date)));
    // A coarse date may be later than a day within it: neither is then known to be the newer.
    const by = its.filter(({ date }) => lastDay(date) === newest || isWithin(newest, date, its));
    const states = new Set(by.map(({ state }) => state));
    const state = states.size === 0 ? "nothing known" : states.size > 1 ? "sources disagree" : [...states][0]!;
    return { claim: id, state, by, earlier: its.filter((one) => !by.includes(one)) };
  });
  return result("evidence.recommendations", value, from, [
    { reason: "decision on what is no recommendation here", rows: decisions.length - known.length },
    { reason: "decision later than the day", rows: known.filter(({ date }) => lastDay(date) > day).length },
  ]);
}

/** Whether a date lies within the stretch that the newest, coarse one allows. */
function isWithin(newest: CivilDay, date: Dated, decisions: readonly RecommendationDecision[]): boolean {
  return decisions.some((other) => lastDay(other.date) === newest && firstDay(other.date) <= lastDay(date));
}
