import type { Position } from "@kelisim/model";

/** West, south, east, north in degrees; no box of ours crosses the antimeridian. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** The smallest box around points; undefined for none. */
export function boxAround(points: Iterable<Position>): Box | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of points) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return west > east ? undefined : [west, south, east, north];
}

/** The box with a margin in degrees, kept on the globe; poles are left out, where the projection has no end. */
export function widen([west, south, east, north]: Box, by: number): Box {
  return [Math.max(-180, west - by), Math.max(-80, south - by), Math.min(180, east + by), Math.min(80, north + by)];
}

export function meets(a: Box, b: Box): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** Degrees with three decimals, about 100 m: the map itself is off by kilometres. */
export const rounded = ([lon = 0, lat = 0]: Position): [number, number] => [
  Math.round(lon * 1000) / 1000,
  Math.round(lat * 1000) / 1000,
];
