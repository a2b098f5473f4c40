import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  checkDuplicates,
  checkGrowth,
  checkParts,
  checkPrinted,
  checkUnitSlips,
  compareVintages,
  type NamedFigure,
  reconcile,
  totalsAmong,
} from "../src/index.ts";
import { centralAsia, flow } from "./real-data.ts";

const figures = (...values: readonly string[]): readonly NamedFigure[] =>
  values.map((value, at) => ({ name: `F${at}`, value }));
const whole = (value: string): NamedFigure => ({ name: "whole", value });
const kinds = (findings: readonly { readonly kind: string }[]) => findings.map(({ kind }) => kind);

describe("figures that cannot all be right", () => {
  it("a part above its whole, and parts that do not add up", () => {
    assert.deepEqual(kinds(checkParts(whole("100"), figures("40", "60"))), []);
    assert.deepEqual(kinds(checkParts(whole("100"), figures("120", "5"))), ["part above whole", "parts do not add up"]);
    // 32.8 + 55 + 44 + 66 + 22 = 219.8 (EU Table 1, 2007-2010): a printed 219.8 agrees, 229.8 does not.
    const table = figures("44", "55", "66", "22", "32.8");
    assert.deepEqual(checkParts(whole("219.8"), table), []);
    const [found] = checkParts(whole("229.8"), table);
    // Four whole figures may be off by 0.5 each, two with one place by 0.05 each.
    assert.deepEqual(found, {
      kind: "parts do not add up",
      whole: whole("229.8"),
      summed: "219.8",
      difference: "10",
      rounding: "2.1",
    });
    // 33.3 + 33.3 + 33.3 = 99.9, printed as 100: rounding explains it.
    assert.deepEqual(checkParts(whole("100"), figures("33.3", "33.3", "33.3")), []);
    // Not all parts are printed: less is no finding, more is.
    assert.deepEqual(checkParts(whole("100"), figures("20", "30"), false), []);
    assert.deepEqual(kinds(checkParts(whole("100"), figures("70", "50"), false)), ["parts do not add up"]);
    // A correction lets a part be greater than the whole.
    assert.deepEqual(checkParts(whole("100"), figures("120", "-20")), []);
  });

  it("a total that stands among its parts", () => {
    // 12 + 8 + 5.5 = 25.5
    assert.deepEqual(kinds(totalsAmong(figures("12", "8", "5.5", "25.5"))), ["total among parts"]);
    assert.deepEqual(totalsAmong(figures("12", "8", "5.5", "30")), []);
    assert.deepEqual(totalsAmong(figures("5", "5")), []);
  });

  it("a growth rate that does not follow from its own figures", () => {
    assert.deepEqual(checkGrowth("80", "100", "25"), []);
    // 3.1 / 2.1 is 47.6 %; from 2.15 to 3.05 it is 41.9 %, from 2.05 to 3.15 53.7 %: rounded figures allow 42 to 54.
    assert.deepEqual(checkGrowth("2.1", "3.1", "53"), []);
    assert.deepEqual(checkGrowth("2.1", "3.1", "60"), [
      { kind: "growth does not follow", printed: "60", follows: "47.619048" },
    ]);
  });

  it("finds the misprint in a policy paper: EUR 1.68 bn for 2014-2020, 56 % more than 2007-2013", () => {
    const amount = (id: string) => centralAsia().programmes.find((one) => one.id === id)!.budget!.amount;
    const millions = (id: string) => amount(id).div(1_000_000).toFixed();
    const claim = (after: string) =>
      ({ kind: "growth", before: millions("EU-DCI-0713"), after, percent: "56" }) as const;
    // 675 x 1.56 = 1,053. From 675 to 1,680 is 148.9 %; to 1,068 it is 58.2 %, nearer and still not 56.
    const { value } = checkPrinted(
      [claim(millions("EU-DCI-1420-S002")), claim(millions("EU-DCI-1420")), claim("1053")],
      [],
    );
    assert.deepEqual(
      value.map(({ at, finding }) => [at, finding.kind === "growth does not follow" && finding.follows]),
      [
        [0, "148.888889"],
        [1, "58.222222"],
      ],
    );
  });

  it("a figure a thousand times too large or small", () => {
    assert.deepEqual(checkUnitSlips(figures("10", "12", "11", "14")), []);
    const [slip] = checkUnitSlips(figures("10", "12", "11500", "14", "9"));
    assert.deepEqual(slip, {
      kind: "out of line",
      figure: { name: "F2", value: "11500" },
      neighbours: "11",
      factor: "1000",
    });
    assert.deepEqual(
      checkUnitSlips(figures("10", "12", "0.011", "14", "9")).map((one) => one.kind === "out of line" && one.factor),
      ["0.001"],
    );
    // A jump by a hundred is no slip of units; neighbours that differ by more than twenty times tell nothing.
    assert.deepEqual(checkUnitSlips(figures("10", "12", "1150", "14", "9")), []);
    assert.deepEqual(checkUnitSlips(figures("1", "300", "20000", "40")), []);
  });

  it("rows that stand twice", () => {
    const row = (at: number, title: string | null) => ({ row: at, year: 2013, title });
    const { value } = checkDuplicates([row(1, "A"), row(2, "B"), row(5, "A")], []);
    assert.deepEqual(value, [{ rows: [1, 5], values: { title: "A", year: 2013 } }]);
    assert.deepEqual(
      checkDuplicates([row(1, "A"), row(2, "B")], [], ["year"]).value.map(({ rows }) => rows),
      [[1, 2]],
    );
  });

  it("printed totals beside what the rows sum", () => {
    const basis = { measure: "disbursement", currency: "USD", priceYear: null };
    const cells = [flow({ year: 2013 }, "99.6"), flow({ year: 2014 }, "200")];
    const printed = [2013, 2014, 2015].map((year) => ({ keys: { year }, basis, total: "100", unit: "1" }));
    assert.deepEqual(
      reconcile(printed, cells, ["year"], []).value.map(({ summed, difference, state }) => [summed, difference, state]),
      [
        ["99.6", "0.4", "agrees"],
        ["200", "-100", "twice"],
        [undefined, undefined, "nothing below it"],
      ],
    );
  });

  it("never finds anything in parts and their exact sum", () => {
    const parts = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, (given) => {
        const sum = given.reduce((total, one) => total + one, 0);
        const found = checkParts(whole(String(sum)), figures(...given.map(String)));
        assert.ok(found.every(({ kind }) => kind === "total among parts"));
      }),
    );
  });
});

