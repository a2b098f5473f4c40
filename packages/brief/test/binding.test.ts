import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerCall, bindBrief, callKey, callsOf, readBrief, recordFigures } from "../src/index.ts";
import { boundOf, FRONT, REGION, TODAY } from "./brief-for-tests.ts";

const problemsOf = async (body: string) => (await boundOf(`${FRONT}${body}`)).problems;

describe("figures of a brief", () => {
  it("that are as recorded stand without a remark", async () => {
    const { bound, problems } = await boundOf(`${FRONT}It is {{indicator id=A = 44 million EUR}}.\n`);
    assert.deepEqual(problems, []);
    assert.equal(bound.figures[0]!.state, "current");
    assert.equal(bound.figures[0]!.figure.method.id, "evidence.figures");
  });

  it("that moved are flagged with place, old and new", async () => {
    assert.deepEqual(await problemsOf("\nIt is {{indicator id=A = 40 million EUR}}.\n"), [
      "5:7 warning brief/stale indicator id=A was 40 million EUR and is 44 million EUR now",
    ]);
  });

  it("that moved in an approved version say who approved it", async () => {
    const front = "---\ntitle: Funds\nversion: 1, 2026-10-01, first\napproved: 1, C. Chief, 2026-10-03\n---\n";
    const { brief } = readBrief(`${front}{{indicator id=A = 40}}`);
    const [call] = callsOf(brief);
    const answers = new Map([[callKey(call!), await answerCall(call!, { region: REGION, today: TODAY })]]);
    const [problem] = bindBrief(brief, answers, []).problems;
    assert.equal(problem?.why, "version 1 was approved by C. Chief on 2026-10-03");
  });

  it("without a value are unknown and never zero", async () => {
    const { bound, problems } = await boundOf(`${FRONT}{{indicator id=C = 0 million EUR}}\n`);
    assert.equal(bound.figures[0]!.now, "unknown");
    assert.deepEqual(problems, [
      "4:1 warning brief/stale indicator id=C was 0 million EUR and is unknown now",
      "4:1 warning brief/unknown-value indicator id=C has no value: it is unknown, not zero",
    ]);
  });

  it("that nobody knows are errors at their place", async () => {
    const [name, id, other, money] = await problemsOf(
      "{{nothing}}\n\n- {{indicator id=Z}}\n- {{indicator x=1}}\n\n> {{money.share purpose=152}}\n",
    );
    assert.equal(name, '4:1 error brief/unknown-figure there is no figure "nothing"');
    assert.equal(id, '6:3 error brief/unknown-figure the region has no indicator "Z"');
    assert.equal(other, '7:3 error brief/unknown-figure indicator does not take "x"');
    assert.match(money!, /^9:3 error brief\/unknown-figure money\.share is worked out from files that were taken in/);
  });

  it("have names in a block of figures, which may stand behind them", async () => {
    const { bound, problems } = await boundOf(
      `${FRONT}{{kaz = 44 million EUR}}\n\n\`\`\`figures\nkaz = indicator id=A\n\`\`\`\n`,
    );
    assert.deepEqual(problems, []);
    assert.equal(bound.figures[0]!.name, "kaz");
    assert.deepEqual(await problemsOf("```figures\nkaz is A\nb = indicator id=A\nb = indicator id=B\n```\n"), [
      '5:1 error brief/figure-line "kaz is A" names no figure',
      '7:1 error brief/twice the figure "b" is named twice',
    ]);
  });

  it("are recorded without another change of the text, and are current then", async () => {
    const text = `${FRONT.replaceAll("\n", "\r\n")}A {{indicator  id=A}},\r\nB {{indicator id=B = 1 x}} \`{{indicator id=A}}\`.\r\n`;
    const { bound } = await boundOf(text);
    const recorded = recordFigures(text, bound.figures);
    assert.equal(
      recorded,
      text
        .replace("A {{indicator  id=A}}", "A {{indicator  id=A = 44 million EUR}}")
        .replace("= 1 x}}", "= 55 million EUR}}"),
    );
    const again = await boundOf(recorded);
    assert.deepEqual(again.problems, []);
    assert.equal(recordFigures(recorded, again.bound.figures), recorded);
  });

  it("are what is in braces, not what is in code", async () => {
    const { bound, problems } = await boundOf(`${FRONT}\`{{a b}}\` and\n\n    {{c}}\n\n\`\`\`\n[@S999] {{\n\`\`\`\n`);
    assert.deepEqual(problems, []);
    assert.deepEqual(bound.blocks.at(-1), { kind: "code", text: "[@S999] {{" });
    assert.deepEqual(
      await problemsOf("a {{ b\n\nc {{a=}} d\n").then((all) => all.map((one) => one.slice(0, 20).trim())),
      ["4:3 error brief/mark", "6:3 error brief/mark"],
    );
  });
});

