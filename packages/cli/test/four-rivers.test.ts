import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inside, kelisim } from "./fixture.ts";

/** The training region has complete records, so that every mark can occur. Nobody in it exists. */
describe("Four Rivers", () => {
  const ask = ["board", "--region", "four-rivers", "--party", "Avelin", "--as-of", "2026-11-21"];

  it("says on every answer that it is invented, and whose desk it is", async () => {
    const { status, out } = await kelisim(ask);
    assert.equal(status, 0);
    assert.match(out, /Board of Avelin +TRAINING, Four Rivers \(invented\)/);
    assert.match(out, /This node is the desk of Avelin/);
    assert.doesNotMatch(out, /breach|violat/);
    for (const words of [["overview"], ["explain", "RIVER-02", "AVE"], ["what-if", "exercise"]]) {
      const other = await inside([...words, "--region", "four-rivers", "--as-of", "2026-11-21"]);
      assert.ok(other.status === 0 || other.status === 2);
      if (other.status === 0) assert.match(other.out, /TRAINING, Four Rivers \(invented\)/);
    }
  });

  it("plays its story whatever the clock says", async () => {
    const early = await kelisim(ask, { env: { KELISIM_NOW: "2025-03-01T00:00:00Z" } });
    const late = await kelisim(ask, { env: { KELISIM_NOW: "2031-03-01T00:00:00Z" } });
    const told = (text: string) => text.slice(text.indexOf("We owe"));
    assert.equal(early.status, 0, early.err);
    assert.equal(told(early.out), told(late.out));
  });

  it("shows every state of the mock-up with its mark and its words", async () => {
    const { out } = await inside(ask);
    const lines: [string, RegExp][] = [
      ["◆", /overdue since/],
      ["◁", /the lead time had passed when this was planned/],
      ["◉", /Invite observers/],
      ["●", /met \d+ Nov/],
      ["✓", /met late, 6 hours after the date/],
      ["⊘", /waived by creditor, 12 Nov/],
      ["…", /closed by silence: /],
      ["↓", /not received by us/],
    ];
    for (const [mark, words] of lines) {
      assert.ok(out.includes(`\n  ${mark} `), mark);
      assert.match(out, words);
    }
  });

  it("explains every line of the board without a fault of ours", async () => {
    const board = JSON.parse((await inside([...ask, "--json"])).out);
    const seen = new Set<string>();
    for (const line of board.lines) {
      const which = line.period ?? line.subject;
      const party = line.standpoint === "owed" ? line.debtors[0] : "AVE";
      if (seen.has(line.clause) || which === null || party.includes(":") || party.includes("+")) continue;
      seen.add(line.clause);
      const { status, err, out } = await inside([
        "explain",
        line.clause,
        party,
        which,
        "--region",
        "four-rivers",
        "--as-of",
        "2026-11-21",
      ]);
      assert.equal(status, 0, `${line.clause} ${party} ${which}: ${err}`);
      assert.match(out, /Facts it rests on/);
    }
    assert.ok(seen.size > 10);
  });
});
