import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { compile, format } from "@kelisim/accord";
import { runWitnesses } from "@kelisim/draft/testing";
import { civilDay, type StatusFact } from "@kelisim/model";
import { geographyOf } from "@kelisim/region-files";
import { draftContext } from "@kelisim/region-files/compile";
import { isRefusal } from "../src/index.ts";
import { openRegion } from "../src/region/open.ts";
import { inside, ROOT } from "./fixture.ts";

describe("kelisim new instrument", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "kelisim-new-"));
  });
  after(() => rmSync(folder, { recursive: true }));
  const make = (...words: string[]) => inside(["new", "instrument", ...words], { folder });
  const rivers = (...words: string[]) => make(...words, "--region", "four-rivers");
  const piped = (...answers: string[]) => ({ folder, input: new TextEncoder().encode(`${answers.join("\n")}\n`) });

  it("shows the kit with its numbers", async () => {
    const { status, out } = await inside(["new", "instrument", "--list"], { columns: 80 });
    assert.equal(status, 0);
    assert.match(out, /^escalation +brings along: reply, commission$/m);
    assert.match(out, /notice\.people 6,000: from how many people on/);
    for (const line of out.split("\n")) assert.ok(line.length <= 80, line);
    const data = JSON.parse((await make("--list", "--json")).out);
    assert.equal(data.format, "kelisim-kit");
    assert.equal(data.parts.length, 13);
  });

  for (const [region, parties, zone] of [
    ["central-asia", "KAZ,Kyrgyzstan", "shanghai-1996-zone"],
    ["four-rivers", "AVE,ORE", "river-zone"],
  ] as const) {
    it(`drafts for ${region} what checks without error or warning and is laid out`, async () => {
      for (const clauses of ["all", "notice", "inspection,hotline"]) {
        const file = `${region}-${clauses.replace(",", "-")}.accord.md`;
        const zoned = clauses === "inspection,hotline" ? [] : ["--zone", zone];
        const words = ["NEW-27", "--title", "A new one", "--parties", parties, "--clauses", clauses, "--out", file];
        const made = await make(...words, ...zoned, "--region", region);
        assert.equal(made.status, 0, made.err);
        assert.match(made.out, /numbers to be agreed, marked as assumed/);
        const checked = await inside(["check", file, "--region", region], { folder });
        assert.match(checked.out, /\n(No problems|0 errors, 0 warnings, \d+ remarks?)\.\n/);
        const text = readFileSync(join(folder, file), "utf8");
        assert.equal(format(text), text);
      }
    });
  }

  it("names the kinds of the region that it uses, and declares the others", async () => {
    const { out } = await make("K1", "--title", "T", "--parties", "KAZ,UZB", "--clauses", "notice,yearly");
    assert.match(out, /Kinds of Central Asia that it uses\. Read whether they mean the same here:\n {2}Exercise: /);
    assert.match(out, /Kinds that it declares itself: InformationExchange\./);
    const text = readFileSync(join(folder, "K1.accord.md"), "utf8");
    assert.match(text, /^notice InformationExchange /m);
    assert.doesNotMatch(text, /^event Exercise /m);
    assert.match(text, /\*\*Parties\.\*\* Kazakhstan, Uzbekistan\./);
  });

  it("never writes over a file", async () => {
    const path = join(folder, "mine.accord.md");
    writeFileSync(path, "mine");
    const { status, err } = await rivers("K2", "--title", "T", "--parties", "AVE,ORE", "--out", "mine.accord.md");
    assert.equal(status, 2);
    assert.match(err, /mine\.accord\.md is there already\.\n {2}Give another name with --out/);
    assert.equal(readFileSync(path, "utf8"), "mine");
  });

  it("asks step by step for what is missing, and again where an answer cannot be read", async () => {
    const { status, err, out } = await inside(
      ["new", "instrument", "--out", "-", "--region", "four-rivers"],
      // Some terminals do not know how wide they are.
      {
        columns: 0,
        ...piped("RIVER", "K3", "Border pact", "AVE", "ave, Oresta", "notce", "silence,reply", "zero", "40", "", "5"),
      },
    );
    assert.equal(status, 0, err);
    assert.match(err, /Short name of the instrument \[DRAFT\]/);
    assert.match(err, /There is an instrument RIVER already/);
    assert.match(err, /An agreement needs two parties/);
    assert.match(err, /The kit has no clauses "notce"\.\n {2}Did you mean notice\?/);
    assert.match(err, /silence\.days: "zero" is no whole number from 1/);
    assert.match(out, /^# Border pact$/m);
    assert.match(out, /within 40 days of p\.sent[\s\S]*within 3 days of r\.sent if [\s\S]*within 5 days of r\.sent/);
  });

  it("says which answer is missing where they end, and asks nothing with --yes", async () => {
    const { status, err, out } = await inside(
      ["new", "instrument", "--out", "-", "--region", "four-rivers"],
      piped("K4"),
    );
    assert.equal(status, 2);
    assert.match(err, /No answer to "Parties, by id or name, with commas"\.|No answer to "Title"\./);
    assert.equal(out, "");
    const yes = await rivers("--yes");
    assert.equal(yes.status, 0, yes.err);
    assert.ok(existsSync(join(folder, "DRAFT.accord.md")));
    assert.doesNotMatch(yes.err, /\[/);
  });

  it("refuses what it does not know, and proposes what may be meant", async () => {
    const full = ["K5", "--title", "T", "--parties", "AVE,ORE"];
    const cases: [string[], RegExp][] = [
      [["5K", ...full.slice(1)], /"5K" is no name of an instrument\.\n {2}A name is letters/],
      [["river", ...full.slice(1)], /There is an instrument RIVER already/],
      [["K5", "--title", "a\nb", "--parties", "AVE,ORE"], /This is no title/],
      [["K5", "--title", "T", "--parties", "AVE,AEV"], /There is no party "AEV"/],
      [["K5", "--title", "T", "--parties", "AVE"], /An agreement needs two parties/],
      [[...full, "--clauses", "inspektion"], /Did you mean inspection\?/],
      [[...full, "--clauses", ","], /No clauses were named/],
      [[...full, "--zone", "river"], /no zone "river"\.\n {2}Did you mean river-zone\?/],
      [[...full, "--clauses", "reply", "--zone", "river-zone"], /None of these clauses asks for a zone/],
      [[...full, "--kind", "pact"], /There is no kind of instrument "pact"\.\n {2}Kinds: treaty/],
      [[...full, "--set", "notice.day=4"], /no number "notice\.day"\.\n {2}Did you mean notice\.days/],
      [[...full, "--set", "notice.days=-4"], /"-4" is no whole number from 1/],
      [[...full, "--set", "notice.days"], /write --set NAME=VALUE/],
      [[...full, "--out", "no/such/folder/x.md"], /could not be written/],
    ];
    for (const [words, message] of cases) {
      const { status, err, out } = await rivers(...words);
      assert.match(err, message, words.join(" "));
      assert.equal(status, 2, words.join(" "));
      assert.equal(out, "");
    }
  });

  it("writes nothing that does not hold together", async () => {
    // A large activity that is smaller than the least one notified: the second deadline could never be reached.
    const words = ["K6", "--title", "T", "--parties", "AVE,ORE", "--clauses", "notice", "--set", "notice.large=5000"];
    const { status, out } = await rivers(...words);
    assert.equal(status, 1);
    assert.match(out, /K6\.accord\.md:\d+:\d+: warning accord\/[\s\S]*Nothing was written/);
    assert.equal(existsSync(join(folder, "K6.accord.md")), false);
  });

  it("keeps its witnesses in a zone of the map: open, then met, or overdue where records are complete", async () => {
    const words = ["ZONED", "--title", "T", "--parties", "AVE,ORE", "--clauses", "all", "--zone", "river-zone"];
    assert.equal((await rivers(...words)).status, 0);
    const open = await openRegion({ folder: ROOT } as Parameters<typeof openRegion>[0], "four-rivers");
    assert.ok(!isRefusal(open));
    const { region } = open;
    const geography = geographyOf(region)!;
    const since = civilDay(2024, 1, 1);
    const states = region.parties.filter((party) => party.kind === "state");
    const vocabulary = region.accordFiles.filter(({ text }) => !/^instrument /m.test(text));
    const draft = { path: "ZONED.accord.md", text: readFileSync(join(folder, "ZONED.accord.md"), "utf8") };
    const compilation = compile([...vocabulary, draft], {
      ...draftContext(region),
      sampleInZone: geography.sampleInZone,
      boundSince: () => since,
    });
    const facts = states.map(({ id }): StatusFact => {
      const head = { kind: "status", id, known: 0, source: "made up", confidence: "high" } as const;
      return { ...head, instrument: "ZONED", party: id, act: "ratification", effectDate: since };
    });
    const { run, wrong } = runWitnesses(compilation, "ZONED", { parties: region.parties, geography }, facts);
    assert.deepEqual(wrong, []);
    assert.ok(run > 20, `${run} witnesses`);
  });

  it("gives the draft as data", async () => {
    const { out } = await rivers("K7", "--title", "T", "--parties", "AVE,ORE", "--clauses", "reply", "--json");
    const data = JSON.parse(out);
    assert.equal(data.format, "kelisim-draft");
    assert.deepEqual(data.numbers, { "reply.urgent": 3, "reply.days": 10 });
    assert.deepEqual(data.regionKinds, ["ClarificationRequest", "Clarification"]);
  });
});