describe("citations of a brief", () => {
  it("name known sources, or are errors at their place", async () => {
    const { bound, problems } = await boundOf(`${FRONT}x [@S002, p. 3; @S999]\n\n[@S201]\n`);
    assert.deepEqual(problems, ['4:3 error brief/unknown-source there is no source "S999"']);
    assert.deepEqual(bound.citations[0]!.items, [{ source: "S002", locator: "p. 3" }, { source: "S999" }]);
    assert.deepEqual(
      bound.sources.map(({ id }) => id),
      ["S002", "S201"],
    );
  });

  it("take authors and dates from a block of sources", async () => {
    const block =
      '```sources\nS002 author="Gussarova, Anna; Andžāns, Māris" date=2019-02-19\nOWN title="Own talk" date=2020\n```\n';
    const { bound, problems } = await boundOf(`${FRONT}[@S002; OWN]\n\n${block}`);
    assert.deepEqual(problems, []);
    assert.deepEqual(bound.sources[0]!.authors, ["Gussarova, Anna", "Andžāns, Māris"]);
    assert.equal(bound.sources[1]!.title, "Own talk");
    assert.deepEqual(await problemsOf("```sources\nS002 colour=red\nS999 date=2019\nS201 date=soon\n```\n"), [
      '5:1 error brief/source-line a source has no "colour"',
      '7:1 error brief/source-line "soon" is no date',
      '6:1 error brief/unknown-source there is no source "S999"',
    ]);
  });
});

describe("letters and sources that no output can hold", () => {
  it("are errors at their place", async () => {
    assert.deepEqual(await problemsOf("a\u0007b"), [
      "4:2 error brief/letter the letter U+0007 cannot stand in a brief",
    ]);
    assert.deepEqual(await problemsOf("ab\u202e"), [
      "4:3 error brief/letter the letter U+202E cannot stand in a brief",
    ]);
    const source = async (given: string) => (await problemsOf(`\`\`\`sources\nS002 ${given}\n\`\`\`\n`))[0];
    assert.equal(await source("date=2019-13"), '5:1 error brief/source-line "2019-13" is no date');
    assert.equal(await source("date=2019-02-31"), '5:1 error brief/source-line "2019-02-31" is no date');
    assert.equal(await source('author="A, B, C"'), '5:1 error brief/source-line "A, B, C" is no name');
    assert.equal(await source('author="Office of Wells; Doe, Jo" date=2019-02'), undefined);
  });
});

describe("charts of a brief", () => {
  const chart = (lines: string) => problemsOf(`\`\`\`chart\ntitle: Funds\n${lines}\n\`\`\`\n`);
  it("have bars of one unit, which have a length", async () => {
    assert.deepEqual(await chart("Kazakhstan | {{indicator id=A = 44 million EUR}}"), []);
    assert.deepEqual(await chart("x | {{indicator id=A = 44 million EUR}}\ny | {{indicator id=E = 7 rank}}"), [
      '7:5 error brief/units the bars of a chart have one unit, not "million EUR" and "rank"',
    ]);
    assert.deepEqual(await chart("x | {{indicator id=D = Not free}}"), [
      '6:5 error brief/bar "Not free" has no length',
    ]);
    assert.deepEqual(await chart(""), ["4:1 error brief/chart-bars the chart has no bar"]);
    assert.ok((await chart("x | 12")).includes('6:1 error brief/chart-line "x | 12" is no bar'));
  });
});

describe("the head of a brief", () => {
  it("names versions and who reviewed and approved them", async () => {
    const { bound, problems } = await boundOf(
      "---\ntitle: Funds\nlanguage: ru\ncitations: gost\nversion: 1, 2026-10-01, first\nversion: 2, 2026-11-01, more\nreviewed: 2, B. Reader, 2026-11-02\n---\nText\n",
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(bound.front.reviewed, [{ version: 2, name: "B. Reader", date: "2026-11-02" }]);
  });

  it("says where it is wrong", async () => {
    const { problems } = await boundOf(
      "---\nlanguage: xx\ncitations: mla\nversion: 2, 2026-02-30, x\nversion: 3, 2026-02-20, x\nversion: 1, 2026-02-20, x\napproved: 9, A, 2026-01-01\ncolour: red\n---\n",
    );
    assert.deepEqual(
      problems.map((problem) => problem.split(" ").slice(0, 3).join(" ")),
      [
        "8:1 error brief/front-line",
        "1:1 error brief/no-title",
        "2:1 error brief/language",
        "3:1 error brief/style",
        "4:1 error brief/version",
        "6:1 error brief/version-order",
        "7:1 error brief/no-version",
      ],
    );
  });
});
