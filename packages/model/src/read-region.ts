import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { type Dated, parseDated } from "./dated.ts";
import { propose } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { isRefusal } from "./refusal.ts";
import type { Region, RegionFile, TableCoverage } from "./region.ts";
import { emptyTables, isWorkingDay, readRegionTable, TABLE_ORDER, TABLES, type TableName } from "./region-tables.ts";
import { isTimeZone } from "./time-zone.ts";

const FILE = "region.yaml";
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
  "tables",
  "places",
  "records",
] as const;
const TABLE_KEYS = ["file", "coverage", "of", "as_of"] as const;
const DEFAULT_HORIZON_DAYS = 90;

/**
 * Reads a region from its files (path inside the folder → text). `region.yaml` says what the region is and which
 * tables it has; `vocabulary.accord.md` and every other `.accord.md` file are passed through for the compiler, places
 * and records for their readers. Always gives a region, holding whatever was sound; everything else is a problem with
 * file and line. Refused: unknown keys, columns and references, impossible dates, tables that do not say what they cover.
 */
export function readRegion(files: ReadonlyMap<string, string>): {
  readonly region: Region;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const reader = readYaml(files.get(FILE), problems);
  const tables = emptyTables();
  const declared = declaredTables(reader, files);
  for (const table of TABLE_ORDER) {
    const coverage = declared.get(table);
    const text = coverage && files.get(coverage.file);
    if (coverage !== undefined && text !== undefined) readRegionTable(table, coverage.file, text, tables, problems);
  }
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
  const places = placesPath === undefined ? undefined : passThrough(placesPath, "places", files, reader);
  const fictional = reader.flag("fictional") ?? false;
  const horizon = reader.number("horizon_days");
  if (horizon !== undefined && !(Number.isInteger(horizon) && horizon >= 1 && horizon <= 3660)) {
    reader.fault("horizon_days", "must be a whole number of days from 1 to 3660");
  }
  const note = reader.text("note");
  const disclaimer = reader.text("disclaimer");
  const region: Region = {
    id: reader.need("id") ?? "region",
    name: reader.need("name") ?? reader.text("id") ?? "region",
    fictional,
    training: reader.flag("training") ?? fictional,
    timeZone: isTimeZone(timeZone) ? timeZone : "UTC",
    ...(note === undefined ? {} : { note }),
    ...(disclaimer === undefined ? {} : { disclaimer }),
    focus: parties("focus"),
    us: parties("us"),
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
    tables: [...declared.values()],
    ...(places === undefined ? {} : { places }),
    accordFiles: accordFiles(files),
    recordFiles: reader.list("records").map((path) => {
      const text = files.get(path);
      return text === undefined ? { path } : { path, text };
    }),
  };
  return { region, problems };
}

/** Vocabulary first, then the others by path, so that the same files always compile in the same order. */
function accordFiles(files: ReadonlyMap<string, string>): readonly RegionFile[] {
  const rank = (path: string) => (path.endsWith("vocabulary.accord.md") ? 0 : 1);
  return [...files]
    .filter(([path]) => path.endsWith(".accord.md"))
    .map(([path, text]) => ({ path, text }))
    .sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
}

