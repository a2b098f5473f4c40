import type { Program } from "@kelisim/accord/program";
import type { MappedGeography } from "@kelisim/model";
import { alongSide, type Corner } from "./corner.ts";
import { nearestOnSides } from "./nearest-on-sides.ts";

/** Asking whether a zone holds a point costs far more than its distance: so many near and spread points are asked at most. */
const NEAR_LOCATED = 8;
const SPREAD_LOCATED = 16;

/**
 * Of an area the point of its outline that most zones hold for certain, and among these the one nearest to a border: an
 * exercise is near a border where its nearest part is, which may lie between two corners. One point is itself; undefined
 * without any.
 */
export function judgedPoint(
  points: readonly Corner[],
  program: Pick<Program, "instruments">,
  geography: MappedGeography | undefined,
): Corner | undefined {
  if (points.length <= 1 || geography === undefined) return points[0];
  const zones = [...new Set(program.instruments.flatMap((instrument) => Object.values(instrument.zones)))];
  const measure = (point: Corner) =>
    Math.min(...zones.map((zone) => geography.distanceToLine(zone, point)?.km ?? Number.POSITIVE_INFINITY));
  let best: { readonly point: Corner; readonly inside: number; readonly held: number } | undefined;
  for (const point of candidates(points, measure)) {
    const where = zones.map((zone) => geography.locate(zone, point));
    const inside = where.filter((location) => location === "inside").length;
    const held = where.filter((location) => location !== "outside").length;
    if (best === undefined || inside > best.inside || (inside === best.inside && held > best.held))
      best = { point, inside, held };
    // The nearest come first: nothing that follows can be held by more.
    if (inside === zones.length) break;
  }
  return best?.point;
}

/** Points of the outline: the nearest, then corners and points spread over the sides, from the nearest on. */
function* candidates(corners: readonly Corner[], measure: (point: Corner) => number): Generator<Corner> {
  const [nearest, ...others] = nearestOnSides(corners, measure);
  yield nearest.point;
  const spread = between(corners).map((point) => ({ point, km: measure(point) }));
  const near = [...others.slice(0, NEAR_LOCATED), ...spread].sort((a, b) => a.km - b.km);
  for (const { point } of near) yield point;
}

/** Points spread over the sides, so that an area with corners in no zone and a side across one is seen there. */
function between(corners: readonly Corner[]): readonly Corner[] {
  const each = Math.max(1, Math.floor(SPREAD_LOCATED / corners.length));
  const step = Math.ceil(corners.length / SPREAD_LOCATED);
  return corners
    .flatMap((from, index) => {
      const to = corners[(index + 1) % corners.length]!;
      return [from, ...Array.from({ length: each }, (_, at) => alongSide(from, to, (at + 1) / (each + 1)))];
    })
    .filter((_, index) => index % step === 0);
}
