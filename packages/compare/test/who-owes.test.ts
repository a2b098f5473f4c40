import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Fact } from "@kelisim/model";
import { owedOn } from "../src/index.ts";
import { BOUND, status, world } from "./region.ts";

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
const bindings = (party: string, facts: readonly Fact[] = BOUND) => {
  const where = world(CLAUSES, "", facts);
  return ["ONE-1", "ONE-2", "ONE-3", "ONE-4", "ONE-9"].map((clause) => owedOn(where, clause, party));
};

describe("who owes a clause on a day", () => {
  it("is who is bound and may be its debtor; a clause that is not here binds nobody", () => {
    assert.deepEqual(bindings("ALT"), ["bound", "bound", "bound", "bound", "not bound"]);
    assert.deepEqual(bindings("BER"), ["bound", "not bound", "bound", "bound", "not bound"]);
    assert.deepEqual(new Set(bindings("CUR")), new Set(["not bound"]));
  });

  it("leaves open what the status leaves open, and a signature alone binds nobody", () => {
    const unsure = [status("ONE", "ALT", "2001-01-01"), status("ONE", "BER", undefined, { acted: "2001-01-01" })];
    assert.deepEqual(bindings("BER", unsure), ["unverified", "not bound", "unverified", "unverified", "not bound"]);
    const signed = [
      status("ONE", "ALT", "2001-01-01"),
      status("ONE", "BER", undefined, { act: "signature", acted: "2001-01-01" }),
    ];
    assert.deepEqual(new Set(bindings("BER", signed)), new Set(["not bound"]));
  });

  it("leaves out what a reservation of the party takes out", () => {
    const reservation: Fact = {
      kind: "reservation",
      id: "R",
      known: 0,
      instrument: "ONE",
      party: "ALT",
      clauses: ["ONE-3"],
      effect: "excludes",
      source: "register [S1]",
      confidence: "high",
    };
    assert.deepEqual(bindings("ALT", [...BOUND, reservation]), ["bound", "bound", "not bound", "bound", "not bound"]);
  });
});
