import { refuse } from "./refusal.ts";
import type { RegionTables } from "./region-tables.ts";
import type { TableRow } from "./table.ts";
import { isRepeated, type References, sourced } from "./table-cells.ts";

/** The language from which terms are translated: every term has a row in it. */
const FIRST = "en";
/** A primary language, perhaps with script or region: "kk", "uz-Latn" (RFC 5646, section 2.1). */
const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const ID = /^[a-z][a-z0-9-]*$/;

/**
 * Reads a row of glossary.csv: how one language says a fixed term of the field, and by which beginnings of words one finds it in a text.
 * A term has one row a language, and one in English; each row has a source of its own.
 */
export function readGlossary(
  row: TableRow,
  tables: RegionTables,
  references: References,
  seen: Map<string, number>,
): void {
  const id = row.need("id");
  const language = row.need("language");
  const term = row.need("term");
  if (id !== undefined && !ID.test(id))
    row.fault("id", refuse(`"${id.slice(0, 40)}" is no id of a term`, "small Latin letters, such as border-crossing"));
  if (language !== undefined && !TAG.test(language))
    row.fault("language", refuse(`"${language.slice(0, 20)}" is no tag of a language`, "such as kk or uz"));
  const stems = row.list("stems").map((stem) => stem.toLowerCase());
  if (term !== undefined && stems.length > 0 && !holdsStem(term, stems))
    row.fault("stems", refuse(`no word of "${term.slice(0, 60)}" begins with one of them`, `such as ${term}`));
  const source = sourced(row, references);
  if (id === undefined || language === undefined || term === undefined || source === undefined || !row.sound()) return;
  if (isRepeated(row, `${id} in ${language}`, seen)) return;
  // The English row may stand further down: judged when the table has been read.
  if (language !== FIRST)
    tables.pending.push(() => {
      if (!tables.glossary.some((other) => other.id === id && other.language === FIRST))
        row.fault("id", refuse(`the term "${id}" has no row in English`, `add ${id},${FIRST},...`));
    });
  tables.glossary.push({ id, language, term, stems: stems.length === 0 ? [term.toLowerCase()] : stems, ...source });
}

/**
 * Whether a text holds one of the stems: a word, or several words one after the other, that begins with it, in small or large letters.
 *
 * @example holdsStem("Шекарадағы оқиға", ["шекара"]) // true
 */
export function holdsStem(text: string, stems: readonly string[]): boolean {
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}ʻʼ'’-]+/gu, " ")} `;
  return stems.some((stem) => words.includes(` ${stem}`));
}
