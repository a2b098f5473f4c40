import { alongSide, type Corner } from "./corner.ts";

export interface Measured {
  readonly point: Corner;
  readonly km: number;
}

/** A stretch of an outline: its ends, the corners between them, and how far it is along it. */
interface Stretch {
  readonly from: Measured;
  readonly to: Measured;
  readonly between: readonly Corner[];
  readonly length: number;
  /** No point of the stretch is nearer than this. */
  readonly least: number;
}

/** The longest degree of a great circle on the ellipsoid; a length is never taken for less than it is. */
const KM_OF_A_DEGREE = 111.7;
/** Nearer than this nothing is gained: every map here is coarser. */
const TOLERANCE_KM = 0.5;
const MOST_MEASURED = 120;

/**
 * Points of the outline of an area with their distances by `measure`, nearest first. Walking along an outline for so many
 * kilometres changes a distance by no more than that, so stretches that cannot hold a nearer point are never looked into.
 */
export function nearestOnSides(
  corners: readonly Corner[],
  measure: (point: Corner) => number,
): readonly [Measured, ...Measured[]] {
  const all: Measured[] = [];
  const look = (point: Corner): Measured => {
    const found = { point, km: measure(point) };
    all.push(found);
    return found;
  };
  const start = look(corners[0]!);
  let best = start;
  let stretches = [stretchOf(start, start, corners.slice(1))];
  while (all.length < MOST_MEASURED) {
    stretches = stretches.filter(({ least, length }) => least < best.km - TOLERANCE_KM && length > TOLERANCE_KM);
    if (stretches.length === 0) break;
    const stretch = stretches.reduce((a, b) => (b.least < a.least ? b : a));
    const { from, to, between } = stretch;
    const at = Math.floor(between.length / 2);
    const middle = look(between[at] ?? alongSide(from.point, to.point, 0.5));
    if (middle.km < best.km) best = middle;
    const halves = [stretchOf(from, middle, between.slice(0, at)), stretchOf(middle, to, between.slice(at + 1))];
    stretches = [...stretches.filter((each) => each !== stretch), ...halves];
  }
  all.sort((a, b) => a.km - b.km);
  return [best, ...all.filter((each) => each !== best)];
}

function stretchOf(from: Measured, to: Measured, between: readonly Corner[]): Stretch {
  const way = [from.point, ...between, to.point];
  const length = way.slice(1).reduce((sum, point, index) => sum + atMostKm(way[index]!, point), 0);
  return { from, to, between, length, least: (from.km + to.km - length) / 2 };
}

/** Parallels are longest where they are nearest to the equator. */
function atMostKm(a: Corner, b: Corner): number {
  const crosses = a.lat < 0 !== b.lat < 0;
  const widest = crosses ? 1 : Math.cos((Math.min(Math.abs(a.lat), Math.abs(b.lat)) * Math.PI) / 180);
  return KM_OF_A_DEGREE * Math.hypot(a.lat - b.lat, (a.lon - b.lon) * widest);
}
