import { type Static, Type } from "typebox";

export const ConfidenceSchema = Type.Union([Type.Literal("high"), Type.Literal("medium"), Type.Literal("low")]);

/** A date as exact as its source gives it: "2001", "2001-06" or "2001-06-15". */
export const DatedText = Type.String();

/** What every statement of a table carries. */
export const sourced = {
  source: Type.String(),
  confidence: ConfidenceSchema,
  /** Nothing but general knowledge stands behind it. */
  unverified: Type.Boolean(),
  /** The question on which this row and others disagree. */
  dispute: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
};

export const NamedSchema = Type.Object({ id: Type.String(), name: Type.String() });
export type Named = Static<typeof NamedSchema>;

/** A question on which sources disagree; all rows are kept. */
export const DisputeSchema = Type.Object({
  id: Type.String(),
  question: Type.String(),
  reason: Type.String(),
  source: Type.String(),
  confidence: ConfidenceSchema,
});
export type DisputeView = Static<typeof DisputeSchema>;

/** What a table says of itself: others than those listed may exist. */
export const CoverageNoteSchema = Type.Object({
  table: Type.String(),
  coverage: Type.Union([Type.Literal("partial"), Type.Literal("complete")]),
  of: Type.Optional(Type.String()),
  asOf: Type.Optional(Type.String()),
});
export type CoverageNote = Static<typeof CoverageNoteSchema>;
