import { parseClauseList } from "./clause-list.ts";
import type { Confidence } from "./confidence.ts";
import { type CivilDay, type Dated, formatDated, parseDated } from "./dated.ts";
import { STATUS_ACTS } from "./fact-shapes.ts";
import type { Fact, StatusFact } from "./facts.ts";
import { ALWAYS } from "./instant.ts";
import { propose } from "./nearest.ts";
import type { Party } from "./party.ts";
import type { Problem } from "./problem.ts";
import { isRefusal, refuse } from "./refusal.ts";
import type { Channel, Modifier, Organisation, SideRow, Source } from "./region.ts";
import { readTable, type TableRow, type TableShape } from "./table.ts";

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

/** What the tables of a region say, gathered while they are read in order. */
export interface RegionTables {
  readonly sources: Source[];
  readonly parties: Party[];
  readonly organisations: Organisation[];
  readonly facts: Fact[];
  readonly sides: SideRow[];
  readonly modifiers: Modifier[];
  readonly channels: Channel[];
  readonly calendars: Map<string, WorkingCalendar>;
}

interface WorkingCalendar {
  readonly weekend: Set<number>;
  readonly holidays: Set<CivilDay>;
  readonly working: Set<CivilDay>;
}

const PARTY_KINDS = ["state", "organisation", "organ"] as const;
const MODIFIER_ACTS = ["excludes", "suspends", "threshold", "zone", "note"] as const;
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

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

export function emptyTables(): RegionTables {
  return {
    sources: [],
    parties: [],
    organisations: [],
    facts: [],
    sides: [],
    modifiers: [],
    channels: [],
    calendars: new Map(),
  };
}

/** Reads one table into `tables`; what is wrong goes to `problems`, and the rows concerned are left out. */
export function readRegionTable(
  table: TableName,
  file: string,
  text: string,
  tables: RegionTables,
  problems: Problem[],
): void {
  const references = referencesOf(tables);
  const seen = new Map<string, number>();
  readTable(file, text, TABLES[table], problems, (row) => ROW_READERS[table](row, tables, references, seen));
}

interface References {
  readonly sources: ReadonlyMap<string, Source>;
  readonly parties: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
}

function referencesOf(tables: RegionTables): References {
  return {
    sources: new Map(tables.sources.map((source) => [source.id, source])),
    parties: new Set(tables.parties.map((party) => party.id)),
    organisations: new Set(tables.organisations.map((organisation) => organisation.id)),
  };
}

type RowReader = (row: TableRow, tables: RegionTables, references: References, seen: Map<string, number>) => void;

