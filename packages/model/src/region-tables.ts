import { cite } from "./citations.ts";
import { parseClauseList } from "./clause-list.ts";
import { lastDay, parseDated } from "./dated.ts";
import { STATUS_ACTS } from "./fact-shapes.ts";
import type { Fact } from "./facts.ts";
import { ALWAYS } from "./instant.ts";
import { readIndexFigure, readOrganisationCode } from "./institution-rows.ts";
import type { IndexFigure, OrganisationCode } from "./institutions.ts";
import { readModifier } from "./modifier-rows.ts";
import { backed, OBSERVATION_READERS } from "./observation-rows.ts";
import type {
  BorderSection,
  Citation,
  Claim,
  Decision,
  Dispute,
  GlossaryTerm,
  Indicator,
  PrintedFigures,
  Programme,
  PurposeRow,
  SameFigure,
  Threat,
  TimelineEvent,
  Town,
  Undertaking,
} from "./observations.ts";
import type { Party } from "./party.ts";
import { POWER_READERS } from "./power-rows.ts";
import type { Coding, DefinitionRow, EngagementCode, EngagementRow, Power, WordRule } from "./powers.ts";
import type { Problem } from "./problem.ts";
import { isRefusal, refuse } from "./refusal.ts";
import type { Channel, Modifier, Organisation, SideRow, Source } from "./region.ts";
import { readTable, type TableRow } from "./table.ts";
import {
  datePart,
  given,
  isRepeated,
  known,
  knownOrAll,
  type References,
  referencesOf,
  sourced,
  uniqueId,
} from "./table-cells.ts";
import { TABLES, type TableName } from "./table-shapes.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

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
  readonly programmes: Programme[];
  readonly timeline: TimelineEvent[];
  readonly threats: Threat[];
  readonly indicators: Indicator[];
  readonly claims: Claim[];
  readonly printed: PrintedFigures[];
  readonly decisions: Decision[];
  readonly purposes: PurposeRow[];
  readonly sameFigures: SameFigure[];
  readonly undertakings: Undertaking[];
  readonly powers: Power[];
  readonly engagements: EngagementRow[];
  readonly engagementKinds: EngagementCode[];
  readonly codings: Coding[];
  readonly priorityRules: WordRule[];
  readonly definitions: DefinitionRow[];
  readonly borders: BorderSection[];
  readonly towns: Town[];
  readonly glossary: GlossaryTerm[];
  readonly organisationCodes: OrganisationCode[];
  readonly indexFigures: IndexFigure[];
  readonly disputes: Dispute[];
  readonly disputeIds: Set<string>;
  readonly citations: Citation[];
  /** Rows that name a dispute, by its id. */
  readonly disputed: Map<string, Dispute["rows"]>;
  /** Checks to be made when the table being read has been read to its end. */
  readonly pending: (() => void)[];
}

const PARTY_KINDS = ["state", "organisation", "organ"] as const;
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

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
    programmes: [],
    timeline: [],
    threats: [],
    indicators: [],
    claims: [],
    printed: [],
    decisions: [],
    purposes: [],
    sameFigures: [],
    undertakings: [],
    powers: [],
    engagements: [],
    engagementKinds: [],
    codings: [],
    priorityRules: [],
    definitions: [],
    borders: [],
    towns: [],
    glossary: [],
    organisationCodes: [],
    indexFigures: [],
    disputes: [],
    disputeIds: new Set(),
    citations: [],
    disputed: new Map(),
    pending: [],
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
  const references = referencesOf(table, tables);
  const seen = new Map<string, number>();
  readTable(file, text, TABLES[table], problems, (row) => ROW_READERS[table](row, tables, references, seen));
  for (const check of tables.pending.splice(0)) check();
}

type RowReader = (row: TableRow, tables: RegionTables, references: References, seen: Map<string, number>) => void;

const ROW_READERS: { readonly [T in TableName]: RowReader } = {
  ...OBSERVATION_READERS,
  "organisation-codes": readOrganisationCode,
  "index-figures": readIndexFigure,
  ...POWER_READERS,
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
    const instruments = cite(row, "instruments", "instrument", tables, row.list("instruments"));
    const about = given({
      instruments: instruments.length === 0 ? undefined : instruments,
      shortName: row.text("short_name"),
      founded: row.date("founded"),
      dissolved: row.date("dissolved"),
      seat: row.text("seat"),
      purpose: row.text("purpose"),
      dates: backed(row, "dates", references),
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
    if (period.from !== undefined && period.to !== undefined && lastDay(period.from) > lastDay(period.to)) {
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
    if (dates.clauses !== undefined && act !== "suspension" && act !== "resumption") {
      row.fault("clauses", refuse(`a row of ${act} is about the whole agreement`, "only a suspension names clauses"));
    }
    cite(row, "clauses", "clause", tables, dates.clauses);
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
    const clause = cite(row, "clause", "clause", tables, [row.need("clause")])[0];
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
