export type { Aspect, Change, ClauseChange, Effect, Placed, ThresholdChange } from "./diff/change.ts";
export {
  comparePrograms,
  type DiffOptions,
  type HeadChange,
  type KindChange,
  type ProgramDiff,
} from "./diff/compare-programs.ts";
export { CONCERNS, type Concern, type PartyConcern } from "./diff/concern.ts";
export { compareOpenDuties, type LineChange, type OpenDuties } from "./diff/open-duties.ts";
export { type Draft, type DraftRequest, draftInstrument, partsNeeded } from "./kit/draft-instrument.ts";
export { BrokenKit, type Kit, type KitNumber, type KitPart } from "./kit/kit.ts";
export { readKit } from "./kit/read-kit.ts";
export { readsOf } from "./kit/reads.ts";
