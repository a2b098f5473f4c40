import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type MappedGeography, type Place, readGeography, readPlaces } from "../src/index.ts";

/** A square of some degrees. Its sides along parallels are great circles to the measuring, so tests stay off them. */
function square(west: number, south: number, east: number, north: number): number[][][] {
  return [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ];
}

function territory(party: string, zone: string[], coordinates: number[][][], more: object = {}): object {
  const properties = {
    zone,
    party,
    name: `territory of ${party}`,
    accuracyKm: 10,
    source: "made up",
    rule: "whole",
    ...more,
  };
  return { type: "Feature", properties, geometry: { type: "Polygon", coordinates } };
}

/**
 * West (0 to 10 degrees east) and East (10 to 20) meet at a border along 10 degrees east; North lies above both.
 * Zone "strip": 100 km on either side of that border, on own side. Zone "union": West and East whole, another part of
 * it not mapped.
 */
const WORLD = {
  type: "FeatureCollection",
  features: [
    territory("WES", ["strip", "union"], square(0, 0, 10, 10)),
    territory("EAS", ["strip", "union"], square(10, 0, 20, 10)),
    territory("NOR", [], square(0, 10, 20, 20)),
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
    { type: "Feature", properties: { zone: "union", name: "the islands", source: "made up" }, geometry: null },
  ],
};
const geography: MappedGeography = readGeography(WORLD);
const at = (lon: number, lat = 5, accuracyKm?: number): Place =>
  accuracyKm === undefined ? { lat, lon } : { lat, lon, accuracyKm };
const DEGREE = 111.195;

describe("zones", () => {
  const strip: readonly (readonly [string, Place, string, readonly string[]])[] = [
    ["well inside, west", at(9.5), "inside", ["WES inside"]],
    ["well inside, east", at(10.5), "inside", ["EAS inside"]],
    [
      "on the border: in the zone on either side",
      at(10.01),
      "inside",
      ["EAS within map error", "WES within map error"],
    ],
    ["94 km off: the line may be 5 km off", at(10 - 94 / DEGREE), "inside", ["WES inside"]],
    ["97 km off", at(10 - 97 / DEGREE), "within map error", ["WES within map error"]],
    ["103 km off", at(10 - 103 / DEGREE), "within map error", ["WES within map error"]],
    ["106 km off", at(10 - 106 / DEGREE), "outside", []],
    [
      "80 km off, but the place itself is 20 km uncertain",
      at(10 - 80 / DEGREE, 5, 20),
      "within map error",
      ["WES within map error"],
    ],
    ["near the line, in a third territory", at(10.5, 11), "outside", []],
    ["far away, off the map", at(60, 50), "outside", []],
  ];
  for (const [name, place, location, holders] of strip) {
    it(`strip: ${name}`, () => {
      assert.equal(geography.locate("strip", place), location);
      const found = geography.holders("strip", place).map((holder) => `${holder.party} ${holder.location}`);
      assert.deepEqual(found.sort(), [...holders]);
    });
  }

  const union: readonly (readonly [string, Place, string])[] = [
    ["inside one part", at(5), "inside"],
    ["on the border between two of its parts", at(10), "inside"],
    ["near its outer edge", at(0.05), "within map error"],
    ["in a territory that is not of it", at(5, 15), "outside"],
    ["where nothing is mapped, though parts of the zone are not", at(60, 50), "not mapped"],
    ["at the edge of the mapped world", at(0.05, 15), "not mapped"],
  ];
  for (const [name, place, location] of union) {
    it(`union: ${name}`, () => assert.equal(geography.locate("union", place), location));
  }

  it("measures distances for explanations", () => {
    const line = geography.distanceToLine("strip", at(9.5));
    assert.ok(line !== undefined && Math.abs(line.km - 0.5 * DEGREE * Math.cos((5 * Math.PI) / 180)) < 0.2);
    assert.deepEqual([line.accuracyKm, line.name, line.source], [5, "the border", "made up"]);
    assert.equal(geography.distanceToLine("strip", at(9.5, 5, 3))?.accuracyKm, 8);
    assert.equal(geography.distanceToLine("union", at(9.5)), undefined);
    const edge = geography.distanceToEdge("union", at(1, 5));
    assert.ok(edge !== undefined && Math.abs(edge.km - DEGREE * Math.cos((5 * Math.PI) / 180)) < 0.5);
  });

  it("tells what a zone is", () => {
    assert.deepEqual(geography.zones, ["strip", "union"]);
    assert.deepEqual(geography.info("union")?.parties, ["EAS", "WES"]);
    assert.deepEqual(geography.info("union")?.unmapped, ["the islands"]);
    assert.equal(geography.info("nowhere"), undefined);
    assert.equal(geography.locate("nowhere", at(5)), "not mapped");
  });

  it("finds places inside each part", () => {
    for (const zone of geography.zones) {
      for (const party of ["WES", "EAS"]) {
        const place = geography.sampleInZone(zone, party);
        assert.ok(place !== undefined);
        assert.equal(geography.locate(zone, place), "inside");
        assert.deepEqual(geography.holders(zone, place), [{ party, location: "inside" }]);
      }
    }
    assert.equal(geography.sampleInZone("strip", "NOR"), undefined);
  });

  it("is sure only where map and place leave no doubt", () => {
    const lons = fc.double({ min: 0.5, max: 19.5, noNaN: true });
    const lats = fc.double({ min: 0.5, max: 9.5, noNaN: true });
    fc.assert(
      fc.property(lons, lats, fc.integer({ min: 0, max: 30 }), (lon, lat, accuracyKm) => {
        const km =
          Math.asin(Math.sin((Math.abs(lon - 10) * Math.PI) / 180) * Math.cos((lat * Math.PI) / 180)) * 6371.0088;
        const location = geography.locate("strip", { lat, lon, accuracyKm });
        if (km < 94 - accuracyKm) assert.equal(location, "inside");
        else if (km > 106 + accuracyKm) assert.equal(location, "outside");
        else if (Math.abs(km - 100) < 4 + accuracyKm) assert.equal(location, "within map error");
      }),
    );
  });

  it("never becomes surer when the place becomes less so", () => {
    const lons = fc.double({ min: -1, max: 21, noNaN: true });
    const lats = fc.double({ min: -1, max: 21, noNaN: true });
    fc.assert(
      fc.property(
        lons,
        lats,
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom("strip", "union"),
        (lon, lat, accuracyKm, zone) => {
          const exact = geography.locate(zone, { lat, lon });
          const coarse = geography.locate(zone, { lat, lon, accuracyKm });
          if (coarse === "inside" || coarse === "outside") assert.equal(exact, coarse);
        },
      ),
    );
  });
});

