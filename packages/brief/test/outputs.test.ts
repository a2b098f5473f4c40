import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { formatCitations } from "../src/compile/citations.ts";
import { compileBrief, type Output } from "../src/compile/index.ts";
import { type BoundBrief, styleNames } from "../src/index.ts";
import { boundOf } from "./brief-for-tests.ts";
import { openedPdf, unzipped } from "./open-outputs.ts";

/** Letters that only these alphabets have. */
const LETTERS = {
  Kazakh: "ӘәҒғҚқҢңӨөҰұҮүҺһІі",
  Kyrgyz: "ҢңӨөҮү",
  Tajik: "ҒғӢӣҚқӮӯҲҳҶҷ",
  Turkmen: "ÄäŇňÖöŞşÜüÝýÇçŽž",
  Uzbek: "OʻoʻGʻgʻ’ЎўҚқҒғҲҳ",
  Russian: "ЁёЙйЪъЫыЭэЮюЯя",
  English: "AaZz",
};

const TEXT = `---
title: Funds in <Central> Asia & "beyond"
citations: author-date
author: A. Person
version: 1, 2026-10-01, first text
version: 2, 2026-11-20, funds of 2007
reviewed: 2, B. Reader, 2026-11-21
approved: 1, C. Chief, 2026-10-03
---
# Money #let x = 1

It was {{a = 44 million EUR}} for **Altland** and {{b = 50 million EUR}} for *Berg* [@S002, p. 3; @S201], \`{{code}}\`, <script>alert(1)</script>.

1. one
2. two [@S300]
   - inner {{indicator id=C = unknown}}

> Quoted, [link](https://example.org/a?b=1&c=2) and [no link](javascript:alert(1)).

| who | how much |
|---|---|
| A | {{a = 44 million EUR}} |

\`\`\`chart
title: Funds in a chart
Altland | {{a = 44 million EUR}}
Curonia | {{indicator id=C = unknown}}
\`\`\`

${Object.values(LETTERS).join(" ")}

\`\`\`figures
a = indicator id=A
b = indicator id=B
\`\`\`

\`\`\`sources
S002 author="Gussarova, Anna; Andžāns, Māris" date=2019-02-19
\`\`\`
`;

let bound: BoundBrief;
before(async () => {
  const read = await boundOf(TEXT);
  assert.deepEqual(
    read.problems.filter((problem) => problem.includes(" error ")),
    [],
  );
  bound = read.bound;
});

async function made(output: Output, brief: BoundBrief = bound): Promise<Buffer> {
  const file = await compileBrief(brief, output);
  assert.ok(!("problems" in file), JSON.stringify(file));
  return file;
}

