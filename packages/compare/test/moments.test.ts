import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { compareMoments, daysIn, lastMoment } from "../src/moments.ts";
import { declarationsOf, situationOf } from "../src/situation.ts";
import { world } from "./region.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Rule {
  readonly text: string;
  /** The last instant that counts, of an exercise that starts on this day. */
  at(start: number): number;
}

/** docs/engine.md, "Deadline", in UTC and written anew. */
const rule = fc
  .tuple(
    fc.constantFrom("before", "after"),
    fc.integer({ min: 0, max: 70 }),
    fc.constantFrom("hours", "days", "weeks", "months"),
  )
  .map(([direction, value, unit]): Rule => {
    const sign = direction === "after" ? 1 : -1;
    return {
      text: `no later than ${value} ${unit} ${direction} e.start`,
      at(start) {
        if (unit === "hours") return direction === "after" ? start + DAY + value * HOUR - 1 : start - value * HOUR;
        if (unit !== "months") return start + sign * value * (unit === "weeks" ? 7 : 1) * DAY + DAY - 1;
        const date = new Date(start);
        const month = date.getUTCMonth() + sign * value;
        const length = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0)).getUTCDate();
        return Date.UTC(date.getUTCFullYear(), month, Math.min(length, date.getUTCDate())) + DAY - 1;
      },
    };
  });

const clause = (id: string, { text }: Rule) => `
duty ${id} "Notify" article "1"
  when Exercise e
  e.host must send Notification n to every other party where n.exercise = e
  ${text}
`;

describe("moments", () => {
  it("are never said to come in an order that some start of the exercise contradicts", () => {
    const starts = fc.integer({ min: 0, max: 1500 }).map((day) => Date.UTC(2023, 0, 1) + day * DAY);
    fc.assert(
      fc.property(rule, rule, fc.array(starts, { minLength: 20, maxLength: 20 }), (one, two, days) => {
        const here = world(clause("ONE-1", one), clause("TWO-1", two));
        const moments = ["ONE-1", "TWO-1"].map((id) => {
          const situation = situationOf(here, here.clauses.get(id)!)!;
          const deadline = situation.clause.deadlines[0]!.deadline;
          return {
            moment: lastMoment(here, situation, deadline, declarationsOf(here, situation)),
            instrument: situation.placed.instrument,
          };
        });
        const order = compareMoments(moments[0]!, moments[1]!);
        for (const day of days) {
          const difference = one.at(day) - two.at(day);
          // The last millisecond of a day and the first instant after it are not told apart here.
          if (order === "earlier") assert.ok(difference <= 1, `${one.text} / ${two.text}`);
          if (order === "later") assert.ok(difference >= -1, `${one.text} / ${two.text}`);
          if (order === "same") assert.ok(Math.abs(difference) <= 1, `${one.text} / ${two.text}`);
        }
        if (!one.text.includes("month") && !two.text.includes("month")) assert.notEqual(order, "depends");
      }),
      { numRuns: 150 },
    );
  });

  it("know how long calendar units may be", () => {
    assert.deepEqual(daysIn("month", 1), [28, 31]);
    assert.deepEqual(daysIn("quarter", 1), [89, 92]);
    assert.deepEqual(daysIn("year", 1), [365, 366]);
    assert.deepEqual(daysIn("week", 2), [14, 14]);
    assert.deepEqual(daysIn("working day", 3), [3, Number.POSITIVE_INFINITY]);
  });
});
