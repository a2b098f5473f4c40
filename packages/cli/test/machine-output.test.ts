import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { csv, LINE_COLUMNS } from "@kelisim/words";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { createFixture, type Fixture, inside, kelisim, recordLine } from "./fixture.ts";

describe("machine output", () => {
  let region: Fixture;
  let ask: string[];
  before(() => {
    region = createFixture();
    const records = region.file(
      "records.jsonl",
      recordLine("=EX,1", "Exercise", {
        from: "ALT",
        content: { host: "ALT", live: true, personnel: 12000, start: "2027-01-15" },
      }),
    );
    ask = ["board", "--region", region.folder, "--party", "ALT", "--records", records];
  });
  after(() => region.remove());

  it("gives the board as versioned JSON", async () => {
    const { out } = await kelisim([...ask, "--json"]);
    const board = JSON.parse(out);
    assert.equal(board.format, "kelisim-board");
    assert.equal(board.version, 1);
    assert.deepEqual(board.region, { id: "testland", name: "Testland", fictional: true, timeZone: "Asia/Tashkent" });
    assert.deepEqual(board.question, {
      asOf: "2026-11-21T04:12:00Z",
      knownAt: "2026-11-21T04:12:00Z",
      from: "2026-10-21T19:00:00Z",
      until: "2027-02-19T18:59:59.999Z",
      party: "ALT",
      us: [],
    });
    assert.deepEqual(board.records, { files: 1, taken: 1, refused: 0 });
    const line = board.lines.find((each: { clause: string }) => each.clause === "PACT-02");
    assert.deepEqual(
      { ...line, version: "", arises: "" },
      {
        form: "duty",
        instrument: "PACT",
        clause: "PACT-02",
        version: "",
        title: "Invite observers",
        article: "2(1)",
        debtors: ["ALT"],
        creditors: ["BER", "CUR", "DAL", "EST"],
        standpoint: "owes",
        subject: "=EX,1",
        period: null,
        group: null,
        state: "upcoming",
        reason: null,
        arises: "",
        deadline: "2026-12-16T18:59:59.999Z",
        deadlineDay: "2026-12-16",
        timeZone: "Asia/Tashkent",
        channel: null,
        confidence: "high",
        performance: null,
        performedAt: null,
        waivedAt: null,
        value: null,
        amount: null,
        unverified: { binding: false, deadline: true, article: false, channel: false, amount: false },
      },
    );
  });

  it("gives the board as CSV with a header, in which no cell is a formula", async () => {
    const { out } = await inside([...ask, "--csv"]);
    const rows: Record<string, string>[] = parse(out, { columns: true });
    assert.deepEqual(Object.keys(rows[0]!), [...LINE_COLUMNS]);
    const line = rows.find((row) => row.clause === "PACT-02")!;
    assert.equal(line.subject, "'=EX,1");
    assert.equal(line.creditors, "BER CUR DAL EST");
    assert.equal(line.deadline_day, "2026-12-16");
    assert.equal(line.unverified, "deadline");
    assert.ok(out.endsWith("\r\n"));
  });

  it("quotes CSV so that every reader gets the same cells back", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string({ unit: "grapheme" })), { minLength: 1 }), (rows) => {
        const read: string[][] = parse(csv(["a", "b"], rows), { relax_column_count: true, record_delimiter: "\r\n" });
        const expected = rows.map((row) =>
          row.map((cell) => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell)),
        );
        assert.deepEqual(read.slice(1), expected);
      }),
      { numRuns: 200 },
    );
  });

  it("gives dates as a calendar, whole days as all-day events, with UIDs that do not change", async () => {
    const { out } = await inside([...ask, "--ics"]);
    assert.match(out, /^BEGIN:VCALENDAR\r\n/);
    assert.match(out, /UID:PACT-01\/ALT\/all\/\/2026@testland\.kelisim\r\n/);
    assert.match(out, /DTSTART;VALUE=DATE:20261215\r\n/);
    assert.match(out, /SUMMARY:Altland: Report of the year\\, 2026\r\n/);
    const later = await inside([...ask, "--ics", "--as-of", "2026-11-19"]);
    const uids = (text: string) => text.match(/^UID:.*$/gm)?.sort();
    assert.deepEqual(uids(later.out), uids(out));
  });

  it("gives a deadline that is a moment as an event at that moment", async () => {
    const records = region.file(
      "request.jsonl",
      recordLine("REQ-1", "Request", {
        from: "ALT",
        to: ["BER"],
        under: ["PACT"],
        occurred: "2026-11-20T10:00:00Z",
        content: { urgent: false },
      }),
    );
    const { out } = await inside(["board", "--region", region.folder, "--party", "BER", "--records", records, "--ics"]);
    assert.match(out, /DTSTART:20261127T100000Z\r\n/);
  });

  it("has no calendar of an explanation, and one format at a time", async () => {
    const none = await inside(["explain", "PACT-01", "ALT", "--region", region.folder, "--format", "ics"]);
    assert.equal(none.status, 2);
    assert.match(none.err, /explain has no ics form/);
    const two = await inside([...ask, "--json", "--csv"]);
    assert.equal(two.status, 2);
    assert.match(two.err, /--json and --csv cannot both be the format/);
  });
});
