import { type Static, Type } from "typebox";
import { LanguageQuery } from "./language.ts";

const Id = Type.String({ maxLength: 120 });
const closed = { additionalProperties: false } as const;
const PriceYear = Type.Union([Type.Integer(), Type.Record(Type.String(), Type.Integer())]);

const ProducerSchema = Type.Object({
  dataset: Type.String(),
  name: Type.String(),
  citation: Type.String(),
  /** Absent: nobody here has seen the producer's terms. */
  licence: Type.Optional(Type.String()),
  caveats: Type.Array(Type.String()),
});

const VintageFrom = Type.Union([
  Type.Literal("file"),
  Type.Literal("name"),
  Type.Literal("given"),
  Type.Literal("day taken"),
]);

/** How one column of a file became a column of a table. */
const MappedColumnSchema = Type.Object({
  from: Type.Array(Type.String()),
  to: Type.String(),
  how: Type.Optional(Type.String()),
});

/** A refused row, or a cell without which its row was taken. `row`: its place in the file. */
const RefusedSchema = Type.Object({
  row: Type.Integer(),
  column: Type.Optional(Type.String()),
  text: Type.Optional(Type.String()),
  problem: Type.String(),
  taken: Type.Optional(Type.Boolean()),
});

/** What stands in the way of a file, or should be known of it. */
const FileProblemSchema = Type.Object({
  code: Type.String(),
  severity: Type.String(),
  file: Type.Optional(Type.String()),
  line: Type.Optional(Type.Integer()),
  column: Type.Optional(Type.Integer()),
  message: Type.String(),
  mend: Type.Optional(Type.String()),
});
export type FileProblem = Static<typeof FileProblemSchema>;

/** One file as it was taken in. */
export const HoldingSchema = Type.Object({
  id: Type.String(),
  table: Type.String(),
  producer: ProducerSchema,
  vintage: Type.String(),
  vintageFrom: VintageFrom,
  layout: Type.Object({ id: Type.String(), version: Type.Integer() }),
  file: Type.Object({ name: Type.String(), bytes: Type.Integer(), sha256: Type.String() }),
  /** Instant, ISO 8601. */
  taken: Type.String(),
  /** The body that took it in ("KAZ/customs"), or "command line". */
  takenBy: Type.String(),
  rows: Type.Object({ read: Type.Integer(), made: Type.Integer(), refused: Type.Integer() }),
  cellsLeftOut: Type.Integer(),
  years: Type.Optional(Type.Array(Type.Integer())),
  /** Rows that say nothing of this table, and why. */
  ignored: Type.Array(Type.Object({ because: Type.String(), rows: Type.Integer() })),
  /** Rows that say of themselves that they are totals: compared, not taken. */
  totals: Type.Integer(),
  priceYear: Type.Optional(PriceYear),
  /** Holdings of the same state of the data set with which it has no row in common: parts of one whole. */
  beside: Type.Array(Type.String()),
  columns: Type.Array(MappedColumnSchema),
  leftOut: Type.Array(Type.String()),
  /** Totals that the file prints of itself. A file without them says nothing of its own sums. */
  reconciled: Type.Array(
    Type.Object({
      what: Type.String(),
      printed: Type.String(),
      summed: Type.String(),
      /** printed - summed; absent: one of the two is. */
      difference: Type.Optional(Type.String()),
      state: Type.Union([
        Type.Literal("agrees"),
        Type.Literal("differs"),
        Type.Literal("twice"),
        Type.Literal("nothing below it"),
      ]),
    }),
  ),
  /** Whether it is asked when nobody names holdings: for all of its years, for some, or for none. */
  asked: Type.Union([Type.Literal("all"), Type.Literal("some"), Type.Literal("none")]),
  /** Years for which another holding of the same data set is asked instead, and why. */
  passedOver: Type.Array(
    Type.Object({
      for: Type.String(),
      because: Type.Union([Type.Literal("a newer vintage"), Type.Literal("the same vintage, taken later")]),
      years: Type.Array(Type.Integer()),
    }),
  ),
});
export type HoldingView = Static<typeof HoldingSchema>;

/** GET /api/v1/regions/:region/holdings. The holdings are the node's and the same in each region. */
export const HoldingsSchema = Type.Object({
  holdings: Type.Array(HoldingSchema),
  /** Folders among the holdings that are none. */
  problems: Type.Array(FileProblemSchema),
  /** Whether the asking body may take files in. */
  mayTake: Type.Boolean(),
  /** Whether it may take them out again. */
  mayForget: Type.Boolean(),
  /** Bytes of the largest file that is taken here. */
  mostBytes: Type.Integer(),
  /** Files that can be recognised: id of the layout, its data set. */
  layouts: Type.Array(Type.Object({ id: Type.String(), table: Type.String(), producer: Type.String() })),
});
export type HoldingsView = Static<typeof HoldingsSchema>;

export const HoldingParams = Type.Object({ region: Type.String({ maxLength: 60 }), holding: Id });

/** POST /api/v1/regions/:region/holdings/:holding/forget: takes it out; that it was there, who took it out and why stays. */
export const ForgetSchema = Type.Object({ why: Type.String({ minLength: 1, maxLength: 1000 }) }, closed);

/** GET /api/v1/regions/:region/holdings/:holding/refused */
export const RefusedQuery = Type.Object({
  ...LanguageQuery.properties,
  from: Type.Optional(Type.Integer({ minimum: 0 })),
  rows: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});
export const RefusedPageSchema = Type.Object({
  refused: Type.Array(RefusedSchema),
  /** Pass it as `from` to go on; absent at the end. */
  next: Type.Optional(Type.Integer()),
});
export type RefusedPage = Static<typeof RefusedPageSchema>;

