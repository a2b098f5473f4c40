import type { Region } from "./region.ts";

/** What of a region can have a name in another language. */
export const TRANSLATED = [
  "region",
  "party",
  "organisation",
  "instrument",
  "clause",
  "side",
  "kind",
  "attribute",
  "choice",
  "threat",
  "channel",
  "timeline",
  "programme",
  "dispute",
  "category",
  "place",
  "engagement",
  "definition",
] as const;
export type Translated = (typeof TRANSLATED)[number];

/**
 * Which field of the original a text stands for. A `title` is the official or full one, a `shortTitle` the one of lists;
 * what is no name
 * but a word of a form or a table has a `label`.
 */
export const TRANSLATED_FIELDS: { readonly [T in Translated]: readonly [string, ...string[]] } = {
  region: ["name", "disclaimer"],
  party: ["name", "shortName"],
  organisation: ["name", "shortName"],
  instrument: ["title", "shortTitle"],
  clause: ["title"],
  side: ["name"],
  kind: ["title"],
  attribute: ["label"],
  choice: ["label"],
  threat: ["name", "definition"],
  channel: ["label"],
  timeline: ["title"],
  programme: ["name"],
  dispute: ["question", "reason"],
  category: ["label"],
  place: ["label"],
  engagement: ["title"],
  definition: ["definition", "location"],
};

/** One text of a region in another language. */
export interface TranslationRow {
  readonly of: Translated;
  /**
   * Id of the region, party, instrument, clause ...; of an attribute `Kind.attribute`, or `attribute` alone for every kind that
   * has none of its own; of a side `Instrument.side`, or `side` alone for every instrument; of a choice `Kind.attribute.choice`, `attribute.choice` or `choice`. A channel, a place (of the map,
   * its towns or the timeline) and a category (of an event, a threat or an organisation; a defined term) have no id: their words stand for it.
   */
  readonly id: string;
  readonly field: string;
  readonly text: string;
  /** Nobody who answers for it has read a draft. */
  readonly status: "draft" | "reviewed";
  readonly file: string;
  readonly line: number;
}

/** Text of a thing in one language; undefined where there is none and the original is to be shown. */
export type TranslationLookup = (of: Translated, id: string, field?: string) => string | undefined;

/**
 * Makes the look-up of one language (BCP 47, as the file is called: "ru"). Without a field it gives the name or title.
 * Attributes, choices and sides are looked up from the particular to the general: "Exercise.start", then "start".
 *
 * @example
 * translationOf(region, "ru")("party", "KAZ"); // "Казахстан"
 */
export function translationOf(region: Pick<Region, "translations">, language: string): TranslationLookup {
  const rows = region.translations.get(language) ?? [];
  const texts = new Map(rows.map((row) => [translationKey(row.of, row.id, row.field), row.text]));
  return (of, id, field = TRANSLATED_FIELDS[of][0]) => {
    const general = of === "attribute" || of === "choice" || of === "side";
    for (let rest = id; ; rest = rest.slice(rest.indexOf(".") + 1)) {
      const text = texts.get(translationKey(of, rest, field));
      if (text !== undefined || !general || !rest.includes(".")) return text;
    }
  };
}

/** One key for each text of a language. A space divides: no id and no field but the last part has one. */
export function translationKey(of: Translated, id: string, field: string): string {
  return `${of} ${field} ${id}`;
}
