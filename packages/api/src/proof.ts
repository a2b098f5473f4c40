import { type Static, type TSchema, Type } from "typebox";

/** What a figure was made of: a holding, or a table of the region. */
const InputSchema = Type.Object({
  of: Type.String(),
  name: Type.String(),
  /** Of when it is; absent: it does not say. */
  vintage: Type.Optional(Type.String()),
  rows: Type.Integer(),
  /** How its producer wants to be cited; absent for our own tables. */
  citation: Type.Optional(Type.String()),
  licence: Type.Optional(Type.String()),
  caveats: Type.Array(Type.String()),
});

/** What was left out of a figure, why (`words`: in the reader's language), and how much. `sum` is an exact decimal. */
const ExclusionSchema = Type.Object({
  reason: Type.String(),
  words: Type.String(),
  rows: Type.Integer(),
  amount: Type.Optional(Type.Object({ sum: Type.String(), currency: Type.String() })),
});

/** How a figure or a list was worked out: a method of docs/observatory.md, what went in, what was left out. */
export const ProofSchema = Type.Object({
  method: Type.Object({ id: Type.String(), formula: Type.String(), words: Type.String() }),
  inputs: Type.Array(InputSchema),
  exclusions: Type.Array(ExclusionSchema),
});
export type Proof = Static<typeof ProofSchema>;

/** A value with how it was worked out. */
export const figureOf = <V extends TSchema>(value: V) => Type.Object({ value, ...ProofSchema.properties });
export type Figure<Value> = Proof & { readonly value: Value };

/** A list with how it was made. */
export const madeList = <Item extends TSchema>(item: Item) =>
  Type.Object({ items: Type.Array(item), made: ProofSchema });
