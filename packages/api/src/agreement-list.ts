import { type Static, Type } from "typebox";
import { ConfidenceSchema, DatedText, NamedSchema } from "./sourced.ts";
import { InstrumentKind, StandingState } from "./standing.ts";
import { StandpointQuery, StandpointSchema } from "./standpoint.ts";

/** One instrument as the list shows it. */
export const AgreementHeadSchema = Type.Object({
  id: Type.String(),
  /** Short, for lists: "Shanghai 1996"; `fullTitle` is the one of the document. */
  title: Type.String(),
  fullTitle: Type.String(),
  kind: InstrumentKind,
  signed: Type.Optional(DatedText),
  place: Type.Optional(Type.String()),
  /** In effect from: every date that the tables give, so that sources that differ are all shown. */
  effect: Type.Array(Type.Object({ date: DatedText, unverified: Type.Boolean() })),
  /** Parties that a row binds, or has bound; alphabetical. */
  parties: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), state: StandingState })),
  sides: Type.Array(Type.Object({ name: Type.String(), title: Type.String(), members: Type.Array(NamedSchema) })),
  clauses: Type.Object({
    total: Type.Integer(),
    duties: Type.Integer(),
    rights: Type.Integer(),
    limits: Type.Integer(),
    standing: Type.Integer(),
    /** Clauses with a number, date or article that no source we hold confirms. */
    unverified: Type.Integer(),
  }),
  confidence: ConfidenceSchema,
  /** What of the text was read, in a sentence of the summary; `partial`: something in it rests on no text we read. */
  coverage: Type.Object({ text: Type.Optional(Type.String()), partial: Type.Boolean() }),
  /** How the asked party stands to it. */
  standing: Type.Optional(StandingState),
  /** Why even what is "bound" is not verified: "general knowledge only", "effect date unknown" ... */
  doubts: Type.Array(Type.String()),
  signedOnly: Type.Boolean(),
  /** Duties of the asked party, owed or due to it, that are open or ahead in the asked window. */
  open: Type.Integer(),
  /** Official texts that this node holds, by language. */
  texts: Type.Array(Type.String()),
  /** A version adopted on this node applies, or will. */
  adopted: Type.Boolean(),
});
export type AgreementHead = Static<typeof AgreementHeadSchema>;

export const AGREEMENT_STATUSES = ["bound", "unverified", "signed", "ended", "no row"] as const;

/** Filters of the list; they stand in the address as they are. */
export const AgreementsQuery = Type.Object({
  ...StandpointQuery.properties,
  q: Type.Optional(Type.String({ maxLength: 200 })),
  kind: Type.Optional(InstrumentKind),
  /** A party that has a row in it. */
  party: Type.Optional(Type.String({ maxLength: 40 })),
  /** Signed in these years, both inclusive. */
  from: Type.Optional(Type.Integer({ minimum: 1000, maximum: 9999 })),
  to: Type.Optional(Type.Integer({ minimum: 1000, maximum: 9999 })),
  /** How the asked party stands to it. */
  status: Type.Optional(StandingState),
  sort: Type.Optional(
    Type.Union([Type.Literal("title"), Type.Literal("signed"), Type.Literal("clauses"), Type.Literal("open")]),
  ),
  after: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export type AgreementsQuery = Static<typeof AgreementsQuery>;

/** GET /api/v1/regions/:region/agreements */
export const AgreementsSchema = Type.Object({
  standpoint: StandpointSchema,
  /** How many there are at all, and how many the filters leave. */
  total: Type.Integer(),
  found: Type.Integer(),
  clauses: Type.Integer(),
  items: Type.Array(AgreementHeadSchema),
  next: Type.Optional(Type.String()),
  /** What there is to filter by, over all instruments. */
  choices: Type.Object({
    kinds: Type.Array(Type.Object({ value: InstrumentKind, count: Type.Integer() })),
    parties: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), count: Type.Integer() })),
    statuses: Type.Array(Type.Object({ value: StandingState, count: Type.Integer() })),
    years: Type.Optional(Type.Object({ from: Type.Integer(), to: Type.Integer() })),
  }),
});
export type Agreements = Static<typeof AgreementsSchema>;
