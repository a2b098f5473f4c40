/** A corner of a drawn place, in degrees. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** As many corners as the node takes. */
const MOST = 200;
/** Four decimals are about ten metres: finer than any map here. */
const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

/**
 * Reads corners as they stand in an address and as people type them: "44.2, 79.86" or "44.2,79.86; 44.3,80.1".
 * Gives undefined for a text that names no place on the globe; an empty text names none and gives an empty list.
 */
export function readPoints(text: string): readonly Point[] | undefined {
  if (text.trim() === "") return [];
  const points = text
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map((each) => {
      // An empty part is no zero.
      const [lat, lon, ...rest] = each.split(/\s*,\s*|\s+/).map((part) => (part === "" ? Number.NaN : Number(part)));
      return rest.length === 0 && inRange(lat, 90) && inRange(lon, 180)
        ? { lat: rounded(lat), lon: rounded(lon) }
        : undefined;
    });
  return points.length > 0 && points.length <= MOST && points.every((each) => each !== undefined) ? points : undefined;
}

const inRange = (value: number | undefined, most: number): value is number =>
  value !== undefined && Number.isFinite(value) && Math.abs(value) <= most;

/** Writes corners for an address: "44.2,79.86;44.3,80.1". */
export const writePoints = (points: readonly Point[]): string =>
  points.map(({ lat, lon }) => `${rounded(lat)},${rounded(lon)}`).join(";");

/** Corners as a person reads and mends them: "44.2, 79.86; 44.3, 80.1"; what is none stays as it was typed. */
export function shownPoints(text: string): string {
  const points = readPoints(text);
  return points === undefined ? text : points.map(({ lat, lon }) => `${lat}, ${lon}`).join("; ");
}

/** Corners of the outer ring of a drawn shape; GeoJSON closes a ring with its first point (RFC 7946, 3.1.6). */
export function cornersOf(
  geometry:
    | { readonly type: "Point"; readonly coordinates: readonly number[] }
    | { readonly type: "Polygon"; readonly coordinates: readonly (readonly (readonly number[])[])[] },
): readonly Point[] {
  const ring = geometry.type === "Point" ? [geometry.coordinates] : (geometry.coordinates[0] ?? []).slice(0, -1);
  return ring.slice(0, MOST).map(([lon = 0, lat = 0]) => ({ lat: rounded(lat), lon: rounded(lon) }));
}

/** Degrees around a drawn place that are worth seeing with it. */
const AROUND = 2.2;

/** The box that shows corners with their surroundings: west, south, east, north. Undefined without any. */
export function boxAround(points: readonly Point[]): readonly [number, number, number, number] | undefined {
  if (points.length === 0) return undefined;
  const lats = points.map(({ lat }) => lat);
  const lons = points.map(({ lon }) => lon);
  return [
    Math.min(...lons) - AROUND * 1.5,
    Math.min(...lats) - AROUND,
    Math.max(...lons) + AROUND * 1.5,
    Math.max(...lats) + AROUND,
  ];
}
