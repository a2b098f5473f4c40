import { trimCell } from "./readings/trim.ts";

const DELIMITERS = [",", "\t", ";", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * The delimiter and the names of the columns that the first line of a delimited text gives; undefined for a text whose first line
 * has none of comma, tab, semicolon and bar. Names may stand in double quotes and hold delimiters and line ends there. Of several
 * characters the one that cuts the line into most names is the delimiter.
 */
export function headerOf(
  head: string,
): { readonly delimiter: Delimiter; readonly header: readonly string[] } | undefined {
  const text = head.replace(/^\ufeff/, "");
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, header: firstLine(text, delimiter) })).toSorted(
    (a, b) => b.header.length - a.header.length,
  );
  return best === undefined || best.header.length < 2 ? undefined : best;
}

/** Cells of the first line, without outer spaces. */
const firstLine = (text: string, delimiter: string): readonly string[] => rowsOf(text, delimiter).next().value ?? [];

/**
 * Cells of each line (RFC 4180) without outer spaces. Quotes that are never closed run to the end of the text. A last line
 * without a line end is given too: of a sample it may be half of one.
 */
export function* rowsOf(text: string, delimiter: string): Generator<readonly string[], undefined> {
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += letter;
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === delimiter) {
      row.push(trimCell(cell));
      cell = "";
    } else if (letter === "\n") {
      yield [...row, trimCell(cell)];
      row = [];
      cell = "";
    } else cell += letter;
  }
  if (row.length > 0 || cell !== "") yield [...row, trimCell(cell)];
  return undefined;
}
