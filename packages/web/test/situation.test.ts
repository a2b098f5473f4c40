import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { BorderSection } from "@kelisim/api";
import { bandAround, circle, thinned } from "../src/map/band.ts";
import { countInView, drawnBorders, viewsOf } from "../src/map/drawn-borders.ts";
import { degreesOf, distanceKm, passes, project, scaleOf } from "../src/map/mercator.ts";
import { spotsOf } from "../src/map/spots.ts";
import { binsOf } from "../src/screens/situation/bins.ts";
import { isDated, readFilters } from "../src/screens/situation/filters.ts";
import { writeDated } from "../src/state/dated.ts";

describe("the band around an edge", () => {
  it("is as wide as the map error, whichever way the line runs and however far north", () => {
    for (const line of [
      [
        [70, 40],
        [71, 40],
      ],
      [
        [70, 55],
        [70, 56],
      ],
      [
        [70, 45],
        [71, 46],
      ],
    ]) {
      const [ring] = bandAround([line], 18);
      const far = Math.max(...ring!.map((point) => Math.min(...samples(line).map((at) => distanceKm(at, point)))));
      assert.ok(far > 17 && far < 19.5, `${far}`);
    }
  });

  it("takes points nearer than can be seen as one, and keeps the ends", () => {
    const line = Array.from({ length: 101 }, (_, i) => [70 + i / 1000, 40]);
    const kept = thinned(line, 3);
    assert.ok(kept.length < 6);
    assert.deepEqual([kept[0], kept.at(-1)], [line[0], line[100]]);
  });

  it("is nothing where the map is exact", () =>
    assert.deepEqual(
      bandAround(
        [
          [
            [70, 40],
            [71, 40],
          ],
        ],
        0,
      ),
      [],
    ));

  it("draws a circle of the asked radius", () => {
    for (const point of circle([70, 50], 25)) assert.ok(Math.abs(distanceKm([70, 50], point) - 25) < 0.3);
  });
});

describe("the map's measures", () => {
  it("projects as Web Mercator (EPSG:3857): corners and equator", () => {
    assert.deepEqual(project([0, 0]), [0.5, 0.5]);
    assert.ok(Math.abs(project([180, 85.051129])[1]) < 1e-6);
  });

  it("gives the roundest scale that fits", () => {
    assert.deepEqual(scaleOf(1, 110), { km: 100, pixels: 100 });
    assert.deepEqual(scaleOf(3, 110), { km: 200, pixels: 200 / 3 });
    assert.equal(degreesOf(111.195, 60)[0].toFixed(2), "2.00");
  });

  it("sees a stretch that crosses a box without a point in it", () => {
    assert.ok(
      passes(
        [
          [0, 0],
          [10, 0],
        ],
        [4, -1, 5, 1],
      ),
    );
    assert.ok(
      !passes(
        [
          [0, 5],
          [10, 5],
        ],
        [4, -1, 5, 1],
      ),
    );
  });
});

const named = (id: string) => ({ id, name: id });
const section = (id: string, border: string, more: Partial<BorderSection> = {}): BorderSection => ({
  id,
  border,
  between: border.split("-").map(named),
  status: "agreed",
  acts: [],
  unverified: false,
  ...more,
});
const bend = {
  status: "disputed",
  part: "bend",
  line: [
    [1, 1],
    [2, 2],
  ],
} as const;

