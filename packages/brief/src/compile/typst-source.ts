import type { BoundBrief } from "../bind.ts";
import { dataNotes } from "../data-notes.ts";
import type { Block, Inline, Plot } from "../document.ts";
import { barNumbers, figureWords } from "../figure-words.ts";
import type { BriefLanguage } from "../read/front-matter.ts";
import { notApproved, versionRows } from "../sign-offs.ts";
import { textsIn } from "../texts/index.ts";
import type { FormattedCitations, Run } from "./citations.ts";
import { literal, quoted } from "./compiler.ts";
import { plotSvg, plotWords } from "./plot-svg.ts";

/** The brief as a text of Typst. Words of people stand in it as strings only, so that none of them is markup. */
export function typstSource(brief: BoundBrief, citations: FormattedCitations): string {
  return new Source(brief, citations).text();
}

const LOOK = `#set page(paper: "a4", margin: (x: 24mm, y: 22mm), numbering: "1")
#set text(font: "Libertinus Serif", size: 11pt, fallback: false, hyphenate: true)
#set par(justify: false, leading: 0.68em, spacing: 0.9em)
#set table(stroke: (x, y) => (bottom: 0.4pt + luma(150)), inset: (x: 4pt, y: 3pt))
#show heading: set block(above: 1.4em, below: 0.6em, sticky: true)
#show raw: set text(font: "DejaVu Sans Mono", size: 9pt)
#show link: set text(fill: rgb("#0b5cad"))
#set footnote.entry(gap: 0.5em)
#show footnote.entry: set text(size: 8pt)`;

class Source {
  readonly #brief: BoundBrief;
  readonly #citations: FormattedCitations;

  constructor(brief: BoundBrief, citations: FormattedCitations) {
    this.#brief = brief;
    this.#citations = citations;
  }

