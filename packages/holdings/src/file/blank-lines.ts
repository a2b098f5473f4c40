import { createReadStream } from "node:fs";
import type { Stretch } from "./lines.ts";

const [NEWLINE, RETURN, QUOTE] = [0x0a, 0x0d, 0x22];

/**
 * How many blank lines of a delimited text stand before each of these rows, which come in the order of the file; blank lines at
 * the beginning of a row are before it. A blank line within quotes belongs to a cell; those inside a malformed row belong to it.
 */
export async function blankLinesBefore(
  path: string,
  rows: readonly Stretch[],
  signal?: AbortSignal,
): Promise<readonly number[]> {
  if (!(await mayHaveBlankLines(path, signal))) return rows.map(() => 0);
  const before: number[] = [];
  let [place, blank, letters, quoted] = [0, 0, 0, false];
  let at = 0;
  /** Whether the row that is being read is malformed and has begun with more than line ends. */
  let inside = false;
  for await (const part of partsOf(path, signal)) {
    // By index: going over a large file byte by byte with an iterator takes several times as long.
    for (let index = 0; index < part.length; index += 1) {
      const byte = part[index]!;
      const row = rows[at];
      if (row !== undefined && place >= row.from) {
        if (place === row.from) [quoted, inside, letters] = [false, false, 0];
        if (!inside && byte !== NEWLINE && byte !== RETURN) {
          before.push(blank);
          inside = true;
        }
        if (place >= row.from + row.bytes - 1) {
          if (!inside) before.push(blank);
          [inside, at, quoted] = [false, at + 1, false];
          if (at === rows.length) return before;
          letters = byte === NEWLINE ? 0 : 1;
          place += 1;
          continue;
        }
      }
      place += 1;
      if (inside) continue;
      if (byte === QUOTE) quoted = !quoted;
      if (byte === NEWLINE) {
        if (letters === 0 && !quoted) blank += 1;
        letters = 0;
      } else if (byte !== RETURN) letters += 1;
    }
  }
  return [...before, ...rows.slice(before.length).map(() => blank)];
}

/** Whether a line end follows another anywhere, or begins the file: most files have none, and are then not gone through byte by byte. */
async function mayHaveBlankLines(path: string, signal: AbortSignal | undefined): Promise<boolean> {
  let last = NEWLINE;
  for await (const part of partsOf(path, signal)) {
    const first = part[0];
    if (last === NEWLINE && (first === NEWLINE || first === RETURN)) return true;
    if (part.includes("\n\n") || part.includes("\n\r")) return true;
    last = part.at(-1) ?? last;
  }
  return false;
}

const partsOf = (path: string, signal: AbortSignal | undefined): AsyncIterable<Buffer> =>
  createReadStream(path, { highWaterMark: 1 << 20, ...(signal === undefined ? {} : { signal }) });
