import type { BoundBrief } from "../bind.ts";
import { dataNotes } from "../data-notes.ts";
import type { Block, Inline } from "../document.ts";
import { barNumbers, figureWords } from "../figure-words.ts";
import { notApproved, versionRows } from "../sign-offs.ts";
import { textsIn } from "../texts/index.ts";
import type { FormattedCitations, Run } from "./citations.ts";
import { escaped } from "./escaped.ts";
import { BRIEF_STYLE } from "./html-style.ts";
import { barSvg, plotSvg } from "./plot-svg.ts";

/** A brief as one HTML file: no script, nothing that a browser would fetch, footnotes that lead there and back. */
export function htmlOf(brief: BoundBrief, citations: FormattedCitations): string {
  return new Page(brief, citations).text();
}

class Page {
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
    return `<!DOCTYPE html>
<html lang="${front.language === "uz" ? "uz-Latn" : front.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(front.title)}</title>
<style>
${BRIEF_STYLE}
</style>
</head>
<body>
<header>
<h1>${escaped(front.title)}</h1>
${front.authors.length === 0 ? "" : `<p class="soft">${escaped(say.by(front.authors))}</p>\n`}${open === undefined ? "" : `<p class="notice">${escaped(open)}</p>\n`}${stale === 0 ? "" : `<p class="notice">${escaped(say.staleNotice(stale))}</p>\n`}${say.draftWords === undefined ? "" : `<p class="soft">${escaped(say.draftWords)}</p>\n`}</header>
<main>
${this.#blocks(blocks)}
</main>
<footer>
${this.#notes()}${this.#sources()}${this.#data()}${this.#versions()}</footer>
</body>
</html>
`;
  }

  #blocks(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join("\n");
  }

  #block(block: Block): string {
    switch (block.kind) {
      case "heading": {
        // The title is the one heading of the first level.
        const level = Math.min(6, block.depth + 1);
        return `<h${level}>${this.#inlines(block.inlines)}</h${level}>`;
      }
      case "paragraph":
        return `<p>${this.#inlines(block.inlines)}</p>`;
      case "list": {
        const items = block.items.map((item) => `<li>${this.#blocks(item)}</li>`).join("\n");
        return block.ordered ? `<ol start="${block.start}">\n${items}\n</ol>` : `<ul>\n${items}\n</ul>`;
      }
      case "quote":
        return `<blockquote>\n${this.#blocks(block.blocks)}\n</blockquote>`;
      case "code":
        return `<pre><code>${escaped(block.text)}</code></pre>`;
      case "rule":
        return "<hr>";
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
        return `<figure>\n<figcaption>${escaped(block.title)}</figcaption>\n${plotSvg(block, this.#brief.front.language)}\n</figure>`;
    }
  }

  #chart({ title, bars }: Extract<Block, { kind: "chart" }>): string {
    const numbers = barNumbers(bars, this.#brief.figures);
    const most = Math.max(...numbers.map((number) => number ?? 0)) || 1;
    const rows = bars.map(({ label, figure }, at) => {
      const bar = numbers[at] === undefined ? "" : barSvg(numbers[at], most);
      return `<tr><th scope="row">${escaped(label)}</th><td class="bars">${bar}</td><td class="value">${this.#figure(figure)}</td></tr>`;
    });
    return `<table class="chart">\n<caption>${escaped(title)}</caption>\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table>`;
  }

  #inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join("");
  }

  #inline(inline: Inline): string {
    switch (inline.kind) {
      case "text":
        return styled(inline.text, inline);
      case "code":
        return `<code>${escaped(inline.text)}</code>`;
      case "link":
        return `<a href="${escaped(inline.address)}">${escaped(inline.text)}</a>`;
      case "break":
        return "<br>";
      case "figure":
      case "note":
        return this.#figure(inline.at);
      case "citation":
        return this.#citation(inline.at);
    }
  }

  #figure(at: number): string {
    const { front, figures } = this.#brief;
    const { text, flag } = figureWords(figures, at, front.language);
    const label = escaped(textsIn(front.language).note(at + 1));
    const flagged = flag === undefined ? "" : ` <strong class="flag">[${escaped(flag)}]</strong>`;
    return `${escaped(text)}${flagged}<sup><a id="figure-${at + 1}" href="#note-${at + 1}" aria-label="${label}">${at + 1}</a></sup>`;
  }

  #citation(at: number): string {
    const { source } = this.#brief.citations[at]!.items[0]!;
    return `<a class="citation" href="#source-${escaped(source)}">${(this.#citations.marks[at] ?? []).map((run) => styled(run.text, run)).join("")}</a>`;
  }

  #notes(): string {
    const { front, figures } = this.#brief;
    if (figures.length === 0) return "";
    const say = textsIn(front.language);
    const notes = figures.map((_, at) => {
      const back = `<a class="back" href="#figure-${at + 1}" aria-label="${escaped(say.back)}">\u2191</a>`;
      return `<li id="note-${at + 1}">${escaped(figureWords(figures, at, front.language).note)} ${back}</li>`;
    });
    return section("notes", say.notes, `<ol class="notes">\n${notes.join("\n")}\n</ol>`);
  }

  #sources(): string {
    const { entries } = this.#citations;
    if (entries.length === 0) return "";
    const items = entries.map(
      ({ source, runs }) => `<li id="source-${escaped(source)}">${runs.map(runHtml).join("")}</li>`,
    );
    return section(
      "sources",
      textsIn(this.#brief.front.language).sources,
      `<ul class="sources">\n${items.join("\n")}\n</ul>`,
    );
  }

  #data(): string {
    const { front, figures } = this.#brief;
    const notes = dataNotes(figures, front.language);
    if (notes.length === 0) return "";
    const items = notes.map((note) => `<li>${escaped(note)}</li>`).join("\n");
    return section("data", textsIn(front.language).data, `<ul class="sources">\n${items}\n</ul>`);
  }

  #versions(): string {
    const { front } = this.#brief;
    const [header, ...rows] = versionRows(front).map((row) => row.map(escaped));
    return header === undefined ? "" : section("versions", textsIn(front.language).versions, table(header, rows));
  }
}

const section = (id: string, title: string, inside: string): string =>
  `<section aria-labelledby="${id}">\n<h2 id="${id}">${escaped(title)}</h2>\n${inside}\n</section>\n`;

function styled(text: string, { strong, emphasis }: Pick<Run, "strong" | "emphasis">): string {
  const inner = emphasis === true ? `<em>${escaped(text)}</em>` : escaped(text);
  return strong === true ? `<strong>${inner}</strong>` : inner;
}

const runHtml = (run: Run): string =>
  run.address === undefined ? styled(run.text, run) : `<a href="${escaped(run.address)}">${styled(run.text, run)}</a>`;

function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { caption, numbers = [] }: { readonly caption?: string; readonly numbers?: readonly number[] } = {},
): string {
  const align = (at: number) => (numbers.includes(at) ? ' class="value"' : "");
  const head = header.map((cell, at) => `<th scope="col"${align(at)}>${cell}</th>`).join("");
  const body = rows
    .map((row) => `<tr>${row.map((cell, at) => `<td${align(at)}>${cell}</td>`).join("")}</tr>`)
    .join("\n");
  const above = caption === undefined ? "" : `<caption>${caption}</caption>\n`;
  return `<div class="wide" tabindex="0">\n<table>\n${above}<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>\n</div>`;
}
