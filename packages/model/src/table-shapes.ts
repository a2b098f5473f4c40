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
    optional: ["short_name", "founded", "dissolved", "seat", "purpose"],
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
];
