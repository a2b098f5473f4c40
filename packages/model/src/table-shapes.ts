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
  undertakings: {
    name: "undertakings",
    required: ["id", "decided_at", "undertaking", "by", "source", "confidence"],
    optional: ["decided_on", "to", "due", "entry"],
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
  "undertakings",
  "borders",
  "towns",
  "disputes",
];
