import type { ContentField } from "@kelisim/api";
import { createRecordReader, type Kind, type Value, type WrittenRecord } from "@kelisim/model";
import { valueWords, type Words } from "@kelisim/words";

/** So many attributes stand in the line of a list. */
const IN_SUMMARY = 3;

/** The kind of a record in its own version; undefined for a withdrawal, a fact, or a kind that is not known here. */
export function kindOf(words: Words, { kind, version = 1 }: Pick<WrittenRecord, "kind" | "version">): Kind | undefined {
  return words.program.vocabulary.find((each) => each.name === kind && each.version === version);
}

/**
 * What a record says, attribute by attribute in the order of its kind, in the language of `words`. What cannot be read as the
 * kind asks, and the content of a fact, stands as it is written: nothing that a record says is left out.
 */
export function contentWords(record: WrittenRecord, words: Words): ContentField[] {
  const content = record.content ?? {};
  const kind = kindOf(words, record);
  const read = kind === undefined ? undefined : createRecordReader([kind]).written(record).record;
  const fields = kind === undefined ? [] : words.fields(kind);
  const known = fields.flatMap(({ name, label, type, choices }): ContentField[] => {
    const written = content[name];
    if (written === undefined) return [];
    const value = read?.content[name];
    if (value === undefined) return [{ name, label, text: plainText(written) }];
    const choice = choices.find((each) => each.value === value)?.label;
    const text = choice ?? wordsOf(value, words, type, name);
    return [{ name, label, text, ...(type.type === "record" ? { record: String(value) } : {}) }];
  });
  const names = new Set(fields.map(({ name }) => name));
  const others = Object.entries(content)
    .filter(([name]) => !names.has(name))
    .map(([name, value]) => ({ name, label: words.names.attribute(name), text: plainText(value) }));
  return [...known, ...others];
}

/** The first things a record says, for a list: numbers with what they count, references left out. */
export function summaryOf(record: WrittenRecord, words: Words): string {
  const kind = kindOf(words, record);
  const types = new Map(kind?.attributes.map(({ name, type }) => [name, type.type]));
  return contentWords(record, words)
    .filter(({ name, text }) => types.get(name) !== "record" && text !== "")
    .slice(0, IN_SUMMARY)
    .map(({ name, label, text }) => {
      const type = types.get(name);
      return type === "text" || type === "party" || type === "parties" || type === "choice" || type === "period"
        ? text
        : `${label.charAt(0).toLocaleLowerCase(words.language)}${label.slice(1)}: ${text}`;
    })
    .join("; ");
}

function wordsOf(value: Value, words: Words, type: Parameters<typeof valueWords>[1], name: string): string {
  return valueWords(value, type, words.names, words.region.timeZone, name);
}

function plainText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
