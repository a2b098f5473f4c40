/** What words put behind a text that no source we hold confirms. */
const SIGN = "\u00a0?";
/** From the last figure before the sign: "9,000 people", "15 December", "9-10", "20(2)(b)". */
const FIGURE = /\p{N}[\p{N},.()a-z\u00a0–-]*(?:[ \u00a0][^\p{N};,?]+)?$/u;

export interface Stretch {
  readonly text: string;
  readonly unverified: boolean;
}

/**
 * A text of the node as stretches. The sign at its end is about all that stands before it ("diplomatic note; delegations
 * as fallback ?"); one within it is about the figure before it, else about the words back to the last comma. The sign
 * itself goes: a screen writes the word instead. `ending` "figure": the sign at the end is about a figure as well, as in
 * the rule and the case of a duty ("live, in the zone, from 25,000 people ?").
 */
export function unverifiedStretches(text: string, ending: "whole" | "figure" = "whole"): readonly Stretch[] {
  const parts = text.split(SIGN);
  return parts.flatMap((part, index): readonly Stretch[] => {
    if (index === parts.length - 1) return part === "" ? [] : [{ text: part, unverified: false }];
    const isWhole = ending === "whole" && index === parts.length - 2 && parts[index + 1] === "";
    const start = isWhole ? 0 : (FIGURE.exec(part)?.index ?? Math.max(0, part.search(/[^,;:(]+$/)));
    const from = start + (part.slice(start).length - part.slice(start).trimStart().length);
    return [
      { text: part.slice(0, from), unverified: false },
      { text: part.slice(from), unverified: true },
    ].filter((each) => each.text !== "");
  });
}

/** The same text without signs, for where its ground or its heading says that it is not verified. */
export const withoutSigns = (text: string): string => text.replaceAll(SIGN, "");

/** The same text with the word for each sign, for where it is plain text. */
export const withWords = (text: string, word: string): string => text.replaceAll(SIGN, ` (${word})`);
