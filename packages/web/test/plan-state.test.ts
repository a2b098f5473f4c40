import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { PlanAnswer } from "@kelisim/api";
import fc from "fast-check";
import { readAddress, writeAddress } from "../src/state/address.ts";
import { stateAndRule, togetherIn, withLabels, withoutNumbers } from "../src/state/plan/arising.ts";
import { plainFigure, planOf } from "../src/state/plan/content.ts";
import { noticeDraft, planDraft } from "../src/state/plan/drafts.ts";
import { leadLine } from "../src/state/plan/lead-times.ts";
import { moved } from "../src/state/plan/move.ts";
import { boxAround, cornersOf, readPoints, shownPoints, writePoints } from "../src/state/plan/points.ts";
import {
  arranged,
  inAddress,
  kindOf,
  type PlanKind,
  spelledOut,
  valuesOf,
  withKind,
  withoutValues,
} from "../src/state/plan/values.ts";

const field = (name: string, type: string, more: Partial<PlanKind["fields"][number]> = {}) => ({
  name,
  label: name,
  type,
  required: false,
  actor: false,
  choices: [],
  decides: true,
  ...more,
});

const exercise: PlanKind = {
  kind: "Exercise",
  title: "Exercise",
  form: "event",
  leadTimes: 12,
  clauses: 20,
  start: "start",
  place: "place",
  common: true,
  fields: [
    field("host", "party", { required: true, actor: true }),
    field("name", "text", { decides: false }),
    field("live", "yes/no"),
    field("place", "place"),
    field("personnel", "count"),
    field("start", "date"),
    field("end", "date"),
    field("opens", "instant", { decides: false }),
    field("observers", "parties", { decides: false }),
    field("cost", "money", { decides: false }),
  ],
};
const water: PlanKind = {
  kind: "WaterSeason",
  title: "Season",
  form: "event",
  leadTimes: 5,
  clauses: 9,
  start: "start",
  common: true,
  fields: [field("start", "date"), field("volume", "amount", { unit: "km3" })],
};
const MORE = { points: "", party: "KAZ", to: "", under: "", timeZone: "Asia/Tashkent" };

describe("a place in an address", () => {
  it("comes back as it was written, to ten metres", () => {
    const point = fc.record({
      lat: fc.integer({ min: -900_000, max: 900_000 }).map((at) => at / 1e4),
      lon: fc.integer({ min: -1_800_000, max: 1_800_000 }).map((at) => at / 1e4),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 20 }), (points) => {
        const address = writeAddress({ points: writePoints(points) });
        const read = readPoints(readAddress(address).points ?? "")!;
        assert.equal(read.length, points.length);
        for (const [i, { lat, lon }] of read.entries()) {
          assert.ok(Math.abs(lat - points[i]!.lat) < 1e-9 && Math.abs(lon - points[i]!.lon) < 1e-9);
        }
      }),
    );
  });

  it("is read as people type it, and refused where it is none", () => {
    assert.deepEqual(readPoints("44.2, 79.86"), [{ lat: 44.2, lon: 79.86 }]);
    assert.deepEqual(readPoints(" 44.2 79.86 ;44.3,80.1; "), [
      { lat: 44.2, lon: 79.86 },
      { lat: 44.3, lon: 80.1 },
    ]);
    assert.deepEqual(readPoints(""), []);
    assert.equal(shownPoints("44.2,79.86;44.3,  80.1"), "44.2, 79.86; 44.3, 80.1");
    assert.equal(shownPoints("44.2,"), "44.2,");
    for (const wrong of ["44.2", "here", "91, 10", "10, 181", "1,2,3", "44.2,", ";;"]) {
      assert.equal(readPoints(wrong), undefined, wrong);
    }
  });

  it("is taken from a drawn shape without the point that closes its ring, and shown with its surroundings", () => {
    const ring = [
      [79, 44],
      [80, 44],
      [80, 45],
      [79, 44],
    ];
    const corners = cornersOf({ type: "Polygon", coordinates: [ring] });
    assert.deepEqual(
      corners.map(({ lon }) => lon),
      [79, 80, 80],
    );
    const [west, south, east, north] = boxAround(corners)!;
    assert.ok(west < 79 && south < 44 && east > 80 && north > 45);
    assert.equal(boxAround([]), undefined);
  });
});

