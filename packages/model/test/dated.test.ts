import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { civilDay, dayParts, firstDay, formatDated, isRefusal, lastDay, parseDated } from "../src/index.ts";

describe("dates", () => {
  it("counts days from 1970-01-01", () => {
    assert.equal(civilDay(1970, 1, 1), 0);
    assert.equal(civilDay(1969, 12, 31), -1);
    assert.equal(civilDay(2000, 3, 1), 11_017);
    assert.deepEqual(dayParts(civilDay(99, 1, 2)), { year: 99, month: 1, day: 2 });
  });

  it("keeps the precision of its source", () => {
    assert.deepEqual(parseDated("2013"), {
      precision: "year",
      text: "2013",
      first: civilDay(2013, 1, 1),
      last: civilDay(2013, 12, 31),
    });
    assert.deepEqual(parseDated("2024-02"), {
      precision: "month",
      text: "2024-02",
      first: civilDay(2024, 2, 1),
      last: civilDay(2024, 2, 29),
    });
    assert.equal(parseDated("2024-02-29"), civilDay(2024, 2, 29));
  });

  for (const text of [
    "2024-02-30",
    "2023-02-29",
    "1900-02-29",
    "2024-13",
    "2024-00-10",
    "2024-1-1",
    "13.02.2024",
    "",
    "2024-02-28T00:00:00Z",
  ]) {
    it(`refuses "${text}"`, () => assert.ok(isRefusal(parseDated(text))));
  }

  it("refuses impossible parts loudly, since they are our own mistake", () => {
    assert.throws(() => civilDay(2023, 2, 29), RangeError);
  });

  it("reads back what it writes, at every precision", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), fc.constantFrom(4, 7, 10), (day, length) => {
        const text = formatDated(day).slice(0, length);
        const date = parseDated(text);
        assert.ok(!isRefusal(date));
        assert.equal(formatDated(date), text);
        assert.ok(firstDay(date) <= day && day <= lastDay(date));
      }),
    );
  });

  it("agrees with the engine's own calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        const { year, month, day: dayOfMonth } = dayParts(day);
        assert.equal(civilDay(year, month, dayOfMonth), day);
      }),
    );
  });
});
