export * from "./alignment/coding.ts";
export * from "./alignment/definitions.ts";
export * from "./alignment/priorities.ts";
export * from "./alignment/reciprocity.ts";
export { checkSelection, type SelectionProblem } from "./check-selection.ts";
export * from "./coverage/dependence.ts";
export * from "./coverage/double-work.ts";
export * from "./coverage/matrix.ts";
export * from "./coverage/taken.ts";
export { evaluate, orderCells, passes, SelectionRefused } from "./evaluate.ts";
export * from "./evidence/agreement.ts";
export * from "./evidence/counts.ts";
export * from "./evidence/figures.ts";
export * from "./evidence/interviews.ts";
export * from "./evidence/money-behind.ts";
export * from "./evidence/recommendations.ts";
export * from "./evidence/source-weight.ts";
export * from "./evidence/support.ts";
export { groupingOf, MONEY_COLUMNS } from "./grouping.ts";
export * from "./institutions/centrality.ts";
export * from "./institutions/codes.ts";
export * from "./institutions/graph.ts";
export * from "./institutions/index-definitions.ts";
export * from "./institutions/index-figures.ts";
export * from "./institutions/indices.ts";
export type { MembershipAnswer, MembershipQuestion, Standing, StandingBySource } from "./institutions/membership.ts";
export {
  FULL_MEMBERSHIP,
  inputOf,
  membershipMatrix,
  membershipOn,
  membershipsOn,
  placeOf,
} from "./institutions/membership.ts";
export { exclusionsOf, type MembershipOverlap, membershipOverlap } from "./institutions/overlap.ts";
export * from "./institutions/overlap-matrix.ts";
export { type RelationKind, relationKind } from "./institutions/relation-kind.ts";
export * from "./institutions/sources.ts";
export { METHODS, type MethodId } from "./methods.ts";
export { cellsOfProgrammes, MissingColumn, type MoneyBasis } from "./money/cells.ts";
export * from "./money/check.ts";
export * from "./money/checks.ts";
export * from "./money/concentration.ts";
export * from "./money/delivery.ts";
export type { DuplicateRows } from "./money/duplicates.ts";
export * from "./money/growth.ts";
export * from "./money/prices.ts";
export * from "./money/printed-beside.ts";
export * from "./money/printed-claim.ts";
export * from "./money/purpose-set.ts";
export * from "./money/reconcile.ts";
export * from "./money/series.ts";
export * from "./money/share.ts";
export * from "./powers/engagement.ts";
export * from "./powers/from-region.ts";
export * from "./powers/from-tables.ts";
export * from "./powers/gather.ts";
export * from "./powers/trainings.ts";
export { type Chain, chains, type Phase, type PhaseName, phaseOf } from "./programmes/chains.ts";
export * from "./programmes/ends.ts";
export { type ProgrammeOverlap, programmeOverlaps } from "./programmes/overlaps.ts";
export { type CommonDays, underWay } from "./programmes/periods.ts";
export { type ThemesOf, themesByThreats } from "./programmes/themes.ts";
export * from "./programmes/totals.ts";
export type * from "./result.ts";
export type * from "./selection.ts";
export { tableInputs } from "./table-inputs.ts";
export * from "./vintages.ts";
