import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { writeDated } from "../src/state/dated.ts";
import { dayIn, isWeekend, weekday } from "../src/state/days.ts";
import { distance, keepTogether, writeDay, writeMoment, writeMonth, writeNumber } from "../src/state/format.ts";

const spaced = (text: string) => text.replaceAll("\u00A0", "_");

describe("dates and numbers", () => {
  it("writes dates with words and no-break spaces", () => {
    assert.equal(spaced(writeDay("2026-12-15", "en-GB")), "15_Dec_2026");
    assert.equal(spaced(writeDay("2026-12-15", "ru-RU")), "15_дек._2026");
    assert.equal(spaced(writeDay("2026-09-01", "en-GB", { year: "never" })), "1_Sep");
  });

  it("writes the weekday where someone plans, and the year where it differs", () => {
    const style = { weekday: "long", month: "long", year: "auto", near: "2026-11-21" } as const;
    assert.equal(spaced(writeDay("2026-12-15", "en-GB", style)), "Tuesday 15_December");
    assert.equal(spaced(writeDay("2027-01-31", "ru-RU", style)), "воскресенье, 31_января_2027");
  });

  it("writes moments in the region's time zone", () => {
    assert.equal(
      spaced(writeMoment("2026-11-21T04:12:00Z", "en-GB", "Asia/Tashkent", { year: "never" })),
      "21_Nov, 09:12",
    );
    assert.equal(dayIn("2026-11-20T21:00:00Z", "Asia/Tashkent"), "2026-11-21");
  });

  it("names months in the form that stands alone", () => {
    assert.equal(spaced(writeMonth("2027-01-01", "ru-RU", true)), "Январь_2027");
  });

  it("writes a date as exact as its source, a month in the case its place asks for", () => {
    assert.equal(spaced(writeDated("2001-06-15", "ru-RU")), "15_июн._2001");
    assert.equal(spaced(writeDated("2024-02", "ru-RU", { month: "long" })), "февраль_2024");
    assert.equal(spaced(writeDated("2024-02", "ru-RU", { month: "long", after: true })), "февраля_2024");
    assert.equal(spaced(writeDated("2016-05", "ru-RU", { after: true })), "мая_2016");
    assert.equal(spaced(writeDated("2016-05", "ru-RU")), "май_2016");
    assert.equal(spaced(writeDated("2024-09", "en-GB", { after: true })), "Sep_2024");
    assert.equal(writeDated("1994", "ru-RU", { after: true }), "1994");
    assert.equal(writeDated("before 1994", "en-GB"), "before 1994");
  });

  it("says how far a day is", () => {
    assert.deepEqual(distance("2026-11-21", "2026-12-15"), { id: "time.inDays", count: 24 });
    assert.deepEqual(distance("2026-11-21", "2026-11-21"), { id: "time.today" });
    assert.deepEqual(distance("2026-11-21", "2026-11-15"), { id: "time.daysAgo", count: 6 });
  });

  it("keeps an article, a date and a unit together", () => {
    assert.equal(spaced(keepTogether("Art 9, 100 km, from 9 Apr 2010")), "Art_9, 100_km, from 9_Apr_2010");
    assert.equal(spaced(keepTogether("ст. 9, 100 км, с 8 мар. 2018")), "ст._9, 100_км, с 8_мар._2018");
  });

  it("groups digits by locale", () => {
    assert.equal(writeNumber(9000, "en-GB"), "9,000");
    assert.equal(spaced(writeNumber(1234567, "ru-RU")), "1_234_567");
  });

  it("knows weekends", () => {
    assert.equal(weekday("2026-11-22"), 7);
    assert.ok(isWeekend("2026-11-21") && !isWeekend("2026-11-23"));
  });
});
