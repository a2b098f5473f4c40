import { type Static, Type } from "typebox";

/** GET /api/v1/regions/:region/kinds: what can be entered. */
export const KindsSchema = Type.Object({
  kinds: Type.Array(
    Type.Object({
      name: Type.String(),
      form: Type.Union([Type.Literal("notice"), Type.Literal("event")]),
      title: Type.String(),
      /** How many clauses speak of it. */
      clauses: Type.Integer(),
    }),
  ),
});
export type Kinds = Static<typeof KindsSchema>;

const AttributeType = Type.Union([
  Type.Literal("count"),
  Type.Literal("amount"),
  Type.Literal("money"),
  Type.Literal("text"),
  Type.Literal("yes/no"),
  Type.Literal("party"),
  Type.Literal("parties"),
  Type.Literal("date"),
  Type.Literal("instant"),
  Type.Literal("place"),
  Type.Literal("period"),
  Type.Literal("choice"),
  Type.Literal("record"),
]);

/** One attribute as a form asks for it. */
export const FormFieldSchema = Type.Object({
  name: Type.String(),
  label: Type.String(),
  type: AttributeType,
  required: Type.Boolean(),
  /** Names who did it. */
  actor: Type.Boolean(),
  /** Of an amount. */
  unit: Type.Optional(Type.String()),
  /** Of a record: the kind it refers to. */
  of: Type.Optional(Type.String()),
  ofTitle: Type.Optional(Type.String()),
  min: Type.Optional(Type.Number()),
  max: Type.Optional(Type.Number()),
  choices: Type.Array(Type.Object({ value: Type.String(), label: Type.String() })),
});
export type FormField = Static<typeof FormFieldSchema>;

/** GET /api/v1/regions/:region/kinds/:kind */
export const KindFormSchema = Type.Object({
  name: Type.String(),
  version: Type.Integer(),
  form: Type.Union([Type.Literal("notice"), Type.Literal("event")]),
  title: Type.String(),
  /** Somebody must be named as speaking: a notice, or an event that does not name its actor. */
  speaks: Type.Boolean(),
  fields: Type.Array(FormFieldSchema),
  /** Agreements whose clauses speak of it come first. */
  instruments: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), speaks: Type.Boolean() })),
  /** Channels that the region knows for those clauses. */
  channels: Type.Array(Type.String()),
  /** Named places of the region with a point, for typing one. */
  places: Type.Array(Type.Object({ name: Type.String(), lat: Type.Number(), lon: Type.Number() })),
});
export type KindForm = Static<typeof KindFormSchema>;

/** GET /api/v1/regions/:region/lines/prefill?line=KEY: a first record for a line of the board. */
export const PrefillSchema = Type.Object({
  kind: Type.String(),
  /** Header fields and content, as far as the line says them. */
  record: Type.Record(Type.String(), Type.Unknown()),
  /** What the record would discharge, in words. */
  act: Type.String(),
  article: Type.String(),
  line: Type.String(),
});
export type Prefill = Static<typeof PrefillSchema>;
