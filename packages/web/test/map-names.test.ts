import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { spread } from "../src/map/spread.ts";
import { around, meet, nearestZoom, placeNames, type Rect, townsAt } from "../src/map/town-names.ts";
import { calloutAt, calloutZone } from "../src/state/plan/callout.ts";

const SIZE = { width: 800, height: 500 };
const town = (name: string, kind: "capital" | "city" | "town" = "city") => ({ name, kind, at: [0, 0] });

describe("names of towns", () => {
  const spot = fc.record({
    name: fc.string({ minLength: 2, maxLength: 14 }),
    x: fc.integer({ min: 0, max: 800 }),
    y: fc.integer({ min: 0, max: 500 }),
  });
  const rectOf = ({ name, town: { name: text } }: ReturnType<typeof placeNames>[number]): Rect | undefined => {
    if (name === undefined) return undefined;
    const wide = text.length * 6.1;
    const left = name.anchor === "start" ? name.x : name.anchor === "end" ? name.x - wide : name.x - wide / 2;
    return { left, right: left + wide, top: name.y - 9, bottom: name.y + 2 };
  };

  it("never lie on each other, on what is taken, or outside the drawing", () => {
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 40 }), fc.array(spot, { maxLength: 8 }), (towns, spots) => {
        const taken = spots.map(({ x, y }) => around(x, y, 12));
        const names = placeNames(
          towns.map(({ name, x, y }) => ({ town: town(name), x, y })),
          taken,
          SIZE,
        );
        assert.equal(names.length, towns.length);
        const rects = names.flatMap((each) => rectOf(each) ?? []);
        for (const [i, rect] of rects.entries()) {
          for (const other of [...rects.slice(i + 1), ...taken])
            assert.ok(!meet(rect, other), JSON.stringify([rect, other]));
          assert.ok(rect.left >= 0 && rect.right <= SIZE.width);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("those that come first find room first, and a spot on the town moves its name aside", () => {
    const [capital, near] = placeNames(
      [
        { town: town("Bishkek", "capital"), x: 400, y: 250 },
        { town: town("Kant"), x: 404, y: 250 },
      ],
      [around(400, 250, 16)],
      SIZE,
    );
    assert.ok((capital?.name?.x ?? 0) >= 416);
    assert.notDeepEqual(near?.name, capital?.name);
  });

  it("smaller towns come in from nearer", () => {
    const towns = [town("Astana", "capital"), town("Osh"), town("Naryn", "town")];
    assert.deepEqual(
      [20, 4, 1].map((km) => townsAt(towns, km).map(({ name }) => name)),
      [["Astana"], ["Astana", "Osh"], ["Astana", "Osh", "Naryn"]],
    );
    assert.ok(nearestZoom("capital") === 0 && nearestZoom("city") < nearestZoom("town"));
  });
});

describe("spots near each other", () => {
  it("are spread so that none lies on another, each near where it is", () => {
    const circle = fc.record({
      x: fc.integer({ min: 0, max: 160 }),
      y: fc.integer({ min: 0, max: 160 }),
      radius: fc.integer({ min: 7, max: 16 }),
    });
    fc.assert(
      fc.property(fc.array(circle, { maxLength: 14 }), (circles) => {
        const apart = spread(circles);
        for (const [i, a] of apart.entries())
          for (const b of apart.slice(i + 1))
            assert.ok(Math.hypot(a.x - b.x, a.y - b.y) > (a.radius + b.radius) * 0.8, JSON.stringify([a, b]));
        assert.deepEqual(spread(circles), apart);
      }),
      { numRuns: 60 },
    );
  });

  it("far ones stay where they are", () => {
    const far = [
      { x: 10, y: 10, radius: 8 },
      { x: 90, y: 10, radius: 8 },
    ];
    assert.deepEqual(spread(far), far);
  });
});

describe("what is said of a planned place on the map", () => {
  const zone = (id: string, km: number | null, location = "inside") => ({
    zone: id,
    instruments: [],
    location,
    kmFromLine: km,
    mapErrorKm: km === null ? null : 8,
  });

  it("is the zone whose line is nearest; one without a line has no distance", () => {
    const judged = { lat: 44, lon: 79, zones: [zone("all", null), zone("far", 90, "outside"), zone("near", 29.4)] };
    assert.deepEqual(calloutZone(judged), { zone: "near", km: 29, location: "inside" });
    assert.equal(calloutZone({ lat: 44, lon: 79, zones: [zone("all", null)] }), undefined);
    assert.equal(calloutZone(undefined), undefined);
  });

  it("stands above an area, at its middle", () => {
    assert.deepEqual(
      calloutAt([
        { lat: 44, lon: 79 },
        { lat: 45, lon: 80 },
      ]),
      { at: [79.5, 45], below: [79.5, 44] },
    );
    assert.equal(calloutAt([]), undefined);
  });
});
