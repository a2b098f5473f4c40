import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SelectedCell } from "@kelisim/analysis";
import type { Claim, Indicator, Programme, Span } from "@kelisim/model";
import { parseDecimal, parseSpan } from "@kelisim/model";
import { compileBrief } from "../src/compile/index.ts";
import {
  type AskFlows,
  answerCall,
  type BoundBrief,
  bindBrief,
  callKey,
  callsOf,
  type FigureSources,
  readBrief,
  recordFigures,
} from "../src/index.ts";
import { REGION, SOURCES, TODAY } from "./brief-for-tests.ts";
import { unzipped } from "./open-outputs.ts";

const span = (text: string) => parseSpan(text) as Span;
const claim = (id: string, text: string, contradicts: readonly string[] = []): Claim => ({
  id,
  claim: text,
  contradicts,
  source: id === "C2" ? "TASS [S201]" : "Paper [S002]",
  confidence: "medium",
});
const programme = (id: string, amount: string | undefined, end: number): Programme => ({
  id,
  name: `Programme ${id}`,
  donors: ["EU"],
  countries: ["KAZ"],
  end,
  ...(amount === undefined ? {} : { budget: { amount: parseDecimal(amount) as never, currency: "EUR" } }),
  backing: {},
  source: "Paper [S002]",
  confidence: "high",
});
const indicator = (party: string, value?: string): Indicator => ({
  id: party,
  party,
  indicator: "Funds",
  period: span("2019"),
  unit: "EUR",
  source: "S002",
  confidence: "high",
  ...(value === undefined ? {} : { value }),
});

/** Flows of Altland and Berg by year; the amount of Berg in 2014 is not given. */
const cell = (donor: string, year: number, sum?: string): SelectedCell => ({
  by: { donor, year, recipient: "KAZ", purpose: "15210", measure: "disbursement", currency: "USD", price_year: null },
  ...(sum === undefined ? {} : { sum }),
  rows: 1,
  without: sum === undefined ? 1 : 0,
});
const CELLS = [
  cell("ALT", 2013, "1000000"),
  cell("ALT", 2014, "1250000"),
  cell("BER", 2013, "3000000"),
  cell("BER", 2014),
];

const flows: AskFlows = async ({ where, by }) => {
  const donors = where.flatMap((test) => ("in" in test && test.column === "donor" ? test.in : []));
  const found = CELLS.filter(({ by: { donor } }) => donors.length === 0 || donors.includes(String(donor)));
  const money = ["measure", "currency", "price_year"];
  const cells = found.map((each) => ({
    ...each,
    by: Object.fromEntries([...by, ...money].map((key) => [key, each.by[key]!])),
  }));
  return { cells, inputs: [{ of: "h1", name: "Wells", vintage: "2025-08", rows: found.length }] };
};

const FROM: FigureSources = {
  region: {
    ...REGION,
    claims: [claim("C1", "Wells are deep", ["C2"]), claim("C2", "Wells are dry")],
    programmes: [
      programme("P1", "100", TODAY - 1),
      programme("P2", "150", TODAY + 900),
      programme("P3", undefined, TODAY - 9),
    ],
    indicators: [indicator("ALT", "30"), indicator("BER", "12.5"), indicator("CUR")],
    sources: SOURCES,
  },
  today: TODAY,
  flows,
};

async function bound(
  body: string,
  from = FROM,
): Promise<{ readonly brief: BoundBrief; readonly problems: readonly string[]; readonly text: string }> {
  const text = `---\ntitle: Wells\ncitations: numeric\n---\n${body}`;
  const read = readBrief(text);
  const answers = new Map();
  for (const call of callsOf(read.brief)) answers.set(callKey(call), await answerCall(call, from));
  const { bound: brief, problems } = bindBrief(read.brief, answers, SOURCES);
  const said = [...read.problems, ...problems].map(
    ({ line, severity, code, message }) => `${line} ${severity} ${code} ${message}`,
  );
  return { brief, problems: said, text };
}
const errors = ({ problems }: { readonly problems: readonly string[] }) =>
  problems.filter((each) => each.includes(" error "));
const html = async ({ brief }: { readonly brief: BoundBrief }) =>
  String(await compileBrief(brief, "html")).replaceAll("\u00a0", " ");

