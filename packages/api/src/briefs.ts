import { type Static, Type } from "typebox";
import { LanguageSchema } from "./language.ts";

/** The longest text of a brief, in letters. */
const MOST_BRIEF_LETTERS = 200_000;

const Text = Type.String({ maxLength: MOST_BRIEF_LETTERS });

/** How far a brief is, by its newest version. */
export const BriefStateSchema = Type.Union([
  Type.Literal("draft"),
  Type.Literal("reviewed"),
  Type.Literal("approved"),
  Type.Literal("withdrawn"),
]);
export type BriefState = Static<typeof BriefStateSchema>;

export const BriefHeadSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  state: BriefStateSchema,
  version: Type.Integer(),
  /** When the newest version was saved, and the account that saved it. */
  saved: Type.String(),
  by: Type.String(),
  /** Put away: it stands in the archive and can be brought back. */
  archived: Type.Boolean(),
});
export type BriefHead = Static<typeof BriefHeadSchema>;

/** A paper that comes with the region: read, printed, taken as the beginning of one's own. */
export const PaperHeadSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  language: Type.String(),
});

export const BriefsSchema = Type.Object({
  briefs: Type.Array(BriefHeadSchema),
  papers: Type.Array(PaperHeadSchema),
  mayWrite: Type.Boolean(),
});
export type Briefs = Static<typeof BriefsSchema>;

/** Figures of the newest versions that moved, and those that cannot be worked out any more. */
export const StaleBriefsSchema = Type.Object({
  briefs: Type.Array(Type.Object({ id: Type.String(), stale: Type.Integer(), errors: Type.Integer() })),
});
export type StaleBriefs = Static<typeof StaleBriefsSchema>;

export const BriefVersionSchema = Type.Object({
  number: Type.Integer(),
  title: Type.String(),
  note: Type.String(),
  by: Type.String(),
  at: Type.String(),
});
export type BriefVersion = Static<typeof BriefVersionSchema>;

export const BriefSignOffSchema = Type.Object({
  number: Type.Integer(),
  act: Type.Union([Type.Literal("reviewed"), Type.Literal("approved")]),
  by: Type.String(),
  at: Type.String(),
  note: Type.Optional(Type.String()),
});
export type BriefSignOff = Static<typeof BriefSignOffSchema>;

/** An approved version of which somebody said that it does not hold any more. */
export const BriefWithdrawalSchema = Type.Object({
  number: Type.Integer(),
  reason: Type.String(),
  by: Type.String(),
  at: Type.String(),
});
export type BriefWithdrawal = Static<typeof BriefWithdrawalSchema>;

export const BriefSchema = Type.Object({
  id: Type.String(),
  /** What a change names in If-Match: how the brief stood when it was read. */
  tag: Type.String(),
  title: Type.String(),
  text: Type.String(),
  state: BriefStateSchema,
  versions: Type.Array(BriefVersionSchema),
  signOffs: Type.Array(BriefSignOffSchema),
  withdrawals: Type.Array(BriefWithdrawalSchema),
  /** Who put it away, and when; absent: it is in use. */
  archived: Type.Optional(Type.Object({ by: Type.String(), at: Type.String() })),
  mayWrite: Type.Boolean(),
  mayReview: Type.Boolean(),
  mayApprove: Type.Boolean(),
  /** Approved versions that the reader may withdraw. */
  mayWithdraw: Type.Array(Type.Integer()),
  mayArchive: Type.Boolean(),
  /** A brief that nobody signed off can be deleted. */
  mayDelete: Type.Boolean(),
  /** This node asks that nobody who wrote on a brief approves it, and the reader did. */
  fourEyes: Type.Boolean(),
});
export type Brief = Static<typeof BriefSchema>;

/** A new brief or version: its text, and what changed. */
export const SaveBriefBody = Type.Object({ text: Text, note: Type.String({ minLength: 1, maxLength: 400 }) });

export const SignBriefBody = Type.Object({
  act: Type.Union([Type.Literal("reviewed"), Type.Literal("approved")]),
  note: Type.Optional(Type.String({ maxLength: 400 })),
});
export type SignBrief = Static<typeof SignBriefBody>;

/** Withdraws an approved version; the reason is printed with it. */
export const WithdrawBriefBody = Type.Object({
  number: Type.Integer({ minimum: 1 }),
  reason: Type.String({ maxLength: 400, pattern: "\\S" }),
});
export type WithdrawBrief = Static<typeof WithdrawBriefBody>;

/** Puts a brief away, or brings it back. */
export const ArchiveBriefBody = Type.Object({ away: Type.Boolean() });

/** A figure as it was worked out when its version was saved. */
export const FrozenFigureSchema = Type.Object({
  asked: Type.String(),
  now: Type.String(),
  method: Type.String(),
  inputs: Type.Array(
    Type.Object({ of: Type.String(), name: Type.String(), vintage: Type.String(), rows: Type.Integer() }),
  ),
});

