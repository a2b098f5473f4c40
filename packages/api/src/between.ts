import { type Static, Type } from "typebox";
import { NetworkSchema } from "./cooperation.ts";
import { LineSchema } from "./line.ts";
import { HoldsSchema, SpellSchema, YearsSchema } from "./memberships.ts";
import { ConfidenceSchema, CoverageNoteSchema, DisputeSchema, NamedSchema, sourced } from "./sourced.ts";
import { BoundSpellSchema, InstrumentKind, StandingState, StatusRowSchema } from "./standing.ts";
import { StandpointSchema } from "./standpoint.ts";
import { UndertakingSchema } from "./undertaking.ts";

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

/** A body of which either has a row on the asked day or before: two rows through time. */
export const SharedBodySchema = Type.Object({
  organisation: NamedSchema,
  spells: Type.Tuple([Type.Array(SpellSchema), Type.Array(SpellSchema)]),
  /** Whether both belong to it on the asked day; "perhaps": a row of either is not verified, disputed, suspended or not exactly dated. */
  shared: HoldsSchema,
});
export type SharedBody = Static<typeof SharedBodySchema>;

/** GET /api/v1/regions/:region/between?a=&b= */
export const BetweenSchema = Type.Object({
  standpoint: StandpointSchema,
  pair: Type.Tuple([NamedSchema, NamedSchema]),
  years: YearsSchema,
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