const ROW_READERS: { readonly [T in TableName]: RowReader } = {
  sources(row, tables, _references, seen) {
    const id = uniqueId(row, seen);
    const title = row.need("title");
    const kind = row.need("kind");
    if (id === undefined || title === undefined || kind === undefined) return;
    tables.sources.push({ id, title, kind, ...given({ address: row.text("address"), note: row.text("note") }) });
  },
  parties(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    const name = row.need("name");
    const kind = row.oneOf("kind", PARTY_KINDS);
    sourced(row, references);
    if (id === undefined || name === undefined || kind === undefined || !row.sound()) return;
    tables.parties.push({ id, name, kind, ...given({ shortName: row.text("short_name"), iso: row.text("iso") }) });
  },
  organisations(row, tables, references, seen) {
    const id = uniqueId(row, seen);
    const name = row.need("name");
    const kind = row.need("kind");
    const about = given({
      shortName: row.text("short_name"),
      founded: row.date("founded"),
      dissolved: row.date("dissolved"),
      seat: row.text("seat"),
      purpose: row.text("purpose"),
    });
    const source = sourced(row, references);
    if (id === undefined || name === undefined || kind === undefined || source === undefined || !row.sound()) return;
    tables.organisations.push({ id, name, kind, ...about, ...source });
  },
  memberships(row, tables, references, seen) {
    const organisation = known(row, "organisation", row.need("organisation"), references.organisations, "organisation");
    const party = known(row, "party", row.need("party"), references.parties, "party");
    const status = row.need("status");
    const period = given({ from: row.date("from"), to: row.date("to") });
    const source = sourced(row, references);
    if (organisation === undefined || party === undefined || status === undefined) return;
    const id = `membership:${organisation}:${party}:${status}${datePart(period.from)}`;
    if (isRepeated(row, id, seen) || source === undefined || !row.sound()) return;
    if (period.from !== undefined && period.to !== undefined && latest(period.from) > latest(period.to)) {
      row.fault("to", refuse("is earlier than from", "to is the first day no longer"));
      return;
    }
    tables.facts.push({ kind: "membership", id, known: ALWAYS, organisation, party, status, ...period, ...source });
  },
  status(row, tables, references, seen) {
    const instrument = row.need("instrument");
    const party = knownOrAll(row, "party", references);
    const act = row.oneOf("act", STATUS_ACTS);
    const dates = given({
      actDate: row.date("act_date"),
      effectDate: row.date("effect_date"),
      provisionalFrom: row.date("provisional_from"),
      clauses: row.text("clauses") === undefined ? undefined : row.read("clauses", parseClauseList),
    });
    const source = sourced(row, references);
    if (instrument === undefined || party === undefined || act === undefined) return;
    const id = `status:${instrument}:${party}:${act}${datePart(dates.effectDate ?? dates.actDate)}`;
    if (isRepeated(row, id, seen) || source === undefined || !row.sound()) return;
    tables.facts.push({ kind: "status", id, known: ALWAYS, instrument, party, act, ...dates, ...source });
  },
  sides(row, tables, references, seen) {
    const instrument = row.need("instrument");
    const side = row.need("side");
    const members = row.list("members");
    if (members.length === 0) row.fault("members", refuse("is empty", "name the parties of the side"));
    for (const member of members) known(row, "members", member, references.parties, "party");
    const source = sourced(row, references);
    if (instrument === undefined || side === undefined || isRepeated(row, `${instrument}:${side}`, seen)) return;
    if (source === undefined || !row.sound()) return;
    tables.sides.push({ instrument, side, members, ...given({ whoSpeaks: row.text("who_speaks") }), ...source });
  },
  modifiers(row, tables, references, seen) {
    readModifier(row, tables, references, seen);
  },
  channels(row, tables, references, seen) {
    const clause = row.need("clause");
    const channel = row.need("channel");
    const source = sourced(row, references);
    if (clause === undefined || isRepeated(row, clause, seen)) return;
    if (channel === undefined || source === undefined || !row.sound()) return;
    tables.channels.push({ clause, channel, ...source });
  },
  calendars(row, tables, references) {
    const name = row.need("calendar");
    const kind = row.oneOf("kind", ["weekend", "holiday", "working day"]);
    const value = row.need("value");
    sourced(row, references);
    if (name === undefined || kind === undefined || value === undefined || !row.sound()) return;
    const calendar = tables.calendars.get(name) ?? { weekend: new Set(), holidays: new Set(), working: new Set() };
    tables.calendars.set(name, calendar);
    if (kind === "weekend") {
      for (const part of row.list("value")) {
        const weekday = (WEEKDAYS as readonly string[]).indexOf(part);
        if (weekday < 0)
          row.fault("value", refuse(`"${part.slice(0, 20)}" is not a weekday`, `one of ${WEEKDAYS.join(", ")}`));
        else calendar.weekend.add(weekday);
      }
      return;
    }
    const day = parseDated(value);
    if (isRefusal(day)) row.fault("value", day);
    else if (typeof day !== "number")
      row.fault("value", refuse(`"${value}" is no single day`, "write it like 2026-03-21"));
    else (kind === "holiday" ? calendar.holidays : calendar.working).add(day);
  },
};

function readModifier(row: TableRow, tables: RegionTables, references: References, seen: Map<string, number>): void {
  const instruments = row.list("instrument");
  const parties = row.list("party");
  if (instruments.length === 0) row.fault("instrument", refuse("is empty", "name the instruments"));
  if (parties.length === 0) row.fault("party", refuse("is empty", 'name the parties, or "*"'));
  for (const party of parties) if (party !== "*") known(row, "party", party, references.parties, "party");
  const kind = row.need("kind");
  const acts = row.oneOf("acts", MODIFIER_ACTS);
  const effect = row.need("effect");
  const clauses = row.read("clauses", parseClauseList) ?? [];
  const dates = given({ actDate: row.date("act_date"), from: row.date("from") });
  const source = sourced(row, references);
  if (acts === "excludes" && clauses.length === 0) {
    row.fault("clauses", refuse("is empty", "name the clauses that do not apply, or let the row act as a note"));
  }
  if (acts === "excludes" && parties.includes("*"))
    row.fault("party", refuse("a reservation has one maker", "name the party"));
  const threshold = acts === "threshold" ? readThreshold(row) : undefined;
  if (kind === undefined || acts === undefined || effect === undefined || source === undefined || !row.sound()) return;
  tables.modifiers.push({ instruments, parties, kind, acts, clauses, effect, ...dates, ...source });
  for (const instrument of instruments) {
    for (const party of parties) {
      const id = `${acts}:${instrument}:${party}${datePart(dates.from ?? dates.actDate)}:${clauses[0] ?? "all"}`;
      const head = { id, known: ALWAYS, instrument, party, ...source };
      if (acts !== "zone" && acts !== "note" && isRepeated(row, id, seen)) continue;
      const from = dates.from === undefined ? {} : { from: dates.from };
      if (acts === "excludes") tables.facts.push({ kind: "reservation", ...head, clauses, ...from, effect });
      if (acts === "threshold" && threshold !== undefined)
        tables.facts.push({ kind: "threshold", ...head, ...threshold, ...from });
      if (acts === "suspends") tables.facts.push(suspension(head, clauses, dates));
    }
  }
}

