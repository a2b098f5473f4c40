import type { Program } from "@kelisim/accord/program";
import type { MappedGeography } from "@kelisim/model";
import { alongSide, type Corner } from "./corner.ts";
import { type Measured, nearestOnSides } from "./nearest-on-sides.ts";

/** Asking whether a zone holds a point costs far more than its distance: so many corners and points between are asked at most. */
const CORNERS_LOCATED = 8;
const BETWEEN_LOCATED = 16;

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
  const measure = (point: Corner): Measured => ({
    point,
    km: Math.min(...zones.map((zone) => geography.distanceToLine(zone, point)?.km ?? Number.POSITIVE_INFINITY)),
  });
  const corners = points.map(measure);
  let best: { readonly point: Corner; readonly inside: number; readonly held: number } | undefined;
  for (const { point } of candidates(corners, measure)) {
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

/** Points of the outline, each lot from the nearest on: its nearest point, corners, points spread over the sides. */
function* candidates(corners: readonly Measured[], measure: (point: Corner) => Measured): Generator<Measured> {
  const nearestFirst = (a: Measured, b: Measured) => a.km - b.km;
  yield nearestOnSides(corners, measure);
  const spread = between(corners).map((point) => measure(point));
  yield* [...corners.toSorted(nearestFirst).slice(0, CORNERS_LOCATED), ...spread].sort(nearestFirst);
}

/** Points spread over the sides, so that an area with corners in no zone and a side across one is seen there. */
function between(corners: readonly Measured[]): readonly Corner[] {
  const each = Math.max(1, Math.floor(BETWEEN_LOCATED / corners.length));
  const step = Math.ceil(corners.length / BETWEEN_LOCATED);
  return corners
    .flatMap(({ point: from }, index) => {
      const { point: to } = corners[(index + 1) % corners.length]!;
      return Array.from({ length: each }, (_, at) => alongSide(from, to, (at + 1) / (each + 1)));
    })
    .filter((_, index) => index % step === 0);
}
