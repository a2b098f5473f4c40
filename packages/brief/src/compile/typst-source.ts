import type { BoundBrief } from "../bind.ts";
import type { Plot } from "../document.ts";
import type { BriefLanguage } from "../read/front-matter.ts";
import type { FormattedCitations, Run } from "./citations.ts";
import { literal, quoted } from "./compiler.ts";
import { frameOf } from "./frame.ts";
import { plotSvg, plotWords } from "./plot-svg.ts";
import { type Marks, setText } from "./set-text.ts";

/** The brief as a text of Typst. Words of people stand in it as strings only, so that none of them is markup. */
export function typstSource(brief: BoundBrief, citations: FormattedCitations): string {
  const { front } = brief;
  const { title, by, notices, remark, lists, versions } = frameOf(brief, citations);
  return [
    `#set document(title: ${quoted(title)}, author: (${front.authors.map((name) => `${quoted(name)},`).join(" ")}))`,
    `#set text(lang: ${quoted(front.language)})`,
    LOOK,
    `#text(size: 20pt, weight: "bold")[${literal(title)}]`,
    ...(by === undefined ? [] : [literal(by)]),
    ...notices.map(notice),
    ...(remark === undefined ? [] : [`#emph[${literal(remark)}]`]),
    setText(brief, citations, marksOf(front.language)),
    ...lists.flatMap(({ title: heading, entries }) => [
      titleOf(heading),
      ...entries.map(
        (entry) => `#block(above: 0.5em)[#text(size: 8.5pt)[#par(hanging-indent: 1.5em)[${runs(entry.runs)}]]]`,
      ),
    ]),
    ...(versions === undefined
      ? []
      : [
          titleOf(versions.title),
          table(
            versions.header.map(literal),
            versions.rows.map((row) => row.map(literal)),
          ),
        ]),
  ].join("\n\n");
}

const titleOf = (words: string): string => `#heading(level: 2)[${literal(words)}]`;

const LOOK = `#set page(paper: "a4", margin: (x: 22mm, y: 20mm), numbering: "1")
#set text(font: "Libertinus Serif", size: 10.5pt, fallback: false, hyphenate: true)
#set par(justify: false, leading: 0.62em, spacing: 0.85em)
#set table(stroke: (x, y) => (bottom: 0.4pt + luma(150)), inset: (x: 4pt, y: 3pt))
#show heading: set block(above: 1.4em, below: 0.6em, sticky: true)
#show raw: set text(font: "DejaVu Sans Mono", size: 9pt)
#show link: set text(fill: rgb("#0b5cad"))
#set footnote.entry(gap: 0.35em)
#show footnote.entry: set text(size: 7.5pt)`;

function marksOf(language: BriefLanguage): Marks {
  // What says the same is one footnote with one number. One in the head of a table may be set on several pages: none refers to it.
  const noted = new Map<string, number>();
  return {
    between: "\n\n",
    heading: (depth, inside) => `#heading(level: ${depth})[${inside}]`,
    paragraph: (inside) => inside,
    list(ordered, start, all) {
      const items = all.map((item) => `[${item}]`).join(", ");
      return ordered ? `#enum(start: ${start}, ${items})` : `#list(${items})`;
    },
    quote: (inside) => `#quote(block: true)[${inside}]`,
    code: (text) => `#raw(block: true, ${quoted(text)})`,
    rule: () => "#line(length: 100%, stroke: 0.4pt + luma(150))",
    table,
    chart(title, bars) {
      const rows = bars.flatMap(({ label, part, value }) => {
        const bar =
          part === undefined
            ? "[]"
            : `[#rect(width: ${(100 * part).toFixed(2)}%, height: 0.8em, fill: rgb("#3b6ea5"))]`;
        return [`[${literal(label)}]`, bar, `[${value}]`];
      });
      return `#block(breakable: false)[#strong[${literal(title)}] #table(columns: (auto, 1fr, auto), align: (left + horizon, left + horizon, right + horizon), ${rows.join(", ")})]`;
    },
    plot: (plot) => plotBlock(plot, language),
    text: styled,
    inlineCode: (text) => `#raw(${quoted(text)});`,
    link: (text, address) => `#link(${quoted(address)})[${literal(text)}];`,
    lineBreak: () => "#linebreak();",
    figure({ text, flag, fullNote }, at, inHeader) {
      const flagged = flag === undefined ? "" : `#strong[${literal(` [${flag}]`)}];`;
      const first = noted.get(fullNote);
      if (first === undefined && !inHeader) noted.set(fullNote, at);
      const label = inHeader ? ";" : `<note-${at}>`;
      const mark = first === undefined ? `#footnote[${literal(fullNote)}]${label}` : `#footnote(<note-${first}>);`;
      return `${literal(text)}${flagged}${mark}`;
    },
    citation: (_, all) => runs(all),
  };
}

const notice = (words: string): string =>
  `#block(fill: luma(238), inset: 7pt, width: 100%)[#strong[${literal(words)}]]`;

const styled = ({ text, strong, emphasis }: Run): string => {
  const inner = emphasis === true ? `#emph[${literal(text)}];` : literal(text);
  return strong === true ? `#strong[${inner}];` : inner;
};

const runs = (all: readonly Run[]): string =>
  all
    .map((run) => (run.address === undefined ? styled(run) : `#link(${quoted(run.address)})[${styled(run)}];`))
    .join("");

/** A table of so many rows stays on one page. */
const MOST_TOGETHER = 12;

function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { caption, numbers = [] }: { readonly caption?: string; readonly numbers?: readonly number[] } = {},
): string {
  const cells = (row: readonly string[]) => row.map((cell) => `[${cell}]`).join(", ");
  // A head with a footnote is not set again on the next page: the footnote would be, too.
  const isNoted = header.some((cell) => cell.includes("#footnote"));
  const head = `table.header(${isNoted ? "repeat: false, " : ""}${header.map((cell) => `[#strong[${cell}]]`).join(", ")})`;
  const align = header.map((_, at) => (numbers.includes(at) ? "right" : "left")).join(", ");
  const widths = widthsOf(header, rows, numbers);
  const size = header.length > 4 ? "8.5pt" : "9.5pt";
  const made = `#text(size: ${size})[#table(columns: (${widths}), align: (${align},), ${[head, ...rows.map(cells)].join(", ")})]`;
  const captioned = caption === undefined ? made : `#block(sticky: true, above: 1.3em)[${caption}]\n\n${made}`;
  return rows.length <= MOST_TOGETHER ? `#block(breakable: false)[${captioned}]` : captioned;
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
  return `#block(breakable: false, sticky: true, above: 1.3em)[#strong[${literal(plot.title)}] #v(0.3em, weak: true) #image(bytes(${quoted(svg)}), format: "svg", width: 88%, alt: ${quoted(plotWords(plot))})]`;
}
