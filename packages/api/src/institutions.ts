import { type Static, Type } from "typebox";
import { CircleSchema, CoverageNoteSchema, RelationKindSchema } from "./cooperation.ts";
import { ProofSchema } from "./proof.ts";
import { ConfidenceSchema, NamedSchema } from "./sourced.ts";
import { StandpointQuery, StandpointSchema } from "./standpoint.ts";

const Id = Type.String({ minLength: 1, maxLength: 80 });

/** Which organisations are shown: those of our table, or all that any source names. */
export const BodiesSchema = Type.Union([Type.Literal("ours"), Type.Literal("all")]);
export type Bodies = Static<typeof BodiesSchema>;

export const InstitutionsQuery = Type.Object({
  ...StandpointQuery.properties,
  states: Type.Optional(CircleSchema),
  bodies: Type.Optional(BodiesSchema),
  /** One party alone, whatever its circle. */
  party: Type.Optional(Id),
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

/** One spell as one source has it. */
export const SourceSpellSchema = Type.Object({
  kind: RelationKindSchema,
  status: Type.String(),
  statusName: Type.String(),
  from: Type.Optional(Type.String()),
  to: Type.Optional(Type.String()),
  holds: Type.Union([Type.Literal("yes"), Type.Literal("perhaps"), Type.Literal("no")]),
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
export type MembershipStanding = Static<typeof MembershipStandingSchema>;

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

const Years = Type.Object({ from: Type.Integer(), to: Type.Integer() });
const PartySchema = Type.Object({ id: Type.String(), name: Type.String(), focus: Type.Boolean() });

/** GET /api/v1/regions/:region/institutions */
export const InstitutionsSchema = Type.Object({
  standpoint: StandpointSchema,
  years: Years,
  sources: Type.Array(MembershipSourceSchema),
  /** Statuses that count as membership. */
  counts: Type.Array(Type.String()),
  parties: Type.Array(PartySchema),
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

export const WeightingSchema = Type.Union([Type.Literal("count"), Type.Literal("size")]);
export type WeightingView = Static<typeof WeightingSchema>;

export const TiesQuery = Type.Object({
  ...StandpointQuery.properties,
  source: Type.Optional(Id),
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

const SourceName = Type.Object({
  id: Type.String(),
  kind: MembershipSourceSchema.properties.kind,
  name: Type.String(),
});

/** GET /api/v1/regions/:region/institutions/ties */
export const TiesSchema = Type.Object({
  standpoint: StandpointSchema,
  years: Years,
  sources: Type.Array(SourceName),
  source: MembershipSourceSchema,
  weighting: WeightingSchema,
  /** Everybody who ever had a membership that counts, by this source, within the circle asked. */
  parties: Type.Array(PartySchema),
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
  ever: Type.Array(Type.Object({ a: Type.String(), b: Type.String(), count: Type.Integer() })),
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

export const IndicesQuery = Type.Object({
  ...StandpointQuery.properties,
  /** Source of memberships for the component of that name. */
  source: Type.Optional(Id),
  /** Weights that are not 1: "bodies:2,trade:0". */
  w: Type.Optional(Type.String({ maxLength: 400 })),
  /** Which of several figures counts, where it is not the first: "settled:2". */
  pick: Type.Optional(Type.String({ maxLength: 400 })),
  /** A region of this node, one that the table of figures names, or "reader". */
  other: Type.Optional(Id),
  /** Figures of the reader's own region, for `other=reader`: "bodies:1,trade:0.22". */
  theirs: Type.Optional(Type.String({ maxLength: 600 })),
});
export type IndicesQuery = Static<typeof IndicesQuery>;

/** A figure that could stand for a component. */
export const FigureChoiceSchema = Type.Object({
  /** Absent: looked for and not known. */
  figure: Type.Optional(Type.Number()),
  between: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
  /** "table": a row of index-figures.csv; "worked out": from other tables and files; "reader": of the address. */
  from: Type.Union([Type.Literal("table"), Type.Literal("worked out"), Type.Literal("reader")]),
  source: Type.String(),
  confidence: Type.Optional(ConfidenceSchema),
  unverified: Type.Boolean(),
  note: Type.Optional(Type.String()),
});
export type FigureChoice = Static<typeof FigureChoiceSchema>;

/** A component of one region. */
export const ComponentOfRegionSchema = Type.Object({
  component: Type.String(),
  figure: Type.Optional(Type.Number()),
  /** From 0 to 1 on the scale of the component. */
  value: Type.Optional(Type.Number()),
  /** The figure lies beyond an end of the scale and counts as the end. */
  held: Type.Boolean(),
  /** Which of `choices` counts, from 1; absent: there is none. */
  picked: Type.Optional(Type.Integer()),
  choices: Type.Array(FigureChoiceSchema),
});
export type ComponentOfRegion = Static<typeof ComponentOfRegionSchema>;

const IndexOfRegion = Type.Object({
  /** Absent: unknown, since `missing` is. */
  value: Type.Optional(Type.Number()),
  missing: Type.Array(Type.String()),
  components: Type.Array(ComponentOfRegionSchema),
});
export type IndexOfRegionView = Static<typeof IndexOfRegion>;

export const IndexSchema = Type.Object({
  id: Type.String(),
  components: Type.Array(
    Type.Object({
      id: Type.String(),
      unit: Type.String(),
      /** The figure that gives 0, and the one that gives 1. */
      worst: Type.Number(),
      best: Type.Number(),
      weight: Type.Number(),
    }),
  ),
  own: IndexOfRegion,
  other: Type.Optional(IndexOfRegion),
  /** own - other, where both are known. */
  difference: Type.Optional(Type.Number()),
  /** Each year with what is known of it. */
  series: Type.Array(
    Type.Object({
      year: Type.Integer(),
      own: Type.Optional(Type.Number()),
      other: Type.Optional(Type.Number()),
      missing: Type.Array(Type.String()),
      components: Type.Array(
        Type.Object({
          component: Type.String(),
          own: Type.Optional(Type.Number()),
          other: Type.Optional(Type.Number()),
        }),
      ),
    }),
  ),
});
export type IndexView = Static<typeof IndexSchema>;

export const RegionChoiceSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** "desk": served here; "table": figures of it stand in our table; "reader": in the address. */
  kind: Type.Union([Type.Literal("desk"), Type.Literal("table"), Type.Literal("reader")]),
  fictional: Type.Boolean(),
  states: Type.Array(Type.String()),
});
export type RegionChoice = Static<typeof RegionChoiceSchema>;

/** GET /api/v1/regions/:region/institutions/indices */
export const IndicesSchema = Type.Object({
  standpoint: StandpointSchema,
  years: Years,
  sources: Type.Array(SourceName),
  /** Source of memberships that the component of that name takes. */
  source: Type.String(),
  own: RegionChoiceSchema,
  other: Type.Optional(RegionChoiceSchema),
  choices: Type.Array(RegionChoiceSchema),
  indices: Type.Array(IndexSchema),
  proof: ProofSchema,
});
export type Indices = Static<typeof IndicesSchema>;
