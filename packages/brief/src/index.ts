export { type BoundBrief, bindBrief, callsOf } from "./bind.ts";
export { type FlowsPart, type FlowsPort, flowsOf } from "./calculations/flows-of.ts";
export {
  type AskFlows,
  answerCall,
  asksHoldings,
  type BriefRegion,
  CALCULATIONS,
  type Cells,
  type Engagements,
  type FigureSources,
} from "./calculations/index.ts";
export { callKey } from "./call-key.ts";
export type * from "./document.ts";
export { recordedAnswer, recordedText } from "./figure-text.ts";
export type { BriefLanguage, FrontMatter, SignOff, Version, Withdrawal } from "./read/front-matter.ts";
export { type Brief, readBrief } from "./read/read-brief.ts";
export { recordFigures } from "./record.ts";
export { type CitationStyle, styleNames } from "./styles.ts";
