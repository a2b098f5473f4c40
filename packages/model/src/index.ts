export type * from "./confidence.ts";
export type * from "./dated.ts";
export * from "./facts.ts";
export type * from "./geography.ts";
export * from "./instant.ts";
export type * from "./party.ts";
export type * from "./problem.ts";
export type * from "./record.ts";
export type * from "./vocabulary.ts";
