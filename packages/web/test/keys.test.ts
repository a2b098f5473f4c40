import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PLACES } from "../src/shell/places.ts";
import { GO, readKey } from "../src/state/keys.ts";

describe("keys", () => {
  it("goes to every place of the rail by g and its letter", () => {
    for (const place of PLACES) {
      const first = readKey(false, { key: "g" }, true);
      assert.deepEqual(readKey(first.pending, { key: place.letter }, true).act, { kind: "go", to: place.to });
    }
    assert.equal(Object.keys(GO).length, PLACES.length);
  });

  it("takes the same physical keys under a Russian layout", () => {
    const first = readKey(false, { key: "п" }, true);
    assert.deepEqual(readKey(first.pending, { key: "е" }, true).act, { kind: "go", to: "/today" });
  });

  it("does nothing in fields, with a modifier, or when turned off", () => {
    for (const [stroke, on] of [
      [{ key: "e", inField: true }, true],
      [{ key: "e", ctrlKey: true }, true],
      [{ key: "e" }, false],
    ] as const) {
      assert.equal(readKey(false, stroke, on).act.kind, "none");
    }
    assert.deepEqual(readKey(false, { key: "e" }, true).act, { kind: "key", key: "e" });
  });
});