/** A suspension's `from` is its effect date; without one it may hold from the act date, and its binding is unverified. */
function suspension(
  head: Omit<StatusFact, "kind" | "act">,
  clauses: readonly string[],
  dates: { readonly actDate?: Dated; readonly from?: Dated },
): StatusFact {
  return {
    kind: "status",
    act: "suspension",
    ...head,
    ...(clauses.length === 0 ? {} : { clauses }),
    ...(dates.actDate === undefined ? {} : { actDate: dates.actDate }),
    ...(dates.from === undefined ? {} : { effectDate: dates.from }),
  };
}

function readThreshold(row: TableRow): { readonly name: string; readonly value: number } | undefined {
  const name = row.need("name");
  const text = row.need("value");
  if (name === undefined || text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return { name, value: Number(text) };
  row.fault("value", refuse(`"${text.slice(0, 40)}" is not a whole number`));
  return undefined;
}

/** Source, confidence and note of a row. Where the region has a table of sources, the ids must stand in it. */
function sourced(
  row: TableRow,
  references: References,
): { readonly source: string; readonly confidence: Confidence; readonly note?: string } | undefined {
  const confidence = row.confidence();
  const cell = row.need("source");
  if (cell === undefined || confidence === undefined) return undefined;
  const note = given({ note: row.text("note") });
  if (references.sources.size === 0) return { source: cell, confidence, ...note };
  const titles: string[] = [];
  for (const id of row.list("source")) {
    const source = references.sources.get(id);
    if (source !== undefined) titles.push(`${source.title} [${id}]`);
    else row.fault("source", refuse(`there is no source "${id.slice(0, 40)}"`, propose(id, references.sources.keys())));
  }
  return { source: titles.join("; "), confidence, ...note };
}

function uniqueId(row: TableRow, seen: Map<string, number>): string | undefined {
  const id = row.need("id");
  if (id === undefined) return undefined;
  if (/[\s;:+*]/.test(id)) {
    row.fault("id", refuse(`"${id.slice(0, 40)}" has a space or one of ; : + *`, "those have a meaning of their own"));
    return undefined;
  }
  return isRepeated(row, id, seen) ? undefined : id;
}

function isRepeated(row: TableRow, id: string, seen: Map<string, number>): boolean {
  const first = seen.get(id);
  if (first === undefined) {
    seen.set(id, row.line);
    return false;
  }
  row.fault(
    "row",
    refuse(
      `${id} stands on line ${first} already`,
      "keep one of them, or tell them apart by date",
      "table/repeated-row",
    ),
  );
  return true;
}

function known(
  row: TableRow,
  column: string,
  id: string | undefined,
  ids: ReadonlySet<string>,
  what: string,
): string | undefined {
  if (id === undefined || ids.has(id)) return id;
  row.fault(column, refuse(`there is no ${what} "${id.slice(0, 40)}"`, propose(id, ids), "table/missing-reference"));
  return undefined;
}

function knownOrAll(row: TableRow, column: string, references: References): string | undefined {
  const id = row.need(column);
  return id === "*" ? id : known(row, column, id, references.parties, "party");
}

function datePart(date: Dated | undefined): string {
  return date === undefined ? "" : `:${formatDated(date)}`;
}

function latest(date: Dated): CivilDay {
  return typeof date === "number" ? date : date.last;
}

/** The fields of an object that are given at all: a missing cell leaves no field. */
function given<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Only fields without a value were taken out.
  return Object.fromEntries(kept) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** Whether a day is a working day: a day named as working, else neither a weekend day nor a holiday. */
export function isWorkingDay(calendar: WorkingCalendar, day: CivilDay): boolean {
  if (calendar.working.has(day)) return true;
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7;
  return !calendar.weekend.has(weekday) && !calendar.holidays.has(day);
}
