import { type Static, Type } from "typebox";
import { ConfidenceSchema } from "./sourced.ts";
import { StandpointQuery, StandpointSchema } from "./standpoint.ts";

/** Longitude, then latitude, in degrees (RFC 7946, section 3.1.1). */
const Position = Type.Array(Type.Number(), { minItems: 2, maxItems: 3 });
const Line = Type.Array(Position);

/** How the line of a border stands as of the asked day; "unknown": no row of ours speaks of it. */
export const BorderStatusSchema = Type.Union([
  Type.Literal("agreed"),
  Type.Literal("described"),
  Type.Literal("disputed"),
  Type.Literal("unknown"),
]);
export type BorderStatus = Static<typeof BorderStatusSchema>;

/** GET /api/v1/regions/:region/basemap: what is drawn under everything else. Boxes are west, south, east, north. */
export const BasemapSchema = Type.Object({
  /** What a map shows when it opens. */
  home: Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }),
  /** How far one can go. */
  reach: Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }),
  lands: Type.Array(
    Type.Object({
      /** Party whose land it is, where it is one of the region's. */
      party: Type.Optional(Type.String()),
      /** Given where it is to be written on the map. */
      name: Type.Optional(Type.String()),
      label: Type.Optional(Position),
      focus: Type.Boolean(),
      polygons: Type.Array(Type.Array(Line)),
    }),
  ),
  /** The lines between lands as the source draws them, one for each pair. */
  borders: Type.Array(
    Type.Object({
      id: Type.String(),
      between: Type.Array(Type.String()),
      lines: Type.Array(Line),
    }),
  ),
  /** Names of towns, those to be written first before all others. */
  towns: Type.Array(
    Type.Object({
      name: Type.String(),
      kind: Type.Union([Type.Literal("capital"), Type.Literal("city"), Type.Literal("town")]),
      at: Position,
    }),
  ),
  /** How far a line may be off where nothing else is said of it. */
  accuracyKm: Type.Optional(Type.Number()),
  source: Type.String(),
  disclaimer: Type.Optional(Type.String()),
});
export type Basemap = Static<typeof BasemapSchema>;

/** GET /api/v1/regions/:region/places: the zones that agreements speak of, as they can be drawn. */
export const PlacesSchema = Type.Object({
  zones: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      /** Agreements that use the zone. */
      instruments: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
      rules: Type.Array(Type.String()),
      parties: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
      accuracyKm: Type.Number(),
      unmapped: Type.Array(Type.String()),
      sources: Type.Array(Type.String()),
      /** The zone as pieces that do not overlap. */
      polygons: Type.Array(Type.Array(Line)),
      /** Where it ends; within `accuracyKm` of it neither inside nor outside is known. */
      edge: Type.Array(Line),
    }),
  ),
});
export type Places = Static<typeof PlacesSchema>;

const Filter = Type.Optional(Type.String({ maxLength: 120 }));

