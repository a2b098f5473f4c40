import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { multiPolygon } from "@turf/helpers";
import type { Position } from "./places.ts";

/** Makes the question whether a point lies in polygons (lists of rings, the outline first); their edge belongs to them. */
export function holdsPoint(polygons: readonly (readonly Position[][])[]): (point: Position) => boolean {
  const shape = multiPolygon(polygons.map((rings) => rings.map((ring) => ring.map((position) => [...position]))));
  return (point) => booleanPointInPolygon(point, shape);
}
