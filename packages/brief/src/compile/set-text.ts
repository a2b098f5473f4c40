import type { BoundBrief } from "../bind.ts";
import type { Block, Inline, Plot } from "../document.ts";
import { barNumbers, type FigureWords, figureWords } from "../figure-words.ts";
import type { FormattedCitations, Run } from "./citations.ts";

/** A bar of a chart: its part of the greatest, from 0 to 1 (absent: unknown, and no bar), and its value as it was set. */
export interface SetBar {
  readonly label: string;
  readonly part?: number;
  readonly value: string;
}

/** How one output writes each piece of a text. Pieces that stand in others come set already. */
export interface Marks {
  heading(depth: number, inside: string): string;
  paragraph(inside: string): string;
  list(ordered: boolean, start: number, items: readonly string[]): string;
  quote(inside: string): string;
  code(text: string): string;
  rule(): string;
  table(
    header: readonly string[],
    rows: readonly (readonly string[])[],
    look: { readonly caption?: string; readonly numbers?: readonly number[] },
  ): string;
  chart(title: string, bars: readonly SetBar[]): string;
  plot(plot: Plot): string;
  /** Between blocks. */
  readonly between: string;
  text(run: Run): string;
  inlineCode(text: string): string;
  link(text: string, address: string): string;
  lineBreak(): string;
  /** The figure at a place of the list, with its footnote. `inHeader`: of a table, which may be set again on the next page. */
  figure(words: FigureWords, at: number, inHeader: boolean): string;
  /** A citation by its first source. */
  citation(source: string, runs: readonly Run[]): string;
}

/** The text of a brief written with the marks of an output. */
export function setText(brief: BoundBrief, citations: FormattedCitations, marks: Marks): string {
  const figure = (at: number, inHeader = false) =>
    marks.figure(figureWords(brief.figures, at, brief.front.language), at, inHeader);
  const inlines = (all: readonly Inline[]): string => all.map((each) => inline(each)).join("");
  const heads = (all: readonly Inline[]): string => all.map((each) => inline(each, true)).join("");
  const blocks = (all: readonly Block[]): string => all.map(block).join(marks.between);

  function inline(each: Inline, inHeader = false): string {
    switch (each.kind) {
      case "text":
        return marks.text(each);
      case "code":
        return marks.inlineCode(each.text);
      case "link":
        return marks.link(each.text, each.address);
      case "break":
        return marks.lineBreak();
      case "figure":
      case "note":
        return figure(each.at, inHeader);
      case "citation":
        return marks.citation(brief.citations[each.at]!.items[0]!.source, citations.marks[each.at] ?? []);
    }
  }

  function block(each: Block): string {
    switch (each.kind) {
      case "heading":
        return marks.heading(each.depth, inlines(each.inlines));
      case "paragraph":
        return marks.paragraph(inlines(each.inlines));
      case "list":
        return marks.list(each.ordered, each.start, each.items.map(blocks));
      case "quote":
        return marks.quote(blocks(each.blocks));
      case "code":
        return marks.code(each.text);
      case "rule":
        return marks.rule();
      case "table":
        return marks.table(
          each.header.map(heads),
          each.rows.map((row) => row.map(inlines)),
          {
            ...(each.caption === undefined ? {} : { caption: inlines(each.caption) }),
            ...(each.numbers === undefined ? {} : { numbers: each.numbers }),
          },
        );
      case "chart": {
        const numbers = barNumbers(each.bars, brief.figures);
        const most = Math.max(...numbers.map((number) => number ?? 0)) || 1;
        const bars = each.bars.map(({ label, figure: of }, at): SetBar => {
          const number = numbers[at];
          return { label, ...(number === undefined ? {} : { part: number / most }), value: figure(of) };
        });
        return marks.chart(each.title, bars);
      }
      case "plot":
        return marks.plot(each);
    }
  }

  return blocks(brief.blocks);
}
