import { type Static, Type } from "typebox";
import { YearsSchema } from "./memberships.ts";
import { ProofSchema } from "./proof.ts";
import { CoverageNoteSchema, NamedSchema, sourced } from "./sourced.ts";
import { StandpointQuery, StandpointSchema } from "./standpoint.ts";

/** Ways in which a power from outside engages with a state, in the order of the screens. */
export const EngagementKindSchema = Type.Union([
  Type.Literal("treaty"),
  Type.Literal("base"),
  Type.Literal("training"),
  Type.Literal("arms"),
  Type.Literal("aid"),
  Type.Literal("dialogue"),
  Type.Literal("cyber"),
]);
export type PowerKind = Static<typeof EngagementKindSchema>;

/** Which table of the region a counted row stands in. */
export const EngagementOfSchema = Type.Union([
  Type.Literal("engagement"),
  Type.Literal("programme"),
  Type.Literal("event"),
  Type.Literal("organisation"),
  Type.Literal("agreement"),
]);

export const PowersQuery = Type.Object({
  ...StandpointQuery.properties,
  /** Ids of powers between commas; absent: all that the region looks at. */
  powers: Type.Optional(Type.String({ maxLength: 400 })),
  /** The kind that is followed through the years, and of which shares are taken. */
  kind: Type.Optional(EngagementKindSchema),
  /** Ids of holdings between commas: the files that are to answer. Absent: the newest. */
  holdings: Type.Optional(Type.String({ maxLength: 4000 })),
});
export type PowersQuery = Static<typeof PowersQuery>;

const YearCount = Type.Union([Type.Integer(), Type.Null()]);
const place = { power: Type.String(), state: Type.String() };

/** Engagements of one kind in the year. Where nothing is known there is no cell. */
export const PowerCellSchema = Type.Object({
  ...place,
  kind: EngagementKindSchema,
  count: Type.Integer(),
  /** More that may be: coarse dates, ends that nobody tells, parts in it that are not verified. */
  perhaps: Type.Integer(),
  of: Type.Array(Type.Object({ id: Type.String(), certain: Type.Boolean() })),
});
export type PowerCell = Static<typeof PowerCellSchema>;

/** One row that was counted, with where it comes from. Dates as written; `seen`: the last day on which its source tells of it. */
export const PowerRowSchema = Type.Object({
  id: Type.String(),
  of: EngagementOfSchema,
  /** Id in its own table. */
  row: Type.String(),
  kind: EngagementKindSchema,
  title: Type.String(),
  from: Type.Optional(Type.String()),
  to: Type.Optional(Type.String()),
  seen: Type.Optional(Type.String()),
  ...sourced,
});
export type PowerRow = Static<typeof PowerRowSchema>;

/** What a file of somebody else holds of a power, a state and the year. Beside the counts, and never added to them. */
export const TakenQuantitySchema = Type.Object({
  ...place,
  kind: EngagementKindSchema,
  /** Id of the data set, and its name. */
  dataset: Type.String(),
  name: Type.String(),
  what: Type.Union([Type.Literal("money"), Type.Literal("lines"), Type.Literal("people"), Type.Literal("obligations")]),
  /** Exact decimal. */
  value: Type.String(),
  /** Rows behind it. */
  rows: Type.Integer(),
  measure: Type.Optional(Type.String()),
  currency: Type.Optional(Type.String()),
  /** Absent: prices of the year itself. */
  priceYear: Type.Optional(Type.Integer()),
  /** Which obligations, in the producer's words. */
  list: Type.Optional(Type.Array(Type.String())),
});
export type TakenQuantity = Static<typeof TakenQuantitySchema>;

/** GET /api/v1/regions/:region/powers */
export const PowersSchema = Type.Object({
  standpoint: StandpointSchema,
  year: Type.Integer(),
  years: YearsSchema,
  powers: Type.Array(NamedSchema),
  states: Type.Array(NamedSchema),
  choices: Type.Object({ powers: Type.Array(NamedSchema) }),
  kind: EngagementKindSchema,
  cells: Type.Array(PowerCellSchema),
  /** The asked kind, year by year from `years.from`. Null: nothing known; a pair of which nothing is known in any year has no entry. */
  series: Type.Array(Type.Object({ ...place, counts: Type.Array(YearCount), perhaps: Type.Array(YearCount) })),
  /** Parts of the certain engagements of the asked kind in the year. */
  shares: Type.Array(Type.Object({ ...place, count: Type.Integer(), all: Type.Integer(), share: Type.String() })),
  rows: Type.Array(PowerRowSchema),
  /** Rows without a known beginning: in no count. */
  undated: Type.Array(Type.Object({ ...place, id: Type.String() })),
  taken: Type.Array(TakenQuantitySchema),
  /** Files that answered, and the part of an address by which the same ones answer later. */
  files: Type.Object({
    holdings: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), vintage: Type.String(), file: Type.String() }),
    ),
    frozen: Type.String(),
    named: Type.Boolean(),
  }),
  proofs: Type.Object({ counts: ProofSchema, shares: ProofSchema, taken: Type.Array(ProofSchema) }),
  coverage: Type.Array(CoverageNoteSchema),
});
export type Powers = Static<typeof PowersSchema>;
