import { type Static, Type } from "typebox";
import { LineSchema } from "./line.ts";
import { ConfidenceSchema, DisputeSchema, NamedSchema, sourced } from "./sourced.ts";
import { BoundSpellSchema, InstrumentKind, StandingState, StatusRowSchema } from "./standing.ts";
import { StandpointSchema } from "./standpoint.ts";

/** What a table says of itself: others than those listed may exist. */
export const CoverageNoteSchema = Type.Object({
  table: Type.String(),
  coverage: Type.Union([Type.Literal("partial"), Type.Literal("complete")]),
  of: Type.Optional(Type.String()),
  asOf: Type.Optional(Type.String()),
});
export type CoverageNote = Static<typeof CoverageNoteSchema>;

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

/** One row of the table of memberships: a status over a stretch of time. */
export const SpellSchema = Type.Object({
  kind: RelationKindSchema,
  /** As the table words it, and in the language of the answer. */
  status: Type.String(),
  statusName: Type.String(),
  from: Type.Optional(Type.String()),
  /** First day no longer; absent: no end known. */
  to: Type.Optional(Type.String()),
  /** On the asked day: it holds, it may (coarse or unknown dates), it does not. */
  holds: Type.Union([Type.Literal("yes"), Type.Literal("perhaps"), Type.Literal("no")]),
  ...sourced,
});
export type Spell = Static<typeof SpellSchema>;

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

/** Which states are set beside each other: those the region is about, these and who has most in common with them, all. */
export const CircleSchema = Type.Union([Type.Literal("focus"), Type.Literal("near"), Type.Literal("all")]);
export type Circle = Static<typeof CircleSchema>;

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
  parties: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), focus: Type.Boolean() })),
  edges: Type.Array(NetworkEdgeSchema),
  /** Pairs with fewer bodies in common than `least` are not among the edges. */
  least: Type.Integer(),
  leftOut: Type.Integer(),
  /** For a drawing that does not jump through time: in how many bodies both ever were, a pair once. */
  ever: Type.Array(Type.Object({ a: Type.String(), b: Type.String(), count: Type.Integer() })),
});
export type Network = Static<typeof NetworkSchema>;

/** GET /api/v1/regions/:region/cooperation */
export const CooperationSchema = Type.Object({
  standpoint: StandpointSchema,
  /** The years over which the table tells of anything: first start, and that of the clock. */
  years: Type.Object({ from: Type.Integer(), to: Type.Integer() }),
  parties: Type.Array(
    Type.Object({ id: Type.String(), name: Type.String(), focus: Type.Boolean(), organisations: Type.Integer() }),
  ),
  organisations: Type.Array(OrganisationSchema),
  relations: Type.Array(RelationSchema),
  network: NetworkSchema,
  disputes: Type.Array(DisputeSchema),
  coverage: Type.Array(CoverageNoteSchema),
});
export type Cooperation = Static<typeof CooperationSchema>;

export const StandingSchema = Type.Object({
  party: Type.String(),
  state: StandingState,
  provisional: Type.Boolean(),
  suspendedClauses: Type.Array(Type.String()),
  /** Why even what is bound is not verified, in words. */
  doubts: Type.Array(Type.String()),
  /** The act that decides, in words, and its dates. */
  act: Type.Optional(Type.String()),
  actDate: Type.Optional(Type.String()),
  effectDate: Type.Optional(Type.String()),
  spells: Type.Array(BoundSpellSchema),
  rows: Type.Array(StatusRowSchema),
});
export type Standing = Static<typeof StandingSchema>;

/** Where an instrument stands on the page of a pair. */
export const PairGroupSchema = Type.Union([
  Type.Literal("alone"),
  Type.Literal("regional"),
  Type.Literal("worldwide"),
  Type.Literal("unverified"),
  Type.Literal("suspended"),
  Type.Literal("signed"),
  Type.Literal("political"),
  Type.Literal("ended"),
  Type.Literal("one"),
]);
export type PairGroup = Static<typeof PairGroupSchema>;

const ClauseCounts = Type.Object({
  duties: Type.Array(Type.String()),
  rights: Type.Array(Type.String()),
  limits: Type.Array(Type.String()),
  standing: Type.Array(Type.String()),
});

