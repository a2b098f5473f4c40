export type { Attribute, AttributeType, Kind } from "@kelisim/model";
export type * from "./clause.ts";
export type * from "./deadline.ts";
export { HEADER_ATTRIBUTES } from "./header.ts";
export type * from "./instrument.ts";
export { MONTHS } from "./months.ts";
export { negate } from "./negate.ts";
export type * from "./program.ts";
export type * from "./quantity.ts";
export { Range } from "./range.ts";
export type * from "./role.ts";
export {
  alwaysHolds,
  canHold,
  casesOf,
  type Declarations,
  type Declared,
  expand,
  type Literal,
} from "./satisfiable.ts";
export { programSchema } from "./schema.ts";
export { type CodedClause, type LiterateBlock, type LiterateSection, sectionsOf } from "./sections.ts";
export type * from "./term.ts";
export type * from "./trigger.ts";
