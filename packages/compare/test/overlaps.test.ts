import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { overlapsOf } from "../src/index.ts";
import { BOUND, status, world } from "./region.ts";

const notify = (id: string, where: string, deadline: string, more = "") => `
duty ${id} "Notify" article "1"
  when Exercise e${where === "" ? "" : ` where ${where}`}
  e.host must send Notification n to every other party where n.exercise = e
  ${deadline}
  ${more}
`;
const before = (days: number) => `no later than ${days} days before e.start`;

describe("overlaps", () => {
  it("finds two duties that one act performs, and the stricter of them, exactly", () => {
    const { overlaps, compared } = overlapsOf(
      world(
        notify("ONE-1", "e.personnel >= 9000", before(42), 'channel "network"'),
        notify("TWO-1", "e.personnel >= 25_000", before(10), 'channel "note" assumed source "GK" confidence medium'),
      ),
    );
    assert.equal(compared, 2);
    assert.equal(overlaps.length, 1);
    const [found] = overlaps;
    assert.deepEqual(found?.clauses, ["ONE-1", "TWO-1"]);
    assert.deepEqual(found?.cause, { kind: "record", record: "Exercise" });
    assert.deepEqual(found?.actors.debtors, ["ALT", "BER"]);
    assert.deepEqual(found?.actors.shared, ["ALT", "BER"]);
    assert.equal(found?.samePair, true);
    assert.deepEqual(found?.doubts, []);
    assert.deepEqual(
      found?.deadlines.map(({ strictest }) => strictest),
      [{ kind: "first", clauses: ["ONE-1"], undated: [] }],
    );
    assert.deepEqual(found?.channels, [
      { clause: "ONE-1", channel: "network", assumed: false },
      { clause: "TWO-1", channel: "note", assumed: true },
    ]);
  });

  it("finds none where the triggers exclude each other, or no party is bound by both", () => {
    const apart = world(
      notify("ONE-1", "e.personnel >= 9000", before(42)),
      notify("TWO-1", "e.personnel < 9000", before(10)),
    );
    assert.deepEqual(overlapsOf(apart).overlaps, []);
    const one = notify("ONE-1", "", before(42));
    const two = notify("TWO-1", "", before(10));
    const facts = [
      ...["ALT", "BER"].map((party) => status("ONE", party, "2001-01-01")),
      ...["CUR", "DAL"].map((party) => status("TWO", party, "2001-01-01")),
    ];
    assert.deepEqual(overlapsOf(world(one, two, facts)).overlaps, []);
    assert.equal(overlapsOf(world(one, two)).overlaps.length, 1);
    assert.deepEqual(overlapsOf(world(one, two, BOUND, { on: Date.parse("1999-01-01T00:00:00Z") })).overlaps, []);
  });

  it("says when one notice goes to several, and leaves that out between two parties", () => {
    const facts = [
      ...["ALT", "BER"].map((party) => status("ONE", party, "2001-01-01")),
      ...["ALT", "CUR"].map((party) => status("TWO", party, "2001-01-01")),
    ];
    const where = world(notify("ONE-1", "", before(42)), notify("TWO-1", "", before(10)), facts);
    const [found] = overlapsOf(where).overlaps;
    assert.equal(found?.samePair, false);
    assert.deepEqual(found?.actors.debtors, ["ALT"]);
    assert.deepEqual(Object.fromEntries(found?.actors.creditors ?? []), { "ONE-1": ["BER"], "TWO-1": ["CUR"] });
    assert.deepEqual(overlapsOf(where, ["ALT", "BER"]).overlaps, []);
  });

  it("names what is not verified, and leaves out who has a reservation", () => {
    const facts = [
      ...BOUND,
      status("ONE", "CUR", undefined, { acted: "2003-01-01" }),
      status("TWO", "CUR", "2004-01-01"),
    ];
    const clauses = [notify("ONE-1", "", before(42)), notify("TWO-1", "", before(10))] as const;
    const [found] = overlapsOf(world(...clauses, facts)).overlaps;
    assert.deepEqual(found?.unverified, [{ instrument: "ONE", party: "CUR" }]);
    const reserved = {
      kind: "reservation" as const,
      id: "R",
      known: 0,
      instrument: "ONE",
      party: "BER",
      clauses: ["ONE-1"],
      effect: "not applied",
      source: "register [S1]",
      confidence: "high" as const,
    };
    assert.deepEqual(overlapsOf(world(...clauses, [...BOUND, reserved])).overlaps, []);
  });

  it("tries every way in which guarded deadlines can meet", () => {
    const guarded = "no later than e.start if e.live\n  no later than 30 days before e.start otherwise";
    const [found] = overlapsOf(world(notify("ONE-1", "", guarded), notify("TWO-1", "", before(10)))).overlaps;
    assert.deepEqual(
      found?.deadlines.map(({ strictest }) => strictest),
      [
        { kind: "first", clauses: ["TWO-1"], undated: [] },
        { kind: "first", clauses: ["ONE-1"], undated: [] },
      ],
    );
    // Where only exercises without live fire are meant, the first deadline cannot apply.
    const [quiet] = overlapsOf(world(notify("ONE-1", "not e.live", guarded), notify("TWO-1", "", before(10)))).overlaps;
    assert.deepEqual(
      quiet?.deadlines.map(({ strictest }) => strictest),
      [{ kind: "first", clauses: ["ONE-1"], undated: [] }],
    );
  });

  it("does not guess which comes first: other bases, vague words, months against days", () => {
    const strictest = (first: string, second: string, facts = BOUND) =>
      overlapsOf(world(notify("ONE-1", "", first), notify("TWO-1", "", second), facts)).overlaps[0]?.deadlines[0]
        ?.strictest;
    assert.deepEqual(strictest(before(10), "within 3 days of e.occurred"), {
      kind: "depends",
      on: ["ONE-1", "TWO-1"],
      undated: [],
    });
    assert.deepEqual(strictest("immediately", before(10)), { kind: "first", clauses: ["TWO-1"], undated: ["ONE-1"] });
    assert.deepEqual(strictest("immediately", "no number in the text"), {
      kind: "undated",
      undated: ["ONE-1", "TWO-1"],
    });
    assert.deepEqual(strictest(before(30), "no later than 1 month before e.start")?.kind, "depends");
    assert.deepEqual(strictest(before(27), "no later than 1 month before e.start"), {
      kind: "first",
      clauses: ["TWO-1"],
      undated: [],
    });
    assert.deepEqual(strictest("within 2 days of e.occurred", "within 48 hours of e.occurred"), {
      kind: "first",
      clauses: ["ONE-1", "TWO-1"],
      undated: [],
    });
    assert.deepEqual(strictest("by 15 November of the second year before e.start", before(365)), {
      kind: "first",
      clauses: ["ONE-1"],
      undated: [],
    });
    const reading = {
      kind: "reading" as const,
      id: "READ",
      known: 0,
      occurred: 0,
      clause: "ONE-1",
      value: 6,
      unit: "hour" as const,
      by: "experts",
      source: "minutes [S1]",
      confidence: "high" as const,
    };
    assert.deepEqual(strictest("immediately of the moment", "within 1 days of e.occurred", [...BOUND, reading]), {
      kind: "first",
      clauses: ["ONE-1"],
      undated: [],
    });
  });

  it("compares yearly duties for the year that their notice is about", () => {
    const yearly = (id: string, label: string, deadline: string) => `
duty ${id} "Report" article "1"
  every year
  each party must send YearlyReport y to every other party where y.year = ${label}
  ${deadline}
`;
    const strictest = (first: string, second: string) =>
      overlapsOf(world(first, second)).overlaps[0]?.deadlines[0]?.strictest;
    // About 2027: ONE by 15 December 2026, TWO by 31 January 2027.
    assert.deepEqual(
      strictest(yearly("ONE-1", "next period", "by 15 December"), yearly("TWO-1", "period", "by 31 January")),
      {
        kind: "first",
        clauses: ["ONE-1"],
        undated: [],
      },
    );
    assert.deepEqual(
      strictest(
        yearly("ONE-1", "period", "by 15 December"),
        yearly("TWO-1", "period", "within 1 month of the end of period"),
      ),
      { kind: "first", clauses: ["ONE-1"], undated: [] },
    );
  });

  it("says that zones were not compared where no map shows that they meet", () => {
    const inZone = (id: string) => notify(id, "e.place in Zone", before(10));
    const [apart] = overlapsOf(world(inZone("ONE-1"), inZone("TWO-1"))).overlaps;
    assert.deepEqual(apart?.doubts, [{ kind: "zones", zones: ["east", "west"] }]);
    const common = (id: string) => notify(id, "e.place in Common", before(10));
    assert.deepEqual(overlapsOf(world(common("ONE-1"), common("TWO-1"))).overlaps[0]?.doubts, []);
    const excluded = world(common("ONE-1"), notify("TWO-1", "not e.place in Common", before(10)));
    assert.deepEqual(overlapsOf(excluded).overlaps, []);
  });

  it("asks that a record made under one agreement names the other too", () => {
    const answer = (id: string, instrument: string) => `
duty ${id} "Answer" article "1"
  when Request r under ${instrument}
  r.to must send Answer a to r.from where a.answers = r
  within 7 days of r.sent
`;
    const [found] = overlapsOf(world(answer("ONE-1", "ONE"), answer("TWO-1", "TWO"))).overlaps;
    assert.deepEqual(found?.under, ["ONE", "TWO"]);
    assert.deepEqual(found?.actors.debtors, ["ALT", "BER"]);
  });

  it("holds a side for one debtor, and a member's act for the side's", () => {
    const lines = "sides Upper = {ALT, CUR}, Lower = {BER, DAL}";
    const side = (id: string) => `
duty ${id} "Notify" article "1"
  when Exercise e
  side of e.host must send Notification n to the other side where n.exercise = e
  ${before(10)}
`;
    const facts = ["ONE", "TWO"].flatMap((id) =>
      ["ALT", "BER", "CUR", "DAL"].map((party) => status(id, party, "2001-01-01")),
    );
    const where = world(side("ONE-1"), side("TWO-1"), facts, { lines });
    assert.deepEqual(overlapsOf(where, ["ALT", "BER"]).overlaps[0]?.actors.debtors, ["ALT", "BER"]);
    assert.deepEqual(overlapsOf(where, ["ALT", "CUR"]).overlaps, []);
  });

  it("finds for all parties together what it finds pair by pair", () => {
    const all = ["ALT", "BER", "CUR", "DAL", "EST"];
    const binding = fc.array(fc.constantFrom("both", "one", "two", "none"), { minLength: 5, maxLength: 5 });
    const condition = fc.constantFrom("", "e.host != CUR", "e.host = ALT or e.live", "e.host = BER");
    fc.assert(
      fc.property(binding, condition, (states, where) => {
        const facts = all.flatMap((party, index) => [
          ...(["both", "one"].includes(states[index]!) ? [status("ONE", party, "2001-01-01")] : []),
          ...(["both", "two"].includes(states[index]!) ? [status("TWO", party, "2001-01-01")] : []),
        ]);
        const here = world(notify("ONE-1", where, before(10)), notify("TWO-1", "", before(20)), facts);
        const whole = overlapsOf(here).overlaps[0];
        const debtors = new Set<string>();
        const shared = new Set<string>();
        for (const a of all) {
          for (const b of all) {
            if (a === b) continue;
            const pair = overlapsOf(here, [a, b]).overlaps[0];
            const isBoth = [a, b].every((party) => states[all.indexOf(party)] === "both");
            assert.equal(pair !== undefined, isBoth && [a, b].some((party) => mayHost(where, party)));
            for (const party of pair?.actors.debtors ?? []) debtors.add(party);
            for (const party of pair?.actors.shared ?? []) shared.add(party);
          }
        }
        if (shared.size > 0) {
          assert.deepEqual(whole?.actors.shared, [...shared].sort());
          for (const party of debtors) assert.ok(whole?.actors.debtors.includes(party));
        } else assert.ok(whole === undefined || !whole.samePair);
      }),
      { numRuns: 60 },
    );
    function mayHost(where: string, party: string): boolean {
      if (where === "e.host != CUR") return party !== "CUR";
      return where === "e.host = BER" ? party === "BER" : true;
    }
  });

  it("finds the same whichever instrument, clause or party is named first", () => {
    const number = fc.integer({ min: 1, max: 4 });
    const operator = fc.constantFrom(">=", ">", "<", "<=", "=");
    const condition = fc.tuple(
      fc.constantFrom("personnel", "tanks"),
      operator,
      number,
      fc.constantFrom("", " and e.live", " or e.live"),
    );
    const duties = fc.array(fc.tuple(condition, fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(duties, duties, (one, two) => {
        const texts = (id: string, all: typeof one, flip: boolean) => {
          const clauses = all.map(([[name, op, value, more], days], index) =>
            notify(`${id}-${index + 1}`, `e.${name} ${op} ${value}${more}`, before(days)),
          );
          return (flip ? clauses.reverse() : clauses).join("");
        };
        const there = overlapsOf(world(texts("ONE", one, false), texts("TWO", two, false)), ["ALT", "BER"]);
        const back = overlapsOf(world(texts("ONE", one, true), texts("TWO", two, true)), ["BER", "ALT"]);
        const sets = ({ overlaps }: typeof there) =>
          overlaps
            .map(({ clauses, deadlines, actors }) => ({
              clauses: [...clauses].sort(),
              actors: [actors.debtors, actors.shared],
              first: deadlines.map(({ strictest }) => strictest.kind === "first" && [...strictest.clauses].sort()),
            }))
            .sort((a, b) => (a.clauses.join() < b.clauses.join() ? -1 : 1));
        assert.deepEqual(sets(there), sets(back));
        // Every two clauses of a group overlap by themselves, and no group is part of another.
        for (const { clauses } of there.overlaps)
          assert.ok(
            !there.overlaps.some(
              (other) => other.clauses !== clauses && clauses.every((id) => other.clauses.includes(id)),
            ),
          );
      }),
      { numRuns: 60 },
    );
  });
});
