import { isUtf8 } from "node:buffer";
import { singleByteGuess } from "./kinds.ts";
import { nulStopped, stop } from "./stopped.ts";

const NEWLINE = 0x0a;

/** Looks at the bytes of a file as they pass: counts its lines and stops at the first line with a NUL, or that is not UTF-8. */
export class Utf8Check {
  readonly #path: string;
  /** Bytes of a letter that the last part did not end. */
  #rest: Uint8Array = new Uint8Array(0);
  #lines = 0;

  constructor(path: string) {
    this.#path = path;
  }

  push(part: Uint8Array): void {
    const bytes = this.#rest.length === 0 ? part : Buffer.concat([this.#rest, part]);
    const end = wholeLetters(bytes);
    const whole = bytes.subarray(0, end);
    const nul = whole.indexOf(0);
    if (nul !== -1) throw nulStopped(this.#path, this.#lines + linesIn(whole.subarray(0, nul)) + 1);
    if (!isUtf8(whole)) throw this.#fault(whole);
    this.#lines += linesIn(whole);
    this.#rest = Uint8Array.from(bytes.subarray(end));
  }

  end(): void {
    if (this.#rest.length > 0) throw this.#fault(this.#rest);
  }

  #fault(bytes: Uint8Array): Error {
    let line = this.#lines;
    for (let at = 0; at <= bytes.length; ) {
      const next = bytes.indexOf(NEWLINE, at);
      const end = next === -1 ? bytes.length : next;
      line += 1;
      const found = bytes.subarray(at, end);
      if (!isUtf8(found)) {
        const guess = singleByteGuess(found);
        const shown = new TextDecoder(guess).decode(found).trim().slice(0, 80);
        const mend = `it looks like ${guess}, which would read it as "${shown}": say so (encoding ${guess}), or save it as UTF-8`;
        return stop("file/not-utf8", this.#path, "this line is not UTF-8", mend, { line });
      }
      at = end + 1;
    }
    throw new Error("every line is UTF-8 and the whole is not");
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}

/** Where the last letter that is complete ends. */
function wholeLetters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
