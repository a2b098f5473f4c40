import { alongSide, type Corner } from "./corner.ts";

export interface Measured {
  readonly point: Corner;
  readonly km: number;
}

interface Side {
  readonly from: Measured;
  readonly to: Measured;
  readonly length: number;
  /** No point of the side is nearer than this. */
  readonly least: number;
}

/** The longest degree of a great circle on the ellipsoid; a length is never taken for less than it is. */
const KM_OF_A_DEGREE = 111.7;
/** Nearer than this nothing is gained: every map here is coarser. */
const TOLERANCE_KM = 0.5;
const MOST_MEASURED = 120;

/**
 * The point on the outline of an area that is nearest to something, by `measure`. Walking along a side for so many
 * kilometres changes a distance by no more than that, so a side whose ends are far is never looked into.
 */
export function nearestOnSides(corners: readonly Measured[], measure: (point: Corner) => Measured): Measured {
  let best = corners.reduce((a, b) => (b.km < a.km ? b : a));
  if (!Number.isFinite(best.km)) return best;
  let sides = corners.map((from, index) => sideOf(from, corners[(index + 1) % corners.length]!));
  for (let count = 0; count < MOST_MEASURED; count++) {
    sides = sides.filter(({ least, length }) => least < best.km - TOLERANCE_KM && length > TOLERANCE_KM);
    if (sides.length === 0) break;
    const side = sides.reduce((a, b) => (b.least < a.least ? b : a));
    const middle = measure(alongSide(side.from.point, side.to.point, 0.5));
    if (middle.km < best.km) best = middle;
    sides = [...sides.filter((each) => each !== side), sideOf(side.from, middle), sideOf(middle, side.to)];
  }
  return best;
}

function sideOf(from: Measured, to: Measured): Side {
  const length = atMostKm(from.point, to.point);
  return { from, to, length, least: (from.km + to.km - length) / 2 };
}

/** Parallels are longest where they are nearest to the equator. */
function atMostKm(a: Corner, b: Corner): number {
  const crosses = a.lat < 0 !== b.lat < 0;
  const widest = crosses ? 1 : Math.cos((Math.min(Math.abs(a.lat), Math.abs(b.lat)) * Math.PI) / 180);
  return KM_OF_A_DEGREE * Math.hypot(a.lat - b.lat, (a.lon - b.lon) * widest);
}