describe("a brief as HTML", () => {
  const VOID = new Set(["meta", "br", "hr"]);

  it("is well formed, and its anchors lead somewhere", async () => {
    const html = (await made("html")).toString();
    const open: string[] = [];
    const body = html.replace(/<style>[\s\S]*?<\/style>/, "").replace("<!DOCTYPE html>", "");
    assert.doesNotMatch(
      body.replaceAll(/<\/?[a-z][a-z0-9]*(?: [a-zA-Z0-9-]+="[^"<>]*")*>/g, ""),
      /[<>]|&(?![a-z]+;|#\d+;)/,
    );
    for (const [, closing, name = ""] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)/g)) {
      if (closing === "/") assert.equal(open.pop(), name);
      else if (!VOID.has(name)) open.push(name);
    }
    assert.deepEqual(open, []);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, anchor] of html.matchAll(/ href="#([^"]+)"/g)) assert.ok(ids.includes(anchor), anchor);
  });

  it("asks for nothing and runs nothing", async () => {
    const html = (await made("html")).toString();
    assert.match(html, /content="default-src 'none'; style-src 'unsafe-inline'"/);
    assert.doesNotMatch(html, /<script|<img|<link|@import|url\(|javascript:alert\(1\)"/);
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
  });

  it("marks what moved with old and new, and says what is unknown", async () => {
    const html = (await made("html")).toString().replaceAll("\u00a0", " ");
    assert.match(html, /50 million EUR <strong class="flag">\[out of date: now 55 million EUR\]/);
    assert.match(html, /Recorded as 50 million EUR; the data now give 55 million EUR\./);
    assert.match(html, /<td class="bars"><\/td><td class="value">unknown/);
    assert.match(
      html,
      /Method evidence\.figures: .* Made of: indicators\.csv, C, confidence high \(S002\), 1 row\. Left out: 1 row: the producer gives no value\./,
    );
    assert.match(html, /As note 1\./);
    assert.match(html, /Version 2 has not been approved\./);
    assert.match(html, /<td>C\. Chief, 2026-10-03<\/td>/);
  });

  it("says at its head that its version was withdrawn, by whom, when and why, and of an earlier one in the table", async () => {
    const withdrawn = "withdrawn: 2, D. Name, 2026-11-30, funds of <2019>, misread\n---\n# Money";
    const { bound: gone } = await boundOf(TEXT.replace("---\n# Money", withdrawn));
    const html = (await made("html", gone)).toString();
    const words = "Version 2 was withdrawn by D. Name, 2026-11-30. Reason: funds of &lt;2019&gt;, misread";
    assert.ok(html.includes(`<p class="notice">${words}</p>`));
    assert.ok(html.includes(`<td>${words}</td>`));
    assert.doesNotMatch(html, /has not been approved/);
    const document = unzipped(await made("docx", gone)).get("word/document.xml")!;
    assert.equal(document.split(words).length, 3);
    const earlier = await boundOf(TEXT.replace("---\n# Money", withdrawn.replace("2,", "1,")));
    const page = (await made("html", earlier.bound)).toString();
    assert.match(page, /<p class="notice">Version 2 has not been approved\.<\/p>/);
    assert.match(page, /<td>C\. Chief, 2026-10-03; Version 1 was withdrawn by D\. Name/);
  });

  it("speaks the language of the brief", async () => {
    const { bound: russian } = await boundOf(TEXT.replace("citations:", "language: ru\ncitations:"));
    const html = (await made("html", russian)).toString().replaceAll("\u00a0", " ");
    assert.match(html, /<html lang="ru">/);
    assert.match(html, /\[устарело: сейчас 55 млн EUR\]/);
    assert.match(html, /Исключено: 1 строка: составитель не даёт значения\./);
    assert.doesNotMatch(html, /Left out|Made of|Sources<|out of date/);
  });
});

describe("a brief in a language whose words are a draft", () => {
  for (const [language, unknown] of [
    ["kk", "белгісіз"],
    ["ky", "белгисиз"],
    ["tg", "номаълум"],
    ["tk", "näbelli"],
    ["uz", "nomaʼlum"],
  ] as const)
    it(`says so, and prints in all forms: ${language}`, async () => {
      const { bound: brief } = await boundOf(TEXT.replace("citations:", `language: ${language}\ncitations:`));
      const html = (await made("html", brief)).toString();
      assert.match(html, /are a draft that nobody has reviewed/);
      assert.ok(html.includes(unknown));
      assert.doesNotMatch(html, /\{\w+\}(?!\})|undefined|Made of|Left out/);
      assert.match((await made("pdf", brief)).toString("latin1", 0, 5), /%PDF-/);
      assert.ok((await made("docx", brief)).length > 0);
    });
});

describe("a brief as DOCX", () => {
  it("has headings, footnotes, tables, a chart and the words", async () => {
    const files = unzipped(await made("docx"));
    const document = files.get("word/document.xml")!;
    const words = [...document.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
      .map(([, text]) => text)
      .join("")
      .replaceAll("\u00a0", " ");
    for (const style of ["Title", "Heading1", "Heading2"])
      assert.match(document, new RegExp(`<w:pStyle w:val="${style}"/>`));
    assert.match(document, /<w:tblHeader\/>/);
    assert.match(words, /50 million EUR \[out of date: now 55 million EUR\]/);
    assert.match(words, /Funds in &lt;Central&gt; Asia &amp; /);
    for (const letters of Object.values(LETTERS)) assert.ok(words.includes(letters.replaceAll("’", "’")), letters);
    const references = [...document.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id);
    assert.equal(references.length, bound.figures.length);
    const footnotes = files.get("word/footnotes.xml")!;
    for (const id of references) assert.match(footnotes, new RegExp(`<w:footnote[^>]* w:id="${id}"`));
    assert.match(footnotes, /Method evidence\.figures/);
    const chart = files.get("word/charts/chart1.xml")!;
    assert.match(chart, /<c:v>44<\/c:v>/);
    assert.doesNotMatch(chart, /<c:v>0<\/c:v>/);
  });

  it("is well formed in every part", async () => {
    for (const [name, text] of unzipped(await made("docx"))) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const open: string[] = [];
      for (const [, closing, tag, single] of text.matchAll(/<(\/?)([\w:]+)[^<>]*?(\/?)>/g)) {
        if (closing === "/") assert.equal(open.pop(), tag, name);
        else if (single !== "/") open.push(tag!);
      }
      assert.deepEqual(open, [], name);
    }
  });
});

