import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { clashesOf } from "../src/index.ts";
import { BOUND, status, world } from "./region.ts";

const answer = (id: string, where = "", more = "within 7 days of r.sent") => `
duty ${id} "Answer" article "1"
  when Request r
  r.to must send Answer a to r.from where a.answers = r${where}
  ${more}
`;
const ban = (id: string, where: string, more = "") => `
prohibition ${id} "Not passed on" article "2"
  each party must not send Answer a where ${where}
  ${more}
`;
const forbidden = (one: string, two: string, facts = BOUND) => clashesOf(world(one, two, facts)).forbidden;

describe("what one asks and another forbids", () => {
  it("tells what way remains", () => {
    const [some] = forbidden(answer("ONE-1"), ban("TWO-1", "a.closed", "unless consent"));
    assert.deepEqual(
      { ...some, example: undefined },
      {
        about: "share",
        modal: "must",
        asks: "ONE-1",
        forbids: "TWO-1",
        record: "Answer",
        way: "another act",
        settledBy: undefined,
        debtors: ["ALT", "BER"],
        creditors: ["ALT", "BER"],
        others: ["ALT", "BER"],
        under: false,
        doubts: [],
        example: undefined,
      },
    );
    const closed = answer("ONE-1", " and a.closed");
    assert.equal(forbidden(closed, ban("TWO-1", "a.closed", "unless consent"))[0]?.way, "consent");
    assert.equal(forbidden(closed, ban("TWO-1", "a.closed"))[0]?.way, "none");
  });

  it("finds nothing where the act that is asked for is never the one forbidden", () => {
    assert.deepEqual(forbidden(answer("ONE-1", " and not a.closed"), ban("TWO-1", "a.closed")), []);
    assert.deepEqual(forbidden(answer("ONE-1"), ban("TWO-1", "a.from = CUR")), []);
  });

  it("looks only at instruments that bind the same pair on the day", () => {
    const one = answer("ONE-1");
    const two = ban("TWO-1", "a.closed");
    const facts = [
      ...["ALT", "BER"].map((party) => status("ONE", party, "2001-01-01")),
      ...["ALT", "CUR"].map((party) => status("TWO", party, "2001-01-01")),
    ];
    assert.deepEqual(forbidden(one, two, facts), []);
    assert.equal(clashesOf(world(one, two), ["ALT", "BER"]).forbidden.length, 1);
    assert.deepEqual(clashesOf(world(one, two, BOUND, { on: Date.parse("2000-06-01T00:00:00Z") })).forbidden, []);
    assert.deepEqual(clashesOf(world(`${one}${ban("ONE-2", "a.closed")}`, "")).forbidden, []);
  });

  it("shows as settled what the texts settle, in either direction", () => {
    const gives = answer("ONE-1", "", "within 7 days of r.sent\n  subject to TWO-1");
    assert.equal(forbidden(gives, ban("TWO-1", "a.closed"))[0]?.settledBy, "TWO-1");
    const goesFirst = answer("ONE-1", "", "within 7 days of r.sent\n  notwithstanding TWO-1");
    assert.equal(forbidden(goesFirst, ban("TWO-1", "a.closed"))[0]?.settledBy, "ONE-1");
  });

  it("finds acts and rights as well as notices", () => {
    const hold = (modal: string) => `
${modal === "may" ? "right" : "duty"} ONE-1 "Exercise" article "1"
  every year
  each party ${modal} hold Exercise e where e.live
  ${modal === "may" ? "" : "by 30 June"}
`;
    const never = `
prohibition TWO-1 "No landing" article "1"
  each party must not hold Exercise e where e.activity = landing
`;
    const facts = BOUND;
    assert.deepEqual(
      forbidden(hold("must"), never, facts).map(({ about, modal, way }) => [about, modal, way]),
      [["do", "must", "another act"]],
    );
    assert.deepEqual(
      forbidden(hold("may"), never, facts).map(({ about, modal }) => [about, modal]),
      [["do", "may"]],
    );
  });
});

describe("dates that cannot both be kept", () => {
  const windows = (one: string, two: string) => clashesOf(world(one, two)).windows;

  it("finds an act that counts only after another's date", () => {
    const late = answer("TWO-1", "", "no sooner than 30 days after r.sent\n  within 60 days of r.sent");
    assert.deepEqual(
      windows(answer("ONE-1"), late).map(({ kind, sooner, later, deadlines, debtors, doubts }) => ({
        kind,
        sooner,
        later,
        deadlines,
        debtors,
        doubts,
      })),
      [
        {
          kind: "windows",
          sooner: "ONE-1",
          later: "TWO-1",
          deadlines: { sooner: 0, later: "opening" },
          debtors: ["ALT", "BER"],
          doubts: [],
        },
      ],
    );
    const soon = answer("TWO-1", "", "no sooner than 5 days after r.sent\n  within 60 days of r.sent");
    assert.deepEqual(windows(answer("ONE-1"), soon), []);
    // Only what is urgent is due so soon, and only what is not urgent must wait.
    const urgent = answer("ONE-1", "", "within 7 days of r.sent if r.urgent\n  no number in the text otherwise");
    const calm = `
duty TWO-1 "Answer" article "1"
  when Request r where not r.urgent
  r.to must send Answer a to r.from where a.answers = r
  no sooner than 30 days after r.sent
  within 60 days of r.sent
`;
    assert.deepEqual(windows(urgent, calm), []);
  });

  it("finds a lead time longer than the time in which the act is due", () => {
    const visit = (days: number) => `
duty ONE-1 "Receive a visit" article "1"
  when Request r
  r.to must hold Visit v for r.from where v.request = r
  within ${days} days of r.sent
`;
    const tell = `
duty TWO-1 "Tell of a visit" article "1"
  when Visit v
  v.host must send VisitNotice n to every other party where n.visit = v
  no later than 30 days before v.start
`;
    const [found] = windows(visit(7), tell);
    assert.equal(found?.kind, "lead time");
    assert.deepEqual([found?.sooner, found?.later, found?.debtors], ["ONE-1", "TWO-1", ["ALT", "BER"]]);
    assert.deepEqual(found?.doubts, [{ kind: "planned" }]);
    assert.deepEqual(windows(visit(45), tell), []);
  });
});
