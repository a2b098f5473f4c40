import { propose } from "./nearest.ts";
import { readPlaces } from "./places.ts";
import type { Problem } from "./problem.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { Region, RegionFile, TableCoverage } from "./region.ts";
import { emptyTables, type RegionTables, readRegionTable } from "./region-tables.ts";
import { TABLE_ORDER, TABLES, type TableName } from "./table-shapes.ts";
import { isTimeZone } from "./time-zone.ts";
import { isTranslationFile, readTranslations } from "./translation-rows.ts";
import { isWorkingDay } from "./working-calendar.ts";
import { readYaml, type YamlReader } from "./yaml-reader.ts";

const FILE = "region.yaml";
const LOCK = "vocabulary.lock.json";
const KEYS = [
  "format",
  "version",
  "id",
  "name",
  "fictional",
  "training",
  "time_zone",
  "note",
  "disclaimer",
  "focus",
  "us",
  "horizon_days",
  "world_wide",
  "tables",
  "places",
  "records",
] as const;
const TABLE_KEYS = ["file", "coverage", "of", "as_of"] as const;
const DEFAULT_HORIZON_DAYS = 90;

/**
 * Reads a region from its files (path inside the folder → text). `region.yaml` says what the region is and which
 * tables it has; the vocabulary (`vocabulary.accord.md`, or the files of `vocabulary/`) and every other `.accord.md` file are passed through for the compiler, places
 * and records for their readers. Every `translations/LANG.csv` is read too. Always gives a region, holding whatever was sound; everything else is a problem with
 * file and line. Refused: unknown keys, columns and references, impossible dates, tables that do not say what they cover.
 */
export function readRegion(files: ReadonlyMap<string, string>): {
  readonly region: Region;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const reader = readYaml(FILE, files.get(FILE), KEYS, problems);
  const tables = emptyTables();
  const declared = declaredTables(reader, files);
  for (const table of TABLE_ORDER) {
    const coverage = declared.get(table);
    const text = coverage && files.get(coverage.file);
    if (coverage !== undefined && text !== undefined) readRegionTable(table, coverage.file, text, tables, problems);
  }
  reportUnknownDisputes(tables, problems);
  warnUnread(files, [...declared.values()], problems);
  const format = reader.text("format");
  if (format !== undefined && format !== "kelisim-region")
    reader.fault("format", `must be kelisim-region, not "${format}"`);
  const version = reader.number("version");
  if (version !== undefined && version !== 1) reader.fault("version", `is ${version}; this program reads version 1`);
  const timeZone = reader.text("time_zone") ?? "UTC";
  if (!isTimeZone(timeZone))
    reader.fault("time_zone", `"${timeZone}" is not a time zone`, 'an IANA name, such as "Asia/Tashkent"');
  const partyIds = new Set(tables.parties.map((party) => party.id));
  const parties = (key: string) =>
    reader.list(key).filter((id) => {
      if (partyIds.has(id)) return true;
      reader.fault(key, `there is no party "${id.slice(0, 40)}"`, propose(id, partyIds));
      return false;
    });
  const placesPath = reader.text("places");
  const places = placesPath === undefined ? undefined : soundPlaces(placesPath, files, reader, problems);
  const id = reader.need("id") ?? "region";
  const translations = readTranslations(files, id, tables, places, problems);
  const fictional = reader.flag("fictional") ?? false;
  const horizon = reader.number("horizon_days");
  if (horizon !== undefined && !(Number.isInteger(horizon) && horizon >= 1 && horizon <= 3660)) {
    reader.fault("horizon_days", "must be a whole number of days from 1 to 3660");
  }
  const note = reader.text("note");
  const disclaimer = reader.text("disclaimer");
  const lock = files.get(LOCK);
  const region: Region = {
    id,
    name: reader.need("name") ?? id,
    fictional,
    training: reader.flag("training") ?? fictional,
    timeZone: isTimeZone(timeZone) ? timeZone : "UTC",
    ...(note === undefined ? {} : { note }),
    ...(disclaimer === undefined ? {} : { disclaimer }),
    focus: parties("focus"),
    us: parties("us"),
    worldWide: reader.list("world_wide"),
    horizonDays: horizon !== undefined && horizon >= 1 && horizon <= 3660 ? Math.floor(horizon) : DEFAULT_HORIZON_DAYS,
    parties: tables.parties,
    sources: tables.sources,
    organisations: tables.organisations,
    facts: tables.facts,
    sides: tables.sides,
    modifiers: tables.modifiers,
    channels: tables.channels,
    calendars: Object.fromEntries(
      [...tables.calendars].map(([name, calendar]) => [name, (day: number) => isWorkingDay(calendar, day)]),
    ),
    programmes: tables.programmes,
    timeline: tables.timeline,
    threats: tables.threats,
    indicators: tables.indicators,
    claims: tables.claims,
    printed: tables.printed,
    decisions: tables.decisions,
    purposes: tables.purposes,
    sameFigures: tables.sameFigures,
    undertakings: tables.undertakings,
    powers: tables.powers,
    engagements: tables.engagements,
    engagementKinds: tables.engagementKinds,
    codings: tables.codings,
    priorityRules: tables.priorityRules,
    definitions: tables.definitions,
    borders: tables.borders,
    towns: tables.towns,
    glossary: tables.glossary,
    organisationCodes: tables.organisationCodes,
    indexFigures: tables.indexFigures,
    disputes: tables.disputes,
    citations: tables.citations,
    translations,
    tables: [...declared.values()],
    ...(places === undefined ? {} : { places }),
    accordFiles: accordFiles(files),
    ...(lock === undefined ? {} : { vocabularyLock: { path: LOCK, text: lock } }),
    recordFiles: reader.list("records").map((path) => {
      const text = files.get(path);
      return text === undefined ? { path } : { path, text };
    }),
  };
  return { region, problems };
}

