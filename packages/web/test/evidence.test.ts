import assert from "node:assert/strict";
import { test } from "node:test";
import { isFiltered, readFilters, readTab, writeFilters } from "../src/state/evidence/filters.ts";
import { moneyChoices } from "../src/state/evidence/words.ts";

test("filters go to the address and back; what is mistyped there is left out", () => {
  const filters = { q: "water", source: "S002", subject: "EU", threat: "T20", state: "contradicted" } as const;
  assert.deepEqual(readFilters(writeFilters(filters)), filters);
  assert.deepEqual(readFilters({ state: "true", source: "" }), { q: "" });
  assert.equal(readTab({ tab: "endings" }), "endings");
  assert.equal(readTab({ tab: "nothing" }), "claims");
});

test("only states that some row is in can be chosen", () => {
  assert.deepEqual(moneyChoices(["none in our table", "budget known", "none in our table"]), [
    { state: "budget known", count: 1 },
    { state: "none in our table", count: 2 },
  ]);
});

test("words of blanks alone do not narrow, and are not written", () => {
  assert.equal(isFiltered({ q: "  " }), false);
  assert.equal(writeFilters({ q: "  " }).q, undefined);
  assert.equal(isFiltered({ q: "", threat: "T1" }), true);
});
