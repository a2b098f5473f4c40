import assert from "node:assert/strict";
import { test } from "node:test";
import { asOf, inputOf } from "./sketch/case.ts";
import { ledgerOf } from "./sketch/engine.ts";
import { limit, standing, term } from "./sketch/program.ts";
import { ALL_BOUND, status } from "./sketch/records.ts";

/** A state that has left a side is not shown what the side owes. */
test("a board shows what a side bears to those who are in it then", () => {
  const input = inputOf({
    clauses: [
      standing("S", { kind: "each side" }, { kind: "other side" }),
      limit("L", {
        amount: { type: "count", value: 2 },
        aggregate: { kind: "count" },
        record: "Visit",
        variable: "v",
        window: { kind: "always" },
        bearer: { term: term("v.receiving"), side: true },
      }),
    ],
    instrument: {
      sides: [
        { name: "One", members: ["A"] },
        { name: "Many", members: ["B", "C"] },
      ],
    },
    facts: [...ALL_BOUND, status("C", "withdrawal", { effect: "2026-01-01" })],
  });
  const lines = (party: string, moment: string) =>
    ledgerOf(input)
      .board({ ...asOf(moment), party })
      .lines.map(({ clause, standpoint }) => `${clause} ${standpoint}`)
      .sort();
  assert.deepEqual(lines("C", "2025-06-01"), ["L owes", "S owed", "S owes"]);
  assert.deepEqual(lines("B", "2026-06-01"), ["L owes", "S owed", "S owes"]);
  assert.deepEqual(lines("C", "2026-06-01"), []);
});