describe("borders as they are drawn", () => {
  const basemap = {
    borders: [
      {
        id: "A-B",
        between: ["A", "B"],
        lines: [
          [
            [0, 0],
            [1, 1],
          ],
        ],
      },
      {
        id: "C-D",
        between: ["C", "D"],
        lines: [
          [
            [50, 0],
            [51, 1],
          ],
        ],
      },
    ],
  };
  const sections = [
    section("1", "A-B"),
    section("2", "A-B", { ...bend, line: [...bend.line.map((point) => [...point])], view: named("A") }),
    section("3", "A-B", { ...bend, line: [...bend.line.map((point) => [...point])], view: named("B") }),
  ];

  it("draws both lines of a dispute unless one side's view is chosen", () => {
    const ids = (view?: string) => drawnBorders(basemap, sections, view).map(({ id }) => id);
    assert.deepEqual(ids(), ["1", "C-D", "2", "3"]);
    assert.deepEqual(ids("B"), ["1", "C-D", "3"]);
    // Who has no view of this section hides nobody's.
    assert.deepEqual(ids("D"), ["1", "C-D", "2", "3"]);
    assert.deepEqual(
      viewsOf(sections).map(({ id }) => id),
      ["A", "B"],
    );
  });

  it("counts what is in view, once a border and status, and only borders of the region", () => {
    const drawn = drawnBorders(basemap, sections);
    assert.deepEqual(countInView(drawn, undefined), { agreed: 1, described: 0, disputed: 1, unknown: 0 });
    assert.deepEqual(countInView(drawn, [10, 10, 20, 20]), { agreed: 0, described: 0, disputed: 0, unknown: 0 });
  });
});

describe("spots and columns", () => {
  const mark = (id: string, firstDay: string, lastDay = firstDay, more = {}) => ({
    id,
    title: id,
    firstDay,
    lastDay,
    unverified: false,
    ...more,
  });

  it("puts what happened at one place into one spot, and leaves out what has none", () => {
    const spots = spotsOf([
      mark("a", "2020-01-01", "2020-01-01", { lat: 41.31, lon: 69.25, unverified: true }),
      mark("b", "2020-01-01", "2020-01-01", { lat: 41.312, lon: 69.249 }),
      mark("c", "2020-01-01"),
    ]);
    assert.equal(spots.length, 1);
    assert.deepEqual(
      spots[0]!.marks.map(({ id }) => id),
      ["a", "b"],
    );
    assert.equal(spots[0]!.unverified, false);
  });

  it("makes columns of one kind without a gap, and puts nothing where its date does not say", () => {
    const years = binsOf([mark("a", "1991-12-21"), mark("b", "1999-01-01", "1999-12-31"), mark("c", "2025-11-16")]);
    assert.equal(years.unit, "year");
    assert.equal(years.columns.length, 35);
    assert.deepEqual(years.wide, []);
    const months = binsOf([mark("a", "2024-11-21"), mark("b", "2025-01-01", "2025-12-31"), mark("c", "2026-02-16")]);
    assert.equal(months.unit, "month");
    assert.equal(months.columns.length, 16);
    assert.deepEqual(
      months.wide.map(({ id }) => id),
      ["b"],
    );
    const days = binsOf([
      mark("a", "2026-11-03"),
      mark("b", "2026-11-01", "2026-11-30"),
      mark("c", "2026-11-28", "2026-12-01"),
    ]);
    assert.equal(days.unit, "day");
    assert.deepEqual(
      days.wide.map(({ id }) => id),
      ["b"],
    );
    assert.equal(
      days.columns.reduce((sum, { dots }) => sum + dots.length, 0),
      2,
    );
  });

  it("has no columns for nothing", () => assert.deepEqual(binsOf([]).columns, []));
});

describe("filters in the address", () => {
  it("keeps what it knows and leaves out dates that are none", () => {
    assert.deepEqual(readFilters({ threat: "T12", from: "2021-02-30", to: "2022", kind: "", view: "KGZ" }), {
      threat: "T12",
      to: "2022",
    });
    assert.ok(isDated("2024-02-29") && isDated("2024-02") && isDated("2024"));
    assert.ok(!isDated("2023-02-29") && !isDated("2023-13") && !isDated("1") && !isDated("2023-1"));
  });

  it("writes a date as precisely as its source", () => {
    assert.equal(writeDated("2021-04-28", "en-GB"), "28\u00a0Apr\u00a02021");
    assert.equal(writeDated("2002-10", "en-GB"), "Oct\u00a02002");
    assert.equal(writeDated("1999", "ru-RU"), "1999");
  });
});

function samples(line: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const [a, b] = [line[0]!, line[1]!];
  return Array.from({ length: 101 }, (_, i) => [
    a[0]! + ((b[0]! - a[0]!) * i) / 100,
    a[1]! + ((b[1]! - a[1]!) * i) / 100,
  ]);
}