describe("places that are not sound", () => {
  const point = { type: "Point", coordinates: [0, 0] };
  const faults: readonly (readonly [string, unknown, RegExp])[] = [
    ["no collection", { type: "Feature" }, /FeatureCollection/],
    ["a feature without source", territory("WES", [], square(0, 0, 1, 1), { source: undefined }), /source/],
    ["one without accuracy", territory("WES", [], square(0, 0, 1, 1), { accuracyKm: undefined }), /accuracyKm/],
    ["a territory of nobody", territory("WES", [], square(0, 0, 1, 1), { party: [] }), /exactly one party/],
    [
      "a ring that is open",
      territory(
        "WES",
        [],
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
      ),
      /coordinates/,
    ],
    [
      "latitude first",
      territory(
        "WES",
        [],
        [
          [
            [44, 95],
            [45, 95],
            [45, 96],
            [44, 95],
          ],
        ],
      ),
      /longitude/,
    ],
    ["a point", { ...territory("WES", [], []), geometry: point }, /Point/],
    [
      "nothing at all",
      { type: "Feature", properties: { name: "x", source: "y", zone: [] }, geometry: null },
      /neither/,
    ],
  ];
  for (const [name, item, message] of faults) {
    it(`reports ${name}`, () => {
      const places = name === "no collection" ? item : { type: "FeatureCollection", features: [item] };
      const { features, faults: found } = readPlaces(places);
      assert.deepEqual(features, []);
      assert.match(found[0]?.refusal ?? "", message);
      assert.deepEqual(readGeography(places).zones, []);
    });
  }

  it("reports a line whose party has no territory in the zone", () => {
    const { faults: found } = readPlaces({ ...WORLD, features: WORLD.features.slice(1) });
    assert.match(found[0]?.refusal ?? "", /WES has no territory in strip/);
  });

  it("never throws on any JSON", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void readGeography(value)));
    const features = fc.array(
      fc.record({ type: fc.constant("Feature"), properties: fc.jsonValue(), geometry: fc.jsonValue() }),
    );
    fc.assert(fc.property(features, (list) => void readGeography({ type: "FeatureCollection", features: list })));
  });
});
