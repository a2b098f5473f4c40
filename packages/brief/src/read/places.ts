import type { Problem } from "@kelisim/model";
import type { Place } from "../document.ts";

/** Finds line and column of places in a text. */
export class Places {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    this.#starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    this.#length = text.length;
  }

  of(start: number, length: number): Place {
    const line = this.#starts.findLastIndex((each) => each <= start);
    return { line: line + 1, column: start - this.#starts[line]! + 1, start, end: start + length };
  }

  /** A whole line, by its number from 1. */
  line(number: number): Place {
    const start = this.#starts[number - 1] ?? this.#length;
    const end = (this.#starts[number] ?? this.#length + 1) - 1;
    return { line: number, column: 1, start, end: Math.max(start, end) };
  }
}

/** A located problem of a brief. */
export function problemAt(
  { line, column, start, end }: Place,
  severity: Problem["severity"],
  code: string,
  message: string,
  mend?: string,
): Problem {
  return { code, severity, line, column, length: end - start, message, ...(mend === undefined ? {} : { mend }) };
}
