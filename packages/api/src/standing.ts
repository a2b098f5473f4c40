import { type Static, Type } from "typebox";
import { DatedText, sourced } from "./sourced.ts";

export const InstrumentKind = Type.Union([
  Type.Literal("treaty"),
  Type.Literal("politically binding"),
  Type.Literal("voluntary"),
]);

const BoundState = Type.Union([
  Type.Literal("bound"),
  Type.Literal("unverified"),
  Type.Literal("suspended"),
  Type.Literal("not yet"),
  Type.Literal("signed"),
  Type.Literal("ended"),
]);

/** How a party stands to an instrument on the asked day. "no row" says nothing about the party, only about our tables. */
export const StandingState = Type.Union([...BoundState.anyOf, Type.Literal("no row")]);
export type AgreementStanding = Static<typeof StandingState>;

/** How a party stands to an instrument over a stretch of time. */
export const BoundSpellSchema = Type.Object({
  state: BoundState,
  /** Civil days; `to` is the first day of what follows, absent: until the asked day and on. */
  from: Type.Optional(Type.String()),
  to: Type.Optional(Type.String()),
  provisional: Type.Boolean(),
  /** The date or the binding itself is not verified: drawn dashed. */
  unverified: Type.Boolean(),
});
export type BoundSpell = Static<typeof BoundSpellSchema>;

/** A row of the table of status: an act about an instrument, with its dates. `party` "*": of the instrument as a whole. */
export const StatusRowSchema = Type.Object({
  party: Type.String(),
  act: Type.String(),
  actName: Type.String(),
  actDate: Type.Optional(DatedText),
  effectDate: Type.Optional(DatedText),
  provisionalFrom: Type.Optional(DatedText),
  /** The only clauses it is about; empty: all. */
  clauses: Type.Array(Type.String()),
  ...sourced,
});
export type StatusRow = Static<typeof StatusRowSchema>;
