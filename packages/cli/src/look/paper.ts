import { cells, pad, wrap } from "./cells.ts";
import type { Look, Style } from "./style.ts";

/** A number, with its noun where it has one, that carries the mark of the unverified. */
const UNSURE = /(?:\d[\d,.]*[\u00a0 ](?:\p{L}+[\u00a0 ])?)?(?<=^|[\u00a0 ])\?(?=[\s,;:.)]|$)/gu;

/** Lines of text for one terminal, with the indents and colours of the house. */
export class Paper {
  readonly look: Look;
  readonly #lines: string[] = [];

  constructor(look: Look) {
    this.look = look;
  }

  /** An empty line, never two in a row and none at the top of a section. */
  gap(): this {
    if (this.#lines.at(-1) !== "") this.#lines.push("");
    return this;
  }

  /** A wrapped paragraph. Numbers marked "?" are yellow. */
  text(text: string, options: { indent?: number; style?: Style; hang?: number } = {}): this {
    const indent = options.indent ?? 2;
    const hang = options.hang ?? 0;
    const lines = wrap(text, this.look.width - indent - hang);
    lines.forEach((line, index) => {
      this.#lines.push(" ".repeat(index === 0 ? indent : indent + hang) + this.marked(line, options.style ?? "plain"));
    });
    return this;
  }

  /** Left and right on one line where there is room, else on two. */
  ends(left: string, right: string, leftStyle: Style, rightStyle: Style, indent = 2): this {
    const room = this.look.width - indent - cells(left) - cells(right);
    if (room < 2) return this.text(left, { indent, style: leftStyle }).text(right, { indent, style: rightStyle });
    this.#lines.push(
      " ".repeat(indent) + this.look.paint(left, leftStyle) + " ".repeat(room) + this.look.paint(right, rightStyle),
    );
    return this;
  }

  /** Cells side by side, each wrapped in its own width; `gap` is the space after one (1 where not given). */
  row(indent: number, columns: readonly { text: string; width: number; style: Style; gap?: number }[]): this {
    const wrapped = columns.map((column) => wrap(column.text, column.width));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    for (let at = 0; at < height; at++) {
      const texts = wrapped.map((lines) => lines[at] ?? "");
      const last = texts.findLastIndex((text) => text !== "");
      let line = " ".repeat(indent);
      columns.forEach((column, index) => {
        if (index > last) return;
        const text = texts[index]!;
        line +=
          this.marked(index === last ? text : pad(text, column.width), column.style) +
          " ".repeat(index === last ? 0 : (column.gap ?? 1));
      });
      this.#lines.push(last === -1 ? "" : line);
    }
    return this;
  }

  raw(line: string): this {
    this.#lines.push(line);
    return this;
  }

  marked(text: string, style: Style): string {
    const paint = this.look.paint;
    if (!text.includes("?")) return paint(text, style);
    let out = "";
    let at = 0;
    for (const found of text.matchAll(UNSURE)) {
      if (found.index > at) out += paint(text.slice(at, found.index), style);
      out += paint(found[0], "yellow");
      at = found.index + found[0].length;
    }
    return out + (at < text.length ? paint(text.slice(at), style) : "");
  }

  toString(): string {
    // No-break spaces have done their work by now; what is piped on should hold plain ones.
    return `${this.#lines.join("\n")}\n`.replaceAll("\u00a0", " ");
  }
}
