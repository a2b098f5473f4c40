import { propose } from "./nearest.ts";
import { readPlaces } from "./places.ts";
import type { Problem } from "./problem.ts";
import { refuse } from "./refusal.ts";
import type { Region } from "./region.ts";
import type { RegionTables } from "./region-tables.ts";
import { readTable, type TableRow, type TableShape } from "./table.ts";
import { isRepeated } from "./table-cells.ts";
import { TRANSLATED, TRANSLATED_FIELDS, type Translated, type TranslationRow, translationKey } from "./translation.ts";

/** One file a language, named by it (BCP 47: language, script, region). */
const TRANSLATION_FILE = /^translations\/([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)\.csv$/;

const SHAPE: TableShape = { name: "translations", required: ["of", "id", "field", "text", "status"], optional: [] };

/** Whether a file of a region holds translations, and so needs no entry under tables. */
export function isTranslationFile(path: string): boolean {
  return TRANSLATION_FILE.test(path);
}

/**
 * Reads every `translations/LANG.csv` of a region: language → rows. A name or title given twice is an error and the
 * first one stays; a party, an event or another row of a table that the region does not have is a warning and its row is
 * left out. What the agreements and the vocabulary name is judged by `checkTranslations`, once these are compiled.
 */
export function readTranslations(
  files: ReadonlyMap<string, string>,
  region: string,
  tables: RegionTables,
  places: Region["places"],
  problems: Problem[],
): ReadonlyMap<string, readonly TranslationRow[]> {
  const languages = new Map<string, readonly TranslationRow[]>();
  const known = knownIds(region, tables, places);
  for (const [file, text] of files) {
    const language = TRANSLATION_FILE.exec(file)?.[1];
    if (language === undefined) continue;
    const rows: TranslationRow[] = [];
    const seen = new Map<string, number>();
    readTable(file, text, SHAPE, problems, (row) => {
      const translation = readRow(row, known, seen);
      if (translation !== undefined) rows.push(translation);
    });
    languages.set(language, rows);
  }
  return languages;
}

type KnownIds = { readonly [T in Translated]?: ReadonlySet<string> };

function knownIds(region: string, tables: RegionTables, places: Region["places"]): KnownIds {
  const ids = (rows: readonly { readonly id: string }[]) => new Set(rows.map((row) => row.id));
  const mapped = places === undefined ? [] : readPlaces(places.json).features;
  return {
    // Others that figures of indices are set beside have names too.
    region: new Set([region, ...tables.indexFigures.flatMap((row) => row.region?.id ?? [])]),
    party: ids(tables.parties),
    organisation: ids(tables.organisations),
    threat: ids(tables.threats),
    timeline: ids(tables.timeline),
    programme: ids(tables.programmes),
    engagement: ids(tables.engagements),
    definition: ids(tables.definitions),
    dispute: ids(tables.disputes),
    category: new Set([
      ...tables.timeline.map((event) => event.what),
      ...tables.threats.map((threat) => threat.category),
      ...tables.organisations.map((organisation) => organisation.kind),
      ...tables.definitions.map((definition) => definition.term),
    ]),
    place: new Set([
      ...mapped.map((feature) => feature.name),
      ...tables.timeline.flatMap((event) => event.placeName ?? []),
      ...tables.towns.map((town) => town.name),
    ]),
  };
}

function readRow(row: TableRow, known: KnownIds, seen: Map<string, number>): TranslationRow | undefined {
  const of = row.oneOf("of", TRANSLATED);
  const id = row.need("id");
  const text = row.need("text");
  const status = row.oneOf("status", ["draft", "reviewed"]);
  if (of === undefined) return undefined;
  const field = row.oneOf("field", TRANSLATED_FIELDS[of]);
  if (id === undefined || field === undefined || isRepeated(row, translationKey(of, id, field), seen)) return undefined;
  const ids = known[of];
  if (ids !== undefined && !ids.has(id)) {
    const said = `there is no ${of} "${id.slice(0, 60)}"`;
    row.fault("id", refuse(said, propose(id, ids), "region/unknown-translation"), "warning");
    return undefined;
  }
  if (text === undefined || status === undefined || !row.sound()) return undefined;
  return { of, id, field, text, status, file: row.file, line: row.line };
}
