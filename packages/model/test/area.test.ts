import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Corner, type Location, type Place, readGeography } from "../src/index.ts";

const ring = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const territory = (party: string, zone: string[], coordinates: number[][]) => ({
  type: "Feature",
  properties: { zone, party, name: party, accuracyKm: 10, source: "made up", rule: "whole" },
  geometry: { type: "Polygon", coordinates: [coordinates] },
});

/** West and East meet along 10 degrees east; "strip" reaches 100 km to either side of that border, on own side. "part" is West, and islands that are not mapped. */
const geography = readGeography({
  type: "FeatureCollection",
  features: [
    territory("WES", ["strip", "part"], ring(0, 0, 10, 10)),
    territory("EAS", ["strip"], ring(10, 0, 20, 10)),
    {
      type: "Feature",
      properties: {
        zone: "strip",
        party: ["WES", "EAS"],
        name: "the border",
        withinKm: 100,
        accuracyKm: 5,
        source: "made up",
      },
      geometry: {
        type: "LineString",
        coordinates: [
          [10, 0],
          [10, 5],
          [10, 10],
        ],
      },
    },
    { type: "Feature", properties: { zone: "part", name: "the islands", source: "made up" }, geometry: null },
  ],
});

const KM = 1 / 111.195;
const area = (...corners: readonly (readonly [lon: number, lat: number])[]): Place => {
  const all = corners.map(([lon, lat]) => ({ lon, lat }));
  return { ...all[0]!, corners: all };
};
const box = (west: number, south: number, east: number, north: number): Place =>
  area([west, south], [east, south], [east, north], [west, north]);
/** Longitude so many kilometres west of the border, at 5 degrees north. */
const west = (km: number) => 10 - (km * KM) / Math.cos((5 * Math.PI) / 180);

describe("an area", () => {
  const cases: readonly (readonly [string, Place, Location, readonly string[]])[] = [
    ["all within", box(9.3, 4.5, 9.7, 5.5), "inside", ["WES inside"]],
    ["one corner within", box(8, 4.9, west(50), 5.1), "inside", ["WES inside"]],
    ["no corner within, a side across", box(8, 4.9, 12, 5.1), "inside", ["EAS inside", "WES inside"]],
    ["the zone wholly within the area", box(-2, -2, 22, 12), "inside", ["EAS inside", "WES inside"]],
    ["reaching over the border", box(9.9, 4.9, 10.4, 5.1), "inside", ["EAS inside", "WES inside"]],
    ["its nearest part 94 km off", box(8, 4.9, west(94), 5.1), "inside", ["WES inside"]],
    ["its nearest part 98 km off", box(8, 4.9, west(98), 5.1), "within map error", ["WES within map error"]],
    ["its nearest part 103 km off", box(8, 4.9, west(103), 5.1), "within map error", ["WES within map error"]],
    ["its nearest part 107 km off", box(8, 4.9, west(107), 5.1), "outside", []],
    ["in no territory", box(11, 11, 12, 12), "outside", []],
    [
      "bent around the zone: its box holds some of it, it does not",
      area([5, 1], [7, 1], [7, 9], [9.9, 12], [5, 12]),
      "outside",
      [],
    ],
    ["a stretch across", area([8, 5], [12, 5]), "inside", ["EAS inside", "WES inside"]],
    ["a stretch that stays off", area([5, 5], [west(120), 5]), "outside", []],
  ];
  for (const [name, place, location, holders] of cases)
    it(`${name}: ${location}`, () => {
      assert.equal(geography.locate("strip", place), location);
      const found = geography.holders("strip", place).map((holder) => `${holder.party} ${holder.location}`);
      assert.deepEqual(found.sort(), [...holders]);
    });

  it("of which a part lies where the map shows nothing is not outside", () => {
    assert.equal(geography.locate("part", box(13, 4, 14, 5)), "outside");
    assert.equal(geography.locate("part", box(18, 4, 24, 5)), "not mapped");
    assert.equal(geography.locate("part", box(-4, 4, 3, 5)), "inside");
  });

  it("is as unsure as its corners are", () => {
    const off = box(8, 4.9, west(115), 5.1);
    assert.equal(geography.locate("strip", off), "outside");
    assert.equal(geography.locate("strip", { ...off, accuracyKm: 20 }), "within map error");
  });

  it("is as far from a line as its nearest part, which need be no corner", () => {
    const near = geography.distanceToLine("strip", area([8, 2], [west(30), 5], [8, 8]))!;
    assert.ok(Math.abs(near.km - 30) < 0.6, String(near.km));
    assert.ok(Math.abs(near.from.lat - 5) < 0.05);
    const across = geography.distanceToLine("strip", box(8, 4.9, 12, 5.1))!;
    assert.ok(across.km < 0.6, String(across.km));
    const held = geography.distanceToLine("strip", box(-2, -2, 22, 12))!;
    assert.ok(held.km < 0.6, String(held.km));
  });

  const corner = fc
    .tuple(fc.integer({ min: 60, max: 160 }), fc.integer({ min: 20, max: 80 }))
    .map(([lon, lat]): Corner => ({ lon: lon / 10, lat: lat / 10 }));
  const RANKS: readonly Location[] = ["outside", "not mapped", "within map error", "inside"];

  it("is never less in a zone than any of its points, nor further from a line", () => {
    fc.assert(
      fc.property(
        fc.array(corner, { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (corners, share) => {
          const whole: Place = { ...corners[0]!, corners };
          const location = RANKS.indexOf(geography.locate("strip", whole));
          const km = geography.distanceToLine("strip", whole)!.km;
          for (const [index, from] of corners.entries()) {
            const to = corners[(index + 1) % corners.length]!;
            const point = { lat: from.lat + (to.lat - from.lat) * share, lon: from.lon + (to.lon - from.lon) * share };
            assert.ok(RANKS.indexOf(geography.locate("strip", point)) <= location, JSON.stringify(point));
            assert.ok(km <= geography.distanceToLine("strip", point)!.km + 1.2, `${km}`);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it("is outside only beyond every doubt: none of its points is nearer than 105 km", () => {
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 6 }), (corners) => {
        const whole: Place = { ...corners[0]!, corners };
        const km = geography.distanceToLine("strip", whole)!.km;
        const location = geography.locate("strip", whole);
        if (km < 93) assert.equal(location, "inside");
        if (km > 107) assert.equal(location, "outside");
      }),
      { numRuns: 40 },
    );
  });
});
