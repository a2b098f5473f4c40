import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Line } from "@kelisim/api";
import fc from "fast-check";
import { laneMarks, monthNames, placeLabels, stripRows } from "../src/state/calendar.ts";
import { addDays, daysBetween } from "../src/state/days.ts";
import { groupLines } from "../src/state/groups.ts";
import { GROUPINGS } from "../src/state/standpoint.ts";
import { STATES } from "../src/state/states.ts";

const NOW = "2026-11-21";

function line(key: string, state: string, day?: string, more: Partial<Line> = {}): Line {
  return {
    key,
    form: "duty",
    state,
    unverified: false,
    unsureDate: false,
    act: key,
    instrument: "I",
    instrumentName: "River Accord",
    clause: key,
    article: "1",
    articleUnverified: false,
    version: "",
    debtors: ["A"],
    creditors: ["B"],
    who: "Oresta",
    debtorName: "Avelin",
    standpoint: "owes",
    bothWays: false,
    doubtful: [],
    deadlineIsDay: true,
    channelUnverified: false,
    confidence: "high",
    ...(day === undefined ? {} : { day }),
    ...more,
  };
}

const lines = fc.array(
  fc.record({
    state: fc.constantFrom(...STATES.filter((each) => each.form === "duty").map((each) => each.id as string)),
    offset: fc.option(fc.integer({ min: -200, max: 400 })),
    who: fc.constantFrom("", "Oresta", "Taldor"),
  }),
  { maxLength: 40 },
);

describe("grouping of lines", () => {
  it("puts every line into exactly one group, whatever the grouping", () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(...GROUPINGS), (some, by) => {
        const all = some.map(({ state, offset, who }, index) =>
          line(`L${index}`, state, offset === null ? undefined : addDays(NOW, offset), { who }),
        );
        const grouped = groupLines(all, by, addDays(NOW, 90), "en-GB").flatMap((group) =>
          group.lines.map((l) => l.key),
        );
        assert.deepEqual(grouped.sort(), all.map((l) => l.key).sort());
      }),
    );
  });

  it("orders by day: overdue, days ahead, passed, undated, later, done", () => {
    const all = [
      line("done", "met", "2026-11-01"),
      line("later", "upcoming", "2027-06-01"),
      line("undated", "open"),
      line("passed", "date passed, nothing recorded here", "2026-11-15"),
      line("second", "upcoming", "2027-01-31"),
      line("first", "upcoming", "2026-12-15"),
      line("overdue", "overdue", "2026-11-20"),
    ];
    const keys = groupLines(all, "day", addDays(NOW, 90), "en-GB").flatMap((group) => group.lines.map((l) => l.key));
    assert.deepEqual(keys, ["overdue", "first", "second", "passed", "undated", "later", "done"]);
  });
});

describe("the strip calendar", () => {
  it("never lets the name of a month run into the next, at any width, and names whole months", () => {
    for (let width = 260; width <= 1400; width += 10)
      for (const from of ["2026-11-22", "2026-12-31", "2027-02-01"]) {
        const row = { from, days: width < 640 ? 30 : 90 };
        const edge = (day: string) => (daysBetween(from, day) * width) / row.days;
        const names = monthNames(row, edge, () => ["November 2026", "November", "Nov"]);
        for (const [index, { x, text = "" }] of names.entries())
          assert.ok(x + text.length * 7 <= (names[index + 1]?.x ?? width), `${text} at ${width} from ${from}`);
        if (width >= 640)
          for (const { day, text } of names) {
            const left = daysBetween(day, addDays(from, row.days));
            if (day.endsWith("-01") && left > 27) assert.ok(text !== undefined, `${day} at ${width}`);
          }
      }
  });

  it("takes lines of a day together and leaves out what is done", () => {
    const marks = laneMarks(
      [
        line("a", "upcoming", "2026-12-15"),
        line("b", "open", "2026-12-15", { arises: "2026-12-01T00:00:00Z" }),
        line("c", "met", "2026-12-15"),
        line("d", "overdue", "2026-11-01"),
      ],
      NOW,
      90,
      "UTC",
    );
    assert.deepEqual(
      marks.map((mark) => [mark.day, mark.count, mark.state.id]),
      [
        [NOW, 1, "overdue"],
        ["2026-12-15", 2, "open"],
      ],
    );
  });

  it("stands in three rows of thirty days on a phone", () => {
    assert.deepEqual(
      stripRows(NOW, 90, false).map((row) => row.days),
      [30, 30, 30],
    );
  });

  it("never draws one label over another or over the edge", () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 89 }), { maxLength: 30 });
    fc.assert(
      fc.property(days, fc.integer({ min: 300, max: 1300 }), (offsets, width) => {
        const all = offsets.map((offset) => line(`L${offset}`, "upcoming", addDays(NOW, offset)));
        const marks = laneMarks(all, NOW, 90, "UTC");
        const xOf = (day: string) =>
          96 + ((Date.parse(day) - Date.parse(NOW)) / 86_400_000 + 0.5) * ((width - 96) / 90);
        const labels = placeLabels(marks, xOf, { left: 96, right: width }, () => ["15 Dec, 2 acts", "15 Dec"]);
        const spans = labels
          .filter((label) => label.text !== undefined)
          .map(({ x, anchor, text }) => {
            const long = text!.length * 6.9;
            return anchor === "start" ? [x + 12, x + 12 + long] : [x - 12 - long, x - 12];
          });
        for (const [index, span] of spans.entries()) {
          assert.ok(span[0]! >= 96 - 1 && span[1]! <= width + 1);
          if (index > 0) assert.ok(span[0]! >= spans[index - 1]![1]! - 1);
        }
      }),
    );
  });
});
