import type { Attribute, Kind, Party } from "@kelisim/model";
import { nearest } from "../arguments/nearest.ts";
import { readParties, readParty } from "../arguments/party.ts";
import { type Answer, isRefusal, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";

/** What people say for an attribute; --at is the kind's one place. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  people: ["personnel", "troops"],
  at: ["place"],
  with: ["partner", "partners"],
};

interface Setting {
  readonly kind: Kind;
  readonly parties: readonly Party[];
  readonly region: string;
}

/**
 * Reads `--attribute value` pairs into the content of a record, as JSON would write it. Options come from the
 * kind's own attributes; case, "-" and "_" do not matter. What a value means is judged by the record reader; here
 * only what a shell can write is turned into what JSON can say.
 */
export function readAttributes(words: readonly string[], setting: Setting): Answer<Record<string, unknown>> {
  const content: Record<string, unknown> = {};
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const option = /^--(no-)?([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(word);
    if (option === null)
      return refuse(texts.strayWord(word), texts.attributesAre(setting.kind.name, optionsOf(setting.kind)));
    const [, no, name = "", inline] = option;
    const attribute = findAttribute(name, setting.kind);
    if (attribute === undefined) return unknownOption(word.split("=")[0]!, name, setting.kind);
    if (
      attribute.type.type === "yes/no" &&
      inline === undefined &&
      !/^(yes|no|true|false)$/i.test(words[at + 1] ?? "")
    ) {
      content[attribute.name] = no === undefined;
      continue;
    }
    let value = inline;
    if (value === undefined) {
      const next = words[at + 1];
      if (next === undefined || next.startsWith("--")) return refuse(texts.valueMissing(word));
      value = next;
      at += 1;
    }
    const read = readValue(word.split("=")[0]!, value, attribute, setting);
    if (isRefusal(read)) return read;
    content[attribute.name] = no === undefined ? read.value : !read.value;
  }
  return content;
}

/** `--set NAME=VALUE` as the same words as `--NAME VALUE`. */
export function setOptions(given: readonly string[]): Answer<readonly string[]> {
  const words: string[] = [];
  for (const each of given) {
    const equals = each.indexOf("=");
    if (equals < 1) return refuse(texts.setForm(each));
    words.push(`--${each.slice(0, equals)}=${each.slice(equals + 1)}`);
  }
  return words;
}

function findAttribute(option: string, kind: Kind): Attribute | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[-_]/g, "");
  const wanted = plain(option);
  const named = kind.attributes.find((attribute) => plain(attribute.name) === wanted);
  if (named !== undefined) return named;
  if (wanted === "at") {
    const places = kind.attributes.filter((attribute) => attribute.type.type === "place");
    if (places.length === 1) return places[0];
  }
  const meant = SYNONYMS[wanted] ?? [];
  return kind.attributes.find((attribute) => meant.includes(plain(attribute.name)));
}

function unknownOption(written: string, name: string, kind: Kind) {
  const close = nearest(
    name,
    kind.attributes.map((attribute) => attribute.name),
  ).map((each) => `--${each}`);
  return refuse(
    texts.unknownOption(written, kind.name),
    ...(close.length > 0 ? [texts.didYouMean(close)] : []),
    texts.attributesAre(kind.name, optionsOf(kind)),
  );
}

export function optionsOf(kind: Kind): readonly string[] {
  return kind.attributes.map((attribute) => `--${attribute.name}`);
}

function readValue(
  option: string,
  text: string,
  attribute: Attribute,
  setting: Setting,
): Answer<{ readonly value: unknown }> {
  const { type } = attribute;
  switch (type.type) {
    case "count": {
      const digits = text.replaceAll(/(?<=\d)[,_](?=\d{3}(\D|$))/g, "");
      return /^\d{1,15}$/.test(digits) ? { value: Number(digits) } : refuse(texts.notACount(option, text));
    }
    case "yes/no":
      if (/^(yes|true)$/i.test(text)) return { value: true };
      return /^(no|false)$/i.test(text) ? { value: false } : refuse(texts.notYesNo(option, text));
    case "party": {
      const party = readParty(text, setting.parties, setting.region);
      return isRefusal(party) ? party : { value: party.id };
    }
    case "parties": {
      const parties = readParties([text], setting.parties, setting.region);
      return isRefusal(parties) ? parties : { value: parties.map((party) => party.id) };
    }
    case "place": {
      const numbers = text
        .split(",")
        .map((part) => (/^\s*[+-]?\d+(\.\d+)?\s*$/.test(part) ? Number(part) : Number.NaN));
      const [lat, lon, accuracyKm] = numbers;
      if (numbers.length < 2 || numbers.length > 3 || numbers.some((number) => Number.isNaN(number)))
        return refuse(texts.notAPlace(text), texts.placeForm);
      return { value: { lat, lon, ...(accuracyKm === undefined ? {} : { accuracyKm }) } };
    }
    case "money": {
      const money = /^(-?\d+(?:\.\d+)?) ?([A-Z]{3})$/.exec(text);
      return money === null
        ? refuse(texts.notMoney(option, text))
        : { value: { amount: money[1], currency: money[2] } };
    }
    case "choice":
      return { value: type.of.find((choice) => choice.toLowerCase() === text.toLowerCase()) ?? text };
    default:
      return { value: text };
  }
}
