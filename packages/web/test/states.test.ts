import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { STATES, stateOf } from "../src/state/states.ts";

describe("the list of states", () => {
  it("gives every state a shape of its own, so that colour is never needed", () => {
    assert.equal(new Set(STATES.map((each) => each.shape)).size, STATES.length);
  });

  it("shows red only where the party's records are known", () => {
    for (const each of STATES) assert.equal(each.token === "due", each.of === "known", each.id);
  });

  it("holds every state that the engine names", () => {
    const source = readFileSync(new URL("../../duties/src/question.ts", import.meta.url), "utf8");
    const named = [...source.matchAll(/export type \w+State =([^;]+);/g)].flatMap((found) =>
      [...found[1]!.matchAll(/"([^"]+)"/g)].map((name) => name[1]!),
    );
    assert.ok(named.length > 15, "no states found in the engine's types");
    for (const name of named) assert.equal(stateOf({ state: name }).id, name);
  });

  it("keeps a number that is not verified apart from a binding that is not verified", () => {
    const number = stateOf({ state: "number unverified" });
    const binding = stateOf({ state: "number unverified", unverified: true });
    assert.deepEqual(
      [number.id, number.token, number.dashed, number.filled],
      ["number unverified", "unv", true, false],
    );
    assert.deepEqual([binding.id, binding.dashed], ["binding unverified", false]);
    assert.notEqual(number.text, binding.text);
  });

  it("puts an unverified binding before any state, and an unknown state is never met or overdue", () => {
    assert.equal(stateOf({ state: "overdue", unverified: true }).id, "binding unverified");
    assert.equal(stateOf({ state: "of a newer node" }).token, "unv");
  });
});
