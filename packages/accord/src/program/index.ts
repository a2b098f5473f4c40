export type { Attribute, AttributeType, Kind } from "@kelisim/model";
export type * from "./clause.ts";
export type * from "./deadline.ts";
export type * from "./instrument.ts";
export type * from "./program.ts";
export type * from "./quantity.ts";
export type * from "./role.ts";
export type * from "./term.ts";
export type * from "./trigger.ts";