describe("the values of a plan", () => {
  it("stand in the address; who acts is the reader's party until another is chosen", () => {
    assert.deepEqual(valuesOf(exercise, { "p.personnel": "36000" }, "KAZ"), { host: "KAZ", personnel: "36000" });
    assert.equal(valuesOf(exercise, { "p.host": "UZB" }, "KAZ").host, "UZB");
    const written = spelledOut(exercise, valuesOf(exercise, {}, "KAZ"), "KAZ");
    assert.deepEqual(written, { kind: "Exercise", "p.host": "KAZ" });
    assert.equal(valuesOf(exercise, written, "UZB").host, "KAZ");
    assert.deepEqual(spelledOut(water, {}, "KAZ"), { kind: "WaterSeason", from: "KAZ" });
    assert.equal(kindOf([exercise, water], { kind: "WaterSeason" }), water);
    assert.equal(kindOf([exercise, water], { kind: "Unheard" }), exercise);
    assert.equal(kindOf([], {}), undefined);
  });

  it("go with another kind where it asks for them too, and go away on demand", () => {
    const address = { kind: "Exercise", on: "2026-11-21", "p.start": "2027-01-05", "p.live": "yes", points: "1,2" };
    assert.deepEqual(
      { ...address, ...withKind(address, water) },
      {
        kind: "WaterSeason",
        on: "2026-11-21",
        "p.start": "2027-01-05",
        "p.live": undefined,
        points: undefined,
      },
    );
    const cleared = { ...address, ...withoutValues(address) };
    assert.equal(writeAddress(cleared), "?kind=Exercise&on=2026-11-21");
  });

  it("are asked for with those first that a clause looks at", () => {
    const { first, more } = arranged(exercise);
    assert.deepEqual(
      first.map(({ name }) => name),
      ["host", "live", "place", "personnel", "start", "end"],
    );
    assert.equal(first.length + more.length, exercise.fields.length);
  });

  it("are written as records have them; what is empty is unknown and not zero", () => {
    const values = {
      host: "KAZ",
      live: "no",
      personnel: "36 000",
      start: "2027-01-05",
      opens: "2027-01-05T09:00",
      observers: "CHN, RUS",
      cost: "1 000 usd",
      end: " ",
    };
    assert.deepEqual(planOf(exercise, values, { ...MORE, points: "44.2,79.86", under: "SH1996", to: "CHN" }), {
      kind: "Exercise",
      content: {
        host: "KAZ",
        live: false,
        personnel: 36_000,
        start: "2027-01-05",
        opens: "2027-01-05T04:00:00Z",
        observers: ["CHN", "RUS"],
        cost: { amount: "1000", currency: "USD" },
      },
      points: [{ lat: 44.2, lon: 79.86 }],
      from: "KAZ",
      under: "SH1996",
    });
    assert.deepEqual(planOf(exercise, {}, { ...MORE, party: undefined }), { kind: "Exercise", content: {} });
  });

  it("that are no numbers reach the node as they are, which says what is wrong", () => {
    assert.equal(planOf(exercise, { personnel: "many" }, MORE).content.personnel, "many");
    assert.equal(plainFigure("36,000"), "36000");
    assert.equal(plainFigure("36,5"), "36,5");
    assert.equal(plainFigure("1\u202f250,000.5"), "1250,000.5");
  });

  it("move together", () => {
    const values = { start: "2026-12-11", end: "2026-12-16", opens: "2026-12-11T09:00", personnel: "9" };
    assert.deepEqual(moved(exercise, values, 22), {
      "p.start": "2027-01-02",
      "p.end": "2027-01-07",
      "p.opens": "2027-01-02T09:00",
    });
    assert.deepEqual(moved(exercise, { start: "soon" }, 22), {});
    assert.equal(inAddress("start"), "p.start");
  });
});

const arising = (number: number, day: string | undefined, state: string, unsureDate = false) =>
  ({ number, date: "", notes: [], line: { day, state, unsureDate, act: `act ${number}` } }) as never;
const answer = (groups: readonly (readonly unknown[])[]) =>
  ({
    standpoint: { today: "2026-11-21" },
    groups: groups.map((each) => ({ whom: "", channelUnverified: false, arising: each })),
  }) as unknown as PlanAnswer;

describe("the line of lead times", () => {
  const found = answer([
    [arising(1, "2026-10-30", "lead time already passed", true), arising(4, "2026-12-01", "open", true)],
    [arising(2, "2026-10-30", "lead time already passed"), arising(3, "2026-11-11", "lead time already passed")],
  ]);
  const plan = { start: "2026-12-11", end: "2026-12-16" };

  it("puts one mark on a day, in order, between air on both sides", () => {
    const line = leadLine(found, plan, 0.2)!;
    assert.deepEqual(
      line.marks.map(({ day, duties, daysBefore }) => [day, duties.length, daysBefore]),
      [
        ["2026-10-30", 2, 42],
        ["2026-11-11", 1, 30],
        ["2026-12-01", 1, 10],
      ],
    );
    const places = [...line.marks.map(({ at }) => at), line.start, line.end!];
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.ok(places.every((at) => at > 0 && at < 1) && line.today > 0 && line.today < 1);
    assert.deepEqual(
      line.months.map(({ day }) => day),
      ["2026-11-01", "2026-12-01"],
    );
    // One duty of a day is sure, so is the day.
    assert.equal(line.marks[0]!.unsure, false);
    assert.equal(line.marks[2]!.unsure, true);
  });

  it("never lays words of two dates on each other", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 12 }),
        fc.double({ min: 0.05, max: 0.6, noNaN: true }),
        (before, apart) => {
          const days = before.map((days, i) =>
            arising(i + 1, new Date(Date.UTC(2027, 0, 5 - days)).toISOString().slice(0, 10), "open"),
          );
          const { marks, rows } = leadLine(answer([days]), { start: "2027-01-05", end: "" }, apart)!;
          for (let row = 0; row < rows; row++) {
            const starts = marks.filter((mark) => mark.row === row).map(({ at }) => Math.min(at, 1 - apart));
            for (const [i, at] of starts.entries()) if (i > 0) assert.ok(at - starts[i - 1]! >= apart - 1e-9);
          }
        },
      ),
    );
  });

  it("is not drawn without a start, or without anything that counts back", () => {
    assert.equal(leadLine(found, { start: "", end: "" }, 0.2), undefined);
    assert.equal(leadLine(answer([[arising(1, undefined, "open")]]), plan, 0.2), undefined);
    assert.equal(leadLine(answer([]), plan, 0.2), undefined);
  });
});