export const PairInstrumentSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  title: Type.String(),
  group: PairGroupSchema,
  /** Absent: our tables know of it, and no text of it stands here. */
  form: Type.Optional(InstrumentKind),
  signed: Type.Optional(Type.String()),
  place: Type.Optional(Type.String()),
  /** Parties with a row in our table. */
  parties: Type.Integer(),
  standings: Type.Tuple([StandingSchema, StandingSchema]),
  sides: Type.Array(Type.Union([Type.String(), Type.Null()])),
  sameSide: Type.Boolean(),
  /** Clauses, not cases, that the first may come to owe the second, and the second the first. */
  owed: Type.Optional(Type.Tuple([ClauseCounts, ClauseCounts])),
  reservations: Type.Array(
    Type.Object({ party: Type.String(), effect: Type.String(), clauses: Type.Array(Type.String()), ...sourced }),
  ),
  remarks: Type.Array(Type.Object({ kind: Type.String(), effect: Type.String(), ...sourced })),
  /** What stands between the two in the asked window. */
  now: Type.Object({
    there: Type.Integer(),
    back: Type.Integer(),
    undated: Type.Integer(),
    standing: Type.Integer(),
    next: Type.Optional(Type.String()),
    state: Type.Optional(Type.String()),
  }),
});
export type PairInstrument = Static<typeof PairInstrumentSchema>;

/** A clause as it is set beside another one. */
export const ComparedClauseSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  article: Type.String(),
  articleUnverified: Type.Boolean(),
  instrument: Type.String(),
  instrumentName: Type.String(),
  /** What the clause says: when, who to whom, what, by when, over which channel. */
  rules: Type.Array(Type.Object({ label: Type.String(), text: Type.String() })),
  source: Type.String(),
  confidence: ConfidenceSchema,
});
export type ComparedClause = Static<typeof ComparedClauseSchema>;

/** Duties of several instruments that one and the same act performs. */
export const PairOverlapSchema = Type.Object({
  act: Type.String(),
  cause: Type.String(),
  clauses: Type.Array(ComparedClauseSchema),
  /** Only for a record made under all of these. */
  under: Type.Array(NamedSchema),
  /** Which date comes first, case by case, with the rules behind it. */
  cases: Type.Array(Type.Object({ text: Type.String(), rules: Type.Array(Type.String()) })),
  channels: Type.Array(Type.String()),
  exact: Type.Boolean(),
  exactness: Type.String(),
  example: Type.Array(Type.String()),
  unverified: Type.Array(Type.Object({ instrument: NamedSchema, party: NamedSchema })),
});
export type PairOverlap = Static<typeof PairOverlapSchema>;

/** Two instruments that bind both ask for what does not go together. */
export const PairClashSchema = Type.Object({
  /** "share", "do": one text asks for what the other forbids; "windows", "lead time": dates that exclude each other. */
  kind: Type.Union([Type.Literal("share"), Type.Literal("do"), Type.Literal("windows"), Type.Literal("lead time")]),
  /** The clause that asks (or is due sooner) and the one that forbids (or needs more time). */
  first: ComparedClauseSchema,
  second: ComparedClauseSchema,
  /** When, and what is left to do, in words. */
  when: Type.String(),
  way: Type.Optional(Type.String()),
  /** A right, not a duty, asks for the act. */
  optional: Type.Boolean(),
  /** Only for a record made under both. */
  under: Type.Boolean(),
  settledBy: Type.Optional(Type.String()),
  exact: Type.Boolean(),
  exactness: Type.String(),
  example: Type.Array(Type.String()),
});
export type PairClash = Static<typeof PairClashSchema>;

export const UndertakingSchema = Type.Object({
  id: Type.String(),
  undertaking: Type.String(),
  decidedAt: Type.String(),
  decidedOn: Type.Optional(Type.String()),
  due: Type.Optional(Type.String()),
  by: Type.Array(NamedSchema),
  to: Type.Array(NamedSchema),
  entry: Type.Optional(Type.String()),
  ...sourced,
});
export type UndertakingView = Static<typeof UndertakingSchema>;

/** A body of which either has a row on the asked day or before: two rows through time. */
export const SharedBodySchema = Type.Object({
  organisation: NamedSchema,
  spells: Type.Tuple([Type.Array(SpellSchema), Type.Array(SpellSchema)]),
  /** Whether both belong to it on the asked day; "perhaps": a row of either is not verified, disputed, suspended or not exactly dated. */
  shared: Type.Union([Type.Literal("yes"), Type.Literal("perhaps"), Type.Literal("no")]),
});
export type SharedBody = Static<typeof SharedBodySchema>;

