import type { Kind, Program } from "@kelisim/accord/program";
import type { FormField, KindForm, Kinds } from "@kelisim/api";
import type { Words } from "@kelisim/words";
import type { Desk } from "../desk.ts";

const MOST_PLACES = 400;

/** The kinds that can be entered, each in its newest version, by title. */
export function kindsOf(desk: Desk, words: Words): Kinds {
  const spoken = clausesByKind(desk.program);
  return {
    kinds: newest(words.program)
      .map(({ name, form, title }) => ({ name, form, title, clauses: spoken.get(name)?.length ?? 0 }))
      .sort((a, b) => a.title.localeCompare(b.title, words.language)),
  };
}

/** What a form asks for to write a record of a kind; undefined where the vocabulary has no such kind. */
export function kindForm(desk: Desk, words: Words, name: string): KindForm | undefined {
  const kind = newest(words.program).find((each) => each.name === name);
  if (kind === undefined) return undefined;
  const spoken = clausesByKind(desk.program).get(name) ?? [];
  const speaking = new Set(spoken.map(({ instrument }) => instrument));
  const channels = new Set(spoken.flatMap(({ channel }) => (channel === undefined ? [] : [channel])));
  return {
    name,
    version: kind.version,
    form: kind.form,
    title: kind.title,
    speaks: kind.form === "notice" || kind.actor === undefined,
    fields: words.fields(kind).map((field, index) => formField(field, kind, index, words)),
    instruments: words.program.instruments
      .map(({ id }) => ({ id, name: words.names.instrument(id), speaks: speaking.has(id) }))
      .sort((a, b) => Number(b.speaks) - Number(a.speaks) || a.name.localeCompare(b.name, words.language)),
    channels: [...channels].sort(),
    places: kind.attributes.some(({ type }) => type.type === "place") ? namedPlaces(desk, words) : [],
  };
}

function formField(field: ReturnType<Words["fields"]>[number], kind: Kind, index: number, words: Words): FormField {
  const { type } = field;
  const { min, max } = kind.attributes[index]!;
  return {
    name: field.name,
    label: field.label,
    type: type.type,
    required: field.required,
    actor: field.actor,
    ...(type.type === "amount" ? { unit: words.say.amountUnit(type.unit) } : {}),
    ...(type.type === "record" ? { of: type.of, ofTitle: words.kind(type.of) } : {}),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    choices: [...field.choices],
  };
}

function newest({ vocabulary }: Program): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const kind of vocabulary) {
    const before = kinds.get(kind.name);
    if (before === undefined || before.version < kind.version) kinds.set(kind.name, kind);
  }
  return [...kinds.values()];
}

interface Speaking {
  readonly instrument: string;
  readonly channel: string | undefined;
}

const remembered = new WeakMap<Program, ReadonlyMap<string, readonly Speaking[]>>();

/** Which clauses name a kind: as what gives rise to them, as the act they ask for, or in a condition. */
function clausesByKind(program: Program): ReadonlyMap<string, readonly Speaking[]> {
  const known = remembered.get(program);
  if (known !== undefined) return known;
  const names = new Set(program.vocabulary.map(({ name }) => name));
  const found = new Map<string, Speaking[]>();
  for (const { id, clauses } of program.instruments)
    for (const clause of clauses) {
      const kinds = new Set<string>();
      collect(clause, names, kinds);
      for (const kind of kinds) {
        const list = found.get(kind) ?? [];
        list.push({ instrument: id, channel: clause.channel });
        found.set(kind, list);
      }
    }
  remembered.set(program, found);
  return found;
}

/** A program names kinds of records under the key `record` (`records` where there are several). */
function collect(value: unknown, names: ReadonlySet<string>, found: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const texts = key === "record" || key === "records" ? [item].flat() : [];
    for (const text of texts) if (typeof text === "string" && names.has(text)) found.add(text);
    collect(item, names, found);
  }
}

/** Places that the region's timeline names with a point. */
function namedPlaces({ region }: Desk, words: Words): KindForm["places"] {
  const places = new Map<string, { lat: number; lon: number }>();
  for (const { placeName, place } of region.timeline)
    if (placeName !== undefined && place !== undefined && !places.has(placeName)) places.set(placeName, place);
  const label = region.translations.get(words.language)?.filter((row) => row.of === "place");
  const named = new Map(label?.map((row) => [row.id, row.text]));
  return [...places]
    .slice(0, MOST_PLACES)
    .map(([name, { lat, lon }]) => ({ name: named.get(name) ?? name, lat, lon }))
    .sort((a, b) => a.name.localeCompare(b.name, words.language));
}