/** GET /api/v1/regions/:region/holdings/:holding/rows: what was taken of a file, in its order. */
export const HoldingRowsQuery = Type.Object({
  start: Type.Optional(Type.Integer({ minimum: 0 })),
  rows: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  /** Only rows in which this column holds this value. */
  column: Type.Optional(Type.String({ maxLength: 60 })),
  value: Type.Optional(Type.String({ maxLength: 300 })),
});
export type HoldingRowsQuery = Static<typeof HoldingRowsQuery>;

export const HoldingRowsSchema = Type.Object({
  /** Columns of the table, in its order, and whether one can ask by them. */
  columns: Type.Array(Type.Object({ name: Type.String(), says: Type.String(), asked: Type.Boolean() })),
  /** `row` is the place in the file; what is absent is not given. */
  rows: Type.Array(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  of: Type.Integer(),
});
export type HoldingRows = Static<typeof HoldingRowsSchema>;

/** GET /api/v1/regions/:region/holdings/:holding/files/rows.csv (.xlsx, .parquet) */
export const HoldingFileParams = Type.Object({
  ...HoldingParams.properties,
  file: Type.String({ pattern: "^rows\\.(csv|xlsx|parquet)$" }),
});

/** What a file does not say of itself, or what is said instead of it. */
export const FileOptionsSchema = Type.Object(
  {
    layout: Type.Optional(Id),
    vintage: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    priceYear: Type.Optional(Type.Integer({ minimum: 0, maximum: 2200 })),
    /** Which file of an archive. */
    entry: Type.Optional(Type.String({ maxLength: 400 })),
    encoding: Type.Optional(
      Type.Union([
        Type.Literal("utf-8"),
        Type.Literal("utf-16le"),
        Type.Literal("utf-16be"),
        Type.Literal("windows-1252"),
        Type.Literal("windows-1251"),
      ]),
    ),
  },
  closed,
);
export type FileOptionsView = Static<typeof FileOptionsSchema>;

/** POST /api/v1/regions/:region/holdings/uploads?name=FILE with the bytes as application/octet-stream. */
export const UploadQuery = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  ...LanguageQuery.properties,
});
export const UploadParams = Type.Object({ region: Type.String({ maxLength: 60 }), upload: Id });

/**
 * A file that lies ready, and what would be taken of it. Where it cannot be taken as it is, `stopped` says why; it can be looked
 * at again with other options (POST .../uploads/:upload/preview), taken (POST .../jobs) or sent away (DELETE .../uploads/:upload).
 */
export const UploadSchema = Type.Object({
  upload: Type.String(),
  file: Type.Object({ name: Type.String(), bytes: Type.Integer() }),
  preview: Type.Optional(
    Type.Object({
      layout: Type.Object({ id: Type.String(), version: Type.Integer(), why: Type.String() }),
      table: Type.String(),
      producer: ProducerSchema,
      vintage: Type.String(),
      vintageFrom: VintageFrom,
      columns: Type.Array(MappedColumnSchema),
      leftOut: Type.Array(Type.String()),
      /** The first rows made: text, numbers, exact amounts as text; what is absent is not given. */
      rows: Type.Array(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
      refused: Type.Array(RefusedSchema),
      /** Of what was looked at; `whole`: that is all of the file. */
      counts: Type.Object({
        read: Type.Integer(),
        made: Type.Integer(),
        refused: Type.Integer(),
        whole: Type.Boolean(),
      }),
      /** Id of the holding that taking it would give, where it is there already. */
      already: Type.Optional(Type.String()),
      warnings: Type.Array(FileProblemSchema),
    }),
  ),
  stopped: Type.Optional(Type.Array(FileProblemSchema)),
});
export type Upload = Static<typeof UploadSchema>;

/** POST /api/v1/regions/:region/holdings/jobs */
export const TakeSchema = Type.Object({ upload: Id, ...FileOptionsSchema.properties }, closed);
export type TakeRequest = Static<typeof TakeSchema>;

export const JobParams = Type.Object({ region: Type.String({ maxLength: 60 }), job: Id });

const Done = Type.Object({ done: Type.Integer(), of: Type.Integer() });

/**
 * A file that is being taken in. GET .../jobs/:job tells how far it is (ask each second while it runs), DELETE cancels it; jobs
 * that ended are told for an hour.
 */
export const JobSchema = Type.Object({
  id: Type.String(),
  file: Type.String(),
  state: Type.Union([
    Type.Literal("running"),
    Type.Literal("taken"),
    Type.Literal("stopped"),
    Type.Literal("cancelled"),
  ]),
  /** `of` is 0 where it is not known. */
  progress: Type.Optional(
    Type.Object({
      step: Type.Union([Type.Literal("reading"), Type.Literal("scanning"), Type.Literal("making")]),
      bytes: Type.Optional(Done),
      rows: Type.Optional(Done),
    }),
  ),
  /** What it gave; `already`: the same file was taken before, nothing was done. */
  holding: Type.Optional(Type.String()),
  already: Type.Optional(Type.Boolean()),
  rows: Type.Optional(Type.Object({ read: Type.Integer(), made: Type.Integer(), refused: Type.Integer() })),
  /** Warnings of a file that was taken; why it was stopped. */
  problems: Type.Array(FileProblemSchema),
});
export type Job = Static<typeof JobSchema>;

/** GET /api/v1/regions/:region/holdings/jobs: those of the asking person. */
export const JobsSchema = Type.Object({ jobs: Type.Array(JobSchema) });
