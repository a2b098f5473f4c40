export * from "./columns.ts";
export type * from "./holding.ts";
