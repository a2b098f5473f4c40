import { type Static, Type } from "typebox";
import { BoundSpellSchema } from "./cooperation.ts";
import { LineSchema } from "./line.ts";
import { StandpointQuery, StandpointSchema } from "./standpoint.ts";

const Confidence = Type.Union([Type.Literal("high"), Type.Literal("medium"), Type.Literal("low")]);
const InstrumentKind = Type.Union([
  Type.Literal("treaty"),
  Type.Literal("politically binding"),
  Type.Literal("voluntary"),
]);

/** How a party stands to an instrument on the asked day. "no row" says nothing about the party, only about our tables. */
const StandingState = Type.Union([
  Type.Literal("bound"),
  Type.Literal("unverified"),
  Type.Literal("suspended"),
  Type.Literal("not yet"),
  Type.Literal("signed"),
  Type.Literal("ended"),
  Type.Literal("no row"),
]);
export type AgreementStanding = Static<typeof StandingState>;

/** Words in which what no source we hold confirms is marked. */
export const RunSchema = Type.Object({
  text: Type.String(),
  mark: Type.Optional(
    Type.Union([Type.Literal("strong"), Type.Literal("emphasis"), Type.Literal("code"), Type.Literal("unverified")]),
  ),
});
export type Run = Static<typeof RunSchema>;
const Runs = Type.Array(RunSchema);

/** Prose as data: a screen draws it, nobody parses HTML. */
export const ProseSchema = Type.Union([
  Type.Object({ kind: Type.Literal("paragraph"), runs: Runs }),
  Type.Object({ kind: Type.Literal("heading"), runs: Runs }),
  Type.Object({ kind: Type.Literal("list"), ordered: Type.Boolean(), items: Type.Array(Runs) }),
  Type.Object({ kind: Type.Literal("code"), text: Type.String() }),
  Type.Object({ kind: Type.Literal("table"), head: Type.Array(Runs), rows: Type.Array(Type.Array(Runs)) }),
]);
export type Prose = Static<typeof ProseSchema>;

/** A date as its source gives it: "1998-05-07", "1998-05" or "1998". */
const DatedText = Type.String();

const PartyRefSchema = Type.Object({ id: Type.String(), name: Type.String() });

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
  sides: Type.Array(Type.Object({ name: Type.String(), title: Type.String(), members: Type.Array(PartyRefSchema) })),
  clauses: Type.Object({
    total: Type.Integer(),
    duties: Type.Integer(),
    rights: Type.Integer(),
    limits: Type.Integer(),
    standing: Type.Integer(),
    /** Clauses with a number, date or article that no source we hold confirms. */
    unverified: Type.Integer(),
  }),
  confidence: Confidence,
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
  confidence: Confidence,
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

/** One act of a party about an instrument, as a row of the tables says it. */
export const StatusActSchema = Type.Object({
  act: Type.String(),
  actDate: Type.Optional(DatedText),
  effectDate: Type.Optional(DatedText),
  provisionalFrom: Type.Optional(DatedText),
  clauses: Type.Array(Type.String()),
  source: Type.String(),
  /** Nothing but general knowledge stands behind it, or confidence is low. */
  unverified: Type.Boolean(),
  confidence: Confidence,
  /** The question on which sources differ, in words. */
  dispute: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
});
export type StatusAct = Static<typeof StatusActSchema>;

