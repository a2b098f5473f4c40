import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createFixture, type Fixture, inside, kelisim, recordLine } from "./fixture.ts";

describe("kelisim explain", () => {
  let region: Fixture;
  let records: string;
  before(() => {
    region = createFixture();
    records = region.file(
      "records.jsonl",
      recordLine("REQ-1", "Request", { from: "ALT", to: ["BER"], under: ["PACT"], content: { urgent: true } }),
    );
  });
  after(() => region.remove());

  it("says in a sentence who owes what to whom by when, then every fact it rests on", async () => {
    const { status, out } = await kelisim(["explain", "PACT-01", "ALT", "2026", "--region", region.folder]);
    assert.equal(status, 0);
    assert.match(out, /By the end of Tue 15 Dec 2026 Altland is to send 4 parties this: Report of the year, 2026/);
    assert.match(out, /State: upcoming, in 24 days\./);
    assert.match(out, /Clause +Pact of Testland, 1\. Clause PACT-01, version [0-9a-f]{12}/);
    assert.match(
      out,
      /Status +Altland: bound; ratification 1 Jan 2019, in effect from 1 Jan 2020\n +Source: Invented for the tests/,
    );
    assert.match(
      out,
      /Arithmetic +by 15 Dec; result: Tue 15 Dec 2026\n +Read in Asia\/Tashkent \(time zone data 20\d\d\w\)/,
    );
    assert.match(out, /Channel +post \(registered\); courier/);
    assert.match(out, /Coverage +No records are declared complete here/);
    assert.match(
      out,
      /The same clause, other periods\n[\s\S]* {4}2025 +15 Dec 2025 +date passed, nothing recorded here/,
    );
  });

  it("explains a duty that a record gave rise to", async () => {
    const { out } = await inside([
      "explain",
      "PACT-03",
      "BER",
      "REQ-1",
      "--region",
      region.folder,
      "--records",
      records,
      "--us",
      "BER",
    ]);
    assert.match(
      out,
      /By 12 Nov 2026 11:00 UTC\+5 Berg is to send Altland this: Answer a request, because of the record\s+REQ-1\./,
    );
    assert.match(out, /State: overdue, 9 days ago/);
    assert.match(out, /Trigger +request REQ-1, 10 Nov 2026 11:00 UTC\+5, from Altland/);
    assert.match(out, /Arithmetic +2 days after it was sent/);
  });

  it("explains from the creditor's side where the party owes nothing under it", async () => {
    const { out } = await inside(["explain", "PACT-03", "ALT", "--region", region.folder, "--records", records]);
    assert.match(out, /Berg is to send Altland this/);
  });

  it("finds a clause by what a board prints, or by words of its title", async () => {
    for (const words of ["pact-01", "PACT 1", "PACT Art 1", "report year"]) {
      const { status, out } = await inside(["explain", words, "ALT", "--region", region.folder]);
      assert.equal(status, 0, words);
      assert.match(out, /PACT-01/);
    }
  });

  it("shows the rule and for whom it has lines, where no party is named", async () => {
    const { out } = await inside(["explain", "PACT-02", "--region", region.folder]);
    assert.match(out, /When +exercise: live, from 9,000 people \?/);
    assert.match(out, /Who +the host → every other party/);
    assert.match(out, /By +30 days \? before the start/);
    assert.match(out, /No line of this clause now/);
    const yearly = await inside(["explain", "PACT-01", "--region", region.folder]);
    assert.match(yearly.out, /ALT +2026 /);
  });

  it("explains a limit with the records it counted", async () => {
    const exercise = region.file(
      "ex.jsonl",
      recordLine("EX-1", "Exercise", { from: "ALT", content: { host: "ALT", live: true } }),
    );
    const { out } = await inside([
      "explain",
      "PACT-05",
      "ALT",
      "2026",
      "--region",
      region.folder,
      "--records",
      exercise,
    ]);
    assert.match(out, /counted: 1; at most 1/);
    assert.match(out, /EX-1/);
  });

  it("gives the explanation as data", async () => {
    const { out } = await inside(["explain", "PACT-01", "ALT", "2026", "--region", region.folder, "--json"]);
    const data = JSON.parse(out);
    assert.equal(data.format, "kelisim-explanation");
    assert.equal(data.line.deadlineDay, "2026-12-15");
    assert.equal(data.clause.id, "PACT-01");
    assert.equal(data.binding[0].status, "bound");
    assert.ok(data.others.length > 0);
  });

  it("refuses what it does not know, and proposes what may be meant", async () => {
    const cases: [string[], RegExp][] = [
      [["PACT-99", "ALT"], /There is no clause "PACT-99"\.\n {2}Did you mean PACT-0/],
      [["PACT-03", "ALT"], /PACT-03 has no line for Altland here/],
      [["PACT-01", "ALT", "1999"], /PACT-01 has no line for Altland and 1999 here\.\n {2}It has: /],
      [["PACT-01", "BUREAU"], /PACT-01 has no line for Bureau here\.\n {2}It has lines for: ALT, BER/],
      [["a", "ALT"], /There is no clause "a"/],
    ];
    for (const [words, message] of cases) {
      const { status, err, out } = await inside(["explain", ...words, "--region", region.folder]);
      assert.equal(status, 2, words.join(" "));
      assert.match(err, message);
      assert.equal(out, "");
    }
  });
});