/** Vocabulary first, then the others by path, so that the same files always compile in the same order. */
function accordFiles(files: ReadonlyMap<string, string>): readonly RegionFile[] {
  const rank = (path: string) => (/^vocabulary(\.accord\.md$|\/)/.test(path) ? 0 : 1);
  return [...files]
    .filter(([path]) => path.endsWith(".accord.md"))
    .map(([path, text]) => ({ path, text }))
    .sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
}

/** The places, if they are GeoJSON at all; features that are not sound are reported and later left out. */
function soundPlaces(
  path: string,
  files: ReadonlyMap<string, string>,
  reader: YamlReader,
  problems: Problem[],
): Region["places"] {
  const text = files.get(path);
  if (text === undefined) {
    reader.fault("places", `there is no file "${path.slice(0, 100)}"`, propose(path, files.keys()));
    return undefined;
  }
  const report = (refusal: Refusal, line: number) => {
    const mend = refusal.mend === undefined ? {} : { mend: refusal.mend };
    problems.push({ code: "region/places", severity: "error", file: path, line, message: refusal.refusal, ...mend });
  };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const line = /\(line (\d+) column \d+\)/.exec(said)?.[1];
    report(refuse(`not JSON: ${said.slice(0, 200)}`), line === undefined ? 1 : Number(line));
    return undefined;
  }
  for (const fault of readPlaces(json).faults) report(fault, 1);
  return { path, text, json };
}

function declaredTables(reader: YamlReader, files: ReadonlyMap<string, string>): ReadonlyMap<TableName, TableCoverage> {
  const declared = new Map<TableName, TableCoverage>();
  for (const [table, entry] of reader.maps("tables")) {
    const name = TABLE_ORDER.find((known) => known === table);
    if (name === undefined) {
      reader.fault("tables", `there is no table "${table.slice(0, 40)}"`, propose(table, Object.keys(TABLES)), table);
      continue;
    }
    entry.onlyKeys(TABLE_KEYS);
    const file = entry.text("file") ?? `${name}.csv`;
    const coverage = entry.need("coverage");
    const of = entry.text("of");
    const asOf = entry.date("as_of");
    if (!files.has(file)) {
      reader.fault("tables", `${table}: there is no file "${file.slice(0, 100)}"`, propose(file, files.keys()), table);
      continue;
    }
    if (coverage !== undefined && coverage !== "partial" && coverage !== "complete") {
      entry.fault("coverage", `must be partial or complete, not "${coverage.slice(0, 40)}"`);
    }
    declared.set(name, {
      table: name,
      file,
      // What does not say that it is complete is not taken for complete.
      coverage: coverage === "complete" ? "complete" : "partial",
      ...(of === undefined ? {} : { of }),
      ...(asOf === undefined ? {} : { asOf }),
    });
  }
  return declared;
}

/** A row may only take part in a dispute of which the region tells. */
function reportUnknownDisputes(tables: RegionTables, problems: Problem[]): void {
  const ids = [...tables.disputeIds];
  for (const [id, rows] of tables.disputed) {
    if (tables.disputeIds.has(id)) continue;
    const mend = propose(id, ids) ?? "add it to disputes.csv, with the question and why it is not settled";
    for (const { file, line } of rows) {
      const message = `dispute: there is no dispute "${id.slice(0, 40)}"`;
      problems.push({ code: "table/missing-reference", severity: "error", file, line, message, mend });
    }
  }
}

/** A table that lies in the folder but is not declared would be dropped in silence. */
function warnUnread(files: ReadonlyMap<string, string>, declared: readonly TableCoverage[], problems: Problem[]): void {
  for (const path of files.keys()) {
    if (!path.endsWith(".csv") || isTranslationFile(path) || declared.some((table) => table.file === path)) continue;
    problems.push({
      code: "region/undeclared-table",
      severity: "warning",
      file: path,
      message: `${path} is not read`,
      why: "region.yaml does not name it under tables",
      mend: "name it there, with what it covers, or take it away",
    });
  }
}
