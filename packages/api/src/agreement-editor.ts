import { type Static, Type } from "typebox";
import { AgreementSectionSchema } from "./agreement-text.ts";
import { LineSchema } from "./line.ts";
import { Runs } from "./prose.ts";
import { StandpointQuery, StandpointSchema } from "./standpoint.ts";

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

/** GET /api/v1/regions/:region/texts: what the language server of an editor needs, path inside the region → text. */
export const RegionTextsSchema = Type.Object({ files: Type.Record(Type.String(), Type.String()) });
export type RegionTexts = Static<typeof RegionTextsSchema>;
