import { type Static, Type } from "typebox";
import { LanguageSchema } from "./language.ts";
import { LineSchema } from "./line.ts";
import { StandpointSchema } from "./standpoint.ts";
import { RecordHeadSchema } from "./today.ts";

/**
 * GET /api/v1/regions/:region/records. `held`: what this node keeps, or what the region's own folder
 * tells (training, invented stories); absent: what the node keeps, where it keeps anything that this body may read.
 */
export const RecordsQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  /** Names of kinds, joined by commas. */
  kinds: Type.Optional(Type.String({ maxLength: 4000 })),
  form: Type.Optional(Type.Union([Type.Literal("notice"), Type.Literal("event")])),
  from: Type.Optional(Type.String({ maxLength: 40 })),
  to: Type.Optional(Type.String({ maxLength: 40 })),
  /** Occurred from this day on, up to and with that day. */
  since: Type.Optional(Type.String({ maxLength: 10 })),
  until: Type.Optional(Type.String({ maxLength: 10 })),
  own: Type.Optional(Type.Literal("1")),
  held: Type.Optional(Type.Union([Type.Literal("node"), Type.Literal("region")])),
  order: Type.Optional(
    Type.Union([
      Type.Literal("newest"),
      Type.Literal("oldest"),
      Type.Literal("occurred"),
      Type.Literal("occurred-oldest"),
    ]),
  ),
  /** As known on. */
  known: Type.Optional(Type.String({ maxLength: 40 })),
  after: Type.Optional(Type.String({ maxLength: 500 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  lang: Type.Optional(LanguageSchema),
});
export type RecordsQuery = Static<typeof RecordsQuery>;

export const RecordRowSchema = Type.Object({
  ...RecordHeadSchema.properties,
  form: Type.Optional(Type.Union([Type.Literal("notice"), Type.Literal("event")])),
  /** What it is about, in a few words: the first things its content says. */
  summary: Type.String(),
});
export type RecordRow = Static<typeof RecordRowSchema>;

export const RecordsSchema = Type.Object({
  items: Type.Array(RecordRowSchema),
  /** All that the filters find; said with the first page. */
  total: Type.Optional(Type.Integer()),
  next: Type.Optional(Type.String()),
  /** Where these are from, and how much each place holds that this body may read, without filters; with the first page. */
  place: Type.Optional(Type.Union([Type.Literal("node"), Type.Literal("region")])),
  held: Type.Optional(Type.Object({ node: Type.Integer(), region: Type.Integer() })),
});
export type Records = Static<typeof RecordsSchema>;

export const RecordParams = Type.Object({
  region: Type.String({ maxLength: 60 }),
  id: Type.String({ maxLength: 300 }),
});
export const RecordQuery = Type.Object({
  as: Type.Optional(Type.String({ maxLength: 40 })),
  on: Type.Optional(Type.String({ maxLength: 40 })),
  known: Type.Optional(Type.String({ maxLength: 40 })),
  days: Type.Optional(Type.Integer({ minimum: 0, maximum: 36525 })),
  lang: Type.Optional(LanguageSchema),
});

/** One thing that a record says. */
export const ContentFieldSchema = Type.Object({
  name: Type.String(),
  label: Type.String(),
  text: Type.String(),
  /** Of a reference: the id of the record it names, and whether this body may read it here. */
  record: Type.Optional(Type.String()),
});

export type ContentField = Static<typeof ContentFieldSchema>;

/** GET /api/v1/regions/:region/records/:id */
export const RecordSchema = Type.Object({
  head: RecordRowSchema,
  standpoint: StandpointSchema,
  /** Agreements it was made under, by name. */
  underNames: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  content: Type.Array(ContentFieldSchema),
  /** The record as it was written, without `known`. Absent where its body was erased. */
  written: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  state: Type.Union([
    Type.Literal("stands"),
    Type.Literal("corrected"),
    Type.Literal("withdrawn"),
    Type.Literal("erased"),
    Type.Literal("unreadable"),
  ]),
  /** The first of the chain, its corrections, its withdrawal, in the order in which they came to be known. */
  chain: Type.Array(RecordHeadSchema),
  /** Lines that this record gave rise to, or that it discharged, at the asked standpoint. */
  arose: Type.Array(LineSchema),
  discharged: Type.Array(LineSchema),
  owner: Type.Object({ party: Type.String(), partyName: Type.String(), body: Type.String(), name: Type.String() }),
  /** Kept by the body that asks: it may correct it or take it back. */
  own: Type.Boolean(),
  held: Type.Union([Type.Literal("node"), Type.Literal("region")]),
  headerSha256: Type.Optional(Type.String()),
  contentSha256: Type.Optional(Type.String()),
  erasure: Type.Optional(Type.Object({ reason: Type.String(), at: Type.String() })),
});
export type RecordPage = Static<typeof RecordSchema>;

/** POST /api/v1/regions/:region/records: one written record, header and content; id, recorded and body are filled in. */
export const RecordBody = Type.Object({}, { additionalProperties: true });
export const RecordTakenSchema = Type.Object({
  id: Type.String(),
  seq: Type.Integer(),
  known: Type.Optional(Type.String()),
  repeated: Type.Boolean(),
});
export type RecordTaken = Static<typeof RecordTakenSchema>;
