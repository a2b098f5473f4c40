import { createLineDistance, holdsPoint, type PlaceFeature, type Position, readPlaces } from "@kelisim/model";
import type { Desk } from "../desk.ts";
import { type Box, boxAround, meets, rounded, widen } from "./box.ts";
import { outerEdge } from "./outer-edge.ts";
import { piecesBelow } from "./pieces-below.ts";

/** A zone as it can be drawn: pieces that do not overlap, and where it ends. */
export interface ZoneShape {
  readonly polygons: readonly (readonly Position[][])[];
  readonly edge: readonly Position[][];
}

/** Kilometres in a degree of latitude, and steps of the grid for each reach of a zone. */
const DEGREE_KM = 111.2;
const STEPS = 7;

const shapes = new WeakMap<Desk, Promise<ReadonlyMap<string, ZoneShape>>>();

/** The shapes of a region's zones, by id; made once for each region, when they are first asked for. */
export function zoneShapes(desk: Desk): Promise<ReadonlyMap<string, ZoneShape>> {
  const known = shapes.get(desk);
  if (known !== undefined) return known;
  const made = makeShapes(desk);
  shapes.set(desk, made);
  return made;
}

async function makeShapes({ region }: Desk): Promise<ReadonlyMap<string, ZoneShape>> {
  const { features } = readPlaces(region.places?.json ?? { type: "FeatureCollection", features: [] });
  const made = new Map<string, ZoneShape>();
  for (const id of [...new Set(features.flatMap(({ zones }) => zones))].sort())
    made.set(id, await shapeOf(features.filter(({ zones }) => zones.includes(id))));
  return made;
}

/** Whole territories as they are; where a party has lines in the zone, what lies within their reach on its own side. */
async function shapeOf(features: readonly PlaceFeature[]): Promise<ZoneShape> {
  const lines = features.filter(({ form }) => form === "line");
  const limited = new Set(lines.flatMap(({ parties }) => parties));
  const territories = features.filter(({ form }) => form === "territory");
  const whole = territories.filter(({ parties }) => !limited.has(parties[0]!));
  const wholePolygons = whole.flatMap(({ polygons }) => polygons);
  const near = await nearLines(
    territories.filter(({ parties }) => limited.has(parties[0]!)),
    lines,
  );
  return {
    polygons: [...wholePolygons, ...near.polygons].map((rings) => rings.map((ring) => ring.map(rounded))),
    edge: [...outerEdge(wholePolygons), ...near.edge].map((line) => line.map(rounded)),
  };
}

/**
 * The part of territories within reach of lines, sampled on a grid of a seventh of that reach (14 km for 100 km) and
 * interpolated between: finer than the map is accurate.
 */
async function nearLines(territories: readonly PlaceFeature[], lines: readonly PlaceFeature[]): Promise<ZoneShape> {
  const box = boxAround(lines.flatMap((line) => line.lines.flat()));
  if (box === undefined) return { polygons: [], edge: [] };
  const withinKm = Math.max(...lines.map((line) => line.withinKm));
  const reach = widen(box, (withinKm / DEGREE_KM) * 2);
  const sides = territories.flatMap(({ parties, polygons }) => {
    const own = lines.filter((line) => line.parties.includes(parties[0]!));
    const distance = createLineDistance(own.flatMap((line) => line.lines));
    const within = Math.max(...own.map((line) => line.withinKm));
    return polygons.flatMap((rings) => {
      const around = boxAround(rings[0] ?? []);
      if (around === undefined || !meets(around, reach)) return [];
      return [{ around, inside: holdsPoint([rings]), distance, within }];
    });
  });
  const outside = withinKm / STEPS;
  const near = boxesAlong(
    lines.flatMap((line) => line.lines),
    (withinKm * 1.4) / DEGREE_KM,
  );
  return piecesBelow(gridOf(reach, withinKm), (point) => {
    if (!near.some((each) => holds(each, point))) return outside;
    for (const { around, inside, distance, within } of sides) {
      if (!holds(around, point)) continue;
      const km = distance(point, within * 1.4);
      if (km === Number.POSITIVE_INFINITY || !inside(point)) continue;
      return km - within;
    }
    return outside;
  });
}

/** Points of a line that share a box. */
const CHUNK = 8;

/** Boxes along lines with a margin in degrees of latitude: outside all of them nothing needs to be measured. */
function boxesAlong(lines: readonly (readonly Position[])[], margin: number): readonly Box[] {
  return lines.flatMap((line) =>
    Array.from({ length: Math.ceil((line.length - 1) / CHUNK) }, (_, chunk) => {
      const box = boxAround(line.slice(chunk * CHUNK, chunk * CHUNK + CHUNK + 1)) as Box;
      const wide =
        margin / Math.cos((Math.min(85, Math.max(Math.abs(box[1]), Math.abs(box[3])) + margin) * Math.PI) / 180);
      return [box[0] - wide, box[1] - margin, box[2] + wide, box[3] + margin] as const;
    }),
  );
}

const holds = (box: Box, [lon = 0, lat = 0]: Position): boolean =>
  lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3];

function gridOf([west, south, east, north]: Box, withinKm: number) {
  const high = withinKm / STEPS / DEGREE_KM;
  const wide = high / Math.cos((((south + north) / 2) * Math.PI) / 180);
  return { west, south, wide, high, columns: Math.ceil((east - west) / wide), rows: Math.ceil((north - south) / high) };
}