describe("a block of a table", () => {
  it("holds the rows of an answer, with a footnote, sources cited, and unknown where nothing is known", async () => {
    const made = await bound("\n```table\ntitle: Programmes\nprogrammes\n```\n");
    assert.deepEqual(errors(made), []);
    const page = await html(made);
    assert.match(page, /<caption><strong>Programmes<\/strong><sup><a id="figure-1"/);
    assert.match(page, /<td>Programme P1<\/td>.*<td class="value">100 EUR<\/td><td>.*\[1\]/);
    assert.match(page, /<td>Programme P3<\/td>.*<td class="value">unknown<\/td>/);
  });

  it("sets series beside each other", async () => {
    const made = await bound(
      "\n```table\ntitle: Money\nAltland | money.series donor=ALT by=year year=2013..2015 in=million digits=2\nBerg | money.series donor=BER by=year year=2013..2015 in=million digits=2\n```\n",
    );
    assert.deepEqual(errors(made), []);
    const page = await html(made);
    assert.match(page, /Altland, million USD<sup>/);
    assert.match(page, /<td>2014<\/td><td class="value">1\.25<\/td><td class="value">unknown<\/td>/);
    // Asked for, and in no row.
    assert.match(page, /<td>2015<\/td><td class="value">unknown<\/td><td class="value">unknown<\/td>/);
  });

  it("says where it is wrong", async () => {
    assert.deepEqual(errors(await bound("\n```table\nprogrammes\nprogrammes\n```\n")), [
      "6 error brief/table-title the table has no title",
      "6 error brief/table-labels of several lines of a table each needs a label",
    ]);
    assert.match(errors(await bound("\n```table\ntitle: x\n12 | y\n```\n")).join(), /^8 error .* is worked out|"y"/);
    for (const [name, text] of [
      ["table", "title: x\n"],
      ["claim", ""],
    ])
      assert.deepEqual(errors(await bound(`\n\`\`\`${name}\n${text}\`\`\`\n`)), [
        `6 error brief/${name}-empty the ${name} asks for nothing`,
      ]);
    assert.deepEqual(errors(await bound("{{programmes}}")), [
      "5 error brief/unknown-figure this gives rows, and one value stands here",
    ]);
    assert.deepEqual(errors(await bound("\n```table\ntitle: x\nprogrammes.count\n```\n")), [
      "8 error brief/unknown-figure this gives one value, and rows stand here",
    ]);
  });
});

describe("a chart of series", () => {
  const LINES =
    "\n```chart\ntitle: Money\nform: line\nAltland | money.series donor=ALT by=year\nBerg | money.series donor=BER by=year\n```\n";

  it("is a picture of SVG in HTML and PDF, a chart in Word, and a table in all of them", async () => {
    const made = await bound(LINES);
    const page = await html(made);
    assert.match(
      page,
      /<figcaption>Money<\/figcaption>\n<svg [^>]*role="img" aria-label="Money \(2013 \u2013 2014\): Altland, Berg"/,
    );
    // The unknown value is left out of the line and of its marks, and said in the table.
    assert.equal(page.match(/<circle /g)?.length, 3);
    assert.match(page, /<td class="value">unknown<\/td>/);
    const chart = unzipped((await compileBrief(made.brief, "docx")) as Buffer).get("word/charts/chart1.xml")!;
    assert.match(chart, /<c:lineChart>/);
    assert.match(chart, /<c:v>1250000<\/c:v>/);
    const pdf = await compileBrief(made.brief, "pdf");
    assert.ok(Buffer.isBuffer(pdf), JSON.stringify(pdf));
  });

  it("sets years beside each other below it, many in several tables, each footnote once", async () => {
    const made = await bound(
      "\n```chart\ntitle: Money\nform: line\nAltland | money.series donor=ALT by=year year=2000..2015\nBerg | money.series donor=BER by=year year=2000..2015\n```\n",
    );
    assert.deepEqual(errors(made), []);
    const page = await html(made);
    const heads = [...page.matchAll(/<thead><tr>(.*?)<\/tr><\/thead>/g)].map(
      ([, head = ""]) => head.split("<th ").length - 2,
    );
    assert.deepEqual(heads, [8, 8]);
    assert.equal(page.match(/<td>Altland, USD/g)?.length, 2);
    assert.equal(page.match(/id="figure-1"/g)?.length, 1);
    // Sixteen years do not fit below the picture: every second one is named.
    assert.match(page, />2000<\/tspan>/);
    assert.doesNotMatch(page, />2001<\/tspan>/);
    assert.ok(Buffer.isBuffer(await compileBrief(made.brief, "pdf")));
  });

  it("has one unit and one key", async () => {
    const mixed =
      "\n```chart\ntitle: x\nform: line\na | money.series donor=ALT by=year\nb | money.growth donor=ALT by=year\n```\n";
    assert.match(errors(await bound(mixed)).join(), /brief\/units the series of a chart have one unit/);
    const keys =
      "\n```chart\ntitle: x\nform: bar\na | money.series by=year donor=ALT\nb | money.series by=donor donor=BER year=2013\n```\n";
    assert.match(errors(await bound(keys)).join(), /brief\/keys/);
    assert.match(
      errors(await bound("\n```chart\ntitle: x\nform: pie\na | money.series by=year\n```\n")).join(),
      /no form "pie"/,
    );
  });

  it("keeps what was recorded of each value, and tells which of them moved", async () => {
    const made = await bound(LINES);
    const recorded = recordFigures(made.text, made.brief.figures);
    assert.match(recorded, /Altland \| money\.series donor=ALT by=year = 2013: 1000000 USD; 2014: 1250000 USD\n/);
    const again = await bound(recorded.slice(recorded.indexOf("---\n", 4) + 4));
    assert.deepEqual(
      again.problems.filter((each) => !each.includes("unknown")),
      [],
    );
    const moved = await bound(LINES.replace("donor=ALT by=year", "donor=ALT by=year = 2013: 1000000 USD; 2014: 7 USD"));
    assert.match(moved.problems.join("\n"), /brief\/stale .* moved: 2014: 7 USD is now 2014: 1250000 USD\n/);
    assert.match(await html(moved), /\[changed since it was recorded\]/);
  });
});

