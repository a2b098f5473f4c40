import type { BoundBrief } from "../bind.ts";
import { figureWords } from "../figure-words.ts";
import { type BriefTexts, textsIn } from "../texts/index.ts";
import type { FormattedCitations, Run } from "./citations.ts";
import { escaped } from "./escaped.ts";
import { type Frame, frameOf } from "./frame.ts";
import { BRIEF_STYLE } from "./html-style.ts";
import { barSvg, plotSvg } from "./plot-svg.ts";
import { type Marks, setText } from "./set-text.ts";

/** A brief as one HTML file: no script, nothing that a browser would fetch, footnotes that lead there and back. */
export function htmlOf(brief: BoundBrief, citations: FormattedCitations): string {
  const { front } = brief;
  const say = textsIn(front.language);
  const { title, by, notices, remark, lists, versions } = frameOf(brief, citations);
  const head = [
    `<h1>${escaped(title)}</h1>`,
    ...(by === undefined ? [] : [`<p class="soft">${escaped(by)}</p>`]),
    ...notices.map((notice) => `<p class="notice">${escaped(notice)}</p>`),
    ...(remark === undefined ? [] : [`<p class="soft">${escaped(remark)}</p>`]),
  ];
  const ends = [
    ...notesOf(brief, say),
    ...lists.map(listOf),
    ...(versions === undefined
      ? []
      : [
          section(
            "versions",
            versions.title,
            tableOf(
              versions.header.map(escaped),
              versions.rows.map((row) => row.map(escaped)),
            ),
          ),
        ]),
  ];
  return `<!DOCTYPE html>
<html lang="${front.language === "uz" ? "uz-Latn" : front.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
${BRIEF_STYLE}
</style>
</head>
<body>
<header>
${head.join("\n")}
</header>
<main>
${setText(brief, citations, marksOf(brief, say))}
</main>
<footer>
${ends.join("")}</footer>
</body>
</html>
`;
}

const marksOf = ({ front }: BoundBrief, say: BriefTexts): Marks => ({
  between: "\n",
  heading(depth, inside) {
    // The title is the one heading of the first level.
    const level = Math.min(6, depth + 1);
    return `<h${level}>${inside}</h${level}>`;
  },
  paragraph: (inside) => `<p>${inside}</p>`,
  list(ordered, start, all) {
    const items = all.map((item) => `<li>${item}</li>`).join("\n");
    return ordered ? `<ol start="${start}">\n${items}\n</ol>` : `<ul>\n${items}\n</ul>`;
  },
  quote: (inside) => `<blockquote>\n${inside}\n</blockquote>`,
  code: (text) => `<pre><code>${escaped(text)}</code></pre>`,
  rule: () => "<hr>",
  table: tableOf,
  chart(title, bars) {
    const rows = bars.map(({ label, part, value }) => {
      const bar = part === undefined ? "" : barSvg(part);
      return `<tr><th scope="row">${escaped(label)}</th><td class="bars">${bar}</td><td class="value">${value}</td></tr>`;
    });
    return `<table class="chart">\n<caption>${escaped(title)}</caption>\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table>`;
  },
  plot: (plot) =>
    `<figure>\n<figcaption>${escaped(plot.title)}</figcaption>\n${plotSvg(plot, front.language)}\n</figure>`,
  text: styled,
  inlineCode: (text) => `<code>${escaped(text)}</code>`,
  link: (text, address) => `<a href="${escaped(address)}">${escaped(text)}</a>`,
  lineBreak: () => "<br>",
  figure({ text, flag }, at) {
    const label = escaped(say.note(at + 1));
    const flagged = flag === undefined ? "" : ` <strong class="flag">[${escaped(flag)}]</strong>`;
    return `${escaped(text)}${flagged}<sup><a id="figure-${at + 1}" href="#note-${at + 1}" aria-label="${label}">${at + 1}</a></sup>`;
  },
  citation: (source, runs) => `<a class="citation" href="#source-${escaped(source)}">${runs.map(styled).join("")}</a>`,
});

function notesOf({ front, figures }: BoundBrief, say: BriefTexts): readonly string[] {
  if (figures.length === 0) return [];
  const notes = figures.map((_, at) => {
    const back = `<a class="back" href="#figure-${at + 1}" aria-label="${escaped(say.back)}">\u2191</a>`;
    return `<li id="note-${at + 1}">${escaped(figureWords(figures, at, front.language).note)} ${back}</li>`;
  });
  return [section("notes", say.notes, `<ol class="notes">\n${notes.join("\n")}\n</ol>`)];
}

function listOf({ id, title, entries }: Frame["lists"][number]): string {
  const items = entries.map(
    ({ source, runs }) =>
      `<li${source === undefined ? "" : ` id="source-${escaped(source)}"`}>${runs.map(runHtml).join("")}</li>`,
  );
  return section(id, title, `<ul class="sources">\n${items.join("\n")}\n</ul>`);
}

const section = (id: string, title: string, inside: string): string =>
  `<section aria-labelledby="${id}">\n<h2 id="${id}">${escaped(title)}</h2>\n${inside}\n</section>\n`;

function styled({ text, strong, emphasis }: Run): string {
  const inner = emphasis === true ? `<em>${escaped(text)}</em>` : escaped(text);
  return strong === true ? `<strong>${inner}</strong>` : inner;
}

const runHtml = (run: Run): string =>
  run.address === undefined ? styled(run) : `<a href="${escaped(run.address)}">${styled(run)}</a>`;

function tableOf(
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
