export { type BoundBrief, bindBrief, callsOf } from "./bind.ts";
export { type AskFlows, answerCall, CALCULATIONS, type Cells, type FigureSources } from "./calculations.ts";
export { callKey } from "./call-key.ts";
export type * from "./document.ts";
export { recordedText } from "./figure-text.ts";
export type { BriefLanguage, FrontMatter, SignOff, Version } from "./read/front-matter.ts";
export { type Brief, readBrief } from "./read/read-brief.ts";
export { recordFigures } from "./record.ts";
export { type CitationStyle, styleNames } from "./styles.ts";