describe("a block of claims", () => {
  it("shows a claim with its sources, its confidence and what contradicts it", async () => {
    const made = await bound("\n```claim\nC1\n```\n");
    assert.deepEqual(errors(made), []);
    const page = await html(made);
    assert.match(page, /<blockquote>\n<p>Wells are deep\. .*\[1\].* Confidence medium; one source that counts\./);
    assert.match(page, /In the table of statements: contradicted\./);
    assert.match(page, /Statements that say otherwise:[\s\S]*Wells are dry\./);
  });

  it("tells one that moved from one that is not there", async () => {
    assert.match(
      (await bound("\n```claim\nC1 = supported, 00000000\n```\n")).problems.join(),
      /brief\/stale .* was supported, 00000000/,
    );
    assert.match(errors(await bound("\n```claim\nC9\n```\n")).join(), /the region has no claim "C9"/);
  });
});

describe("calculations of a brief", () => {
  const ask = async (asked: string, from = FROM) => {
    const { brief, problems } = await bound(`{{${asked}}}`, from);
    return problems.find((each) => each.includes(" error "))?.replace(/^\S+ error \S+ /, "") ?? brief.figures[0]!.now;
  };

  it("sum what is known of an indicator, and say what was left out", async () => {
    // By hand: 30 + 12.5; CUR has no value.
    assert.equal(await ask("indicator.sum name=Funds period=2019"), "42.5 EUR");
    const { brief } = await bound("{{indicator.sum name=Funds period=2019}}");
    assert.deepEqual(brief.figures[0]!.figure.exclusions, [{ reason: "the producer gives no value", rows: 1 }]);
  });

  it("work out growth, concentration and shares of money", async () => {
    // By hand: 1.25 / 1 - 1; 1 - (1 / 4)^2 - ... : shares 1/4 and 3/4, index 0.625, effective number 1.6.
    assert.equal(await ask("money.growth donor=ALT year=2014"), "25 %");
    const of2013: FigureSources = {
      ...FROM,
      flows: async (question, dataset) => {
        const answer = await flows(question, dataset);
        if ("refused" in answer) return answer;
        const kept = CELLS.flatMap(({ by: { year } }, at) => (year === 2013 ? [answer.cells[at]!] : []));
        return { ...answer, cells: kept };
      },
    };
    assert.equal(await ask("money.concentration year=2013 of=effective", of2013), "1.6");
    assert.equal(await ask("money.concentration year=2013 of=share part=ALT", of2013), "25 %");
    assert.equal(await ask("money.series donor=ALT in=million digits=1"), "2.3 million USD");
  });

  it("count, sum and compare programmes", async () => {
    assert.equal(await ask("programmes.count donor=EU"), "3");
    assert.equal(await ask("programmes.total"), "250 EUR");
    assert.equal(await ask("programmes.change from=P1 to=P2"), "50 %");
    assert.equal(await ask("programmes.budget id=P3"), "unknown");
    assert.equal(await ask('programmes.ends of="not followed"'), "2");
    assert.equal(await ask("programmes.budget id=P9"), 'the region has no programme "P9"');
  });

  it("say what stands behind a claim", async () => {
    assert.equal(await ask("evidence.support id=C1"), "contradicted");
    assert.equal(await ask("evidence.support id=C1 of=against"), "1");
  });

  it("refuse what they cannot tell, and never guess", async () => {
    assert.match(await ask("money.series year=2013..20"), /"2013\.\.20" is no year/);
    assert.match(await ask("money.series in=dozen"), /in=dozen is not known/);
    assert.match(await ask("powers.engagement power=EU year=2024"), /names no powers from outside/);
    assert.match(await ask("coverage threat=T99"), /no threat "T99"/);
    assert.match(await ask("programmes.count colour=red"), /does not take "colour"/);
  });
});