describe("a brief as PDF", () => {
  it("has pages, text in all seven alphabets, tags and a title", async () => {
    const { objects, letters } = openedPdf(await made("pdf"));
    assert.match(objects, /^%PDF-1\.7/);
    assert.match(objects, /\/Type\s*\/Page\b/);
    assert.match(objects, /\/StructTreeRoot/);
    assert.match(objects, /pdfaid:conformance>A</);
    for (const letter of Object.values(LETTERS).join("")) assert.ok(letters.has(letter), letter);
  });

  it("is the same, byte for byte, for the same brief", async () => {
    assert.ok((await made("pdf")).equals(await made("pdf")));
  });

  it("carries citation, licence and caveats of the data, as HTML and DOCX do", async () => {
    const producer = { dataset: "wells", name: "Wells", citation: "Office of Wells.", caveats: ["Wells run dry."] };
    const input = { of: "h1", name: "Wells", vintage: "2025-08", rows: 1, producer };
    const figures = bound.figures.map((each) => ({ ...each, figure: { ...each.figure, inputs: [input] } }));
    const note = "Wells, vintage 2025-08. Cite: Office of Wells. Licence: not seen. Wells run dry.";
    assert.equal((await made("html", { ...bound, figures })).toString().split(note).length, 2);
    assert.equal(
      unzipped(await made("docx", { ...bound, figures }))
        .get("word/document.xml")!
        .split(note).length,
      2,
    );
    assert.ok((await made("pdf", { ...bound, figures })).length > 0);
  });

  it("is refused where a letter cannot be printed", async () => {
    const { bound: other } = await boundOf("---\ntitle: Funds\n---\n中\n");
    const file = await compileBrief(other, "pdf");
    assert.ok("problems" in file);
    assert.match(file.problems[0]!.message, /no letters for: 中/);
  });
});

describe("citations", () => {
  it("are formatted by every style: a mark each, an entry a source", () => {
    for (const style of styleNames()) {
      const { marks, entries } = formatCitations({ ...bound, front: { ...bound.front, style: style as "apa" } });
      assert.equal(marks.length, 2, style);
      assert.deepEqual(entries.map(({ source }) => source).sort(), ["S002", "S201", "S300"], style);
      for (const runs of [...marks, ...entries.map(({ runs }) => runs)])
        assert.ok(runs.map(({ text }) => text).join("").length > 2, style);
    }
  });

  it("keep every letter of a title", () => {
    const title = 'Costs $5, {a} \\ #let *b* _c_ `d` "e" <li> & $';
    const sources = bound.sources.map((source) => ({ ...source, title }));
    for (const { runs } of formatCitations({ ...bound, sources }).entries)
      assert.ok(
        runs
          .map(({ text }) => text)
          .join("")
          .includes(title),
        JSON.stringify(runs),
      );
  });

  it("name authors and date where they are given, the title as it is written, and where it was found", () => {
    const { marks, entries } = formatCitations(bound);
    const text = (runs: (typeof marks)[number]) => runs.map(({ text }) => text).join("");
    assert.equal(text(marks[0]!), "(Gussarova and Andžāns 2019, p. 3; “TASS, item 687141 & more,” n.d.)");
    const said = new Map(entries.map(({ source, runs }) => [source, text(runs)]));
    assert.equal(
      said.get("S002"),
      "Gussarova, Anna, and Māris Andžāns. 2019. SEnECA Policy Paper No. 10. https://doi.org/10.17185/48492.",
    );
    const gost = formatCitations({ ...bound, front: { ...bound.front, style: "gost" } });
    assert.match(
      text(gost.entries.find(({ source }) => source === "S002")!.runs),
      /https:\/\/doi\.org\/10\.17185\/48492/,
    );
    assert.equal(said.get("S201"), "“TASS, item 687141 & more.” n.d. Found at: tass.com 687141.");
  });
});
