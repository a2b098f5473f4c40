import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createFixture, type Fixture, inside, kelisim, recordLine } from "./fixture.ts";

describe("kelisim board", () => {
  let region: Fixture;
  let records: string;
  before(() => {
    region = createFixture();
    records = region.file(
      "records.jsonl",
      [
        recordLine("REQ-1", "Request", { from: "ALT", to: ["BER"], under: ["PACT"], content: { urgent: true } }),
        recordLine("REQ-2", "Request", { from: "CUR", to: ["BER"], under: ["PACT"] }),
        recordLine("REP-2", "Reply", {
          from: "BER",
          to: ["CUR"],
          occurred: "2026-11-12T00:00:00Z",
          content: { answers: "REQ-2" },
        }),
        recordLine("EX-1", "Exercise", {
          from: "ALT",
          content: { host: "ALT", live: true, personnel: 12000, start: "2026-12-05" },
        }),
      ].join("\n"),
    );
  });
  after(() => region.remove());

  it("shows what a party owes by date, with many creditors on one line, and what it is owed", async () => {
    const { status, out, err } = await kelisim(["board", "--region", region.folder, "--party", "ALT"]);
    assert.equal(err, "");
    assert.equal(status, 0);
    assert.match(out, /Board of Altland +TRAINING, Testland \(invented\)/);
    assert.match(out, /as of 21 Nov 2026, 09:12 UTC\+5; known 21 Nov 09:12/);
    assert.match(
      out,
      /We owe\n {2}Tue 15 Dec 2026, in 24 days\n {2}○ Report of the year, 2026 +4 parties +post +PACT 1 +high/,
    );
    assert.match(out, /Owed to us\n {2}○ Report of the year, 2026 +from 4 +15 Dec/);
    assert.match(out, /Why one line: kelisim explain PACT-01 ALT 2026/);
    assert.doesNotMatch(out, /breach|violat|\u00a0/);
    assert.ok(!out.includes("\u001b"));
  });

  it("calls a party overdue only where its own desk is asked, or records are declared complete", async () => {
    const ask = ["board", "--region", region.folder, "--party", "BER", "--records", records];
    const others = await inside(ask);
    assert.match(others.out, /Date passed, nothing recorded here\n {2}▒ Answer a request/);
    assert.doesNotMatch(others.out, /overdue/);
    const own = await inside([...ask, "--us", "BER"]);
    assert.match(own.out, /This node is the desk of Berg/);
    assert.match(own.out, /Overdue\n {2}◆ Answer a request +Altland/);
    assert.match(own.out, /overdue since 12 Nov 11:00 UTC\+5/);
    assert.match(own.out, /● Answer a request +Curonia/);
    assert.match(own.out, /met 12 Nov 05:00 UTC\+5/);
    assert.equal(own.err, `${records}: 4 records taken, 0 refused.\n`);
  });

  it("takes this node's own party where none is named", async () => {
    const { status, out } = await inside(["board", "--region", region.folder, "--us", "ber"]);
    assert.equal(status, 0);
    assert.match(out, /Board of Berg/);
  });

  it("marks dates that rest on an assumption, and passed lead times in neutral words", async () => {
    const { out } = await inside(["board", "--region", region.folder, "--party", "ALT", "--records", records]);
    assert.match(out, /Lead time already passed\n {2}◁ Invite observers +4 parties/);
    assert.match(out, /the lead time had passed when this was planned: date was 5 Nov \?/);
  });

  it("answers from an earlier moment, and from what was known then", async () => {
    const ask = ["board", "--region", region.folder, "--party", "BER", "--records", records, "--us", "BER"];
    const early = await inside([...ask, "--as-of", "2026-11-11"]);
    assert.match(early.out, /as of 11 Nov 2026, end of day UTC\+5; known 21 Nov 09:12 UTC\+5/);
    assert.match(early.out, /Thu 12 Nov 2026, tomorrow\n {2}◉ Answer a request +Altland/);
    const unknown = await inside([...ask, "--known-at", "2026-11-01"]);
    assert.doesNotMatch(unknown.out, /Answer a request/);
  });

  it("moves the window with --days and --back, and counts what lies outside", async () => {
    const near = await inside([
      "board",
      "--region",
      region.folder,
      "--party",
      "BER",
      "--days",
      "7",
      "--back",
      "3",
      "--records",
      records,
    ]);
    assert.doesNotMatch(near.out, /Report of the year/);
    assert.match(near.out, /Outside the window: \d+ earlier \(--back DAYS\)/);
  });

  it("chooses by status and instrument, and says so", async () => {
    const ask = ["board", "--region", region.folder, "--party", "BER", "--records", records];
    const passed = await inside([...ask, "--status", "date passed"]);
    assert.match(passed.out, /▒ Answer a request/);
    assert.doesNotMatch(passed.out, /Report of the year/);
    assert.match(passed.out, /Chosen by --status or --instrument/);
    const owed = await inside([...ask, "--owed-to"]);
    assert.doesNotMatch(owed.out, /We owe/);
  });

  it("shows rights, limits and standing principles with --all, and counts them without", async () => {
    const ask = ["board", "--region", region.folder, "--party", "ALT", "--records", records];
    const short = await inside(ask);
    assert.match(short.out, /Also: \d rights, \d limits, \d standing principles/);
    const all = await inside([...ask, "--all"]);
    assert.match(all.out, /Limits\n {2}▒ Exercises a year, 2026 +1 or more, of 1 +not complete here/);
    assert.match(all.out, /Standing\n {2}= Good neighbours/);
  });

  it("reads records from standard input", async () => {
    const line = recordLine("REQ-9", "Request", { from: "ALT", to: ["BER"], under: ["PACT"] });
    const { out, err } = await kelisim(["board", "--region", region.folder, "--party", "BER", "--records", "-"], {
      input: line,
    });
    assert.match(out, /because of REQ-9/);
    assert.equal(err, "-: 1 record taken, 0 refused.\n");
  });

  it("shows the board and exits 1 where a record was refused", async () => {
    const broken = region.file(
      "broken.jsonl",
      `${recordLine("REQ-3", "Request", { from: "ALT", to: ["BER"], under: ["PACT"] })}\n{"id": 1}\n`,
    );
    const { status, out, err } = await inside([
      "board",
      "--region",
      region.folder,
      "--party",
      "BER",
      "--records",
      broken,
    ]);
    assert.equal(status, 1);
    assert.match(out, /because of REQ-3/);
    assert.match(err, /broken\.jsonl:2: error: /);
    assert.match(err, /1 record taken, 1 refused/);
  });

  it("says so where binding is not verified", async () => {
    const status = `instrument,party,act,act_date,effect_date,provisional_from,clauses,source,confidence,note
PACT,ALT,ratification,2019-01-01,2020-01-01,,,S001,high,
PACT,BER,ratification,2019-01-01,2020-01-01,,,S001,high,
PACT,CUR,ratification,2019-01-01,,,,S001,low,
`;
    const doubtful = createFixture({ "status.csv": status });
    try {
      const { out } = await inside(["board", "--region", doubtful.folder, "--party", "ALT"]);
      assert.match(out, /○ Report of the year, 2026 +Berg, Curonia \?/);
      assert.match(out, /binding status unverified: Curonia/);
      const own = await inside(["board", "--region", doubtful.folder, "--party", "CUR"]);
      assert.match(own.out, /\? Report of the year, 2026/);
      assert.match(own.out, / {4}binding status unverified\n/);
    } finally {
      doubtful.remove();
    }
  });
});