function passThrough(
  path: string,
  key: string,
  files: ReadonlyMap<string, string>,
  reader: YamlReader,
): RegionFile | undefined {
  const text = files.get(path);
  if (text !== undefined) return { path, text };
  reader.fault(key, `there is no file "${path.slice(0, 100)}"`, propose(path, files.keys()));
  return undefined;
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

/** A table that lies in the folder but is not declared would be dropped in silence. */
function warnUnread(files: ReadonlyMap<string, string>, declared: readonly TableCoverage[], problems: Problem[]): void {
  for (const path of files.keys()) {
    if (!path.endsWith(".csv") || declared.some((table) => table.file === path)) continue;
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

/** Reads keys of one YAML map; every fault is located at the value, else at the key's map. */
interface YamlReader {
  text(key: string): string | undefined;
  need(key: string): string | undefined;
  flag(key: string): boolean | undefined;
  number(key: string): number | undefined;
  date(key: string): Dated | undefined;
  list(key: string): readonly string[];
  maps(key: string): readonly (readonly [string, YamlReader])[];
  onlyKeys(known: readonly string[]): void;
  /** `inner`: a key of the map that stands under `key`. */
  fault(key: string, message: string, mend?: string, inner?: string): void;
}

function readYaml(text: string | undefined, problems: Problem[]): YamlReader {
  const lines = new LineCounter();
  const report = (message: string, mend: string | undefined, offset: number | undefined) => {
    const place = offset === undefined ? { line: 1, col: 1 } : lines.linePos(offset);
    const mending = mend === undefined ? {} : { mend };
    const located = { file: FILE, line: Math.max(1, place.line), column: Math.max(1, place.col) };
    problems.push({ code: "region/yaml", severity: "error", ...located, message, ...mending });
  };
  if (text === undefined) {
    report("there is no region.yaml", "a region is a folder with a region.yaml", undefined);
    return yamlReader(undefined, () => {});
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  for (const error of [...document.errors, ...document.warnings])
    report(`not YAML: ${error.message}`, undefined, error.pos[0]);
  if (!isMap(document.contents)) {
    report("region.yaml must hold keys and values", `keys: ${KEYS.join(", ")}`, undefined);
    return yamlReader(undefined, () => {});
  }
  const reader = yamlReader(document.contents, report);
  reader.onlyKeys(KEYS);
  return reader;
}

function yamlReader(
  map: YAMLMap | undefined,
  report: (message: string, mend: string | undefined, offset: number | undefined) => void,
): YamlReader {
  const node = (key: string): Node | undefined => map?.get(key, true) as Node | undefined;
  const fault: YamlReader["fault"] = (key, message, mend, inner) => {
    const value = node(key);
    const deeper = inner !== undefined && isMap(value) ? (value.get(inner, true) as Node | undefined) : undefined;
    report(`${key}: ${message}`, mend, (deeper ?? value ?? map)?.range?.[0]);
  };
  const scalar = (key: string): unknown => {
    const value = node(key);
    if (value === undefined || value === null) return undefined;
    if (isScalar(value)) return value.value ?? undefined;
    fault(key, "must be one value");
    return undefined;
  };
  const text = (key: string): string | undefined => {
    const value = scalar(key);
    if (value === undefined) return undefined;
    if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
    // A bare year or number is meant as written.
    const source = (node(key) as { source?: string }).source;
    return source ?? String(value);
  };
  return {
    text,
    fault,
    need(key) {
      const value = text(key);
      if (value === undefined && map !== undefined) fault(key, "is missing");
      return value;
    },
    flag(key) {
      const value = scalar(key);
      if (value === true || value === "yes") return true;
      if (value === false || value === "no") return false;
      if (value !== undefined) fault(key, "must be yes or no");
      return undefined;
    },
    number(key) {
      const value = scalar(key);
      if (value === undefined || typeof value === "number") return value;
      fault(key, "must be a number");
      return undefined;
    },
    date(key) {
      const value = text(key);
      if (value === undefined) return undefined;
      const date = parseDated(value);
      if (!isRefusal(date)) return date;
      fault(key, date.refusal, date.mend);
      return undefined;
    },
    list(key) {
      const value = node(key);
      if (value === undefined || value === null || (isScalar(value) && value.value === null)) return [];
      if (isSeq(value) && value.items.every((item) => isScalar(item) && typeof item.value === "string")) {
        return value.items.map((item) => (isScalar(item) ? String(item.value) : ""));
      }
      fault(key, "must be a list of names", "write [A, B]");
      return [];
    },
    maps(key) {
      const value = node(key);
      if (value === undefined || value === null || (isScalar(value) && value.value === null)) return [];
      if (!isMap(value)) {
        fault(key, "must hold keys and values");
        return [];
      }
      return value.items.map((item) => {
        const name = isScalar(item.key) ? String(item.key.value) : "";
        if (item.value !== null && isMap(item.value)) return [name, yamlReader(item.value, report)] as const;
        fault(key, `${name} must hold keys and values`, "write {file: parties.csv, coverage: partial}", name);
        return [name, yamlReader(undefined, report)] as const;
      });
    },
    onlyKeys(known) {
      for (const item of map?.items ?? []) {
        const name = isScalar(item.key) ? String(item.key.value) : "";
        if (known.includes(name)) continue;
        const mend = propose(name, known) ?? `keys: ${known.join(", ")}`;
        const offset = isScalar(item.key) ? item.key.range?.[0] : map?.range?.[0];
        report(`there is no key "${name.slice(0, 60)}"`, mend, offset);
      }
    },
  };
}
