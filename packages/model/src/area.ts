import { holdsPoint } from "./holds-point.ts";
import type { Corner } from "./record.ts";

/** A box of degrees that holds some of an area, its middle, and how far the middle is from any point of the box at most. */
export interface Cell {
  readonly middle: Corner;
  readonly radiusKm: number;
  /** Whether the middle itself belongs to the area. */
  readonly held: boolean;
  /** The halves of the box, across its longer side, that hold some of the area. */
  halves(): readonly Cell[];
}

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The longest degree of a great circle on the ellipsoid; a length is never taken for less than it is. */
const KM_OF_A_DEGREE = 111.7;

/**
 * An area as cells that can be looked into. Its sides are drawn straight between degrees, from the last corner back to the
 * first; two corners are a stretch. None of the areas meant here crosses the antimeridian.
 */
export function cellOf(corners: readonly Corner[]): Cell {
  const ring = [...corners, corners[0]!].map(({ lat, lon }) => [lon, lat]);
  const holds = corners.length < 3 ? () => false : holdsPoint([[ring]]);
  const sides = corners.map((from, index) => [from, corners[(index + 1) % corners.length]!] as const);
  const meets = (box: Box): boolean => holds([box.west, box.south]) || sides.some(([a, b]) => crosses(a, b, box));
  const cell = (box: Box): Cell => {
    const middle = { lat: (box.south + box.north) / 2, lon: (box.west + box.east) / 2 };
    const { wide, high } = sizeOf(box);
    return {
      middle,
      radiusKm: Math.hypot(wide, high) / 2,
      held: holds([middle.lon, middle.lat]),
      halves: () =>
        (wide > high
          ? [
              { ...box, east: middle.lon },
              { ...box, west: middle.lon },
            ]
          : [
              { ...box, north: middle.lat },
              { ...box, south: middle.lat },
            ]
        )
          .filter(meets)
          .map(cell),
    };
  };
  const lats = corners.map(({ lat }) => lat);
  const lons = corners.map(({ lon }) => lon);
  return cell({
    west: Math.min(...lons),
    south: Math.min(...lats),
    east: Math.max(...lons),
    north: Math.max(...lats),
  });
}

/** Kilometres, never less than they are: parallels are longest where they are nearest to the equator. */
function sizeOf({ west, south, east, north }: Box): { readonly wide: number; readonly high: number } {
  const nearest = south < 0 && north > 0 ? 0 : Math.min(Math.abs(south), Math.abs(north));
  return {
    wide: KM_OF_A_DEGREE * (east - west) * Math.cos((nearest * Math.PI) / 180),
    high: KM_OF_A_DEGREE * (north - south),
  };
}

/** Whether a stretch has a point in a box: it is cut at each side of the box in turn (Liang and Barsky, 1984). */
function crosses(a: Corner, b: Corner, { west, south, east, north }: Box): boolean {
  let [first, last] = [0, 1];
  for (const [from, to, least, most] of [
    [a.lon, b.lon, west, east],
    [a.lat, b.lat, south, north],
  ] as const) {
    const run = to - from;
    if (run === 0) {
      if (from < least || from > most) return false;
      continue;
    }
    const [enter, leave] = [(least - from) / run, (most - from) / run];
    first = Math.max(first, Math.min(enter, leave));
    last = Math.min(last, Math.max(enter, leave));
  }
  return first <= last;
}