/** One version as it was: its text, and the figures of its day with the data that they were made of. */
export const FrozenVersionSchema = Type.Object({
  id: Type.String(),
  version: BriefVersionSchema,
  signOffs: Type.Array(BriefSignOffSchema),
  withdrawal: Type.Optional(BriefWithdrawalSchema),
  text: Type.String(),
  figures: Type.Array(FrozenFigureSchema),
});
export type FrozenVersion = Static<typeof FrozenVersionSchema>;

export const PaperSchema = Type.Object({ ...PaperHeadSchema.properties, text: Type.String() });
export type Paper = Static<typeof PaperSchema>;

export const BriefProblemSchema = Type.Object({
  code: Type.String(),
  severity: Type.Union([Type.Literal("error"), Type.Literal("warning"), Type.Literal("info")]),
  line: Type.Optional(Type.Integer()),
  column: Type.Optional(Type.Integer()),
  length: Type.Optional(Type.Integer()),
  message: Type.String(),
  mend: Type.Optional(Type.String()),
  why: Type.Optional(Type.String()),
});
export type BriefProblem = Static<typeof BriefProblemSchema>;

/** A figure of a text set beside the data of now. `line` and `column` are 1-based. */
export const BoundFigureSchema = Type.Object({
  at: Type.Integer(),
  line: Type.Integer(),
  column: Type.Integer(),
  asked: Type.String(),
  shape: Type.Union([Type.Literal("figure"), Type.Literal("series"), Type.Literal("table"), Type.Literal("claim")]),
  state: Type.Union([Type.Literal("current"), Type.Literal("stale"), Type.Literal("not recorded")]),
  recorded: Type.Optional(Type.String()),
  now: Type.String(),
  method: Type.String(),
});
export type BoundFigure = Static<typeof BoundFigureSchema>;

export const BindBriefBody = Type.Object({ text: Text });

/** A text set beside the data of now, printed. `html` is absent while something is wrong. */
export const BoundBriefSchema = Type.Object({
  title: Type.String(),
  /** Of the text, as its head says. */
  language: Type.String(),
  figures: Type.Array(BoundFigureSchema),
  problems: Type.Array(BriefProblemSchema),
  html: Type.Optional(Type.String()),
});
export type BoundBrief = Static<typeof BoundBriefSchema>;

/** Figures whose value of now is written into the text; absent: all. */
export const RecordBriefBody = Type.Object({
  text: Text,
  figures: Type.Optional(Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 2000 })),
});
export const RecordedBriefSchema = Type.Object({ text: Type.String() });
export type RecordedBrief = Static<typeof RecordedBriefSchema>;

/** One line that asks: "money.share purpose=152 year=2019". */
export const AskFigureBody = Type.Object({
  asked: Type.String({ minLength: 1, maxLength: 1000 }),
  lang: Type.Optional(LanguageSchema),
});

/** What a line gives now, and how; or why it gives nothing. */
export const AskedFigureSchema = Type.Object({
  shape: Type.Optional(BoundFigureSchema.properties.shape),
  now: Type.Optional(Type.String()),
  method: Type.Optional(Type.String()),
  formula: Type.Optional(Type.String()),
  made: Type.Optional(Type.Array(Type.String())),
  problem: Type.Optional(Type.Object({ message: Type.String(), mend: Type.Optional(Type.String()) })),
  /** As HTML without script, where it is no single figure. */
  html: Type.Optional(Type.String()),
});
export type AskedFigure = Static<typeof AskedFigureSchema>;

/** What the panel of insertions offers. */
export const BriefChoicesSchema = Type.Object({
  calculations: Type.Array(
    Type.Object({
      id: Type.String(),
      takes: Type.Array(Type.String()),
      /** An example that can be asked in this region, where there is one. */
      example: Type.Optional(Type.String()),
    }),
  ),
  datasets: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), table: Type.String() })),
  claims: Type.Array(Type.Object({ id: Type.String(), text: Type.String() })),
  sources: Type.Array(Type.Object({ id: Type.String(), title: Type.String() })),
});
export type BriefChoices = Static<typeof BriefChoicesSchema>;

const Id = Type.String({ maxLength: 80 });
export const BriefParams = Type.Object({ region: Type.String({ maxLength: 60 }), brief: Id });
export const BriefVersionParams = Type.Object({ ...BriefParams.properties, number: Type.Integer({ minimum: 1 }) });
export const BriefFormatSchema = Type.Union([Type.Literal("html"), Type.Literal("docx"), Type.Literal("pdf")]);
export type BriefFormat = Static<typeof BriefFormatSchema>;
export const BriefFileParams = Type.Object({ ...BriefVersionParams.properties, format: BriefFormatSchema });
export const PaperParams = Type.Object({ region: Type.String({ maxLength: 60 }), paper: Id });
export const PaperFileParams = Type.Object({ ...PaperParams.properties, format: BriefFormatSchema });
