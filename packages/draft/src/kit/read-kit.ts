import { compile, type SourceFile } from "@kelisim/accord";
import type { Clause, Instrument, Kind } from "@kelisim/accord/program";
import { BrokenKit, type Kit, type KitArticle, type KitNumber, type KitPart, type KitWord } from "./kit.ts";
import { namedNumbers } from "./numbers.ts";
import { readsOf } from "./reads.ts";

/** The name of the zone in the clauses of the kit, and its place in the kit's own compilation. */
export const ZONE = "BorderZone";
const KIT_ZONE = "kit-zone";
const WORDS = "words";

/**
 * Reads the drafting kit. Takes the `.accord.md` files of its folder (`words.accord.md` declares the kinds, every other
 * file is a part) and its frame. The files are compiled as they stand, so that the kit can hold nothing that is no
 * agreement text; a kit that does not compile or lacks a section throws `BrokenKit`.
 */
export function readKit(files: readonly SourceFile[], frame: string): Kit {
  const { program, problems } = compile(files, { parties: [], zones: [KIT_ZONE] });
  const faults = problems.filter(({ severity }) => severity !== "info");
  if (faults[0]) throw new BrokenKit(`${faults[0].file}:${faults[0].line}: ${faults[0].message}`);
  const kinds = new Map(program.vocabulary.map((kind) => [kind.name, kind]));
  const clauses = program.instruments.flatMap((instrument) => instrument.clauses);
  const words = new Map<string, KitWord>();
  const parts: KitPart[] = [];
  for (const { path, text } of files) {
    const id = path.replace(/^.*\//, "").replace(/\.accord\.md$/, "");
    if (id === WORDS) for (const word of wordsOf(text, kinds)) words.set(word.kind.name, word);
    else parts.push(partOf(id, text, instrumentOf(program.instruments, id), clauses));
  }
  for (const part of parts) {
    for (const need of part.needs) {
      if (!parts.some((other) => other.id === need)) throw new BrokenKit(`${part.id} needs ${need}, which is no part`);
    }
    for (const name of part.reads.keys()) if (!words.has(name)) throw new BrokenKit(`${part.id}: no word ${name}`);
  }
  return { parts, words, frame };
}

function instrumentOf(instruments: readonly Instrument[], id: string): Instrument {
  const found = instruments.find((instrument) => instrument.id === `DRAFT_${id}`);
  if (found === undefined) throw new BrokenKit(`${id} declares no instrument DRAFT_${id}`);
  return found;
}

function wordsOf(text: string, kinds: ReadonlyMap<string, Kind>): readonly KitWord[] {
  return [...text.matchAll(/^(?:notice|event) (\w+)[^{]*\{[^}]*\}/gm)].map(([written, name = ""]) => {
    const kind = kinds.get(name);
    if (kind === undefined) throw new BrokenKit(`${WORDS}: ${name} cannot be read`);
    return { kind, text: written };
  });
}

function partOf(id: string, text: string, instrument: Instrument, clauses: readonly Clause[]): KitPart {
  const [opening = "", ...sections] = text.split(/^## /m);
  const title = /^# (.+)$/m.exec(opening)?.[1];
  const summary = /^# .+\n+((?:.+\n)+)/m.exec(opening)?.[1]?.trim();
  if (title === undefined || summary === undefined) throw new BrokenKit(`${id} has no title or no summary`);
  const articles: KitArticle[] = [];
  let decide: string | undefined;
  for (const section of sections) {
    const [heading = "", ...lines] = section.split("\n");
    const body = lines.join("\n").trim();
    const article = /^Article (\d+): (.+)$/.exec(heading);
    if (article) articles.push({ heading: article[2]!, text: body });
    else if (heading === "What to decide") decide = body;
    else throw new BrokenKit(`${id}: a section "${heading}" has no place in the kit`);
  }
  if (decide === undefined || articles.length === 0) throw new BrokenKit(`${id} lacks articles or what to decide`);
  return {
    id,
    title,
    summary,
    needs: /^\*\*Needs\.\*\* (.+)$/m.exec(opening)?.[1]?.split(", ") ?? [],
    articles,
    decide,
    numbers: numbersOf(id, articles, decide),
    zone: ZONE in instrument.zones,
    reads: readsOf(instrument.clauses, clauses),
  };
}

function numbersOf(id: string, articles: readonly KitArticle[], decide: string): readonly KitNumber[] {
  const numbers = new Map<string, KitNumber>();
  for (const { name, value } of articles.flatMap((article) => namedNumbers(article.text))) {
    const line = decide.split("\n").find((each) => each.includes(`\`${name}\``));
    const about = line === undefined ? undefined : /^- .*?: (.+)$/.exec(line)?.[1];
    if (about === undefined) throw new BrokenKit(`${id}: what to decide does not speak of ${name}`);
    const before = numbers.get(name);
    if (!Number.isSafeInteger(value) || (before !== undefined && before.standard !== value))
      throw new BrokenKit(`${id}: ${name} has no one value`);
    numbers.set(name, { name, standard: value, about });
  }
  return [...numbers.values()];
}
