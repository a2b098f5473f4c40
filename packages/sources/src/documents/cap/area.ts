import { clip } from "../../readings/numbers.ts";
import { childrenOf, type Element, textOf } from "../xml/element.ts";

/** A point in degrees. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** The middle of an alert's areas; undefined where no polygon or circle can be read. `said`: shapes that could not. */
export interface Centre {
  readonly at?: Point;
  readonly said: readonly string[];
}

interface Piece extends Point {
  /** Square degrees; 0 for a circle without radius. */
  readonly size: number;
}

const PAIR = /^([-+]?[0-9]+(?:\.[0-9]*)?),([-+]?[0-9]+(?:\.[0-9]*)?)$/;
const KM_PER_DEGREE = 111.32;

/** A pair of WGS 84 coordinates as CAP writes it: latitude, comma, longitude. */
function pointIn(text: string): Point | undefined {
  const [, lat, lon] = PAIR.exec(text) ?? [];
  const point = { lat: Number(lat), lon: Number(lon) };
  // Alerts across the 180th meridian go on counting: -180.05 is 179.95.
  return Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 360 ? point : undefined;
}

/** The longitude nearest to another, so that shapes across the 180th meridian stay whole. */
const near = (lon: number, to: number): number => lon - 360 * Math.round((lon - to) / 360);

/** "A minimum of 4 coordinate pairs MUST be present and the first and last pairs of coordinates MUST be the same" (1.2, 3.2.4). */
function polygon(text: string): Piece | string {
  const ring: Point[] = [];
  for (const pair of text.split(/\s+/)) {
    const point = pointIn(pair);
    if (point === undefined) return `a polygon has "${clip(pair)}", which is no pair of coordinates`;
    ring.push(point);
  }
  const [first] = ring;
  const last = ring.at(-1);
  if (first === undefined || last === undefined || ring.length < 4) return "a polygon has less than four points";
  if (first.lat !== last.lat || first.lon !== last.lon) return "a polygon is not closed";
  return centroid(ring.map(({ lat, lon }) => ({ lat, lon: near(lon, first.lon) })));
}

/** The centroid of a closed ring in the plane of degrees, by its signed triangles from the first point. */
function centroid(ring: readonly Point[]): Piece {
  const first = ring[0]!;
  let [twice, lat, lon] = [0, 0, 0];
  for (let at = 1; at < ring.length - 1; at += 1) {
    const [a, b] = [ring[at]!, ring[at + 1]!];
    const cross = (a.lon - first.lon) * (b.lat - first.lat) - (b.lon - first.lon) * (a.lat - first.lat);
    twice += cross;
    lat += (cross * (a.lat + b.lat - 2 * first.lat)) / 3;
    lon += (cross * (a.lon + b.lon - 2 * first.lon)) / 3;
  }
  if (twice === 0) return { ...first, size: 0 };
  return { lat: first.lat + lat / twice, lon: first.lon + lon / twice, size: Math.abs(twice) / 2 };
}

/** A circle: a point, a space, its radius in kilometres. */
function circle(text: string): Piece | string {
  const [centre = "", radius = "", ...more] = text.split(/\s+/);
  const point = pointIn(centre);
  const km = Number(radius);
  if (point === undefined || radius === "" || !(km >= 0) || more.length > 0) return "a circle cannot be read";
  return { ...point, size: Math.PI * (km / KM_PER_DEGREE) ** 2 };
}

/** The middle of areas: of their polygons and circles, each by its size in degrees. To four decimals, which is some ten metres. */
export function centreOf(areas: readonly Element[]): Centre {
  const said = new Set<string>();
  const pieces: Piece[] = [];
  for (const area of areas) {
    for (const [name, read] of [
      ["polygon", polygon],
      ["circle", circle],
    ] as const) {
      for (const shape of childrenOf(area, name)) {
        const text = textOf(shape);
        const piece = text === undefined ? `a ${name} is empty` : read(text);
        if (typeof piece === "string") said.add(piece);
        else pieces.push(piece);
      }
    }
  }
  const [first] = pieces;
  if (first === undefined) return { said: [...said] };
  const whole = pieces.reduce((sum, { size }) => sum + size, 0);
  const mean = (of: (piece: Piece) => number) =>
    pieces.reduce((sum, piece) => sum + of(piece) * (whole > 0 ? piece.size / whole : 1 / pieces.length), 0);
  const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
  return {
    at: {
      lat: round(mean(({ lat }) => lat)),
      lon: round(
        near(
          mean(({ lon }) => near(lon, first.lon)),
          0,
        ),
      ),
    },
    said: [...said],
  };
}
