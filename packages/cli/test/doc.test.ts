import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { gatherPage } from "../src/doc/gather.ts";
import { htmlPage } from "../src/doc/html.ts";
import { markdownPage } from "../src/doc/markdown.ts";
import { proseHtml } from "../src/doc/prose.ts";
import { isRefusal } from "../src/index.ts";
import { openRegion } from "../src/region/open.ts";
import { createFixture, type Fixture, inside, ROOT } from "./fixture.ts";

/** HTML elements that have no end tag. */
const VOID = new Set(["br", "hr", "meta"]);
const KNOWN = new Set(
  "html head title style body a header h1 h2 h3 h4 h5 h6 p strong em del nav ol ul li main section div article dl dt dd sup details summary pre code table thead tbody tr th td footer abbr span blockquote caption".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  "lang charset name content http-equiv class id href aria-label aria-labelledby title scope data-label align start".split(
    " ",
  ),
);

/** Reads a page strictly: every element known, closed in order, every attribute known; gives ids and links. */
function readStrictly(html: string): { ids: string[]; links: string[]; headings: number[] } {
  const open: string[] = [];
  const found = { ids: [] as string[], links: [] as string[], headings: [] as number[] };
  let rest = html.replace(/^<!DOCTYPE html>\n/, "").replace(/<style>[\s\S]*?<\/style>/, "");
  const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/;
  while (rest !== "") {
    const at = rest.indexOf("<");
    const text = at === -1 ? rest : rest.slice(0, at);
    assert.doesNotMatch(text, />|&(?!(?:[a-z]+|#\d+|#x[\da-f]+);)/i, text.slice(0, 200));
    if (at === -1) break;
    rest = rest.slice(at);
    const read = tag.exec(rest);
    assert.ok(read, `no tag: ${rest.slice(0, 120)}`);
    const [whole, closing, name = "", attributes = ""] = read;
    rest = rest.slice(whole.length);
    if (closing === "/") assert.equal(open.pop(), name, rest.slice(0, 120));
    else if (!VOID.has(name)) {
      assert.ok(KNOWN.has(name), `<${name}>`);
      open.push(name);
    }
    if (/^h\d$/.test(name) && closing === "") found.headings.push(Number(name[1]));
    for (const [, attribute = "", value = ""] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      assert.ok(ATTRIBUTES.has(attribute), `${name} ${attribute}`);
      if (attribute === "id") found.ids.push(value);
      if (attribute === "href") found.links.push(value);
    }
  }
  assert.deepEqual(open, []);
  return found;
}

describe("kelisim doc", () => {
  for (const name of ["central-asia", "four-rivers"]) {
    it(`makes a sound page of every instrument of ${name}, with every clause on it`, async () => {
      const io = { folder: ROOT } as Parameters<typeof openRegion>[0];
      const open = await openRegion(io, name);
      assert.ok(!isRefusal(open));
      const { region, program, names } = open;
      let clauses = 0;
      let examples = 0;
      for (const instrument of program.instruments) {
        const page = gatherPage(region, region.accordFiles, instrument, program, names);
        const html = htmlPage(page);
        const { ids, links, headings } = readStrictly(html);
        assert.equal(new Set(ids).size, ids.length, `${instrument.id}: an id twice`);
        for (const link of links)
          assert.ok(ids.includes(link.slice(1)) && link.startsWith("#"), `${instrument.id} ${link}`);
        assert.doesNotMatch(html, /<script|javascript:|@import|url\(|\ssrc=/i);
        assert.equal(headings.filter((level) => level === 1).length, 1);
        for (const [index, level] of headings.entries())
          assert.ok(level <= (headings[index - 1] ?? 0) + 1, instrument.id);
        const markdown = markdownPage(page);
        for (const clause of instrument.clauses) {
          assert.ok(ids.includes(clause.id), clause.id);
          assert.ok(markdown.includes(`**${clause.id}. `), clause.id);
          clauses += 1;
        }
        examples += page.sections
          .flatMap(({ blocks }) => blocks.flatMap((block) => block.clauses))
          .filter((each) => each.example !== undefined).length;
        for (const fact of region.facts)
          if (fact.kind === "reservation" && fact.instrument === instrument.id)
            assert.ok(markdown.replaceAll(/\s+/g, " ").includes(fact.effect), fact.id);
        if (instrument === program.instruments[0])
          assert.equal(htmlPage(gatherPage(region, region.accordFiles, instrument, program, names)), html);
      }
      assert.ok(clauses > 30 && examples > clauses / 5, `${examples} examples of ${clauses} clauses`);
    });
  }

  it("shows no real state in an example, and the invented ones by name", async () => {
    const real = await inside(["doc", "SH1996"]);
    const sentences = [...real.out.matchAll(/For example: [\s\S]*?\.\n/g)].map(([text]) => text);
    assert.ok(sentences.length > 5);
    for (const text of sentences) assert.doesNotMatch(text, /China|Kazakhstan|Kyrgyzstan|Russia|Tajikistan|CHN|KAZ/);
    assert.match(sentences.join(""), /If\s+state\s+A\s+sends\s+this\s+on\s+Mon\s+1\s+Mar\s+2027/);
    const invented = await inside(["doc", "river", "--region", "four-rivers"]);
    assert.match(invented.out, /If Avelin sends this|Avelin is to send/);
    assert.match(invented.out, /Invented for training/);
  });

  it("lets nothing through that prose might carry", () => {
    const bad = [
      "<script>alert(1)</script>",
      "<img src=x onerror=alert(1)>",
      "[a](javascript:alert(1)) [b](https://example.org/x?a=1&b=2) <https://example.org>",
      "![picture](https://example.org/p.png)",
      '[t](#ok "onmouseover=alert(1)")',
      "text <b onclick=x>bold</b> & <!-- comment --> &lt;i&gt;",
      "```html\n<script>\n```\n~~~\n</code></pre><script>\n~~~",
      "| a | b |\n|:-|-:|\n| <td> | `</table>` |",
      "- [x] done\n- [ ] open\n\n1. one\n2. two\n\n> quoted\n\n***\n\nHard  \nbreak",
      '[x]: javascript:alert(1) "title"\n\n[x]',
      "\u202egnirts\u0007",
    ].join("\n\n");
    const html = proseHtml(bad);
    readStrictly(html);
    assert.doesNotMatch(html, /<(script|img|b|i|input)\b|href="(?!#)/);
    assert.ok(!html.includes("\u202e") && !html.includes("\u0007"));
    const { links } = readStrictly(proseHtml("[t](#ok)"));
    assert.deepEqual(links, ["#ok"]);
  });

  it("lets nothing through whatever the prose (property)", () => {
    const pieces = fc.constantFrom(
      "<",
      ">",
      "&",
      '"',
      "'",
      "`",
      "[",
      "](",
      ")",
      "!",
      "#",
      "javascript:",
      "https://x.y",
      "<a href=",
      "<script",
      "\n",
      "\n\n",
      "- ",
      "| ",
      "|-|",
      "*",
      "_",
      "\\",
      "&#x6a;",
      "text",
      " ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (words) => {
        const { links } = readStrictly(proseHtml(words.join("")));
        for (const link of links) assert.match(link, /^#[\w-]+$/);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });

  describe("of a fixture", () => {
    let region: Fixture;
    let folder: string;
    before(() => {
      region = createFixture();
      folder = mkdtempSync(join(tmpdir(), "kelisim-doc-"));
    });
    after(() => {
      region.remove();
      rmSync(folder, { recursive: true });
    });
    const doc = (...words: string[]) => inside(["doc", ...words, "--region", region.folder], { folder });

    it("writes the form that the name of the file asks for, and over a file only with --force", async () => {
      const made = await doc("PACT", "--out", "pact.html");
      assert.equal(made.status, 0, made.err);
      assert.match(made.out, /pact\.html: PACT, 6 clauses/);
      const html = readFileSync(join(folder, "pact.html"), "utf8");
      assert.match(html, /^<!DOCTYPE html>/);
      assert.match(html, /9,000 people&#160;<abbr class="unsure" title="not verified/);
      const again = await doc("PACT", "--out", "pact.html");
      assert.equal(again.status, 2);
      assert.match(again.err, /pact\.html is there already\.\n {2}Give another name with --out, or --force/);
      assert.equal((await doc("PACT", "--out", "pact.html", "--md", "--force")).status, 0);
      assert.match(readFileSync(join(folder, "pact.html"), "utf8"), /^# Pact of Testland/);
    });

    it("makes a page of a file that is not in the region, and says what it left out", async () => {
      const text =
        '# New\n\n## Article 1: x\n\nSaid.\n\n```accord\ninstrument NEW "New"\n  kind treaty\n  source "s"\n\nduty NEW-1 "Do it" article "1"\n  every year\n  each party must send YearlyReport r to every other party where r.year = period\n  by 1 June\n\nduty NEW-2 "Broken" article "2"\n  when Nothing n\n```\n';
      writeFileSync(join(folder, "NEW.accord.md"), text);
      const { status, out, err } = await doc("NEW.accord.md");
      assert.equal(status, 1);
      assert.match(out, /\*\*NEW-1\. Do it\*\* \(duty, article 1\)/);
      assert.match(out, /No row of the status table speaks of it/);
      assert.match(out, /For 2027, \w+ is to send this to \w+ by Tue 1 Jun 2027: Yearly report\./);
      assert.match(err, /1 error in this file; the clauses concerned are left out/);
    });

    it("refuses what it does not know", async () => {
      writeFileSync(
        join(folder, "two.accord.md"),
        '```accord\ninstrument T1 "One"\n  kind treaty\n  source "s"\ninstrument T2 "Two"\n  kind treaty\n  source "s"\n```\n',
      );
      const cases: [string[], RegExp][] = [
        [["PACKT"], /There is no instrument "PACKT"\.\n {2}Did you mean PACT\?\n {2}Instruments: PACT/],
        [["missing.accord.md"], /There is no file missing\.accord\.md/],
        [["two.accord.md"], /two\.accord\.md holds several instruments: T1, T2/],
        [["PACT", "--html", "--md"], /--html and --md cannot both be the format/],
        [["PACT", "--out", "no/where.html"], /could not be written/],
      ];
      for (const [words, message] of cases) {
        const { status, err, out } = await doc(...words);
        assert.match(err, message);
        assert.equal(status, 2);
        assert.equal(out, "");
      }
    });
  });
});
