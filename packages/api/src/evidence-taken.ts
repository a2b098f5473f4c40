import { type Static, Type } from "typebox";
import { FigureStateSchema } from "./evidence.ts";
import { LanguageQuery } from "./language.ts";
import { ProofSchema } from "./proof.ts";
import { NamedSchema, sourced } from "./sourced.ts";

const Text = Type.Optional(Type.String({ maxLength: 200 }));
const Ids = Type.Optional(Type.String({ maxLength: 4000 }));
const Year = Type.Optional(Type.Integer({ minimum: 1000, maximum: 2200 }));

const filters = {
  ...LanguageQuery.properties,
  /** A producer's data set; absent: the first that is here. */
  dataset: Text,
  /** Ids of holdings between commas: a frozen question. Absent: all of the data set. */
  holdings: Ids,
  /** Ids of parties between commas; absent: the states the region is about; "*": all that the file has. */
  party: Ids,
  from: Year,
  to: Year,
};

const page = {
  /** Rows before it. */
  start: Type.Optional(Type.Integer({ minimum: 0 })),
  rows: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
};

/** GET /api/v1/regions/:region/evidence/taken/figures: indicators taken in, their vintages side by side, curated figures beside them. */
export const TakenFiguresQuery = Type.Object({
  ...filters,
  /** The producer's id; absent: the first of the data set; "*": all. */
  indicator: Text,
  /** Only figures in this state. */
  state: Type.Optional(FigureStateSchema),
  ...page,
});
export type TakenFiguresQuery = Static<typeof TakenFiguresQuery>;

/** A data set of the table asked, with the files that hold it. */
const SetSchema = Type.Object({
  dataset: Type.String(),
  name: Type.String(),
  rows: Type.Integer(),
  holdings: Type.Array(
    Type.Object({ id: Type.String(), vintage: Type.String(), file: Type.String(), rows: Type.Integer() }),
  ),
});

/** A figure as one vintage has it; `row` is its place in the file. */
const TakenFigureSchema = Type.Object({
  holding: Type.String(),
  file: Type.String(),
  row: Type.Integer(),
  vintage: Type.String(),
  edition: Type.Optional(Type.String()),
  /** As written; absent: the producer gives none. */
  value: Type.Optional(Type.String()),
  /** The value, where it is a number. */
  number: Type.Optional(Type.Number()),
  low: Type.Optional(Type.Number()),
  high: Type.Optional(Type.Number()),
  unit: Type.Optional(Type.String()),
  /** How many sources the producer used. */
  sources: Type.Optional(Type.Integer()),
});
export type TakenFigure = Static<typeof TakenFigureSchema>;

/** A row of the region's own table that measures the same, as a row of `same_figures.csv` says. */
const CuratedFigureSchema = Type.Object({
  id: Type.String(),
  indicator: Type.String(),
  period: Type.String(),
  value: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String()),
  ...sourced,
});

export const TakenFigureRowSchema = Type.Object({
  indicator: NamedSchema,
  party: NamedSchema,
  year: Type.Integer(),
  state: FigureStateSchema,
  /** The oldest vintage first. */
  figures: Type.Array(TakenFigureSchema),
  curated: Type.Array(CuratedFigureSchema),
});
export type TakenFigureRow = Static<typeof TakenFigureRowSchema>;

export const TakenFiguresSchema = Type.Object({
  sets: Type.Array(SetSchema),
  /** What was asked; absent where nothing is here. */
  dataset: Type.Optional(Type.String()),
  indicator: Type.Optional(Type.String()),
  parties: Type.Array(NamedSchema),
  choices: Type.Object({
    indicators: Type.Array(
      Type.Object({ ...NamedSchema.properties, unit: Type.Optional(Type.String()), rows: Type.Integer() }),
    ),
    parties: Type.Array(NamedSchema),
    years: Type.Array(Type.Integer()),
  }),
  states: Type.Array(Type.Object({ value: FigureStateSchema, count: Type.Integer() })),
  items: Type.Array(TakenFigureRowSchema),
  of: Type.Integer(),
  /** Query by which the same files are asked again. */
  frozen: Type.String(),
  made: Type.Optional(ProofSchema),
});
export type TakenFigures = Static<typeof TakenFiguresSchema>;

/** Tables of what happened and of acts, which are lists. */
export const TakenListParams = Type.Object({
  region: Type.String({ maxLength: 60 }),
  table: Type.Union([Type.Literal("events"), Type.Literal("acts")]),
});
export const TakenListQuery = Type.Object({
  ...filters,
  /** What happened, or which act, in the producer's word. */
  kind: Text,
  ...page,
});
export type TakenListQuery = Static<typeof TakenListQuery>;

const CountSchema = Type.Object({
  party: Type.String(),
  year: Type.Integer(),
  /** Rows of the data set; rows of the region's own table. Absent: none, which says nothing. */
  taken: Type.Optional(Type.Integer()),
  curated: Type.Optional(Type.Integer()),
});

const HappeningSchema = Type.Object({
  /** File and place in it; or `id` of a row of the region's own table. */
  holding: Type.Optional(Type.String()),
  file: Type.Optional(Type.String()),
  row: Type.Optional(Type.Integer()),
  id: Type.String(),
  what: Type.String(),
  title: Type.Optional(Type.String()),
  parties: Type.Array(NamedSchema),
  /** At its precision. */
  date: Type.Optional(Type.String()),
  end: Type.Optional(Type.String()),
  place: Type.Optional(Type.String()),
  /** Best, lowest and highest estimate of deaths, where the producer gives them. */
  deaths: Type.Optional(Type.Integer()),
  deathsLow: Type.Optional(Type.Integer()),
  deathsHigh: Type.Optional(Type.Integer()),
  written: Type.Optional(Type.String()),
});
export type TakenHappening = Static<typeof HappeningSchema>;

/** GET /api/v1/regions/:region/evidence/taken/:table (events, acts): counts by state and year, and the rows behind. */
export const TakenListSchema = Type.Object({
  sets: Type.Array(SetSchema),
  dataset: Type.Optional(Type.String()),
  parties: Type.Array(NamedSchema),
  choices: Type.Object({
    kinds: Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() })),
    parties: Type.Array(NamedSchema),
    years: Type.Array(Type.Integer()),
  }),
  counts: Type.Array(CountSchema),
  items: Type.Array(HappeningSchema),
  of: Type.Integer(),
  /** Rows of the region's own tables in the same years and for the same states; not added to the others. */
  curated: Type.Array(Type.Object({ ...HappeningSchema.properties, ...sourced })),
  frozen: Type.String(),
  made: Type.Optional(ProofSchema),
});
export type TakenList = Static<typeof TakenListSchema>;

/** GET /api/v1/regions/:region/evidence/files/:file: the rows that the filters find, with citation, licence and caveats in them. */
export const TakenFileParams = Type.Object({
  region: Type.String({ maxLength: 60 }),
  file: Type.String({ pattern: "^(figures|events|acts)\\.(csv|xlsx|parquet)$" }),
});
export const TakenFileQuery = Type.Object({
  ...filters,
  indicator: Text,
  kind: Text,
});
export type TakenFileQuery = Static<typeof TakenFileQuery>;
