import { createReadStream } from "node:fs";

/** A stretch of a file: its first byte, and how many it has. */
export interface Stretch {
  readonly from: number;
  readonly bytes: number;
}

const [NEWLINE, RETURN, QUOTE] = [0x0a, 0x0d, 0x22];

/**
 * Looks for the longest line of a text in the parts as they pass. Of each part only the first and the last line end are looked for,
 * so that it costs nothing: a line within a part is passed over.
 */
export class LongestLine {
  #longest: Stretch = { from: 0, bytes: 0 };
  /** Where the line begins that no part has ended yet. */
  #from = 0;
  #done = 0;

  push(part: Uint8Array): void {
    const first = firstEnd(part);
    if (first !== -1) {
      this.#keep(this.#done + first);
      this.#from = this.#done + Math.max(part.lastIndexOf(NEWLINE), part.lastIndexOf(RETURN)) + 1;
    }
    this.#done += part.length;
  }

  get longest(): Stretch {
    this.#keep(this.#done);
    return this.#longest;
  }

  #keep(end: number): void {
    const bytes = end - this.#from;
    if (bytes > this.#longest.bytes) this.#longest = { from: this.#from, bytes };
  }
}

function firstEnd(part: Uint8Array): number {
  const feed = part.indexOf(NEWLINE);
  const ret = part.subarray(0, feed === -1 ? part.length : feed).indexOf(RETURN);
  return ret === -1 ? feed : ret;
}

/** The number of the line, from 1, in which the first letter behind so many bytes stands: a line end is none; or the first quote. */
export async function lineOf(
  what: "letter" | "quote",
  path: string,
  behind: number,
  signal?: AbortSignal,
): Promise<number> {
  let [line, place] = [1, 0];
  for await (const part of createReadStream(path, signal === undefined ? {} : { signal })) {
    const bytes = part as Buffer;
    for (let at = 0; at < bytes.length; at += 1, place += 1) {
      if (bytes[at] === NEWLINE) line += 1;
      else if (place >= behind && (what === "quote" ? bytes[at] === QUOTE : bytes[at] !== RETURN)) return line;
    }
  }
  return line;
}
