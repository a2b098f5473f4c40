/** A heading of the summary as a screen sets it: the small line above, and the title. */
export interface HeadingParts {
  /** "Article 5", "Articles 2 and 3", "Paragraphs 1, 3 and 4"; absent where the heading names none. */
  readonly number?: string;
  readonly title: string;
}

/** "Article 5: large exercises are announced" is the number "Article 5" and the title "Large exercises are announced". */
export function headingParts(heading: string): HeadingParts {
  const found = /^([^:]{1,60}?\d[^:]{0,40}): (.+)$/.exec(heading);
  if (found === null) return { title: heading };
  return { number: found[1]!, title: found[2]!.charAt(0).toLocaleUpperCase() + found[2]!.slice(1) };
}

/** The short form for a list of contents: "Art 2, 3" of "Articles 2 and 3", "Art 11–13" of "Articles 11 to 13". */
export function shortNumber(number: string, word: string): string {
  return number
    .replace(/^(?:Articles?|Art\.?) /i, `${word}\u00a0`)
    .replaceAll(/(?<=[\d)]) and (?=\d)/g, ", ")
    .replaceAll(/(?<=[\d)]) to (?=\d)/g, "–");
}
