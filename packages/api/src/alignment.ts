import { type Static, Type } from "typebox";
import { figureOf } from "./proof.ts";
import { CoverageNoteSchema, NamedSchema, sourced } from "./sourced.ts";
import { StandpointQuery, StandpointSchema } from "./standpoint.ts";

/** On what priorities are read: what was said, agreements that bind, programmes paid for. */
export const PriorityBasisSchema = Type.Union([Type.Literal("said"), Type.Literal("signed"), Type.Literal("funded")]);
export type PriorityBasis = Static<typeof PriorityBasisSchema>;

export const PrioritiesQuery = Type.Object({
  ...StandpointQuery.properties,
  basis: Type.Optional(PriorityBasisSchema),
  /** Statements that either must have before the two are compared. */
  least: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});
export type PrioritiesQuery = Static<typeof PrioritiesQuery>;

export const PriorityStatementSchema = Type.Object({
  id: Type.String(),
  of: Type.Union([
    Type.Literal("claim"),
    Type.Literal("undertaking"),
    Type.Literal("agreement"),
    Type.Literal("programme"),
  ]),
  text: Type.String(),
  /** How it was coded: by whom, or by which rule. */
  codes: Type.Array(
    Type.Object({
      actor: Type.String(),
      threat: Type.String(),
      weight: Type.Number(),
      by: Type.Union([Type.Literal("hand"), Type.Literal("words"), Type.Literal("table")]),
      /** The coder, or the words of the rule. */
      how: Type.String(),
    }),
  ),
  ...sourced,
});
export type PriorityStatement = Static<typeof PriorityStatementSchema>;

/** GET /api/v1/regions/:region/powers/priorities */
export const PrioritiesSchema = Type.Object({
  standpoint: StandpointSchema,
  basis: PriorityBasisSchema,
  least: Type.Integer(),
  actors: Type.Array(NamedSchema),
  threats: Type.Array(NamedSchema),
  vectors: Type.Array(
    Type.Object({
      actor: Type.String(),
      weights: Type.Array(Type.Object({ threat: Type.String(), weight: Type.Number() })),
      statements: Type.Array(Type.String()),
    }),
  ),
  pairs: figureOf(
    Type.Array(
      Type.Object({
        actors: Type.Tuple([Type.String(), Type.String()]),
        statements: Type.Tuple([Type.Integer(), Type.Integer()]),
        /** Statements of both: over them they cannot differ. */
        shared: Type.Integer(),
        /** Threats of which both speak. */
        common: Type.Integer(),
        /** Absent: too few statements. */
        cosine: Type.Optional(Type.Number()),
        jaccard: Type.Optional(Type.Number()),
      }),
    ),
  ),
  statements: Type.Array(PriorityStatementSchema),
  coverage: Type.Array(CoverageNoteSchema),
});
export type Priorities = Static<typeof PrioritiesSchema>;

export const ReciprocityQuery = Type.Object({
  ...StandpointQuery.properties,
  a: Type.String({ minLength: 1, maxLength: 40 }),
  b: Type.String({ minLength: 1, maxLength: 40 }),
  /** Days within which an act answers another. */
  within: Type.Optional(Type.Integer({ minimum: 0, maximum: 3660 })),
});
export type ReciprocityQuery = Static<typeof ReciprocityQuery>;

const Act = Type.Object({
  id: Type.String(),
  title: Type.String(),
  date: Type.Optional(Type.String()),
  source: Type.String(),
});

/** GET /api/v1/regions/:region/powers/reciprocity?a=&b= */
export const ReciprocitySchema = Type.Object({
  standpoint: StandpointSchema,
  pair: Type.Tuple([NamedSchema, NamedSchema]),
  within: Type.Integer(),
  kinds: figureOf(
    Type.Array(
      Type.Object({
        kind: Type.String(),
        /** The kind in words, where it is one of records. */
        name: Type.Optional(Type.String()),
        there: Type.Array(Act),
        back: Type.Array(Act),
        reciprocity: Type.Number(),
        balance: Type.Number(),
        answered: Type.Object({ there: Type.Integer(), back: Type.Integer() }),
      }),
    ),
  ),
  /** What the records of this view tell of duties between the two that fell due in the window; by state, each way. */
  performance: Type.Object({
    /** Whether records are declared complete for anything: without it silence says nothing. */
    covered: Type.Boolean(),
    from: Type.String(),
    until: Type.String(),
    there: Type.Array(Type.Object({ state: Type.String(), count: Type.Integer() })),
    back: Type.Array(Type.Object({ state: Type.String(), count: Type.Integer() })),
  }),
  coverage: Type.Array(CoverageNoteSchema),
});
export type Reciprocity = Static<typeof ReciprocitySchema>;

/** GET /api/v1/regions/:region/powers/definitions */
export const DefinitionsSchema = Type.Object({
  standpoint: StandpointSchema,
  terms: figureOf(
    Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        definitions: Type.Array(
          Type.Object({
            id: Type.String(),
            actor: NamedSchema,
            text: Type.String(),
            location: Type.Optional(Type.String()),
            ...sourced,
          }),
        ),
        /** Of the states and powers, those of whom our table holds none: what they mean is unknown. */
        withoutOne: Type.Array(NamedSchema),
        inAll: Type.Array(Type.String()),
        onlyIn: Type.Array(Type.Object({ actor: Type.String(), words: Type.Array(Type.String()) })),
        /** Statements of the table of claims that name the term. */
        claims: Type.Array(Type.Object({ id: Type.String(), claim: Type.String(), ...sourced })),
      }),
    ),
  ),
  coverage: Type.Array(CoverageNoteSchema),
});
export type Definitions = Static<typeof DefinitionsSchema>;