  text(): string {
    const { front, blocks, figures } = this.#brief;
    const say = textsIn(front.language);
    const stale = figures.filter(({ state }) => state === "stale").length;
    const open = notApproved(front);
    return [
      `#set document(title: ${quoted(front.title)}, author: (${front.authors.map((name) => `${quoted(name)},`).join(" ")}))`,
      `#set text(lang: ${quoted(front.language)})`,
      LOOK,
      `#text(size: 20pt, weight: "bold")[${literal(front.title)}]`,
      ...(front.authors.length === 0 ? [] : [literal(say.by(front.authors))]),
      ...(open === undefined ? [] : [notice(open)]),
      ...(stale === 0 ? [] : [notice(say.staleNotice(stale))]),
      ...(say.draftWords === undefined ? [] : [`#emph[${literal(say.draftWords)}]`]),
      ...blocks.map((block) => this.#block(block)),
      ...this.#sources(say.sources),
      ...entryList(say.data, dataNotes(figures, front.language).map(literal)),
      ...versionTable(front.versions.length === 0 ? [] : versionRows(front), say.versions),
    ].join("\n\n");
  }

  #block(block: Block): string {
    switch (block.kind) {
      case "heading":
        return `#heading(level: ${block.depth})[${this.#inlines(block.inlines)}]`;
      case "paragraph":
        return this.#inlines(block.inlines);
      case "list": {
        const items = block.items.map((blocks) => `[${this.#blocks(blocks)}]`).join(", ");
        return block.ordered ? `#enum(start: ${block.start}, ${items})` : `#list(${items})`;
      }
      case "quote":
        return `#quote(block: true)[${this.#blocks(block.blocks)}]`;
      case "code":
        return `#raw(block: true, ${quoted(block.text)})`;
      case "rule":
        return "#line(length: 100%, stroke: 0.4pt + luma(150))";
      case "table":
        return table(
          block.header.map((cell) => this.#inlines(cell)),
          block.rows.map((row) => row.map((cell) => this.#inlines(cell))),
          {
            ...(block.caption === undefined ? {} : { caption: this.#inlines(block.caption) }),
            ...(block.numbers === undefined ? {} : { numbers: block.numbers }),
          },
        );
      case "chart":
        return this.#chart(block);
      case "plot":
        return plotBlock(block, this.#brief.front.language);
    }
  }

  #blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join("\n\n");
  }

  #chart({ title, bars }: Extract<Block, { kind: "chart" }>): string {
    const numbers = barNumbers(bars, this.#brief.figures);
    const most = Math.max(...numbers.map((number) => number ?? 0)) || 1;
    const rows = bars.flatMap(({ label, figure }, at) => {
      const bar =
        numbers[at] === undefined
          ? "[]"
          : `[#rect(width: ${((100 * numbers[at]) / most).toFixed(2)}%, height: 0.8em, fill: rgb("#3b6ea5"))]`;
      return [`[${literal(label)}]`, bar, `[${this.#figure(figure)}]`];
    });
    return `#block(breakable: false)[#strong[${literal(title)}] #table(columns: (auto, 1fr, auto), align: (left + horizon, left + horizon, right + horizon), ${rows.join(", ")})]`;
  }

  #inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join("");
  }

  #inline(inline: Inline): string {
    switch (inline.kind) {
      case "text":
        return styled(inline.text, inline);
      case "code":
        return `#raw(${quoted(inline.text)});`;
      case "link":
        return `#link(${quoted(inline.address)})[${literal(inline.text)}];`;
      case "break":
        return "#linebreak();";
      case "figure":
      case "note":
        return this.#figure(inline.at);
      case "citation":
        return runs(this.#citations.marks[inline.at] ?? []);
    }
  }

  #figure(at: number): string {
    const { text, flag, note } = figureWords(this.#brief.figures, at, this.#brief.front.language);
    const flagged = flag === undefined ? "" : `#strong[${literal(` [${flag}]`)}];`;
    return `${literal(text)}${flagged}#footnote[${literal(note)}];`;
  }

  #sources(title: string): readonly string[] {
    return entryList(
      title,
      this.#citations.entries.map((entry) => runs(entry.runs)),
    );
  }
}

function entryList(title: string, entries: readonly string[]): readonly string[] {
  if (entries.length === 0) return [];
  return [`#heading(level: 2)[${literal(title)}]`, ...entries.map((entry) => `#par(hanging-indent: 1.5em)[${entry}]`)];
}

const notice = (words: string): string =>
  `#block(fill: luma(238), inset: 7pt, width: 100%)[#strong[${literal(words)}]]`;

const styled = (text: string, { strong, emphasis }: Pick<Run, "strong" | "emphasis">): string => {
  const inner = emphasis === true ? `#emph[${literal(text)}];` : literal(text);
  return strong === true ? `#strong[${inner}];` : inner;
};

const runs = (all: readonly Run[]): string =>
  all
    .map((run) =>
      run.address === undefined ? styled(run.text, run) : `#link(${quoted(run.address)})[${styled(run.text, run)}];`,
    )
    .join("");

function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { caption, numbers = [] }: { readonly caption?: string; readonly numbers?: readonly number[] } = {},
): string {
  const cells = (row: readonly string[]) => row.map((cell) => `[${cell}]`).join(", ");
  const head = `table.header(${header.map((cell) => `[#strong[${cell}]]`).join(", ")})`;
  const align = header.map((_, at) => (numbers.includes(at) ? "right" : "left")).join(", ");
  const widths = widthsOf(header, rows, numbers);
  const size = header.length > 4 ? "8.5pt" : "9.5pt";
  const made = `#text(size: ${size})[#table(columns: (${widths}), align: (${align},), ${[head, ...rows.map(cells)].join(", ")})]`;
  return caption === undefined ? made : `#block(sticky: true, above: 1.3em)[${caption}]\n\n${made}`;
}

/** Numbers and short cells take what they need; the others share the rest by how much they hold. */
function widthsOf(header: readonly string[], rows: readonly (readonly string[])[], numbers: readonly number[]): string {
  const widths = header.map((_, at) => {
    const longest = Math.max(...[header, ...rows].map((row) => plainLength(row[at] ?? "")));
    return numbers.includes(at) || longest <= 12 ? "auto" : `${Math.min(longest, 60)}fr`;
  });
  return `${widths.join(", ")},`;
}

/** Letters that are seen of a piece of Typst: what stands in its strings outside of footnotes. */
const plainLength = (piece: string): number =>
  [...piece.replaceAll(/#footnote\[.*?\];/g, "").matchAll(/"((?:[^"\\]|\\.)*)"/g)].reduce(
    (sum, [, text = ""]) => sum + text.length,
    0,
  );

function plotBlock(plot: Plot, language: BriefLanguage): string {
  const svg = plotSvg(plot, language);
  return `#block(breakable: false, sticky: true, above: 1.3em)[#strong[${literal(plot.title)}] #v(0.3em, weak: true) #image(bytes(${quoted(svg)}), format: "svg", width: 100%, alt: ${quoted(plotWords(plot))})]`;
}

function versionTable([header, ...rows]: readonly (readonly string[])[], title: string): readonly string[] {
  if (header === undefined) return [];
  const cells = rows.map((row) => row.map(literal));
  return [`#heading(level: 2)[${literal(title)}]`, table(header.map(literal), cells)];
}
