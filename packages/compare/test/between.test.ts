import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Fact } from "@kelisim/model";
import { betweenOf } from "../src/index.ts";
import { BOUND, member, status, world } from "./region.ts";

const CLAUSES = `
duty ONE-1 "Notify" article "1"
  when Exercise e where e.personnel >= 9000
  e.host must send Notification n to every other party where n.exercise = e
  no later than 10 days before e.start

right ONE-2 "May ask" article "2"
  every year
  ALT may send Request to every other party

prohibition ONE-3 "No shots" article "3"
  each party must not do Shot s

standing ONE-4 "Good neighbours" article "4"
  each party owes every other party
`;
const of = (facts: readonly Fact[], lines = "") => {
  const { instruments } = betweenOf(world(CLAUSES, "", facts, { lines }), ["ALT", "BER"]);
  return instruments.find(({ instrument }) => instrument === "ONE");
};
const one = (party: string, effect: string | undefined, more: Parameters<typeof status>[3] = {}) =>
  status("ONE", party, effect, more);

describe("between two parties", () => {
  it("counts what each owes the other", () => {
    const found = of(BOUND);
    assert.equal(found?.group, "binds");
    assert.deepEqual(found?.owed, [
      { duties: ["ONE-1"], rights: ["ONE-2"], limits: ["ONE-3"], standing: ["ONE-4"] },
      { duties: ["ONE-1"], rights: [], limits: ["ONE-3"], standing: ["ONE-4"] },
    ]);
  });

  it("tells verified from unverified, signed, ended, ahead, and no row", () => {
    const group = (...facts: readonly Fact[]) => of([one("ALT", "2001-01-01"), ...facts])?.group;
    assert.equal(group(one("BER", "2001-01-01")), "binds");
    assert.equal(group(one("BER", undefined, { acted: "2001-01-01" })), "may bind");
    assert.equal(
      group(one("BER", "2001-01-01", { source: "General knowledge [GK]", confidence: "medium" })),
      "may bind",
    );
    assert.equal(group(one("BER", undefined, { act: "signature", acted: "2001-01-01" })), "would bind");
    assert.equal(group(one("BER", "2030-01-01", { acted: "2026-01-01" })), "would bind");
    assert.equal(group(one("BER", "2001-01-01"), one("BER", "2010-01-01", { act: "withdrawal" })), "no longer");
    assert.equal(group(one("BER", "2001-01-01"), one("BER", "2010-01-01", { act: "suspension" })), "suspended");
    assert.equal(group(), undefined);
  });

  it("says why a binding is not verified", () => {
    const doubts = (more: Parameters<typeof status>[3], effect: string | null = "2001-01-01") =>
      of([one("ALT", "2001-01-01"), one("BER", effect ?? undefined, more)])?.parties[1].doubts;
    assert.deepEqual(doubts({}), []);
    assert.deepEqual(doubts({ acted: "2001-01-01" }, null), ["effect date unknown"]);
    assert.deepEqual(doubts({ source: "General knowledge [GK]", confidence: "medium" }), ["general knowledge only"]);
    assert.deepEqual(doubts({ source: "register [S1]; General knowledge [GK]" }), []);
    assert.deepEqual(doubts({ confidence: "low" }), ["low confidence"]);
    assert.deepEqual(doubts({}, "2001"), ["coarse date"]);
  });

  it("shows reservations both ways, sides, clauses suspended, provisional application", () => {
    const reservation: Fact = {
      kind: "reservation",
      id: "R",
      known: 0,
      instrument: "ONE",
      party: "BER",
      clauses: ["ONE-1"],
      effect: "not applied",
      source: "register [S1]",
      confidence: "high",
    };
    const reserved = of([...BOUND, reservation]);
    assert.deepEqual(
      reserved?.reservations.map(({ clauses }) => clauses),
      [["ONE-1"]],
    );
    assert.deepEqual(
      reserved?.owed.map(({ duties }) => duties),
      [[], []],
    );
    const sides = of(BOUND, "sides Upper = {ALT, BER}, Lower = {CUR}");
    assert.deepEqual([sides?.sameSide, sides?.sides], [true, ["Upper", "Upper"]]);
    const part = of([...BOUND, one("BER", "2010-01-01", { act: "suspension", clauses: ["ONE-1"] })]);
    assert.equal(part?.group, "binds");
    assert.deepEqual(part?.parties[1].suspendedClauses, ["ONE-1"]);
    assert.deepEqual(part?.owed[0].duties, []);
    const provisional = of([one("ALT", "2001-01-01"), one("BER", "2020-01-01", { act: "provisional application" })]);
    assert.deepEqual([provisional?.group, provisional?.parties[1].provisional], ["binds", true]);
  });

  it("knows instruments of which no text is held, and organisations in common on the day", () => {
    const facts = [
      ...["ALT", "BER"].map((party) => status("LOST", party, "2001-01-01")),
      member("RIVERS", "ALT", "2001-01-01"),
      member("RIVERS", "BER", "2001-01-01", "2020-01-01"),
      member("LAKES", "ALT", "2001-01-01"),
      member("LAKES", "BER", undefined),
    ];
    const answer = betweenOf(world("", "", facts), ["ALT", "BER"]);
    assert.deepEqual(
      answer.instruments.map(({ instrument, form, group }) => [instrument, form, group]),
      [["LOST", undefined, "binds"]],
    );
    assert.deepEqual(
      answer.organisations.map(({ organisation, unverified }) => [organisation, unverified]),
      [["LAKES", true]],
    );
  });
});
