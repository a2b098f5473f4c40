import { type Static, Type } from "typebox";
import { ShortId, SourceNameSchema } from "./institutions.ts";
import { YearsSchema } from "./memberships.ts";
import { ProofSchema } from "./proof.ts";
import { ConfidenceSchema } from "./sourced.ts";
import { StandpointQuery, StandpointSchema } from "./standpoint.ts";

export const IndicesQuery = Type.Object({
  ...StandpointQuery.properties,
  /** Source of memberships for the component of that name. */
  source: Type.Optional(ShortId),
  /** Weights that are not 1: "bodies:2,trade:0". */
  w: Type.Optional(Type.String({ maxLength: 400 })),
  /** Which of several figures counts, where it is not the first: "settled:2". */
  pick: Type.Optional(Type.String({ maxLength: 400 })),
  /** A region of this node, one that the table of figures names, or "reader". */
  other: Type.Optional(ShortId),
  /** Figures of the reader's own region, for `other=reader`: "bodies:1,trade:0.22". */
  theirs: Type.Optional(Type.String({ maxLength: 600 })),
});
export type IndicesQuery = Static<typeof IndicesQuery>;

/** A figure that could stand for a component. */
export const FigureChoiceSchema = Type.Object({
  /** Absent: looked for and not known. */
  figure: Type.Optional(Type.Number()),
  between: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
  /** "table": a row of index-figures.csv; "worked out": from other tables and files; "reader": of the address. */
  from: Type.Union([Type.Literal("table"), Type.Literal("worked out"), Type.Literal("reader")]),
  source: Type.String(),
  confidence: Type.Optional(ConfidenceSchema),
  unverified: Type.Boolean(),
  note: Type.Optional(Type.String()),
});
export type FigureChoice = Static<typeof FigureChoiceSchema>;

/** A component of one region. */
export const ComponentOfRegionSchema = Type.Object({
  component: Type.String(),
  figure: Type.Optional(Type.Number()),
  /** From 0 to 1 on the scale of the component. */
  value: Type.Optional(Type.Number()),
  /** The figure lies beyond an end of the scale and counts as the end. */
  held: Type.Boolean(),
  /** Which of `choices` counts, from 1; absent: there is none. */
  picked: Type.Optional(Type.Integer()),
  choices: Type.Array(FigureChoiceSchema),
});
export type ComponentOfRegion = Static<typeof ComponentOfRegionSchema>;

const IndexOfRegion = Type.Object({
  /** Absent: unknown, since `missing` is. */
  value: Type.Optional(Type.Number()),
  missing: Type.Array(Type.String()),
  components: Type.Array(ComponentOfRegionSchema),
});
export type IndexOfRegionView = Static<typeof IndexOfRegion>;

export const IndexSchema = Type.Object({
  id: Type.String(),
  components: Type.Array(
    Type.Object({
      id: Type.String(),
      unit: Type.String(),
      /** The figure that gives 0, and the one that gives 1. */
      worst: Type.Number(),
      best: Type.Number(),
      weight: Type.Number(),
    }),
  ),
  own: IndexOfRegion,
  other: Type.Optional(IndexOfRegion),
  /** own - other, where both are known. */
  difference: Type.Optional(Type.Number()),
  /** Each year with what is known of it. */
  series: Type.Array(
    Type.Object({
      year: Type.Integer(),
      own: Type.Optional(Type.Number()),
      other: Type.Optional(Type.Number()),
      missing: Type.Array(Type.String()),
      components: Type.Array(
        Type.Object({
          component: Type.String(),
          own: Type.Optional(Type.Number()),
          other: Type.Optional(Type.Number()),
        }),
      ),
    }),
  ),
});
export type IndexView = Static<typeof IndexSchema>;

export const RegionChoiceSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** "desk": served here; "table": figures of it stand in our table; "reader": in the address. */
  kind: Type.Union([Type.Literal("desk"), Type.Literal("table"), Type.Literal("reader")]),
  fictional: Type.Boolean(),
  states: Type.Array(Type.String()),
});
export type RegionChoice = Static<typeof RegionChoiceSchema>;

/** GET /api/v1/regions/:region/institutions/indices */
export const IndicesSchema = Type.Object({
  standpoint: StandpointSchema,
  years: YearsSchema,
  sources: Type.Array(SourceNameSchema),
  /** Source of memberships that the component of that name takes. */
  source: Type.String(),
  own: RegionChoiceSchema,
  other: Type.Optional(RegionChoiceSchema),
  choices: Type.Array(RegionChoiceSchema),
  indices: Type.Array(IndexSchema),
  proof: ProofSchema,
});
export type Indices = Static<typeof IndicesSchema>;
