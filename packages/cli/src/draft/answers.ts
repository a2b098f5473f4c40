import type { Instrument, Program } from "@kelisim/accord/program";
import type { Kit, KitNumber } from "@kelisim/draft";
import { nearest } from "../arguments/nearest.ts";
import { type Answer, refuse } from "../refusal.ts";
import { texts } from "../texts/index.ts";

const say = texts.draft;

/** The id of a new instrument: letters, digits and `_`, with `-` inside, and no instrument of the region. */
export function readName(text: string, program: Program): Answer<string> {
  if (!/^[A-Za-z]\w*(-\w+)*$/.test(text) || text.length > 40) return refuse(say.notAName(text), say.nameForm);
  const taken = program.instruments.find((each) => each.id.toLowerCase() === text.toLowerCase());
  return taken === undefined ? text : refuse(say.nameTaken(taken.id, taken.title), say.nameForm);
}

/** One line of text, as a title is. */
export function readTitle(text: string): Answer<string> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  const fine = text.trim() !== "" && text.length <= 200 && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text);
  return fine ? text.trim() : refuse(say.notATitle, say.titleForm);
}

/** Ids of parts of the kit, separated by commas; "all" is every part. */
export function readParts(text: string, kit: Kit): Answer<readonly string[]> {
  const known = kit.parts.map((part) => part.id);
  if (text.trim().toLowerCase() === "all") return known;
  const parts: string[] = [];
  for (const word of text.split(",").map((each) => each.trim().toLowerCase())) {
    if (word === "") continue;
    if (!known.includes(word)) {
      const close = nearest(word, known);
      return refuse(
        say.unknownPart(word),
        ...(close.length > 0 ? [texts.didYouMean(close)] : []),
        say.partsAre([...known, "all"]),
      );
    }
    if (!parts.includes(word)) parts.push(word);
  }
  return parts.length > 0 ? parts : refuse(say.noParts, say.partsAre([...known, "all"]));
}

/** A zone of the region's places; empty or "none": none. */
export function readZone(text: string, zones: readonly string[]): Answer<string | undefined> {
  if (text === "" || text === say.none) return undefined;
  const found = zones.find((zone) => zone.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  const close = nearest(text, zones);
  return refuse(say.unknownZone(text), ...(close.length > 0 ? [texts.didYouMean(close)] : []), say.zonesAre(zones));
}

const FORMS = ["treaty", "politically binding", "voluntary"] as const;

export function readForm(text: string): Answer<Instrument["kind"]> {
  const found = FORMS.find((form) => form === text.trim().toLowerCase());
  return found ?? refuse(say.unknownForm(text), say.formsAre(FORMS));
}

/** A whole number from 1; `6,000` and `6_000` are 6000. */
export function readNumber(text: string, name: string): Answer<number> {
  const digits = text.trim().replaceAll(/[_,](?=\d{3}(?!\d))/g, "");
  const value = /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
  return value >= 1 ? value : refuse(say.notANumber(name, text), say.numberForm);
}

/** `NAME=VALUE` settings of named numbers of the chosen parts. */
export function readSettings(
  settings: readonly string[],
  numbers: readonly KitNumber[],
): Answer<Readonly<Record<string, number>>> {
  const set: Record<string, number> = {};
  const known = numbers.map(({ name }) => name);
  for (const setting of settings) {
    const [name = "", value] = setting.split("=", 2);
    if (value === undefined) return refuse(texts.setForm(setting));
    if (!known.includes(name)) {
      const close = nearest(name, known);
      return refuse(
        say.unknownNumber(name),
        ...(close.length > 0 ? [texts.didYouMean(close)] : []),
        say.numbersAre(known),
      );
    }
    const number = readNumber(value, name);
    if (typeof number !== "number") return number;
    set[name] = number;
  }
  return set;
}
