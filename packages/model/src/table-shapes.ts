import type { TableShape } from "./table.ts";

/** The tables a region may have, and their columns. A row's `source` holds ids of sources.csv, between semicolons. */
export const TABLES = {
  sources: { name: "sources", required: ["id", "title", "kind"], optional: ["address"] },
  parties: {
    name: "parties",
    required: ["id", "name", "kind", "source", "confidence"],
    optional: ["short_name", "iso"],
  },
  organisations: {
    name: "organisations",
    required: ["id", "name", "kind", "source", "confidence"],
    optional: [
      "short_name",
      "founded",
      "dissolved",
      "seat",
      "purpose",
      "instruments",
      "dates_source",
      "dates_confidence",
    ],
  },
  memberships: {
    name: "memberships",
    required: ["organisation", "party", "status", "from", "to", "source", "confidence"],
    optional: [],
  },
  status: {
    name: "status",
    required: ["instrument", "party", "act", "act_date", "effect_date", "source", "confidence"],
    optional: ["provisional_from", "clauses"],
  },
  sides: {
    name: "sides",
    required: ["instrument", "side", "members", "source", "confidence"],
    optional: ["who_speaks"],
  },
  modifiers: {
    name: "modifiers",
    required: ["instrument", "party", "kind", "acts", "clauses", "effect", "source", "confidence"],
    optional: ["act_date", "from", "name", "value"],
  },
  channels: { name: "channels", required: ["clause", "channel", "source", "confidence"], optional: [] },
  calendars: {
    name: "calendars",
    required: ["calendar", "kind", "value", "source", "confidence"],
    optional: [],
  },
  programmes: {
    name: "programmes",
    required: ["id", "name", "donors", "countries", "start", "end", "budget", "currency", "source", "confidence"],
    optional: ["implementers", "themes", "dates_source", "dates_confidence", "budget_source", "budget_confidence"],
  },
  timeline: {
    name: "timeline",
    required: ["id", "date", "recorded", "what", "title", "actors", "source", "confidence"],
    optional: ["end", "instrument", "place", "lat", "lon"],
  },
  threats: {
    name: "threats",
    required: ["id", "name", "category", "source", "confidence"],
    optional: ["definition", "instruments", "programmes", "duties", "kinds"],
  },
  indicators: {
    name: "indicators",
    required: ["id", "party", "indicator", "period", "value", "unit", "source", "confidence"],
    optional: [],
  },
  claims: {
    name: "claims",
    required: ["id", "claim", "source", "confidence"],
    optional: ["location", "subject", "predicate", "object", "assessment", "period", "contradicts", "check", "threats"],
  },
  printed: {
    name: "printed",
    required: ["id", "kind", "figures", "source", "confidence"],
    optional: ["unit", "location", "claim"],
  },
  decisions: {
    name: "decisions",
    required: ["claim", "state", "date", "source", "confidence"],
    optional: ["location"],
  },
  purposes: { name: "purposes", required: ["threat", "codes", "source", "confidence"], optional: ["words"] },
  same_figures: {
    name: "same_figures",
    required: ["indicator", "dataset", "measured", "source", "confidence"],
    optional: [],
  },
  undertakings: {
    name: "undertakings",
    required: ["id", "decided_at", "undertaking", "by", "source", "confidence"],
    optional: ["decided_on", "to", "due", "entry"],
  },
  powers: { name: "powers", required: ["id", "source", "confidence"], optional: [] },
  engagements: {
    name: "engagements",
    required: ["id", "power", "states", "kind", "title", "from", "to", "source", "confidence"],
    optional: ["seen"],
  },
  "engagement-kinds": {
    name: "engagement-kinds",
    required: ["of", "id", "kind", "source", "confidence"],
    optional: [],
  },
  codings: {
    name: "codings",
    required: ["id", "statement", "actor", "threat", "weight", "coder", "source", "confidence"],
    optional: [],
  },
  "priority-rules": {
    name: "priority-rules",
    required: ["id", "threat", "words", "weight", "source", "confidence"],
    optional: [],
  },
  definitions: {
    name: "definitions",
    required: ["id", "term", "actor", "definition", "source", "confidence"],
    optional: ["location"],
  },
  borders: {
    name: "borders",
    required: ["id", "between", "status", "source", "confidence"],
    optional: ["part", "from", "to", "instruments", "events", "view", "line", "accuracy_km"],
  },
  towns: {
    name: "towns",
    required: ["name", "lat", "lon", "kind", "source", "confidence"],
    optional: [],
  },
  glossary: {
    name: "glossary",
    required: ["id", "language", "term", "source", "confidence"],
    optional: ["stems"],
  },
  "organisation-codes": {
    name: "organisation-codes",
    required: ["organisation", "list", "code", "source", "confidence"],
    optional: [],
  },
  "index-figures": {
    name: "index-figures",
    required: ["component", "period", "figure", "source", "confidence"],
    optional: ["region", "region_name", "states"],
  },
  disputes: { name: "disputes", required: ["id", "question", "reason", "source", "confidence"], optional: [] },
} as const satisfies Record<string, TableShape>;

export type TableName = keyof typeof TABLES;

/** Order in which tables are read: what others refer to comes first. */
export const TABLE_ORDER: readonly TableName[] = [
  "sources",
  "parties",
  "organisations",
  "memberships",
  "status",
  "sides",
  "modifiers",
  "channels",
  "calendars",
  "programmes",
  "timeline",
  "threats",
  "indicators",
  "claims",
  "printed",
  "decisions",
  "purposes",
  "same_figures",
  "undertakings",
  "powers",
  "engagements",
  "engagement-kinds",
  "codings",
  "priority-rules",
  "definitions",
  "borders",
  "towns",
  "organisation-codes",
  "index-figures",
  "glossary",
  "disputes",
];
