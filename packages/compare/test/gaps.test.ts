import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Organisation, Threat } from "@kelisim/model";
import { gapsOf } from "../src/index.ts";
import { BOUND, member, status, world } from "./region.ts";

const sourced = { source: "register [S1]", confidence: "high" } as const;
const answer = (deadline: string, more = "") => `
right ONE-0 "May ask" article "1"
  on becoming bound
  each party may send Request to every other party

duty ONE-1 "Answer" article "1"
  when Request r
  r.to must send Answer a to r.from where a.answers = r
  ${deadline}
  ${more}

right ONE-2 "May report" article "1"
  if ONE-1 is not performed
  the creditor may send YearlyReport to the debtor
  channel "note"
`;
const idle = (one: string, facts = BOUND) =>
  gapsOf(world(one, "", facts)).remedies.idle.map(({ clause, why }) => [clause, why.kind]);

describe("gaps", () => {
  it("finds what nothing can bring about, and why", () => {
    assert.deepEqual(idle(answer("within 7 days of r.sent")), []);
    assert.deepEqual(idle(answer("no number in the text")), [["ONE-2", "no date"]]);
    assert.deepEqual(idle(answer("immediately")), [["ONE-2", "no reading"]]);
    assert.deepEqual(idle(answer('immediately read as 24 hours by "experts"')), []);
    assert.deepEqual(idle(answer("within 7 days of r.sent", 'silence means "no"')), [["ONE-2", "silence"]]);
    const reading = {
      kind: "reading" as const,
      id: "READ",
      known: 0,
      occurred: 0,
      clause: "ONE-1",
      value: 6,
      unit: "hour" as const,
      by: "experts",
      ...sourced,
    };
    assert.deepEqual(idle(answer("immediately"), [...BOUND, reading]), []);
    const alone = answer("within 7 days of r.sent").replace(/right ONE-0[\s\S]*?\n\n/, "");
    assert.deepEqual(idle(alone), [
      ["ONE-1", "nobody sends"],
      ["ONE-2", "idle cause"],
    ]);
  });

  it("finds duties without a channel, and those whose channel stands only in the table", () => {
    const where = world(answer("within 7 days of r.sent"), "", BOUND, {
      channels: [{ clause: "ONE-1", channel: "post", ...sourced }],
    });
    const { channels } = gapsOf(where);
    assert.deepEqual([channels.looked, channels.missing, channels.inTable], [3, ["ONE-0"], ["ONE-1"]]);
  });

  it("finds threats of which nobody has to tell", () => {
    const threat = (id: string, duties: readonly string[]): Threat => ({
      id,
      name: id,
      category: "test",
      instruments: [],
      programmes: [],
      duties,
      ...sourced,
    });
    const threats = [threat("T1", ["ONE-1"]), threat("T2", []), threat("T3", ["ONE-2"]), threat("T4", ["XXX-1"])];
    const found = gapsOf(world(answer("within 7 days of r.sent"), "", BOUND, { threats })).threats;
    assert.equal(found.looked, 4);
    assert.deepEqual(
      found.untold.map(({ threat: id, why }) => [id, why]),
      [
        ["T2", "none named"],
        ["T3", "none tells"],
        ["T4", "not here"],
      ],
    );
  });

  it("finds members that no row binds, and never says that they are not bound", () => {
    const organisations: readonly Organisation[] = [
      { id: "RIVERS", name: "Instrument ONE", kind: "organisation", ...sourced },
      { id: "EMPTY", name: "Instrument TWO", kind: "organisation", ...sourced },
    ];
    const facts = [
      ...["ALT", "BER", "CUR", "DAL"].map((party) => member("RIVERS", party, "2001-01-01")),
      status("ONE", "ALT", "2001-01-01"),
      status("ONE", "BER", undefined, { acted: "2001-01-01" }),
      status("ONE", "CUR", undefined, { act: "signature", acted: "2001-01-01" }),
    ];
    const { members } = gapsOf(world(answer("within 7 days of r.sent"), "", facts, { organisations }));
    assert.deepEqual(members.looked, [{ organisation: "RIVERS", instrument: "ONE", by: "title" }]);
    assert.deepEqual(
      members.outside.map(({ standing }) => [standing.party, standing.state]),
      [
        ["CUR", "signed"],
        ["DAL", "no row"],
      ],
    );
  });
});