/** A party through time. */
export const PartyTrackSchema = Type.Object({
  /** "*": the instrument's own entry into force. */
  id: Type.String(),
  name: Type.String(),
  side: Type.Optional(Type.String()),
  standing: StandingState,
  provisional: Type.Boolean(),
  doubts: Type.Array(Type.String()),
  acts: Type.Array(StatusActSchema),
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
  remarks: Type.Array(
    Type.Object({
      parties: Type.Array(Type.String()),
      kind: Type.String(),
      effect: Type.String(),
      clauses: Type.Array(Type.String()),
      from: Type.Optional(DatedText),
      source: Type.String(),
      confidence: Confidence,
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
      asks: PartyRefSchema,
      forbids: PartyRefSchema,
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

/** A version of an agreement's text on this node. */
export const AgreementVersionSchema = Type.Object({
  /** "region": the text of the region's folder; else the number of the decision. */
  id: Type.String(),
  version: Type.String(),
  decidedBy: Type.Optional(Type.String()),
  /** Civil day from which it applies; absent: always, until another one does. */
  from: Type.Optional(Type.String()),
  note: Type.Optional(Type.String()),
  at: Type.Optional(Type.String()),
  inForce: Type.Boolean(),
});
export type AgreementVersion = Static<typeof AgreementVersionSchema>;
export const AgreementVersionsSchema = Type.Object({ versions: Type.Array(AgreementVersionSchema) });
export const AgreementVersionTextSchema = Type.Object({ version: AgreementVersionSchema, text: Type.String() });

/** A problem in a text, where it is, why it matters and how it is mended. */
export const TextProblemSchema = Type.Object({
  code: Type.String(),
  severity: Type.Union([Type.Literal("error"), Type.Literal("warning"), Type.Literal("info")]),
  line: Type.Integer(),
  column: Type.Integer(),
  message: Type.String(),
  why: Type.Optional(Type.String()),
  mend: Type.Optional(Type.String()),
});
export type TextProblem = Static<typeof TextProblemSchema>;

/** A line under one of two texts; without `before` it would arise, without `after` it would not be there. */
export const LineChangeSchema = Type.Object({
  clause: Type.String(),
  title: Type.String(),
  who: Type.String(),
  subject: Type.Optional(Type.String()),
  period: Type.Optional(Type.String()),
  before: Type.Optional(Type.Object({ state: Type.String(), day: Type.Optional(Type.String()) })),
  after: Type.Optional(Type.Object({ state: Type.String(), day: Type.Optional(Type.String()) })),
  /** Pairs of parties for which it is the same. */
  pairs: Type.Integer(),
});
export type AgreementLineChange = Static<typeof LineChangeSchema>;

/** What differs between two texts: clause by clause, for whom, and for duties that are there already. */
export const AgreementDiffSchema = Type.Object({
  unchanged: Type.Integer(),
  heads: Type.Array(Type.Object({ field: Type.String(), before: Type.String(), after: Type.String() })),
  clauses: Type.Array(
    Type.Object({
      change: Type.Union([
        Type.Literal("added"),
        Type.Literal("removed"),
        Type.Literal("moved"),
        Type.Literal("changed"),
      ]),
      id: Type.String(),
      title: Type.String(),
      article: Type.String(),
      changes: Type.Array(
        Type.Object({
          aspect: Type.String(),
          effect: Type.String(),
          exact: Type.Boolean(),
          before: Runs,
          after: Runs,
        }),
      ),
    }),
  ),
  concerns: Type.Array(
    Type.Object({
      parties: Type.Array(Type.String()),
      concerns: Type.Array(Type.Object({ concern: Type.String(), clauses: Type.Array(Type.String()) })),
    }),
  ),
  kinds: Type.Array(Type.Object({ change: Type.String(), name: Type.String(), version: Type.Integer() })),
  pinned: Type.Array(LineChangeSchema),
  hadItApplied: Type.Array(LineChangeSchema),
  onceAdopted: Type.Array(LineChangeSchema),
  /** How many records of this view it was run over. */
  records: Type.Integer(),
});
export type AgreementDiff = Static<typeof AgreementDiffSchema>;

/** GET /api/v1/regions/:region/agreements/:id/compare */
export const AgreementCompareQuery = Type.Object({
  ...StandpointQuery.properties,
  /** Ids of versions; "draft:ID" is a draft of the asker's body. */
  before: Type.String({ maxLength: 80 }),
  now: Type.String({ maxLength: 80 }),
});
export const AgreementCompareSchema = Type.Object({
  standpoint: StandpointSchema,
  before: Type.String(),
  now: Type.String(),
  problems: Type.Array(TextProblemSchema),
  diff: AgreementDiffSchema,
});
export type AgreementCompare = Static<typeof AgreementCompareSchema>;

/** POST /api/v1/regions/:region/agreements/:id/trial */
export const TrialBody = Type.Object({
  text: Type.String({ maxLength: 1_500_000 }),
  /** The day from which it would apply; default: tomorrow. */
  from: Type.Optional(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" })),
  /** How far back records are looked at; default ten years. */
  back: Type.Optional(Type.Integer({ minimum: 1, maximum: 36525 })),
});
export const TrialSchema = Type.Object({
  standpoint: StandpointSchema,
  problems: Type.Array(TextProblemSchema),
  /** Lines that would stand under the text alone, by state. */
  states: Type.Array(Type.Object({ state: Type.String(), count: Type.Integer() })),
  /** The first of them, worded. */
  lines: Type.Array(LineSchema),
  more: Type.Integer(),
  diff: AgreementDiffSchema,
});
export type Trial = Static<typeof TrialSchema>;

/** POST /api/v1/regions/:region/agreements/:id/preview: a text as its cards, before anything of it is kept. */
export const PreviewBody = Type.Object({ text: Type.String({ maxLength: 1_500_000 }) });
export const AgreementPreviewSchema = Type.Object({
  problems: Type.Array(TextProblemSchema),
  sections: Type.Array(AgreementSectionSchema),
});
export type AgreementPreview = Static<typeof AgreementPreviewSchema>;

/** A text being written: only the own body sees it. */
export const AgreementDraftSchema = Type.Object({
  id: Type.String(),
  instrument: Type.String(),
  title: Type.String(),
  text: Type.String(),
  /** The version that it began from. */
  base: Type.String(),
  draftedBy: Type.Array(Type.String()),
  changed: Type.String(),
  /** Sent back in If-Match as "vN". */
  version: Type.Integer(),
});
export type AgreementDraft = Static<typeof AgreementDraftSchema>;
export const AgreementDraftsSchema = Type.Object({ drafts: Type.Array(AgreementDraftSchema) });
export const AgreementDraftBody = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 200 }),
  text: Type.String({ maxLength: 1_500_000 }),
  base: Type.Optional(Type.String({ maxLength: 80 })),
});
export type AgreementDraftBody = Static<typeof AgreementDraftBody>;

/** POST /api/v1/regions/:region/agreements/:id/drafts/:draft/adopt */
export const AdoptBody = Type.Object({
  /** The body or office that decided, as it is to be shown. */
  decidedBy: Type.String({ minLength: 2, maxLength: 200 }),
  /** The first day on which it applies. */
  from: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }),
  note: Type.String({ minLength: 1, maxLength: 2000 }),
});
export type AdoptBody = Static<typeof AdoptBody>;

/** GET /api/v1/regions/:region/texts: what the language server of an editor needs, path inside the region → text. */
export const RegionTextsSchema = Type.Object({ files: Type.Record(Type.String(), Type.String()) });
export type RegionTexts = Static<typeof RegionTextsSchema>;

export const AgreementParams = Type.Object({
  region: Type.String({ maxLength: 60 }),
  id: Type.String({ maxLength: 80 }),
});