describe("what the answer says", () => {
  it("is taken apart where it is drawn apart", () => {
    assert.deepEqual(stateAndRule("would be open: 30 days before the start; live"), {
      state: "would be open",
      rule: "30 days before the start; live",
    });
    assert.deepEqual(stateAndRule("состояние: открыто; за 30 дней до начала: в зоне"), {
      state: "открыто",
      rule: "за 30 дней до начала: в зоне",
    });
    assert.deepEqual(stateAndRule("would be open"), { state: "would be open", rule: "" });
    assert.equal(withoutNumbers("1 and 4  one notification to China"), "one notification to China");
    assert.equal(withoutNumbers("one notification"), "one notification");
    const fields = [{ name: "tanks", label: "Tanks" }];
    assert.equal(
      withLabels("e.tanks is not given", fields, (label) => `"${label}"`),
      '"Tanks" is not given',
    );
    assert.equal(
      withLabels("e.other is not given", fields, (label) => label),
      "e.other is not given",
    );
  });

  it("names one message once, with the group of its first duty", () => {
    const { groups } = answer([
      [arising(1, undefined, "open")],
      [arising(2, undefined, "open"), arising(3, undefined, "open")],
    ]);
    const together = [{ numbers: [1, 3] }, { numbers: [2, 3] }] as never as PlanAnswer["together"];
    assert.deepEqual(togetherIn(groups[0]!, together), [together[0]]);
    assert.deepEqual(togetherIn(groups[1]!, together), [together[1]]);
  });
});

describe("drafts of a plan", () => {
  const plan = planOf(exercise, { host: "KAZ", start: "2027-01-05" }, { ...MORE, points: "44.2,79.86;45,80" });

  const standpoint = { asOf: "2026-11-21T18:59:59.999Z", knownAt: "2026-11-21T09:00:00Z" };
  const answered = { places: [{ lat: 44.6, lon: 79.9, zones: [] }], standpoint } as never;

  it("hold the plan as a record that needs nothing more: when it was made, and all of its area", () => {
    const { record, context } = planDraft(exercise, plan, answered, { kind: "Exercise" });
    assert.deepEqual(record, {
      kind: "Exercise",
      from: "KAZ",
      occurred: "2026-11-21T09:00:00Z",
      content: {
        host: "KAZ",
        start: "2027-01-05",
        place: {
          lat: 44.6,
          lon: 79.9,
          corners: [
            { lat: 44.2, lon: 79.86 },
            { lat: 45, lon: 80 },
          ],
        },
      },
    });
    assert.deepEqual(context, { plan: { kind: "Exercise" } });
  });

  it("hold a point as a point", () => {
    const point = planOf(exercise, { host: "KAZ" }, { ...MORE, points: "44.2,79.86" });
    const { content } = planDraft(exercise, point, undefined, {}).record as { content: Record<string, unknown> };
    assert.deepEqual(content.place, { lat: 44.2, lon: 79.86 });
  });

  it("hold each notice as the node filled it in, with the draft of the plan where it names the plan", () => {
    const notice = {
      kind: "ExerciseNotification",
      kindName: "",
      notice: true,
      numbers: [1, 4],
      from: "KAZ",
      to: ["CHN"],
      under: ["SH1996", "VD2011"],
      channel: "diplomatic channel",
      channelUnverified: false,
      occurred: "2026-11-21T09:00:00Z",
      content: { exercise: "hypothetical-exercise", airPart: true },
      refers: ["exercise"],
    };
    assert.deepEqual(noticeDraft(notice, "KAZ-1", {}).record, {
      kind: "ExerciseNotification",
      from: "KAZ",
      to: ["CHN"],
      under: ["SH1996", "VD2011"],
      channel: "diplomatic channel",
      occurred: "2026-11-21T09:00:00Z",
      content: { exercise: "KAZ-1", airPart: true },
    });
  });
});
