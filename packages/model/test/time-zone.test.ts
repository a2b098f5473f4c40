import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { ALWAYS, civilDay, dayOf, endOfDay, formatInstant, isTimeZone, NEVER, startOfDay } from "../src/index.ts";

const ZONES = [
  "UTC",
  "Asia/Almaty",
  "Asia/Tashkent",
  "Asia/Bishkek",
  "Europe/Vienna",
  "Pacific/Apia",
  "America/New_York",
  "+05:30",
];
const days = fc.integer({ min: civilDay(1950, 1, 1), max: civilDay(2060, 1, 1) });

describe("time zones", () => {
  it("knows names and refuses others", () => {
    for (const zone of ZONES) assert.ok(isTimeZone(zone), zone);
    for (const zone of ["", "Asia/Almati", "Mars/Olympus", "+99:00"]) assert.ok(!isTimeZone(zone), zone);
  });

  it("starts days at local midnight", () => {
    assert.equal(formatInstant(startOfDay(civilDay(2026, 11, 21), "Asia/Tashkent")), "2026-11-20T19:00:00Z");
    assert.equal(formatInstant(endOfDay(civilDay(2026, 11, 21), "Asia/Tashkent")), "2026-11-21T18:59:59.999Z");
  });

  it("gives Kazakhstan's 29 February 2024 its 25 hours", () => {
    const day = civilDay(2024, 2, 29);
    assert.equal(endOfDay(day, "Asia/Almaty") + 1 - startOfDay(day, "Asia/Almaty"), 25 * 3_600_000);
  });

  it("gives Vienna's days of change 23 and 25 hours", () => {
    const hours = (day: number) => (endOfDay(day, "Europe/Vienna") + 1 - startOfDay(day, "Europe/Vienna")) / 3_600_000;
    assert.equal(hours(civilDay(2026, 3, 29)), 23);
    assert.equal(hours(civilDay(2026, 10, 25)), 25);
  });

  it("holds nothing in a day that a zone skipped", () => {
    const skipped = civilDay(2011, 12, 30);
    assert.equal(startOfDay(skipped, "Pacific/Apia"), startOfDay(skipped + 1, "Pacific/Apia"));
    assert.equal(dayOf(startOfDay(skipped, "Pacific/Apia"), "Pacific/Apia"), skipped + 1);
  });

  it("cuts the time line into days without gap or overlap", () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...ZONES), (day, zone) => {
        const start = startOfDay(day, zone);
        const end = endOfDay(day, zone);
        assert.equal(end + 1, startOfDay(day + 1, zone));
        if (end >= start) {
          assert.equal(dayOf(start, zone), day);
          assert.equal(dayOf(end, zone), day);
        }
      }),
    );
  });

  it("agrees with Temporal on the day of an instant", () => {
    const instants = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2050, 0, 1) });
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
        const date = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
        assert.equal(dayOf(instant, zone), civilDay(date.year, date.month, date.day));
      }),
    );
  });

  it("answers for the ends of time too", () => {
    for (const zone of ZONES) for (const instant of [ALWAYS, NEVER]) assert.ok(Number.isInteger(dayOf(instant, zone)));
  });
});