/** What is asked of the situation; filters leave the others standing in `facets`. */
export const SituationQuery = Type.Object({
  ...StandpointQuery.properties,
  threat: Filter,
  party: Filter,
  kind: Filter,
  /** Name of a place, as the list writes it. */
  place: Filter,
  /** Id of a zone: what may lie in it. */
  zone: Filter,
  /** First and last day on which it may have happened: "2021", "2021-04" or "2021-04-28". */
  from: Type.Optional(Type.String({ maxLength: 10 })),
  to: Type.Optional(Type.String({ maxLength: 10 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  after: Type.Optional(Type.String({ maxLength: 500 })),
});
export type SituationQuery = Static<typeof SituationQuery>;

/** Something that happened: a row of the region's timeline, or a record that the asking body may see. */
export const HappeningSchema = Type.Object({
  id: Type.String(),
  from: Type.Union([Type.Literal("timeline"), Type.Literal("record")]),
  kind: Type.String(),
  kindName: Type.String(),
  title: Type.String(),
  parties: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  /** When it happened, as precisely as its source says: "2021-04-28", "2002-10", "1999". */
  date: Type.String(),
  end: Type.Optional(Type.String()),
  /** First and last day that the dates allow. */
  firstDay: Type.String(),
  lastDay: Type.String(),
  /** When it was written down. */
  recorded: Type.String(),
  placeName: Type.Optional(Type.String()),
  place: Type.Optional(
    Type.Object({ lat: Type.Number(), lon: Type.Number(), accuracyKm: Type.Optional(Type.Number()) }),
  ),
  instrument: Type.Optional(Type.Object({ id: Type.String(), name: Type.String() })),
  threats: Type.Array(Type.String()),
  source: Type.String(),
  confidence: Type.Optional(ConfidenceSchema),
  /** Rests on general knowledge alone, or sources that are not sure. */
  unverified: Type.Boolean(),
  dispute: Type.Optional(Type.Object({ question: Type.String(), reason: Type.String() })),
  note: Type.Optional(Type.String()),
});
export type Happening = Static<typeof HappeningSchema>;

const Facet = Type.Array(Type.Object({ id: Type.String(), name: Type.String(), count: Type.Integer() }));

/** One section of a border, how it stands, and what that rests on. */
export const BorderSectionSchema = Type.Object({
  id: Type.String(),
  /** The pair it belongs to, as in the base map: "KGZ-TJK". */
  border: Type.String(),
  between: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  status: BorderStatusSchema,
  part: Type.Optional(Type.String()),
  since: Type.Optional(Type.String()),
  until: Type.Optional(Type.String()),
  /** The line as one side draws it; only where it is disputed. */
  view: Type.Optional(Type.Object({ id: Type.String(), name: Type.String() })),
  /** Absent: the line of the base map between the two. */
  line: Type.Optional(Line),
  accuracyKm: Type.Optional(Type.Number()),
  acts: Type.Array(
    Type.Object({
      of: Type.Union([Type.Literal("instrument"), Type.Literal("event")]),
      id: Type.String(),
      title: Type.String(),
      date: Type.Optional(Type.String()),
    }),
  ),
  source: Type.Optional(Type.String()),
  confidence: Type.Optional(ConfidenceSchema),
  unverified: Type.Boolean(),
  note: Type.Optional(Type.String()),
});
export type BorderSection = Static<typeof BorderSectionSchema>;

/** What a table says of what it covers; of a partial one others may exist that are not in it. */
const TablesSchema = Type.Array(
  Type.Object({
    table: Type.String(),
    partial: Type.Boolean(),
    of: Type.Optional(Type.String()),
    asOf: Type.Optional(Type.String()),
  }),
);

/** GET /api/v1/regions/:region/borders */
export const BordersSchema = Type.Object({
  standpoint: StandpointSchema,
  sections: Type.Array(BorderSectionSchema),
  tables: TablesSchema,
});
export type Borders = Static<typeof BordersSchema>;

/** GET /api/v1/regions/:region/situation */
export const SituationSchema = Type.Object({
  standpoint: StandpointSchema,
  happenings: Type.Array(HappeningSchema),
  /** Pass it as `after` to go on; absent at the end. */
  next: Type.Optional(Type.String()),
  /** Of all that match: how many, how many have no place, how many were left out of the look because there are too many. */
  total: Type.Integer(),
  unplaced: Type.Integer(),
  notLooked: Type.Integer(),
  /** Written down after the asked known-at. */
  learnedLater: Type.Integer(),
  /** Lie after the asked as-of. */
  ahead: Type.Integer(),
  /** Every match with a place or a date, in short, for map and time line. */
  marks: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.String(),
      title: Type.String(),
      firstDay: Type.String(),
      lastDay: Type.String(),
      lat: Type.Optional(Type.Number()),
      lon: Type.Optional(Type.Number()),
      accuracyKm: Type.Optional(Type.Number()),
      unverified: Type.Boolean(),
      recorded: Type.Boolean(),
    }),
  ),
  facets: Type.Object({ kinds: Facet, parties: Facet, threats: Facet, places: Facet, zones: Facet }),
  threats: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      definition: Type.Optional(Type.String()),
      category: Type.String(),
      instruments: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
      programmes: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
      duties: Type.Array(Type.String()),
      events: Type.Integer(),
      source: Type.String(),
      confidence: ConfidenceSchema,
    }),
  ),
  tables: TablesSchema,
});
export type Situation = Static<typeof SituationSchema>;
