import { type Static, Type } from "typebox";
import { AgreementHeadSchema } from "./agreement-list.ts";
import { LineSchema } from "./line.ts";
import { ProseSchema, Runs } from "./prose.ts";
import { ConfidenceSchema, DatedText, DisputeSchema, NamedSchema } from "./sourced.ts";
import { BoundSpellSchema, StandingState, StatusRowSchema } from "./standing.ts";
import { StandpointSchema } from "./standpoint.ts";

export const AgreementParams = Type.Object({
  region: Type.String({ maxLength: 60 }),
  id: Type.String({ maxLength: 80 }),
});

/** What a line of a clause card says; the screen has a label for each. */
const RuleLabel = Type.Union([
  Type.Literal("when"),
  Type.Literal("who"),
  Type.Literal("act"),
  Type.Literal("by"),
  Type.Literal("notBefore"),
  Type.Literal("atMost"),
  Type.Literal("silence"),
  Type.Literal("channel"),
  Type.Literal("priority"),
  Type.Literal("consent"),
]);
export type RuleLabel = Static<typeof RuleLabel>;

/** A clause with its rule in words and what stands under it now. */
export const AgreementClauseSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  form: Type.Union([
    Type.Literal("duty"),
    Type.Literal("right"),
    Type.Literal("limit"),
    Type.Literal("prohibition"),
    Type.Literal("standing"),
  ]),
  article: Type.String(),
  articleUnverified: Type.Boolean(),
  confidence: ConfidenceSchema,
  /** Whether a number, date or reference in it is confirmed by no source we hold. */
  unverified: Type.Boolean(),
  rule: Type.Array(Type.Object({ label: RuleLabel, runs: Runs })),
  source: Type.String(),
  version: Type.String(),
  code: Type.String(),
  /** First line of the code in its file. */
  line: Type.Integer(),
  /** What the asked party owes, is owed or may do under it, as on the board. */
  lines: Type.Array(LineSchema),
  /** Lines beyond those. */
  more: Type.Integer(),
  /** Kind of event that gives rise to it, for trying it in Plan; absent where no plan can. */
  event: Type.Optional(Type.Object({ kind: Type.String(), name: Type.String() })),
});
export type AgreementClause = Static<typeof AgreementClauseSchema>;

export const AgreementSectionSchema = Type.Object({
  anchor: Type.String(),
  heading: Type.String(),
  /** "5", "11-12" where the heading names articles. */
  article: Type.Optional(Type.String()),
  /** Something in the section rests on text that nobody read. */
  partial: Type.Boolean(),
  blocks: Type.Array(Type.Object({ prose: Type.Array(ProseSchema), clauses: Type.Array(AgreementClauseSchema) })),
});
export type AgreementSection = Static<typeof AgreementSectionSchema>;

/** A party through time. */
export const PartyTrackSchema = Type.Object({
  /** "*": the instrument's own entry into force. */
  id: Type.String(),
  name: Type.String(),
  side: Type.Optional(Type.String()),
  standing: StandingState,
  provisional: Type.Boolean(),
  doubts: Type.Array(Type.String()),
  acts: Type.Array(StatusRowSchema),
  /** Stretches in which it stood alike, up to the asked day. */
  spells: Type.Array(BoundSpellSchema),
});
export type PartyTrack = Static<typeof PartyTrackSchema>;

