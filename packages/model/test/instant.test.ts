import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { formatInstant, isRefusal, parseInstant } from "../src/index.ts";

describe("instants", () => {
  const good: readonly (readonly [string, string])[] = [
    ["1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"],
    ["2026-11-21T14:00:00+05:00", "2026-11-21T09:00:00Z"],
    ["2026-11-21T09:00:00.5Z", "2026-11-21T09:00:00.500Z"],
    ["2026-11-21T09:00:00.123000Z", "2026-11-21T09:00:00.123Z"],
    ["2026-11-21t09:00:00z", "2026-11-21T09:00:00Z"],
    ["2024-02-29T23:59:59-00:00", "2024-02-29T23:59:59Z"],
    ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"],
    ["2026-01-01T00:00:00+06:30", "2025-12-31T17:30:00Z"],
  ];
  for (const [text, same] of good) {
    it(`reads ${text}`, () => {
      const instant = parseInstant(text);
      assert.ok(!isRefusal(instant));
      assert.equal(formatInstant(instant), same);
    });
  }

  const bad: readonly (readonly [string, RegExp])[] = [
    ["2026-11-21", /is a date/],
    ["2026-11-21T09:00:00", /no offset/],
    ["2026-11-21 09:00", /no offset/],
    ["2026-02-30T00:00:00Z", /does not exist/],
    ["2025-02-29T00:00:00Z", /does not exist/],
    ["2026-13-01T00:00:00Z", /does not exist/],
    ["2026-01-01T24:00:00Z", /does not exist/],
    ["2026-01-01T00:60:00Z", /does not exist/],
    ["2016-12-31T23:59:60Z", /leap second/],
    ["2026-01-01T00:00:00.0001Z", /finer than a millisecond/],
    ["2026-01-01T00:00:00+25:00", /offset/],
    ["yesterday", /not a moment/],
    ["", /not a moment/],
    ["2026-01-01T00:00:00Z ", /not a moment/],
  ];
  for (const [text, why] of bad) {
    it(`refuses "${text}"`, () => {
      const refusal = parseInstant(text);
      assert.ok(isRefusal(refusal));
      assert.match(refusal.refusal, why);
      assert.ok(refusal.mend !== undefined && refusal.mend.length > 0);
    });
  }

  it("proposes the start of the day in UTC for a bare date, and does not take it", () => {
    const refusal = parseInstant("2026-11-21");
    assert.ok(isRefusal(refusal));
    assert.match(refusal.mend ?? "", /2026-11-21T00:00:00Z/);
  });

  it("reads back what it writes", () => {
    const first = Date.UTC(0, 0, 1) - 1900 * 366 * 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: Math.max(first, -62_167_219_200_000), max: 253_402_300_799_999 }), (instant) => {
        assert.equal(parseInstant(formatInstant(instant)), instant);
      }),
    );
  });

  it("never throws, whatever the text", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseInstant(text)));
  });
});
