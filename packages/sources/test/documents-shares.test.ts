import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { amountOf, divide, millionths, splitBy } from "../src/documents/shares.ts";

describe("shares of a sum", () => {
  it("sum to it exactly, and none is off by a unit or more", () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 20n), 10n ** 20n),
        fc.array(fc.bigInt(1n, 10n ** 12n), { minLength: 1, maxLength: 12 }),
        (whole, weights) => {
          const parts = splitBy(whole, weights);
          const sum = weights.reduce((all, weight) => all + weight, 0n);
          assert.equal(
            parts.reduce((all, part) => all + part, 0n),
            whole,
          );
          parts.forEach((part, at) => {
            const off = part * sum - whole * weights[at]!;
            assert.ok(off < sum && off > -sum);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it("keeps amounts as they are written", () => {
    for (const text of ["0", "1", "-1", "0.000001", "-0.5", "123456789012345678.25"])
      assert.equal(amountOf(millionths(text)), text);
    assert.deepEqual(splitBy(100n, [1n, 1n, 1n]), [34n, 33n, 33n]);
  });

  it("gives nothing to what has no percentage where others have all", () => {
    const { parts, said } = divide(
      [
        { of: "a", percentage: "100" },
        { of: "b", percentage: undefined },
      ],
      "recipients",
    );
    assert.deepEqual(
      parts.map(({ of, percent }) => `${of} ${percent}`),
      ["a 100"],
    );
    assert.match(said ?? "", /1 have none: those have nothing/);
    assert.deepEqual(
      divide(
        [
          { of: "a", percentage: "0" },
          { of: "b", percentage: "100" },
        ],
        "recipients",
      ).parts.length,
      1,
    );
  });
});
