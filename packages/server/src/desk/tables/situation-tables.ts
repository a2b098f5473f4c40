import type { SituationQuery } from "@kelisim/api";
import { situationOf } from "../situation/situation.ts";
import { BACKING, backing, dated, listed, type TableDefinition } from "./table.ts";

const FILTERS = ["threat", "party", "kind", "place", "zone", "from", "to", "show", "event"];

/** What happened, as the list beside the map has it: the region's timeline and the records of this view. */
export const timelineTable: TableDefinition = {
  id: "timeline",
  title: { en: "Events", ru: "События" },
  columns: [
    "id",
    "date",
    "end",
    "recorded",
    "what",
    "title",
    "parties",
    "instrument",
    "place",
    "lat",
    "lon",
    "threats",
    "unverified",
    ...BACKING,
  ],
  from: ["timeline"],
  obeys: FILTERS,
  async rows({ node, view, viewer, asked, filters }) {
    const query = { ...filters, limit: Number.MAX_SAFE_INTEGER, after: undefined } as unknown as SituationQuery;
    const { happenings } = await situationOf(node, view.desk, viewer, asked, query);
    return happenings.map((each) => ({
      id: each.id,
      date: each.date,
      end: each.end,
      recorded: each.recorded,
      what: each.kindName,
      title: each.title,
      parties: listed(each.parties.map(({ id }) => id)),
      instrument: each.instrument?.id,
      place: each.placeName,
      lat: each.place?.lat,
      lon: each.place?.lon,
      threats: listed(each.threats),
      unverified: each.unverified ? "row" : "",
      source: each.source,
      confidence: each.confidence,
      dispute: each.dispute?.question,
      note: each.note,
    }));
  },
};

export const bordersTable: TableDefinition = {
  id: "borders",
  title: { en: "Borders", ru: "Границы" },
  columns: ["id", "between", "part", "status", "from", "to", "instruments", "view", ...BACKING],
  from: ["borders"],
  obeys: FILTERS,
  rows: ({ words }) =>
    words.region.borders.map((row) => ({
      id: row.id,
      between: listed(row.between),
      part: row.part,
      status: row.status,
      from: dated(row.from),
      to: dated(row.to),
      instruments: listed(row.instruments),
      view: row.view,
      ...backing(row),
    })),
};

export const threatsTable: TableDefinition = {
  id: "threats",
  title: { en: "Threats", ru: "Угрозы" },
  columns: ["id", "name", "category", "definition", "instruments", "programmes", "duties", ...BACKING],
  from: ["threats"],
  obeys: FILTERS,
  rows: ({ words, filters }) =>
    words.region.threats
      .filter(({ id }) => filters.threat === undefined || id === filters.threat)
      .map((row) => ({
        id: row.id,
        name: words.names.threat(row),
        category: row.category,
        definition: row.definition,
        instruments: listed(row.instruments),
        programmes: listed(row.programmes),
        duties: listed(row.duties),
        ...backing(row),
      })),
};
