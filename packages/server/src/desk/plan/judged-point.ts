import type { MappedGeography, Place } from "@kelisim/model";
import type { Words } from "@kelisim/words";

/**
 * Of the corners of an area the one that most zones hold, and among these the one nearest to a line: an exercise is near a
 * border where its nearest part is. One point is itself.
 */
export function judgedPoint(
  points: readonly { readonly lat: number; readonly lon: number }[],
  words: Words,
  geography: MappedGeography | undefined,
): Place | undefined {
  if (points.length <= 1 || geography === undefined) return points[0];
  const zones = [...new Set(words.program.instruments.flatMap((instrument) => Object.values(instrument.zones)))];
  const rated = points.map((point) => {
    const inside = zones.filter((zone) => geography.locate(zone, point) !== "outside").length;
    const km = Math.min(...zones.map((zone) => geography.distanceToLine(zone, point)?.km ?? Number.POSITIVE_INFINITY));
    return { point, inside, km };
  });
  rated.sort((a, b) => b.inside - a.inside || a.km - b.km);
  return rated[0]?.point;
}
