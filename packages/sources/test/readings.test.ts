import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isRefusal } from "@kelisim/model";
import { Big } from "big.js";
import fc from "fast-check";
import { readDate, readDateParts, readPartsPrecision, readPrecision } from "../src/readings/dates.ts";
import { readAmount, readCount, readNumber, readYear } from "../src/readings/numbers.ts";
import { trimCell } from "../src/readings/trim.ts";

/** The value, or "refused". */
const read = (value: unknown): unknown => (isRefusal(value) ? "refused" : value);

describe("an amount", () => {
  it("is exact, in whole units, with at most six decimals", () => {
    assert.equal(readAmount("0.79", 1_000_000), "790000");
    assert.equal(readAmount("14.21318375", 1_000_000), "14213183.75");
    // 0.0000000000005 million is 0.0000005: half of the sixth decimal, rounded away from zero.
    assert.equal(readAmount("0.0000000000005", 1_000_000), "0.000001");
    assert.equal(readAmount("-0.0000000000005", 1_000_000), "-0.000001");
    assert.equal(readAmount("12069999.6948242", 1), "12069999.694824");
    assert.equal(readAmount("4.2e-05", 1_000_000), "42");
    assert.equal(readAmount("12.5", 1_000), "12500");
  });

  it('reads "$", commas between thousands, and brackets or a sign for minus', () => {
    const cases: readonly (readonly [string, string])[] = [
      ["$18,949", "18949"],
      ["$ 371", "371"],
      ["-$5", "-5"],
      ["$-5", "-5"],
      ["(1,200.50)", "-1200.5"],
      ["($14,490)", "-14490"],
      [".5", "0.5"],
      ["-0", "0"],
      ["(0)", "0"],
    ];
    for (const [text, amount] of cases) assert.equal(readAmount(text, 1), amount, text);
  });

  it("is refused where the text could mean something else", () => {
    for (const text of [
      "1,23",
      "1.234,50",
      "12,3456",
      "$",
      "-",
      "(5",
      "5)",
      "(-5)",
      "5-",
      "22429 5/27/2008",
      "1e400",
      "€5",
    ]) {
      assert.equal(read(readAmount(text, 1)), "refused", text);
    }
    assert.equal(read(readAmount("1e33", 1)), "refused");
  });

  it("of any decimal is what exact arithmetic gives, and no text makes it throw", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(12), (digits, scale) => {
        const written = new Big(digits.toString()).div(new Big(10).pow(scale));
        const text = written.toFixed();
        assert.equal(readAmount(text, 1_000), written.times(1_000).round(6, Big.roundHalfUp).toFixed());
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => [1, 1_000_000].forEach((times) => void readAmount(text, times))));
  });
});

describe("numbers, counts and years", () => {
  it("a count is never negative and never a fraction", () => {
    assert.equal(readCount("1,200"), 1200);
    assert.equal(readCount("44.0"), 44);
    for (const text of ["-9", "1.5", "1 Garmisch,", "", "9007199254740993"])
      assert.equal(read(readCount(text)), "refused", text);
  });

  it("a number has a point, no commas and no unit", () => {
    assert.equal(readNumber("-1.1328203678131104"), -1.1328203678131104);
    assert.equal(readNumber("4.2E-4"), 0.00042);
    for (const text of ["N/A", "NF", "1,5", "12%", "1e999", "0x10", "Infinity"])
      assert.equal(read(readNumber(text)), "refused", text);
  });

  it("a year is the first that is written", () => {
    const cases: readonly (readonly [string, unknown])[] = [
      ["2013", 2013],
      ["2012-2013", 2012],
      ["2012/13", 2012],
      ["FY 2013", 2013],
      ["FY2013", 2013],
      ["2013.0", 2013],
      ["1991-01-01", 1991],
      ["1976tq", "refused"],
      ["13", "refused"],
      ["12013", "refused"],
      ["3013", "refused"],
    ];
    for (const [text, year] of cases) assert.equal(read(readYear(text)), year, text);
  });

  it("outer spaces of every kind are cut", () => {
    assert.equal(trimCell("\ufeff \t12\u00a0\r\n"), "12");
    assert.equal(trimCell("a  b"), "a  b");
  });
});

describe("a date", () => {
  it("is read by its form; coarser text is its first day and says so", () => {
    assert.equal(readDate("1996-04-26", "yyyy-mm-dd"), "1996-04-26");
    assert.equal(readDate("1996-04-26 00:00:00", "yyyy-mm-dd"), "1996-04-26");
    assert.equal(readDate("1996-04", "yyyy-mm-dd"), "1996-04-01");
    assert.equal(readDate("12.09.2001", "dd.mm.yyyy"), "2001-09-12");
    assert.equal(readDate("9/7/2009", "mm/dd/yyyy"), "2009-09-07");
    assert.equal(readDate("9/7/2009", "dd/mm/yyyy"), "2009-07-09");
    assert.equal(readDate("9/2009", "mm/dd/yyyy"), "2009-09-01");
    assert.equal(readDate("2 Mar 1992 a", "d mmm yyyy"), "1992-03-02");
    assert.equal(readDate("Mar 1992", "d mmm yyyy"), "1992-03-01");
    assert.equal(readPrecision("1996-04", "yyyy-mm-dd"), "month");
    assert.equal(readPrecision("1996", "yyyy"), "year");
    assert.equal(readPrecision("2 Mar 1992 a", "d mmm yyyy"), "day");
  });

  it("can be the first day after what is written", () => {
    assert.equal(readDate("2011", "yyyy", true), "2012-01-01");
    assert.equal(readDate("1999-12", "yyyy-mm-dd", true), "2000-01-01");
    assert.equal(readDate("2000-02-28", "yyyy-mm-dd", true), "2000-02-29");
    assert.equal(readDate("1999-12-31", "yyyy-mm-dd", true), "2000-01-01");
  });

  it("that no calendar has is refused", () => {
    const cases = [
      ["2013-02-29", "yyyy-mm-dd"],
      ["1900-02-29", "yyyy-mm-dd"],
      ["31/04/2013", "dd/mm/yyyy"],
      ["13/13/2013", "mm/dd/yyyy"],
      ["2 Foo 1992", "d mmm yyyy"],
      ["10/1/00", "mm/dd/yyyy"],
      ["0000", "yyyy"],
    ] as const;
    for (const [text, like] of cases) assert.equal(read(readDate(text, like)), "refused", text);
  });

  it("in columns of its own may lack month and day", () => {
    assert.equal(readDateParts({ year: "1999", month: "4", day: "20" }), "1999-04-20");
    assert.equal(readDateParts({ year: "1999", month: "0", day: "20" }), "1999-01-01");
    assert.equal(readDateParts({ year: "1999", month: "4", day: "-9" }), "1999-04-01");
    assert.equal(readDateParts({ year: "0", month: "0", day: "0" }), null);
    assert.equal(readPartsPrecision({ year: "1999", month: "4", day: "0" }), "month");
    assert.equal(readDateParts({ year: "1999", month: "4" }, true), "1999-05-01");
    assert.equal(read(readDateParts({ year: "1999", month: "2", day: "30" })), "refused");
  });
});
