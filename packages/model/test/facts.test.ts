import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  civilDay,
  FACT_KINDS,
  isRefusal,
  namesClause,
  parseClauseList,
  parseInstant,
  readRecords,
} from "../src/index.ts";
import { KINDS, PARTIES } from "./fixtures.ts";

const HEAD = { id: "f-1", from: "AVE", occurred: "2026-01-01T00:00:00Z", recorded: "2026-01-02T00:00:00Z" };
const SOURCED = { source: "note of 1 January", confidence: "high" };
const at = (text: string) => parseInstant(text) as number;

/** A fact of each kind as it is written, and what it becomes. */
const EXAMPLES: {
  readonly [K in (typeof FACT_KINDS)[number]]: readonly [content: Record<string, unknown>, fact: object];
} = {
  status: [
    { instrument: "RA", party: "AVE", act: "ratification", actDate: "2011", effectDate: "2011-12-01" },
    { party: "AVE", act: "ratification", effectDate: civilDay(2011, 12, 1) },
  ],
  reservation: [{ instrument: "RA", party: "AVE", clauses: ["RA-1"], effect: "no court" }, { clauses: ["RA-1"] }],
  threshold: [{ instrument: "RA", party: "AVE", name: "personnel", value: 5000 }, { value: 5000 }],
  membership: [{ organisation: "RIV", party: "AVE", status: "member", from: "2001-06" }, { status: "member" }],
  reading: [
    { clause: "RA-1", value: 24, unit: "hour", by: "secretariat" },
    { value: 24, occurred: at(HEAD.occurred) },
  ],
  coverage: [
    { kinds: ["*"], parties: ["*"], to: ["AVE"], from: "2026-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z" },
    { kinds: ["*"], from: at("2026-01-01T00:00:00Z") },
  ],
  waiver: [{ clause: "RA-1", debtor: "AVE", creditor: "RA:Both", period: "2026" }, { creditor: "RA:Both" }],
  consent: [{ clause: "RA-1", by: "AVE+ORE", to: "SEL", about: "e-1" }, { about: "e-1" }],
  adoption: [{ clause: "RA-1", hash: "ab12", from: "2026-01-01T00:00:00Z" }, { hash: "ab12" }],
  arrangement: [{ instrument: "RA", channel: "kelisim", from: "2026-01-01T00:00:00Z" }, { channel: "kelisim" }],
};

function read(kind: string, content: Record<string, unknown>, more: Record<string, unknown> = {}) {
  return readRecords([JSON.stringify({ ...HEAD, kind, content: { ...content, ...SOURCED }, ...more })], KINDS, {
    parties: PARTIES,
  });
}

describe("facts as records", () => {
  for (const kind of FACT_KINDS) {
    const [content, expected] = EXAMPLES[kind];
    it(`reads a ${kind}`, () => {
      const { facts, records, problems } = read(kind, content);
      assert.deepEqual(problems, []);
      assert.deepEqual(records, []);
      assert.partialDeepStrictEqual(facts[0], { kind, id: "f-1", known: at(HEAD.recorded), ...SOURCED, ...expected });
    });

    it(`refuses a ${kind} without each thing it cannot do without, and with a stray one`, () => {
      const optional = new Set([
        "actDate",
        "effectDate",
        "provisionalFrom",
        "clauses",
        "from",
        "to",
        "subject",
        "period",
        "about",
      ]);
      for (const name of Object.keys(content)) {
        if (
          optional.has(name) &&
          kind !== "coverage" &&
          kind !== "adoption" &&
          kind !== "arrangement" &&
          !(kind === "reservation" && name === "clauses") &&
          !(kind === "consent" && name === "to")
        )
          continue;
        const { [name]: _left, ...rest } = content;
        assert.deepEqual(read(kind, rest).facts, [], `${kind} without ${name}`);
      }
      const { facts, problems } = read(kind, { ...content, sourse: "x" });
      assert.deepEqual(facts, []);
      assert.match(problems[0]?.mend ?? "", /source/);
    });
  }

  it("refuses a fact without a source or confidence", () => {
    const line = JSON.stringify({ ...HEAD, kind: "status", content: EXAMPLES.status[0] });
    const { facts, problems } = readRecords([line], KINDS);
    assert.deepEqual(facts, []);
    assert.deepEqual(
      problems.map((problem) => problem.message.split(":")[0]),
      ["content.source", "content.confidence"],
    );
  });

  it("refuses facts that correct, unknown parties, and impossible dates", () => {
    const status = EXAMPLES.status[0];
    assert.deepEqual(read("status", status, { corrects: "f-0" }).facts, []);
    assert.deepEqual(read("status", { ...status, party: "XXX" }).facts, []);
    assert.deepEqual(read("status", { ...status, effectDate: "2011-02-30" }).facts, []);
    assert.deepEqual(read("waiver", { ...EXAMPLES.waiver[0], debtor: "AVE+XXX" }).facts, []);
    assert.equal(read("status", { ...status, party: "*" }).facts.length, 1);
  });
});

describe("lists of clauses", () => {
  it("reads ranges, also short ones", () => {
    assert.deepEqual(parseClauseList("VD2011-01 to VD2011-03;VD2011-24"), [
      "VD2011-01",
      "VD2011-02",
      "VD2011-03",
      "VD2011-24",
    ]);
    assert.deepEqual(parseClauseList("B-08 to -10"), ["B-08", "B-09", "B-10"]);
    assert.deepEqual(parseClauseList(""), []);
  });

  it("refuses ranges that are none", () => {
    for (const text of ["A-01 to B-04", "A-04 to A-01", "A to B", "A-1 to A-99999", "A 1"]) {
      assert.ok(isRefusal(parseClauseList(text)), text);
    }
  });

  it("means the parts of an article too", () => {
    assert.ok(namesClause("VD2011-24", "VD2011-24a"));
    assert.ok(namesClause("VD2011-24a", "VD2011-24a"));
    assert.ok(!namesClause("VD2011-2", "VD2011-24"));
    assert.ok(!namesClause("VD2011-24a", "VD2011-24"));
  });
});
