import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Big } from "big.js";
import fc from "fast-check";
import { quotient, ratio } from "../src/ratio.ts";

/** The same division as the library of decimals does it, digit by digit. */
const Slow = Big();
Slow.DP = 30;
const slowly = (a: Big, b: Big) => new Slow(a).div(b);

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: -12, max: 6 }))
  .map(([digits, exponent]) => new Big(`${digits}e${exponent}`));

describe("ratios", () => {
  it("are what the library of decimals gives, to the last place", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        fc.pre(!b.eq(0));
        assert.equal(quotient(a, b).toFixed(), slowly(a, b).toFixed());
        assert.equal(ratio(a, b), slowly(a, b).round(6, Big.roundHalfUp).toFixed());
      }),
      { numRuns: 500 },
    );
  });

  it("round the half away from zero", () => {
    assert.equal(ratio(new Big(1), new Big(2_000_000)), "0.000001");
    assert.equal(ratio(new Big(-1), new Big(2_000_000)), "-0.000001");
    assert.equal(ratio(new Big(1), new Big(3)), "0.333333");
    assert.equal(ratio(new Big(2), new Big(-3)), "-0.666667");
    assert.equal(ratio(new Big("-0.0000001"), new Big(1)), "0");
  });

  it("have no share of nothing", () => assert.equal(ratio(new Big(1), new Big(0)), undefined));
});
