import { cellOf } from "./area.ts";
import type { Corner } from "./record.ts";

/** Nearer than this nothing is gained: every map here is coarser. */
const TOLERANCE_KM = 0.5;
const MOST_MEASURED = 400;
/** So many corners are measured before the area between them. */
const MOST_CORNERS = 24;

/** The point of an area that is nearest by a measure, within half a kilometre, and how near it is. */
export interface NearestPoint {
  readonly point: Corner;
  readonly km: number;
}

/**
 * Looks for the point of an area that is nearest by `measure`, which gives kilometres (infinite: there is nothing to
 * measure to). Going so many kilometres changes a distance by no more than that, so cells that cannot hold a nearer point
 * are never looked into. One corner is itself.
 */
export function nearestPoint(corners: readonly Corner[], measure: (point: Corner) => number): NearestPoint {
  let best: NearestPoint = { point: corners[0]!, km: measure(corners[0]!) };
  if (corners.length === 1 || best.km === Number.POSITIVE_INFINITY) return best;
  const look = (point: Corner, gain = 0): number => {
    const km = measure(point);
    if (km < best.km - gain) best = { point: rounded(point), km };
    return km;
  };
  const step = Math.ceil(corners.length / MOST_CORNERS);
  for (let at = step; at < corners.length; at += step) look(corners[at]!);
  let measured = 0;
  let open = [{ cell: cellOf(corners), km: best.km, least: 0 }];
  while (open.length > 0 && measured < MOST_MEASURED) {
    // Of two that a line may cross the one whose middle is nearer: what is found early rules out most.
    const next = open.reduce((a, b) => (b.least < a.least || (b.least === a.least && b.km < a.km) ? b : a));
    if (next.least > best.km - TOLERANCE_KM) break;
    open = open.filter((each) => each !== next && each.least <= best.km - TOLERANCE_KM);
    for (const cell of next.cell.halves()) {
      const small = cell.radiusKm <= TOLERANCE_KM;
      // Of so small a cell the middle will do, though it may lie beside the area; not in place of a corner as near.
      const km = cell.held ? look(cell.middle) : small ? look(cell.middle, TOLERANCE_KM) : measure(cell.middle);
      measured += 1;
      if (!small) open.push({ cell, km, least: Math.max(0, km - cell.radiusKm) });
    }
  }
  return best;
}

/** Four decimals, about ten metres, as drawn corners have them. */
const rounded = ({ lat, lon }: Corner): Corner => ({
  lat: Math.round(lat * 1e4) / 1e4,
  lon: Math.round(lon * 1e4) / 1e4,
});
