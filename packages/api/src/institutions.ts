import { type Static, Type } from "typebox";
import { CircleSchema, PartyHeadSchema, statusOverTime, YearsSchema } from "./memberships.ts";
import { ProofSchema } from "./proof.ts";
import { ConfidenceSchema, CoverageNoteSchema } from "./sourced.ts";
import { StandpointQuery, StandpointSchema } from "./standpoint.ts";

/** An id in a question. */
export const ShortId = Type.String({ minLength: 1, maxLength: 80 });

/** Which organisations are shown: those of our table, or all that any source names. */
export const BodiesSchema = Type.Union([Type.Literal("ours"), Type.Literal("all")]);
export type Bodies = Static<typeof BodiesSchema>;

export const InstitutionsQuery = Type.Object({
  ...StandpointQuery.properties,
  states: Type.Optional(CircleSchema),
  bodies: Type.Optional(BodiesSchema),
  /** One party alone, whatever its circle. */
  party: Type.Optional(ShortId),
});
export type InstitutionsQuery = Static<typeof InstitutionsQuery>;

/** Where spells come from. "table": our memberships; "status": agreements of ours that make their parties members; "file": taken in. */
export const MembershipSourceSchema = Type.Object({
  /** "memberships", "status", or the data set of a file. */
  id: Type.String(),
  kind: Type.Union([Type.Literal("table"), Type.Literal("status"), Type.Literal("file")]),
  name: Type.String(),
  vintage: Type.Optional(Type.String()),
  rows: Type.Integer(),
  /** Last day that it describes for those it lists; up to then its silence means that there was no membership. Absent: its silence says nothing. */
  listsAllTo: Type.Optional(Type.String()),
  caveats: Type.Array(Type.String()),
  /** Holdings that it is read from. */
  holdings: Type.Array(Type.String()),
});
export type MembershipSourceView = Static<typeof MembershipSourceSchema>;

/** A source of memberships as it is chosen among others. */
export const SourceNameSchema = Type.Object({
  id: Type.String(),
  kind: MembershipSourceSchema.properties.kind,
  name: Type.String(),
});

/** One spell as one source has it. */
export const SourceSpellSchema = Type.Object({
  ...statusOverTime,
  /** The row's own; a file of others has none. */
  confidence: Type.Optional(ConfidenceSchema),
  /** Nothing but general knowledge stands behind it, or a date or the binding is not verified. */
  unverified: Type.Boolean(),
  dispute: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
});
export type SourceSpell = Static<typeof SourceSpellSchema>;

export const MembershipStandingSchema = Type.Union([
  Type.Literal("member"),
  Type.Literal("other status"),
  Type.Literal("uncertain"),
  Type.Literal("ended"),
  Type.Literal("not yet"),
  Type.Literal("not listed"),
  Type.Literal("unknown"),
]);

/** What one source, or one citation of our table, says of a party and an organisation on the day. */
export const SourceAnswerSchema = Type.Object({
  source: Type.String(),
  /** Titles and ids of the sources of the rows, where a table gathers from several. */
  cited: Type.Optional(Type.String()),
  standing: MembershipStandingSchema,
  spells: Type.Array(SourceSpellSchema),
});
export type SourceAnswer = Static<typeof SourceAnswerSchema>;

export const MembershipCellSchema = Type.Object({
  organisation: Type.String(),
  party: Type.String(),
  /** Some say member, and others that it is not. */
  disagree: Type.Boolean(),
  answers: Type.Array(SourceAnswerSchema),
});
export type MembershipCell = Static<typeof MembershipCellSchema>;

/** How a list calls an organisation of ours, and by what we know. */
export const OrganisationCodeSchema = Type.Object({
  source: Type.String(),
  code: Type.String(),
  name: Type.Optional(Type.String()),
  by: Type.Union([Type.Literal("table"), Type.Literal("id"), Type.Literal("name"), Type.Literal("none")]),
  cited: Type.Optional(Type.String()),
  confidence: Type.Optional(ConfidenceSchema),
  note: Type.Optional(Type.String()),
});
export type OrganisationCodeView = Static<typeof OrganisationCodeSchema>;

export const InstitutionSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  /** Stands in our table of organisations. */
  ours: Type.Boolean(),
  founded: Type.Optional(Type.String()),
  dissolved: Type.Optional(Type.String()),
  codes: Type.Array(OrganisationCodeSchema),
});
export type Institution = Static<typeof InstitutionSchema>;

/** GET /api/v1/regions/:region/institutions */
export const InstitutionsSchema = Type.Object({
  standpoint: StandpointSchema,
  years: YearsSchema,
  sources: Type.Array(MembershipSourceSchema),
  /** Statuses that count as membership. */
  counts: Type.Array(Type.String()),
  parties: Type.Array(PartyHeadSchema),
  organisations: Type.Array(InstitutionSchema),
  cells: Type.Array(MembershipCellSchema),
  /** What files name and we do not: organisations (left out of "ours") and codes of parties (left out everywhere). */
  unmatched: Type.Array(
    Type.Object({
      source: Type.String(),
      organisations: Type.Array(
        Type.Object({ code: Type.String(), name: Type.Optional(Type.String()), rows: Type.Integer() }),
      ),
      parties: Type.Array(Type.Object({ code: Type.String(), rows: Type.Integer() })),
    }),
  ),
  proof: ProofSchema,
  coverage: Type.Array(CoverageNoteSchema),
});
export type Institutions = Static<typeof InstitutionsSchema>;
