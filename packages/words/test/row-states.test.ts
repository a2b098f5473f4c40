import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Clause, LimitClause } from "@kelisim/accord/program";
import { stateCounted, stateShown } from "../src/index.ts";
import { english } from "../src/texts/english.ts";
import { russian } from "../src/texts/russian.ts";

const limit = (more: Partial<LimitClause> = {}) => ({ clause: { kind: "limit", ...more } as unknown as Clause });
const assumed = {
  amountAssumed: { source: "general knowledge", confidence: "medium" },
} as unknown as Partial<LimitClause>;
const line = (state: "within" | "exceeded" | "unknown", unverified = false) => ({ state, unverified });

describe("the state of a limit", () => {
  it("above a number that nobody verified is neither exceeded nor a matter of the binding", () => {
    assert.equal(stateShown({ line: line("exceeded"), placed: limit(assumed) }), "number unverified");
    assert.equal(stateShown({ line: line("exceeded"), placed: limit() }), "exceeded");
    assert.equal(stateShown({ line: line("within"), placed: limit(assumed) }), "within");
    assert.equal(stateShown({ line: line("unknown"), placed: limit(assumed) }), "unknown");
  });

  it("gives way to a binding that is not verified, but not in what was counted", () => {
    assert.equal(stateShown({ line: line("exceeded", true), placed: limit() }), "unverified");
    assert.equal(stateCounted({ line: line("exceeded", true), placed: limit(assumed) }), "number unverified");
  });

  it("has words of its own in each language", () => {
    for (const { states, bindingUnverified } of [english, russian]) {
      assert.notEqual(states["number unverified"], states.unverified);
      assert.notEqual(states["number unverified"], bindingUnverified);
    }
  });
});
