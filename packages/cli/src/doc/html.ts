import { texts } from "../texts/index.ts";
import type { DocClause, DocPage, DocSection } from "./gather.ts";
import { escaped, inlineHtml, proseHtml } from "./prose.ts";
import { STYLE } from "./style.ts";

const say = texts.doc;

/** A page by itself: one file, no script, nothing that a browser would fetch, readable without its style. */
export function htmlPage(page: DocPage): string {
  const contents = [
    ["parties", say.partiesTitle] as const,
    ...page.sections.filter(({ heading }) => heading !== "").map(({ heading, anchor }) => [anchor, heading] as const),
    ["kinds", say.kindsTitle] as const,
    ["sources", say.sourcesTitle] as const,
  ];
  return `<!DOCTYPE html>
<html lang="${say.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${page.id}: ${page.title}`)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<a class="skip" href="#text">${escaped(say.skip)}</a>
<header>
<h1>${escaped(page.title)}</h1>
<p class="lead">${escaped(say.subtitle(page.id, page.region))}</p>
${page.fictional ? `<p class="notice"><strong>${escaped(say.fictional)}</strong></p>\n` : ""}<p class="notice">${escaped(say.disclaimer)}</p>
${list(page.facts)}
</header>
<nav aria-label="${escaped(say.contents)}">
<h2 id="contents">${escaped(say.contents)}</h2>
<ol>
${contents.map(([anchor, heading]) => `<li><a href="#${escaped(anchor)}">${inlineHtml(heading)}</a></li>`).join("\n")}
</ol>
</nav>
<main id="text">
${partiesHtml(page)}
${page.sections.map(sectionHtml).join("\n")}
${kindsHtml(page)}
<section aria-labelledby="sources">
<h2 id="sources">${escaped(say.sourcesTitle)}</h2>
<ol class="sources">
${page.sources.map((source, index) => `<li id="source-${index + 1}">${escaped(source)}</li>`).join("\n")}
</ol>
</section>
</main>
<footer>
<p>${escaped(say.footer)}</p>
</footer>
</body>
</html>
`;
}

function sectionHtml({ heading, anchor, blocks }: DocSection): string {
  const head = heading === "" ? "" : `<h2 id="${escaped(anchor)}">${inlineHtml(heading)}</h2>\n`;
  const named = heading === "" ? ` aria-label="${escaped(say.introduction)}"` : ` aria-labelledby="${escaped(anchor)}"`;
  return `<section${named}>\n${head}${blocks.map(blockHtml).join("\n")}\n</section>`;
}

function blockHtml({ prose, clauses }: DocSection["blocks"][number]): string {
  const both = prose !== "" && clauses.length > 0 ? " both" : "";
  const said = prose === "" ? "" : `<div class="prose">\n${proseHtml(prose)}\n</div>\n`;
  const rules = clauses.length === 0 ? "" : `<div class="clauses">\n${clauses.map(clauseHtml).join("\n")}\n</div>\n`;
  return `<div class="block${both}">\n${said}${rules}</div>`;
}

function clauseHtml(clause: DocClause): string {
  const anchor = escaped(clause.id);
  const example =
    clause.example === undefined
      ? ""
      : `<p class="example"><strong>${escaped(say.example)}</strong> ${words(clause.example)}</p>\n`;
  return `<article class="clause" id="${anchor}" aria-labelledby="${anchor}-title">
<h3 id="${anchor}-title">${words(clause.title)}</h3>
<p class="id"><a href="#${anchor}">${anchor}</a>, ${escaped(clause.form)}, ${words(say.article(clause.article))}</p>
${list(clause.facts)}
${example}<p class="soft">${escaped(say.source)}${note(clause.source)}, ${escaped(say.confidenceIs(clause.confidence))}, ${escaped(say.version(clause.version))}</p>
<details><summary>${escaped(say.code)}</summary><pre><code>${escaped(clause.code)}</code></pre></details>
</article>`;
}

function partiesHtml(page: DocPage): string {
  const cell = (label: string, text: string) => `<td data-label="${escaped(label)}">${words(text)}</td>`;
  const rows = page.parties.map(({ party, act, done, effect, confidence, source, note: remark }) => {
    const said = remark === "" ? "" : `<br><span class="soft">${words(remark)}</span>`;
    return `<tr><th scope="row">${escaped(party)}</th><td>${escaped(act)}${said}</td>${cell(say.columns.done, done)}${cell(say.columns.effect, effect)}<td data-label="${escaped(say.columns.confidence)}">${escaped(confidence)}${note(source)}</td></tr>`;
  });
  const { party, act, done, effect, confidence } = say.columns;
  const head = [party, act, done, effect, confidence].map((text) => `<th scope="col">${escaped(text)}</th>`).join("");
  const table =
    rows.length === 0
      ? `<p>${escaped(say.noParties)}</p>`
      : `<div class="wide"><table class="stack">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table></div>`;
  const remarks =
    page.remarks.length === 0
      ? ""
      : `\n<h3>${escaped(say.remarksTitle)}</h3>\n<ul>\n${page.remarks.map(({ text, source }) => `<li>${words(text)}${note(source)}</li>`).join("\n")}\n</ul>`;
  return `<section aria-labelledby="parties">\n<h2 id="parties">${escaped(say.partiesTitle)}</h2>\n${table}${remarks}\n</section>`;
}

function kindsHtml(page: DocPage): string {
  const link = (id: string) => `<a href="#${escaped(id)}">${escaped(id)}</a>`;
  const entries = page.kinds.map(
    ({ name, title, form, attributes, clauses }) =>
      `<dt><code>${escaped(name)}</code></dt>\n<dd>${escaped(say.kindEntry(title, form))} ${escaped(attributes.join("; "))}<br>${escaped(say.usedBy)} ${clauses.map(link).join(", ")}</dd>`,
  );
  const entriesOrNone =
    entries.length === 0 ? `<p>${escaped(say.noKinds)}</p>` : `<dl class="kinds">\n${entries.join("\n")}\n</dl>`;
  return `<section aria-labelledby="kinds">\n<h2 id="kinds">${escaped(say.kindsTitle)}</h2>\n${entriesOrNone}\n</section>`;
}

function list(facts: readonly (readonly [string, string])[]): string {
  return `<dl>\n${facts.map(([label, text]) => `<dt>${escaped(label)}</dt><dd>${words(text)}</dd>`).join("\n")}\n</dl>`;
}

function note(source: number): string {
  return `<sup><a href="#source-${source}" aria-label="${escaped(say.footnote(source))}">${source}</a></sup>`;
}

/** Words with the mark of what is not verified set off and explained. */
function words(text: string): string {
  const mark = `&#160;<abbr class="unsure" title="${escaped(say.unsure)}">?</abbr>`;
  return escaped(text).replaceAll(/\u00a0\?(?=$|[\s,;:.)])/g, mark);
}