/** GET /api/v1/regions/:region/agreements/:id */
export const AgreementSchema = Type.Object({
  standpoint: StandpointSchema,
  head: AgreementHeadSchema,
  source: Type.String(),
  timeZone: Type.String(),
  file: Type.String(),
  /** SHA-256 of the text that is shown. */
  version: Type.String(),
  /** The decision by which this text applies; absent: it is the region's own. */
  adoption: Type.Optional(Type.Object({ decidedBy: Type.String(), from: Type.String(), note: Type.String() })),
  sections: Type.Array(AgreementSectionSchema),
  tracks: Type.Array(PartyTrackSchema),
  /** Questions that rows of `tracks` name by id. */
  disputes: Type.Array(DisputeSchema),
  remarks: Type.Array(
    Type.Object({
      parties: Type.Array(Type.String()),
      kind: Type.String(),
      effect: Type.String(),
      clauses: Type.Array(Type.String()),
      from: Type.Optional(DatedText),
      source: Type.String(),
      confidence: ConfidenceSchema,
      note: Type.Optional(Type.String()),
    }),
  ),
  speakers: Type.Array(Type.Object({ side: Type.String(), whoSpeaks: Type.String(), source: Type.String() })),
  readings: Type.Array(
    Type.Object({
      clause: Type.String(),
      clauseTitle: Type.String(),
      term: Type.String(),
      /** The number given to it; absent: none was, and no date is computed. */
      reading: Type.Optional(Type.String()),
      by: Type.Optional(Type.String()),
      source: Type.Optional(Type.String()),
      known: Type.Optional(Type.String()),
    }),
  ),
  kinds: Type.Array(Type.Object({ name: Type.String(), title: Type.String(), clauses: Type.Array(Type.String()) })),
  /** Sources named in square brackets, with their addresses. */
  sources: Type.Array(
    Type.Object({
      id: Type.String(),
      title: Type.String(),
      kind: Type.String(),
      address: Type.Optional(Type.String()),
    }),
  ),
  /** The whole text, for the tab of the code. */
  code: Type.String(),
});
export type Agreement = Static<typeof AgreementSchema>;

/** GET /api/v1/regions/:region/agreements/:id/overlaps */
export const AgreementOverlapsSchema = Type.Object({
  standpoint: StandpointSchema,
  overlaps: Type.Array(
    Type.Object({
      cause: Type.String(),
      act: Type.String(),
      clauses: Type.Array(
        Type.Object({
          id: Type.String(),
          title: Type.String(),
          instrument: Type.String(),
          instrumentName: Type.String(),
          article: Type.String(),
          channel: Type.Optional(Type.String()),
          channelUnverified: Type.Boolean(),
          by: Runs,
        }),
      ),
      debtors: Type.Array(Type.String()),
      creditors: Type.Array(Type.String()),
      samePair: Type.Boolean(),
      exact: Type.Boolean(),
      /** Clause ids whose date comes first; empty: it depends on dates that are not known yet, or there are none. */
      strictest: Type.Array(Type.String()),
      unverified: Type.Boolean(),
    }),
  ),
  clashes: Type.Array(
    Type.Object({
      asks: NamedSchema,
      forbids: NamedSchema,
      record: Type.String(),
      about: Type.Union([Type.Literal("share"), Type.Literal("do")]),
      way: Type.Union([Type.Literal("another act"), Type.Literal("consent"), Type.Literal("none")]),
      debtors: Type.Array(Type.String()),
      exact: Type.Boolean(),
    }),
  ),
  compared: Type.Integer(),
});
export type AgreementOverlaps = Static<typeof AgreementOverlapsSchema>;

/** One official text as this node holds it, cut at its article markers. */
export const OfficialTextSchema = Type.Object({
  language: Type.String(),
  authentic: Type.Boolean(),
  source: Type.String(),
  read: Type.String(),
  addedBy: Type.String(),
  addedAt: Type.String(),
  sha256: Type.String(),
  /** In the order of the text; `article` is absent for what stands before the first marker. */
  articles: Type.Array(
    Type.Object({ article: Type.Optional(Type.String()), heading: Type.String(), text: Type.String() }),
  ),
});
export type OfficialText = Static<typeof OfficialTextSchema>;

/** GET /api/v1/regions/:region/agreements/:id/texts */
export const OfficialTextsSchema = Type.Object({ texts: Type.Array(OfficialTextSchema) });

/** PUT /api/v1/regions/:region/agreements/:id/texts/:language */
export const OfficialTextBody = Type.Object({
  text: Type.String({ minLength: 1, maxLength: 1_500_000 }),
  /** Where it was taken from, in words. */
  source: Type.String({ minLength: 3, maxLength: 400 }),
  /** The day on which it was read there. */
  read: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
  authentic: Type.Boolean(),
});
export type OfficialTextBody = Static<typeof OfficialTextBody>;
