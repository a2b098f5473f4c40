import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { createSeenIds, hashJson } from "../src/seen-ids.ts";

describe("ids seen", () => {
  it("answers as a map would, over many ids", () => {
    const seen = createSeenIds();
    const model = new Map<string, number>();
    for (let index = 0; index < 20_000; index += 1) {
      const id = `r-${(index * 7919) % 9000}`;
      const content = index % 3;
      const expected = !model.has(id) ? "new" : model.get(id) === content ? "same" : "other";
      assert.equal(seen.see(id, content), expected);
      if (!model.has(id)) model.set(id, content);
    }
  });

  it("hashes objects whatever the order of their keys", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        assert.equal(hashJson(Object.fromEntries(Object.entries(value).reverse())), hashJson(value));
      }),
    );
  });

  it("tells apart what differs a little", () => {
    const values = [
      { a: 1 },
      { a: "1" },
      { a: 2 },
      { b: 1 },
      { a: [1] },
      { a: [1, 2] },
      { a: [2, 1] },
      { a: { a: 1 } },
      { a: true },
      { a: null },
      {},
    ];
    assert.equal(new Set(values.map(hashJson)).size, values.length);
  });
});
