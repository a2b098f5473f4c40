import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createFixture, type Fixture, inside, kelisim, recordLine } from "./fixture.ts";

describe("kelisim what-if", () => {
  let region: Fixture;
  before(() => {
    region = createFixture();
  });
  after(() => region.remove());
  const ask = (...words: string[]) => inside(["what-if", ...words, "--region", region.folder]);
  const plan = ["exercise", "--host", "ALT", "--people", "12000", "--live"];

  it("shows what would arise from one record described by options, and stores nothing", async () => {
    const { status, out, err } = await kelisim([
      "what-if",
      ...plan,
      "--start",
      "2026-12-05",
      "--region",
      region.folder,
    ]);
    assert.equal(err, "");
    assert.equal(status, 0);
    assert.match(out, /If Altland did this: exercise +HYPOTHETICAL, nothing is recorded; TRAINING/);
    assert.match(
      out,
      /1 duty would arise, strictest first\n {2}1 ◁ Invite observers +4 parties +5 Nov \?, 16 days ago +PACT 2\(1\)/,
    );
    assert.match(out, /lead time already passed: 30 days \? before the start; live, from 9,000 people \?/);
    assert.match(out, /Earliest start that keeps every lead time, if notice goes out today: Mon 21 Dec 2026/);
    const board = await inside(["board", "--party", "ALT", "--region", region.folder]);
    assert.doesNotMatch(board.out, /Invite observers/);
  });

  it("finds the earliest start also where there is room to spare", async () => {
    const { out } = await ask(...plan, "--start", "2027-06-01");
    assert.match(out, /1 ○ Invite observers/);
    assert.match(out, /Earliest start that keeps every lead time, if notice goes out today: Mon 21 Dec 2026/);
  });

  it("reads every type of attribute, also as NAME=VALUE and by --set", async () => {
    const { out, err } = await ask(
      ...plan,
      "--start=2027-01-01",
      "--no-live",
      "--kind",
      "LAND",
      "--volume",
      "1.25",
      "--partners",
      "Berg,cur",
      "--cost",
      "100 EUR",
      "--at",
      "44.2,79.6,2",
      "--set",
      "end=2027-01-02",
      "--json",
    );
    assert.equal(err, "");
    const data = JSON.parse(out);
    assert.equal(data.format, "kelisim-what-if");
    assert.equal(data.hypothetical, true);
    assert.deepEqual(data.arising, []);
    assert.equal(data.earliest, null);
    assert.deepEqual(data.records[0].content, {
      host: "ALT",
      personnel: 12000,
      live: false,
      kind: "land",
      volume: "1.25",
      partners: ["BER", "CUR"],
      cost: { amount: "100", currency: "EUR" },
      place: { lat: 44.2, lon: 79.6, accuracyKm: 2 },
      start: "2027-01-01",
      end: "2027-01-02",
    });
  });

  it("takes a notice with its sender, addressees and instrument", async () => {
    const { out } = await ask("request", "--from", "Altland", "--to", "BER,CUR", "--under", "PACT", "--urgent");
    assert.match(out, /2 duties would arise/);
    assert.match(out, /Answer a request +Altland/);
    assert.match(out, /owed by Berg/);
    assert.match(out, /2 days after it was sent if urgent; 7 days after it was sent/);
  });

  it("takes a file of records, over records of the ledger", async () => {
    const file = region.file(
      "plan.jsonl",
      [
        recordLine("P-1", "Exercise", {
          from: "ALT",
          content: { host: "ALT", live: true, personnel: 9000, start: "2027-03-01" },
        }),
        recordLine("P-2", "Invitation", { from: "ALT", to: ["BER"], content: { exercise: "P-1" } }),
      ].join("\n"),
    );
    const { status, out, err } = await ask(file);
    assert.equal(status, 0);
    assert.match(out, /If 2 records were added/);
    assert.match(out, /● Invite observers +Berg/);
    assert.match(out, /○ Invite observers +Curonia, Dalia/);
    assert.match(err, /2 records taken, 0 refused/);
  });

  it("says what would change, and which limits are touched", async () => {
    const records = region.file(
      "held.jsonl",
      [
        recordLine("EX-1", "Exercise", { from: "ALT", content: { host: "ALT", live: true } }),
        recordLine("REQ-1", "Request", { from: "ALT", to: ["BER"], under: ["PACT"], content: { urgent: false } }),
      ].join("\n"),
    );
    const limit = await ask(...plan, "--start", "2027-01-15", "--records", records);
    assert.match(limit.out, /Limits\n {2}◆ Exercises a year, 2026 +2 of 1 +above the limit/);
    const reply = await ask("reply", "--from", "BER", "--to", "ALT", "--answers", "REQ-1", "--records", records);
    assert.match(
      reply.out,
      /Would change\n {4}Berg, Answer a request: date passed, nothing recorded here would become met late/,
    );
  });

  it("says where records lie after the as-of moment", async () => {
    const file = region.file(
      "later.jsonl",
      recordLine("P-3", "Request", { from: "ALT", to: ["BER"], under: ["PACT"], occurred: "2026-12-24T00:00:00Z" }),
    );
    const { out } = await ask(file);
    assert.match(out, /1 record lies after the as-of moment and does not count yet/);
  });

  it("refuses options it does not understand, each with a way on", async () => {
    const cases: [string[], RegExp][] = [
      [["exersize"], /"exersize" is neither a kind of record nor a file\.\n {2}Did you mean Exercise\?/],
      [["plan.jsonl.missing"], /There is no file plan\.jsonl\.missing/],
      [["exercise", "--hosst", "ALT"], /Exercise has no attribute "--hosst"\.\n {2}Did you mean --host\?/],
      [
        ["exercise", "--host", "Atlland"],
        /There is no party "Atlland" in Testland\.\n {2}Did you mean ALT \(Altland\)\?/,
      ],
      [["exercise", "--host"], /--host needs a value/],
      [["exercise", "ALT"], /"ALT" belongs to no option/],
      [["exercise", "--people", "many"], /--people "many" is no whole number/],
      [["exercise", "--at", "here"], /"here" is no place\.\n {2}Write a place as LAT,LON/],
      [["exercise", "--host", "ALT", "--at", "95,10"], /content\.place/],
      [
        ["exercise", "--host", "ALT", "--start", "2026-02-30"],
        /content\.start: "2026-02-30" names a day that does not exist/,
      ],
      [["exercise", "--host", "ALT", "--kind", "sea"], /content\.kind/],
      [["exercise", "--cost", "cheap"], /--cost "cheap" is no amount of money/],
      [["exercise", "--live=perhaps"], /--live "perhaps" is neither yes nor no/],
      [["exercise", "--set", "host"], /--set "host": write --set NAME=VALUE/],
      [["exercise", "--people", "5"], /content\.host: is missing/],
      [["request", "--to", "BER"], /from: is missing/],
    ];
    for (const [words, message] of cases) {
      const { status, err, out } = await ask(...words);
      assert.equal(status, 2, words.join(" "));
      assert.match(err, message);
      assert.equal(out, "");
    }
  });
});
