import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { alongSide, type Corner } from "../src/desk/plan/corner.ts";
import { nearestOnSides } from "../src/desk/plan/nearest-on-sides.ts";

const RADIUS_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance by the haversine formula. */
function kmBetween(a: Corner, b: Corner): number {
  const lat = Math.sin(radians(b.lat - a.lat) / 2) ** 2;
  const lon = Math.sin(radians(b.lon - a.lon) / 2) ** 2;
  return 2 * RADIUS_KM * Math.asin(Math.sqrt(lat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * lon));
}

const corner = fc.record({
  lat: fc.double({ min: 36, max: 50, noNaN: true }),
  lon: fc.double({ min: 60, max: 88, noNaN: true }),
});

it("the nearest point of an outline is as near as any of many points on it, within a kilometre", () => {
  fc.assert(
    fc.property(fc.array(corner, { minLength: 2, maxLength: 40 }), corner, (corners, target) => {
      const measure = (point: Corner) => kmBetween(point, target);
      const [{ km }] = nearestOnSides(corners, measure);
      const walked = corners.flatMap((from, index) =>
        Array.from({ length: 40 }, (_, at) =>
          measure(alongSide(from, corners[(index + 1) % corners.length]!, at / 40)),
        ),
      );
      assert.ok(km <= Math.min(...walked) + 1, `${km} and ${Math.min(...walked)}`);
    }),
    { numRuns: 300 },
  );
});

it("a far outline is measured a few times only, however many corners it has", () => {
  const corners = Array.from({ length: 200 }, (_, at) => ({
    lat: 44 + 0.5 * Math.sin((at / 200) * 2 * Math.PI),
    lon: 70 + 0.5 * Math.cos((at / 200) * 2 * Math.PI),
  }));
  let asked = 0;
  nearestOnSides(corners, (point) => {
    asked++;
    return kmBetween(point, { lat: 44, lon: 80 });
  });
  assert.ok(asked < 60, String(asked));
});

it("where nothing has a distance, one look is enough", () => {
  const [{ km }, ...others] = nearestOnSides(
    [
      { lat: 44, lon: 70 },
      { lat: 45, lon: 71 },
    ],
    () => Number.POSITIVE_INFINITY,
  );
  assert.equal(km, Number.POSITIVE_INFINITY);
  assert.equal(others.length, 0);
});
