import { type Clause, type Instrument, type Kind, type Program, sectionsOf } from "@kelisim/accord/program";
import { readsOf } from "@kelisim/draft";
import { type Dated, formatDated, type Region } from "@kelisim/model";
import { citation, dayWords, type Names, ruleFacts } from "@kelisim/words";
import { aspectWords } from "../diff/aspect-words.ts";
import { texts } from "../texts/index.ts";
import { examplesOf } from "./examples.ts";

const say = texts.doc;
/** Anchors that the page itself has. */
const PAGE_ANCHORS = ["text", "contents", "parties", "kinds", "sources"];

export interface DocClause {
  readonly id: string;
  readonly title: string;
  readonly form: string;
  readonly article: string;
  readonly facts: readonly (readonly [label: string, text: string])[];
  /** Number of the footnote. */
  readonly source: number;
  readonly confidence: string;
  readonly example: string | undefined;
  readonly version: string;
  readonly code: string;
}

export interface DocSection {
  readonly heading: string;
  readonly anchor: string;
  readonly blocks: readonly { readonly prose: string; readonly clauses: readonly DocClause[] }[];
}

/** Everything that a page about an instrument says, in words, before it is laid out. */
export interface DocPage {
  readonly region: string;
  readonly fictional: boolean;
  readonly id: string;
  readonly title: string;
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly parties: readonly {
    readonly party: string;
    readonly act: string;
    readonly done: string;
    readonly effect: string;
    readonly confidence: string;
    readonly source: number;
    readonly note: string;
  }[];
  readonly remarks: readonly { readonly text: string; readonly source: number }[];
  readonly sections: readonly DocSection[];
  readonly kinds: readonly {
    readonly name: string;
    readonly title: string;
    readonly form: string;
    readonly attributes: readonly string[];
    readonly clauses: readonly string[];
  }[];
  readonly sources: readonly string[];
}

/** Gathers the page of an instrument from its text, its program and the tables of the region. */
export function gatherPage(
  region: Region,
  files: readonly { readonly path: string; readonly text: string }[],
  instrument: Instrument,
  program: Program,
  names: Names,
): DocPage {
  const sources: string[] = [];
  const footnote = (source: string): number => {
    const words = withAddresses(source, region);
    if (!sources.includes(words)) sources.push(words);
    return sources.indexOf(words) + 1;
  };
  const examples = examplesOf(region, files, instrument, names);
  const text = files.find(({ path }) => path === instrument.file)?.text ?? "";
  footnote(instrument.source);
  const parties = partiesOf(region, instrument, names, footnote);
  const remarks = remarksOf(region, instrument, names, footnote);
  const sections = sectionsOf(text, instrument, program, PAGE_ANCHORS).map(({ heading, anchor, blocks }) => ({
    heading,
    anchor,
    blocks: blocks.map(({ prose, clauses }) => ({
      prose,
      clauses: clauses.map(({ clause, code }): DocClause => {
        const placed = { clause, instrument };
        return {
          id: clause.id,
          title: clause.title,
          form: texts.diff.forms[
            clause.kind === "limit" && clause.form === "prohibition" ? "prohibition" : clause.kind
          ],
          article: texts.articleOf(citation(clause), clause.articleAssumed !== undefined),
          facts: clauseFacts(placed, names),
          source: footnote(clause.source ?? instrument.source),
          confidence: texts.diff.confidence[clause.confidence],
          example: examples.get(clause.id),
          version: clause.hash.slice(0, 12),
          code,
        };
      }),
    })),
  }));
  return {
    region: region.name,
    fictional: region.fictional,
    id: instrument.id,
    title: instrument.title,
    facts: headFacts(region, instrument, names),
    parties,
    remarks,
    sections,
    kinds: kindsOf(instrument, program),
    sources,
  };
}

/** A rule in words: what a clause page says, and what it leaves to the program. */
function clauseFacts(
  placed: { clause: Clause; instrument: Instrument },
  names: Names,
): readonly (readonly [string, string])[] {
  const { clause } = placed;
  const facts = ruleFacts(placed, names).map(({ label, text }): readonly [string, string] => [label, text]);
  const labels = new Set(facts.map(([label]) => label));
  for (const aspect of ["opening", "silence", "counting", "excess", "priority", "channel"] as const) {
    if (aspect === "channel" && labels.has(texts.factChannel)) continue;
    const words = aspectWords(aspect, placed, names);
    if (words !== "") facts.push([say.labels[aspect], words]);
  }
  if (clause.kind === "limit" && clause.unlessConsent) facts.push([say.labels.consent, texts.diff.unlessConsent]);
  return facts;
}