/** GET /api/v1/regions/:region/between?a=&b= */
export const BetweenSchema = Type.Object({
  standpoint: StandpointSchema,
  pair: Type.Tuple([NamedSchema, NamedSchema]),
  years: Type.Object({ from: Type.Integer(), to: Type.Integer() }),
  instruments: Type.Array(PairInstrumentSchema),
  /** Lines between the two: by the first, by the second; a line both owe each other alike stands in the first. */
  lines: Type.Object({ there: Type.Array(LineSchema), back: Type.Array(LineSchema) }),
  overlaps: Type.Array(PairOverlapSchema),
  clashes: Type.Array(PairClashSchema),
  compared: Type.Object({ duties: Type.Integer(), acts: Type.Integer(), bans: Type.Integer() }),
  bodies: Type.Array(SharedBodySchema),
  undertakings: Type.Array(UndertakingSchema),
  /** Records that one of the two sent the other, as far as this view holds them. */
  correspondence: Type.Integer(),
  network: NetworkSchema,
  disputes: Type.Array(DisputeSchema),
  coverage: Type.Array(CoverageNoteSchema),
});
export type Between = Static<typeof BetweenSchema>;

export const CountryAgreementSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  form: Type.Optional(Type.String()),
  standing: StandingSchema,
});
export type CountryAgreement = Static<typeof CountryAgreementSchema>;

/** Money and projects in a country; the amount is that of the whole programme, as its source gives it. */
export const CountryProgrammeSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  donors: Type.Array(NamedSchema),
  implementers: Type.Optional(Type.String()),
  start: Type.Optional(Type.String()),
  end: Type.Optional(Type.String()),
  amount: Type.Optional(Type.String()),
  currency: Type.Optional(Type.String()),
  amountSource: Type.Optional(Type.String()),
  amountConfidence: Type.Optional(ConfidenceSchema),
  countries: Type.Array(NamedSchema),
  themes: Type.Optional(Type.String()),
  ...sourced,
});
export type CountryProgramme = Static<typeof CountryProgrammeSchema>;

/** A threat of the region's table, with what of it reaches this country: its agreements, programmes and duties. */
export const CountryThreatSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  category: Type.String(),
  definition: Type.Optional(Type.String()),
  agreements: Type.Array(NamedSchema),
  programmes: Type.Array(NamedSchema),
  duties: Type.Array(Type.String()),
  ...sourced,
});
export type CountryThreat = Static<typeof CountryThreatSchema>;

export const CountryIndicatorSchema = Type.Object({
  id: Type.String(),
  indicator: Type.String(),
  period: Type.String(),
  value: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String()),
  ...sourced,
});
export type CountryIndicator = Static<typeof CountryIndicatorSchema>;

export const CountryClaimSchema = Type.Object({
  id: Type.String(),
  claim: Type.String(),
  location: Type.Optional(Type.String()),
  period: Type.Optional(Type.String()),
  assessment: Type.Optional(Type.String()),
  contradicts: Type.Array(Type.String()),
  check: Type.Optional(Type.String()),
  ...sourced,
});
export type CountryClaim = Static<typeof CountryClaimSchema>;

/** GET /api/v1/regions/:region/countries/:id */
export const CountrySchema = Type.Object({
  standpoint: StandpointSchema,
  party: Type.Object({
    id: Type.String(),
    name: Type.String(),
    kind: Type.String(),
    iso: Type.Optional(Type.String()),
  }),
  years: Type.Object({ from: Type.Integer(), to: Type.Integer() }),
  memberships: Type.Array(Type.Object({ organisation: NamedSchema, spells: Type.Array(SpellSchema) })),
  owes: Type.Array(LineSchema),
  owed: Type.Array(LineSchema),
  agreements: Type.Array(CountryAgreementSchema),
  programmes: Type.Array(CountryProgrammeSchema),
  threats: Type.Array(CountryThreatSchema),
  indicators: Type.Array(CountryIndicatorSchema),
  claims: Type.Array(CountryClaimSchema),
  undertakings: Type.Array(UndertakingSchema),
  disputes: Type.Array(DisputeSchema),
  /** Whether records are declared complete for anything in this view: without it silence says nothing. */
  covered: Type.Boolean(),
  coverage: Type.Array(CoverageNoteSchema),
});
export type Country = Static<typeof CountrySchema>;
