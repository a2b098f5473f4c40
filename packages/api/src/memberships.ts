import { type Static, Type } from "typebox";
import { sourced } from "./sourced.ts";

/** The kinds into which the words of tables fall; `status` keeps the word itself. */
export const RelationKindSchema = Type.Union([
  Type.Literal("member"),
  Type.Literal("observer"),
  Type.Literal("partner"),
  Type.Literal("signed"),
  Type.Literal("suspended"),
  Type.Literal("outside"),
  Type.Literal("other"),
]);
export type RelationKind = Static<typeof RelationKindSchema>;

/** Whether something holds on the asked day; "perhaps": coarse or unknown dates, or what is not verified. */
export const HoldsSchema = Type.Union([Type.Literal("yes"), Type.Literal("perhaps"), Type.Literal("no")]);

/** A status over a stretch of time, whoever tells of it. */
export const statusOverTime = {
  kind: RelationKindSchema,
  /** As the table or file words it, and in the language of the answer. */
  status: Type.String(),
  statusName: Type.String(),
  from: Type.Optional(Type.String()),
  /** First day no longer; absent: no end known. */
  to: Type.Optional(Type.String()),
  holds: HoldsSchema,
};

/** One row of the table of memberships. */
export const SpellSchema = Type.Object({ ...statusOverTime, ...sourced });
export type Spell = Static<typeof SpellSchema>;

/** Which states are set beside each other: those the region is about, these and who has most in common with them, all. */
export const CircleSchema = Type.Union([Type.Literal("focus"), Type.Literal("near"), Type.Literal("all")]);
export type Circle = Static<typeof CircleSchema>;

/** First and last year that a screen tells of. */
export const YearsSchema = Type.Object({ from: Type.Integer(), to: Type.Integer() });

/** A party with whether the region is about it. */
export const PartyHeadSchema = Type.Object({ id: Type.String(), name: Type.String(), focus: Type.Boolean() });

/** In how many bodies both ever were: for a drawing that does not jump through time. */
export const TogetherSchema = Type.Object({ a: Type.String(), b: Type.String(), count: Type.Integer() });
