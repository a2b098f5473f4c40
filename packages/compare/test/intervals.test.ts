import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Comparison } from "@kelisim/accord/program";
import { Big } from "big.js";
import fc from "fast-check";
import { allowed, EVERYTHING, type Interval, meet, without } from "../src/intervals.ts";

const holds = ({ least, above, greatest, below }: Interval, number: number): boolean =>
  (least === undefined || (above ? least.lt(number) : least.lte(number))) &&
  (greatest === undefined || (below ? greatest.gt(number) : greatest.gte(number)));

const side = fc.tuple(fc.constantFrom<Comparison>(">=", ">", "<=", "<", "="), fc.integer({ min: 0, max: 6 }));
const interval = (isWhole: boolean) =>
  fc
    .array(side, { maxLength: 2 })
    .map((sides) =>
      sides.reduce<Interval | undefined>(
        (all, [op, number]) => all && meet(all, allowed(op, new Big(number), isWhole) ?? EVERYTHING),
        EVERYTHING,
      ),
    );

describe("intervals", () => {
  for (const isWhole of [true, false]) {
    it(`agree with trying every number (${isWhole ? "whole numbers" : "decimals"})`, () => {
      const numbers = Array.from({ length: 33 }, (_, index) => (isWhole ? index - 12 : (index - 4) / 4));
      fc.assert(
        fc.property(interval(isWhole), interval(isWhole), (a, b) => {
          fc.pre(a !== undefined && b !== undefined);
          const common = meet(a, b);
          const left = without(a, b, isWhole);
          for (const number of numbers) {
            assert.equal(common !== undefined && holds(common, number), holds(a, number) && holds(b, number));
            assert.equal(
              left.some((part) => holds(part, number)),
              holds(a, number) && !holds(b, number),
            );
          }
        }),
        { numRuns: 1000 },
      );
    });
  }
});
