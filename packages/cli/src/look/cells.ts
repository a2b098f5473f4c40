import { createRequire } from "node:module";

let wide: ((text: string) => number) | undefined;

/** Counted by string-width, which is loaded only where a text needs it: it takes longer to load than a board to draw. */
function wideCells(text: string): number {
  if (wide === undefined) {
    const loaded: { default: (text: string) => number } = createRequire(import.meta.url)("string-width");
    wide = loaded.default;
  }
  return wide(text);
}

/** Texts whose every character is one cell wide: printable ASCII, Latin, Greek, Cyrillic, and our own marks. */
const NARROW =
  /^[\x20-\x7e\u00a0-\u02ff\u0370-\u03ff\u0400-\u052f\u2010-\u2027\u25cb\u25c9\u25cf\u2713\u25c6\u2592\u25c1\u2193\u2298]*$/;

/** How many cells of a terminal the text takes. */
export function cells(text: string): number {
  return NARROW.test(text) ? text.length : wideCells(text);
}

/** The text filled with spaces on its right to `width` cells; longer text stays as it is. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - cells(text)));
}

/**
 * The text in lines of at most `width` cells, broken at spaces; a word that alone is longer is broken inside.
 * No-break spaces hold. Never empty: an empty text is one empty line.
 */
export function wrap(text: string, width: number): string[] {
  if (cells(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (cells(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (cells(line) > width) {
      const head = take(line, width);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line !== "" || lines.length === 0) lines.push(line);
  return lines;
}

function take(word: string, width: number): string {
  let head = "";
  for (const letter of word) {
    if (head !== "" && cells(head + letter) > width) break;
    head += letter;
  }
  return head;
}
