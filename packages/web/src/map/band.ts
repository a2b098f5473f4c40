import { degreesOf, distanceKm, type Place } from "./mercator.ts";

/** Corners of the rounded end of a stretch, for half a turn. */
const CORNERS = 5;

/**
 * The band within so many kilometres of a line: one lozenge with round ends for each stretch. They overlap; drawn with
 * a pattern that lies still on the map that makes no difference. Points nearer to each other than a fifth of the band
 * are taken as one, as the difference could not be seen.
 */
export function bandAround(lines: readonly (readonly Place[])[], km: number): readonly (readonly Place[])[] {
  if (!(km > 0)) return [];
  return lines.flatMap((line) => {
    const sparse = thinned(line, km / 5);
    return sparse.slice(1).map((end, i) => lozenge(sparse[i]!, end, km));
  });
}

/** The line without points that lie nearer than `km` to the one kept before; its ends stay. */
export function thinned(line: readonly Place[], km: number): readonly Place[] {
  const kept: Place[] = [];
  for (const [i, point] of line.entries()) {
    const before = kept.at(-1);
    if (before === undefined || i === line.length - 1 || distanceKm(before, point) >= km) kept.push(point);
  }
  return kept;
}

/** A ring around the stretch from a to b, on a plane that is true around it. */
function lozenge(a: Place, b: Place, km: number): readonly Place[] {
  const [wide, high] = degreesOf(km, ((a[1] ?? 0) + (b[1] ?? 0)) / 2);
  const turn = Math.atan2(((b[1] ?? 0) - (a[1] ?? 0)) / high, ((b[0] ?? 0) - (a[0] ?? 0)) / wide);
  const end = ([lon = 0, lat = 0]: Place, from: number): Place[] =>
    Array.from({ length: CORNERS + 1 }, (_, corner) => {
      const angle = turn + from + (corner * Math.PI) / CORNERS;
      return [lon + Math.cos(angle) * wide, lat + Math.sin(angle) * high];
    });
  const ring = [...end(b, -Math.PI / 2), ...end(a, Math.PI / 2)];
  return [...ring, ring[0]!];
}

/** A circle of so many kilometres around a place, as a ring. */
export function circle([lon = 0, lat = 0]: Place, km: number, corners = 36): readonly Place[] {
  const [wide, high] = degreesOf(km, lat);
  return Array.from({ length: corners + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % corners)) / corners;
    return [lon + Math.cos(angle) * wide, lat + Math.sin(angle) * high];
  });
}
