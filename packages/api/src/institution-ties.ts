import { type Static, Type } from "typebox";
import { MembershipSourceSchema, ShortId, SourceNameSchema } from "./institutions.ts";
import { CircleSchema, PartyHeadSchema, TogetherSchema, YearsSchema } from "./memberships.ts";
import { ProofSchema } from "./proof.ts";
import { NamedSchema } from "./sourced.ts";
import { StandpointQuery, StandpointSchema } from "./standpoint.ts";

export const WeightingSchema = Type.Union([Type.Literal("count"), Type.Literal("size")]);

export const TiesQuery = Type.Object({
  ...StandpointQuery.properties,
  source: Type.Optional(ShortId),
  states: Type.Optional(CircleSchema),
  weighting: Type.Optional(WeightingSchema),
  /** What is set against each other in the matrix of overlap. */
  of: Type.Optional(Type.Union([Type.Literal("states"), Type.Literal("organisations")])),
});
export type TiesQuery = Static<typeof TiesQuery>;

export const CentralitySchema = Type.Object({
  party: Type.String(),
  degree: Type.Integer(),
  strength: Type.Number(),
  /** All together 1; absent: there is no single answer. */
  eigenvector: Type.Optional(Type.Number()),
});
export type CentralityView = Static<typeof CentralitySchema>;

/** GET /api/v1/regions/:region/institutions/ties */
export const TiesSchema = Type.Object({
  standpoint: StandpointSchema,
  years: YearsSchema,
  sources: Type.Array(SourceNameSchema),
  source: MembershipSourceSchema,
  weighting: WeightingSchema,
  /** Everybody who ever had a membership that counts, by this source, within the circle asked. */
  parties: Type.Array(PartyHeadSchema),
  organisations: Type.Array(NamedSchema),
  /** The day lies behind what the source describes: nothing is known of it. */
  beyond: Type.Boolean(),
  edges: Type.Array(
    Type.Object({
      a: Type.String(),
      b: Type.String(),
      weight: Type.Number(),
      organisations: Type.Array(Type.String()),
    }),
  ),
  /** For a drawing that does not jump through time: in how many bodies both ever were. */
  ever: Type.Array(TogetherSchema),
  nodes: Type.Array(CentralitySchema),
  /** On the last day of each year, of this year on the asked day's; without `nodes` nothing is known. */
  series: Type.Array(Type.Object({ year: Type.Integer(), nodes: Type.Optional(Type.Array(CentralitySchema)) })),
  overlap: Type.Object({
    of: Type.Union([Type.Literal("states"), Type.Literal("organisations")]),
    items: Type.Array(NamedSchema),
    /** One a pair, the lesser id first; pairs with nothing in common are left out. `shared`: organisations, or parties. */
    cells: Type.Array(
      Type.Object({
        a: Type.String(),
        b: Type.String(),
        shared: Type.Array(Type.String()),
        either: Type.Integer(),
        jaccard: Type.Number(),
      }),
    ),
  }),
  proofs: Type.Object({ centrality: ProofSchema, overlap: ProofSchema }),
});
export type Ties = Static<typeof TiesSchema>;
