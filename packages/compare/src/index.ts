export {
  type BetweenAnswer,
  betweenOf,
  type CommonOrganisation,
  type InstrumentBetween,
  type Owed,
} from "./between.ts";
export { type BoundStretch, type BoundTogether, boundTogether } from "./bound-together.ts";
export { type ClashAnswer, clashesOf } from "./clashes.ts";
export { type ClauseOwed, clausesOwed } from "./clauses-owed.ts";
export type { Forbidden } from "./forbidden.ts";
export { type GapAnswer, gapsOf, type IdleClause, type Outsider, type UntoldThreat } from "./gaps.ts";
export type { Interval } from "./intervals.ts";
export { type Cause, type Overlap, type OverlapAnswer, overlapsOf } from "./overlaps.ts";
export type { Actors, Pair } from "./pairs.ts";
export type { Doubt } from "./possible.ts";
export { isGeneralKnowledge, type PartyStanding, type StandingDoubt, standingOf } from "./standings.ts";
export { type Stretch, stretchesOf } from "./stretches.ts";
export type { DeadlineCase, Strictest } from "./strictest.ts";
export { type ThresholdGap, type ThresholdSide, thresholdGapsOf } from "./thresholds.ts";
export { owedOn } from "./who-owes.ts";
export type { WindowClash } from "./windows.ts";
export { type ComparisonSetting, createWorld, type World } from "./world.ts";
