import { type Static, Type } from "typebox";
import { PartyHeadSchema, SpellSchema, TogetherSchema, YearsSchema } from "./memberships.ts";
import { CoverageNoteSchema, DisputeSchema, NamedSchema, sourced } from "./sourced.ts";
import { StandpointSchema } from "./standpoint.ts";

/** All that the table has of one party and one organisation. */
export const RelationSchema = Type.Object({
  organisation: Type.String(),
  party: Type.String(),
  spells: Type.Array(SpellSchema),
});
export type Relation = Static<typeof RelationSchema>;

export const OrganisationSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  kind: Type.String(),
  founded: Type.Optional(Type.String()),
  dissolved: Type.Optional(Type.String()),
  seat: Type.Optional(Type.String()),
  purpose: Type.Optional(Type.String()),
  instruments: Type.Array(NamedSchema),
  /** Parties of which the table has a row, at any time. */
  listed: Type.Integer(),
  ...sourced,
});
export type OrganisationView = Static<typeof OrganisationSchema>;

/** Two states and the bodies they have in common on the asked day. */
export const NetworkEdgeSchema = Type.Object({
  a: Type.String(),
  b: Type.String(),
  organisations: Type.Array(Type.String()),
  /** How many of these rest on a row of either that is not verified, disputed or not exactly dated. */
  unverified: Type.Integer(),
});
export type NetworkEdge = Static<typeof NetworkEdgeSchema>;

export const NetworkSchema = Type.Object({
  parties: Type.Array(PartyHeadSchema),
  edges: Type.Array(NetworkEdgeSchema),
  /** Pairs with fewer bodies in common than `least` are not among the edges. */
  least: Type.Integer(),
  leftOut: Type.Integer(),
  /** For a drawing that does not jump through time: in how many bodies both ever were, a pair once. */
  ever: Type.Array(TogetherSchema),
});
export type Network = Static<typeof NetworkSchema>;

/** GET /api/v1/regions/:region/cooperation */
export const CooperationSchema = Type.Object({
  standpoint: StandpointSchema,
  /** The years over which the table tells of anything: first start, and that of the clock. */
  years: YearsSchema,
  parties: Type.Array(Type.Object({ ...PartyHeadSchema.properties, organisations: Type.Integer() })),
  organisations: Type.Array(OrganisationSchema),
  relations: Type.Array(RelationSchema),
  network: NetworkSchema,
  disputes: Type.Array(DisputeSchema),
  coverage: Type.Array(CoverageNoteSchema),
});
export type Cooperation = Static<typeof CooperationSchema>;
