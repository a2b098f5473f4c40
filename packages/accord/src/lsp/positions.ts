import type { Position, Range } from "./types.ts";

/**
 * Offsets and positions of a text. A line ends with CRLF, LF or CR, as editors and our lexer agree; a byte order mark
 * is a character of the first line.
 */
export class TextPlaces {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
    this.#starts = starts;
  }

  get lines(): number {
    return this.#starts.length;
  }

  /** Where a 0-based line starts; a line past the last starts at the end of the text. */
  startOf(line: number): number {
    return this.#starts[Math.max(0, line)] ?? this.text.length;
  }

  /** Where a line's content ends, without its line end. */
  endOf(line: number): number {
    let end = this.#starts[line + 1] ?? this.text.length;
    while (end > this.startOf(line) && "\r\n".includes(this.text[end - 1]!)) end--;
    return end;
  }

  /** A position outside the text is taken to the nearest inside. */
  offset({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.lines) return this.text.length;
    return Math.min(this.startOf(line) + Math.max(0, character), this.endOf(line));
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - this.#starts[low]! };
  }

  range(start: number, length: number): Range {
    return { start: this.position(start), end: this.position(start + length) };
  }
}
