import type { Found } from "@kelisim/api";
import type { Records } from "@kelisim/store";
import { citation, type Words } from "@kelisim/words";

type Result = Found["results"][number];

/** So many of each kind are given. */
const EACH = 8;

/**
 * What bears all the words in its id, title or name, in any case: agreements, clauses, parties of the region, and
 * records that this body may read. Those whose title or id begins with the text come first.
 */
export async function find(text: string, words: Words, records: Records): Promise<Result[]> {
  const wanted = plain(text);
  const parts = wanted.split(" ").filter((part) => part !== "");
  if (parts.length === 0) return [];
  const best = (all: readonly Result[]) =>
    all
      .map((result) => ({ result, rank: rank(result, wanted, parts) }))
      .filter(({ rank: found }) => found >= 0)
      .sort((a, b) => a.rank - b.rank || a.result.title.localeCompare(b.result.title, words.language))
      .slice(0, EACH)
      .map(({ result }) => result);
  const { instruments } = words.program;
  const found = await records.page({ text, limit: EACH });
  return [
    ...best(
      instruments.map(({ id, title }) => {
        const name = words.names.instrument(id);
        return { kind: "instrument" as const, id, title: name, ...(name === title ? {} : { note: title }) };
      }),
    ),
    ...best(
      instruments.flatMap((instrument) =>
        instrument.clauses.map((clause) => ({
          kind: "clause" as const,
          id: clause.id,
          title: clause.title,
          note: `${clause.id}, ${words.names.instrument(instrument.id)} ${citation(clause)}`,
          instrument: instrument.id,
        })),
      ),
    ),
    ...best(words.region.parties.map(({ id }) => ({ kind: "party" as const, id, title: words.names.party(id) }))),
    ...found.records.map(({ record }) => ({
      kind: "record" as const,
      id: record.id,
      title: words.kind(record.kind),
      note: record.id,
    })),
  ];
}

/** 0: begins with the text; 1: a word begins with it; 2: all parts stand in it somewhere; -1: not found. */
function rank({ id, title, note }: Result, wanted: string, parts: readonly string[]): number {
  const all = plain(`${title} ${id} ${note ?? ""}`);
  if (!parts.every((part) => all.includes(part))) return -1;
  if (plain(title).startsWith(wanted) || plain(id).startsWith(wanted)) return 0;
  return all.includes(` ${wanted}`) ? 1 : 2;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[\s\u00a0]+/g, " ")
    .trim();
