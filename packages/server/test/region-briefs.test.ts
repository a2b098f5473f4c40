import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openedPdf } from "../../brief/test/open-outputs.ts";
import { DONORS, REGION, SECTORS, takePublished, WITH_FILES } from "./holdings-for-tests.ts";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

/** The files that the papers of the region rest on. */
const FILES = [
  DONORS,
  SECTORS,
  "security_assistance/us_foreign_aid_country_totals_central_asia.csv",
  "security_assistance/us_fmtrpt_central_asia.tsv",
  ...["00050874_BOMCA7", "00061164_BOMNAF", "00062131_BOMCA8", "00081693_BOMNAF2", "00087580_TJ_AF_border_JICA"].map(
    (name) => `projects_undp/undp_${name}.json`,
  ),
];

interface Figure {
  readonly line: number;
  readonly asked: string;
  readonly state: string;
  readonly now: string;
}

const ENGLISH = ["assistance-and-security", "advantages-of-the-eu"];
const PAPERS = ENGLISH.flatMap((id) => [id, `${id}-ru`]);

describe("the papers of Central Asia, over the published files", WITH_FILES, () => {
  let node: TestNode;
  const papers = new Map<
    string,
    { readonly text: string; readonly figures: readonly Figure[]; readonly html: string }
  >();
  before(async () => {
    node = await startTestNode({ regions: ["central-asia"] });
    for (const path of FILES) assert.equal((await takePublished(node, path)).state, "taken", path);
    for (const id of PAPERS) {
      const { text } = (await node.get(`${REGION}/papers/${id}`)).body;
      const { body } = await node.post(`${REGION}/briefs/bind`, { text });
      assert.deepEqual(
        body.problems.filter(({ severity }: { severity: string }) => severity === "error"),
        [],
        id,
      );
      papers.set(id, { text, figures: body.figures, html: body.html });
    }
  });
  after(() => node.close());

  const figure = (paper: string, asked: string): string => {
    const found = papers.get(paper)!.figures.find((each) => each.asked === asked);
    assert.ok(found, `${paper}: ${asked}`);
    return found.now;
  };

  it("record what the data give", () => {
    for (const [id, { figures }] of papers)
      assert.deepEqual(
        figures
          .filter(({ state }) => state !== "current")
          .map(({ line, asked, now }) => `${id}:${line} ${asked}: ${now}`),
        [],
      );
  });

  it("give the money of the EU and the United States as the files have it", () => {
    const of = (name: string) => figure("assistance-and-security", name);
    // By hand, usd_million of donor 918 (EU Institutions), all recipients: 2014 111.53918098, 2019 163.55659233;
    // of donor 302 (United States): 2019 161.668076.
    assert.deepEqual(
      [of("eu2014"), of("eu2019"), of("us2019")],
      ["111.5 million USD", "163.6 million USD", "161.7 million USD"],
    );
    // By hand: 163.55659233 / 5388.191164795 = 0.030355; 161.668076 / 5388.191164795 = 0.030004.
    assert.deepEqual([of("euShare2019"), of("usShare2019")], ["3.0 %", "3.0 %"]);
    // By hand, current_amount of the transaction type, five states: disbursements 2012 375,159,281, 2019 153,298,078;
    // obligations 2010 612,674,796.
    assert.deepEqual(
      [of("usPaid2012"), of("usPaid2019"), of("usPromised2010")],
      ["375.2 million USD", "153.3 million USD", "612.7 million USD"],
    );
  });

  it("give the share for conflict, peace and security as the files have it", () => {
    const of = (name: string) => figure("assistance-and-security", name);
    // By hand, codes that begin with 152 / all codes, six recipients: 2013 48.63940762745 / 3161.0383399865918 = 1.5387 %;
    // 2017 26.790264008 / 3295.2019280139 = 0.8130 %; 2019 32.807543644 / 5388.191164855 = 0.6089 %.
    assert.deepEqual([of("sec2013"), of("sec2017"), of("sec2019")], ["1.54 %", "0.81 %", "0.61 %"]);
    assert.deepEqual([of("secSum2013"), of("secSum2019")], ["48.6 million USD", "32.8 million USD"]);
  });

  it("speak Russian where they are in Russian, with the same figures", () => {
    const of = (paper: string) =>
      new Map(
        papers
          .get(paper)!
          .figures.filter(({ asked }) => /^\w+$/.test(asked))
          .map(({ asked, now }) => [asked, now]),
      );
    for (const id of ENGLISH) {
      assert.deepEqual(of(`${id}-ru`), of(id), id);
      const { html, figures } = papers.get(`${id}-ru`)!;
      assert.equal(figures.length, papers.get(id)!.figures.length, id);
      assert.match(html, /<html lang="ru">/);
      assert.match(html, /163,6\u00a0млн\u00a0USD/);
      assert.doesNotMatch(html, /Made of|Left out|Nothing left out|Method (money|powers)/);
    }
  });

  it("show both sums for 2014 to 2020 and what growth follows from each", () => {
    const of = (name: string) => figure("assistance-and-security", name);
    // By hand: (1680 - 675) / 675 = 148.9 %; (1068 - 675) / 675 = 58.2 %; 30 + 51 + 62 + 31 + 42 = 216.
    assert.deepEqual([of("growthPrinted"), of("growthOther"), of("sum1113")], ["148.9 %", "58.2 %", "216 million EUR"]);
    const { html } = papers.get("assistance-and-security")!;
    for (const words of [/Sources differ\./, /EUR 1\.68 bn/, /growth does not follow/, /What the data cannot say/])
      assert.match(html, words);
  });

  it("compare the powers kind by kind, with no score, and leave unknown what nobody knows", () => {
    const { html, figures } = papers.get("advantages-of-the-eu")!;
    const aid = figures.find(({ asked }) => asked.includes("kind=aid of=all") && asked.includes("by=power"))!.now;
    assert.match(aid, /EU: \d+; Russia: unknown/);
    assert.match(figure("advantages-of-the-eu", "alignUzb"), /^unknown$/);
    assert.match(html, /no <strong>score<\/strong>|<strong>no score<\/strong>/);
    assert.match(html, /General knowledge, not verified here/);
  });

  it("footnote every figure, and cite every source that they name", () => {
    for (const { html, figures } of papers.values()) {
      assert.equal(html.match(/<li id="note-/g)?.length, figures.length);
      assert.doesNotMatch(html, /href="#source-"/);
    }
  });

  it("state no figure that is not bound: digits stand in marks, dates, names or citations", () => {
    for (const [id, { text }] of papers) {
      const prose = text
        .replace(/^---[\s\S]*?^---$/m, "")
        .replaceAll(/^```[\s\S]*?^```$/gm, "")
        .replaceAll(/\{\{[^}]*\}\}|\[@[^\]]*\]/g, "");
      const numbers = [...prose.matchAll(/\d[\d.,]*\d|\d/g)].map(([number]) => number);
      // Years and dates; sector 152, section 1004, C5+1, phases; the printed "56 % more"; how many channels or ways in words.
      const known = /^(19|20)\d\d$|^(152|1004|56|5|1|8|11|0|2|3)$/;
      assert.deepEqual([...new Set(numbers.filter((number) => !known.test(number)))], [], id);
    }
  });

  it("answer the question on assistance in eight pages", async () => {
    const url = `/api/v1${REGION}/papers/assistance-and-security`;
    const headers = { host: new URL(node.address).host, cookie: node.cookie };
    for (const language of ["", "-ru"]) {
      const { rawPayload } = await node.app.inject({ url: `${url}${language}/file.pdf`, headers });
      const pages = openedPdf(rawPayload).objects.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      assert.ok(pages > 0 && pages <= 8, `${language}: ${pages} pages`);
    }
  });

  it("are printed as PDF, DOCX and HTML", async () => {
    for (const id of papers.keys())
      for (const [format, begins] of [
        ["pdf", /^%PDF-1\.7/],
        ["docx", /^PK/],
        ["html", /^<!DOCTYPE html>/],
      ] as const) {
        const { status, text } = await node.get(`${REGION}/papers/${id}/file.${format}`);
        assert.equal(status, 200, text.slice(0, 300));
        assert.match(text, begins);
      }
  });
});