describe("two vintages", () => {
  const one = (year: number, value?: string) => ({ keys: { year }, ...(value === undefined ? {} : { value }) });

  it("stand beside each other, with what moved, came and went", () => {
    const earlier = [one(2011, "10"), one(2012, "20"), one(2013), one(2014, "5"), one(2015, "1.0")];
    const later = [one(2015, "1"), one(2014), one(2013, "7"), one(2012, "25"), one(2016, "3")];
    const { value } = compareVintages(earlier, later, "0", []);
    assert.deepEqual(
      value.pairs.map(({ keys, difference, change, state }) => [keys.year, difference, change, state]),
      [
        [2011, undefined, undefined, "only in the earlier"],
        [2012, "5", "0.25", "moved"],
        [2013, undefined, undefined, "value came"],
        [2014, undefined, undefined, "value went"],
        [2015, "0", "0", "same"],
        [2016, undefined, undefined, "only in the later"],
      ],
    );
    assert.deepEqual(value.movedYears, [2011, 2012, 2013, 2014, 2016]);
    assert.deepEqual(compareVintages([one(2012, "20")], [one(2012, "25")], "5", []).value.movedYears, []);
  });

  it("the other way round gives the difference with the other sign", () => {
    const figures = fc.uniqueArray(fc.tuple(fc.integer({ min: 2000, max: 2010 }), fc.integer()), {
      selector: ([year]) => year,
    });
    const as = (given: readonly (readonly [number, number])[]) =>
      given.map(([year, value]) => one(year, String(value)));
    fc.assert(
      fc.property(figures, figures, (a, b) => {
        const there = compareVintages(as(a), as(b), "0", []).value;
        const back = compareVintages(as(b), as(a), "0", []).value;
        assert.deepEqual(there.movedYears, back.movedYears);
        for (const pair of there.pairs) {
          const other = back.pairs.find(({ keys }) => keys.year === pair.keys.year)!;
          assert.equal(Number(pair.difference ?? 0) + Number(other.difference ?? 0), 0);
        }
      }),
    );
  });
});