function headFacts(region: Region, instrument: Instrument, names: Names): readonly (readonly [string, string])[] {
  const facts: (readonly [string, string])[] = [[say.kind, say.kinds[instrument.kind]]];
  if (instrument.signed !== undefined) {
    const [year, month, day] = instrument.signed.split("-").map(Number) as [number, number, number];
    facts.push([
      say.signed,
      say.signedAt(dayWords(Date.UTC(year, month - 1, day) / 86_400_000, texts, false), instrument.place ?? ""),
    ]);
  }
  for (const { name, members } of instrument.sides) {
    const row = region.sides.find((side) => side.instrument === instrument.id && side.side === name);
    facts.push([
      say.side(name),
      say.sideMembers(
        members.map((id) => names.party(id)),
        row?.whoSpeaks ?? "",
      ),
    ]);
  }
  const zones = Object.entries(instrument.zones);
  if (zones.length > 0) facts.push([say.zones, zones.map(([name, id]) => say.zone(name, id)).join(", ")]);
  facts.push([say.timeZone, instrument.timeZone], [say.confidence, texts.diff.confidence[instrument.confidence]]);
  return facts;
}

function partiesOf(
  region: Region,
  instrument: Instrument,
  names: Names,
  footnote: (source: string) => number,
): DocPage["parties"] {
  const rows = region.facts.flatMap((fact) =>
    fact.kind === "status" && fact.instrument === instrument.id ? [fact] : [],
  );
  const name = (id: string) => (id === "*" ? say.forAll : names.party(id));
  const order = (id: string) => (id === "*" ? "" : names.party(id));
  return rows
    .map((fact, index) => ({ fact, index }))
    .sort((a, b) => order(a.fact.party).localeCompare(order(b.fact.party), "en") || a.index - b.index)
    .map(({ fact }) => ({
      party: name(fact.party),
      act: fact.act,
      done: dateWords(fact.actDate) ?? "",
      effect:
        dateWords(fact.effectDate) ??
        (fact.provisionalFrom === undefined
          ? fact.act === "signature"
            ? ""
            : say.unknownEffect
          : say.provisional(dateWords(fact.provisionalFrom)!)),
      confidence: texts.diff.confidence[fact.confidence],
      source: footnote(fact.source),
      note: [
        fact.clauses === undefined || fact.clauses.length === 0 ? "" : say.onlyClauses(fact.clauses),
        fact.note ?? "",
      ]
        .filter((text) => text !== "")
        .join("; "),
    }));
}

/** Reservations, declarations, suspensions and what else changes how it applies. */
function remarksOf(
  region: Region,
  instrument: Instrument,
  names: Names,
  footnote: (source: string) => number,
): DocPage["remarks"] {
  return region.modifiers
    .filter(({ instruments }) => instruments.includes(instrument.id))
    .map((row) => ({
      text: say.remark(
        row.parties.map((id) => (id === "*" ? say.forAll : names.party(id))),
        row.kind,
        row.effect,
        row.clauses,
        dateWords(row.from) ?? "",
        texts.diff.confidence[row.confidence],
        row.note ?? "",
      ),
      source: footnote(row.source),
    }));
}

function kindsOf(instrument: Instrument, program: Program): DocPage["kinds"] {
  const all = program.instruments.flatMap(({ clauses }) => clauses);
  const used = new Map<string, string[]>();
  for (const clause of instrument.clauses) {
    for (const name of readsOf([clause], all).keys()) used.set(name, [...(used.get(name) ?? []), clause.id]);
  }
  const newest = new Map<string, Kind>();
  for (const kind of program.vocabulary)
    if ((newest.get(kind.name)?.version ?? 0) < kind.version) newest.set(kind.name, kind);
  return [...used]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, clauses]) => {
      const kind = newest.get(name);
      return kind === undefined
        ? []
        : [
            {
              name,
              title: kind.title,
              form: say.forms[kind.form],
              attributes: kind.attributes.map((each) => say.attribute(each.name, typeWords(each.type), each.required)),
              clauses,
            },
          ];
    });
}

function typeWords(type: Kind["attributes"][number]["type"]): string {
  if (type.type === "choice") return type.of.join(" | ");
  if (type.type === "record") return type.of;
  return type.type === "amount" ? type.unit : type.type;
}

function dateWords(date: Dated | undefined): string | undefined {
  if (date === undefined) return undefined;
  return typeof date === "number" ? dayWords(date, texts, false) : formatDated(date);
}

/** A source with the address under which the region's table lists it. */
function withAddresses(source: string, region: Region): string {
  const addresses = [...source.matchAll(/\[(\w+)\]/g)].flatMap(
    ([, id]) => region.sources.find((each) => each.id === id)?.address ?? [],
  );
  return [source, ...new Set(addresses)].join(". ");
}
