import { distance } from "@turf/distance";
import { lineString } from "@turf/helpers";
import { pointToLineDistance } from "@turf/point-to-line-distance";
import type { Position } from "./places.ts";

/** Distance in kilometres from a point to the nearest of some lines; Infinity where it is more than `limit`. */
export type LineDistance = (point: Position, limit?: number) => number;

interface Chunk {
  readonly line: ReturnType<typeof lineString>;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Segments of one chunk: measuring a segment costs far more than bounding a chunk. */
const CHUNK = 16;

/**
 * Great-circle distance to lines. Lines are cut into chunks with a box each; the chunks whose boxes are nearest are
 * measured first, and those that cannot be nearer are left out.
 */
export function createLineDistance(lines: readonly (readonly Position[])[]): LineDistance {
  const chunks: Chunk[] = [];
  for (const line of lines) {
    for (let start = 0; start < line.length - 1; start += CHUNK)
      chunks.push(createChunk(line.slice(start, start + CHUNK + 1)));
  }
  return (point, limit = Number.POSITIVE_INFINITY) => {
    const bounds: { readonly chunk: Chunk; readonly least: number }[] = [];
    for (const chunk of chunks) {
      if (isFarInLatitude(point, chunk, limit)) continue;
      const least = leastDistance(point, chunk);
      if (least <= limit) bounds.push({ chunk, least });
    }
    bounds.sort((a, b) => a.least - b.least);
    let best = Number.POSITIVE_INFINITY;
    for (const { chunk, least } of bounds) {
      if (least >= best) break;
      best = Math.min(best, pointToLineDistance(point, chunk.line, { units: "kilometers" }));
    }
    return best <= limit ? best : Number.POSITIVE_INFINITY;
  };
}

/** A degree of latitude is at least 111 km on this sphere; most chunks are ruled out by it at no cost. */
function isFarInLatitude(point: Position, chunk: Chunk, limit: number): boolean {
  const lat = point[1] ?? 0;
  return Math.max(chunk.south - lat, lat - chunk.north) * 111 - 1 > limit;
}

function createChunk(positions: readonly Position[]): Chunk {
  const lons = positions.map((position) => position[0] ?? 0);
  const lats = positions.map((position) => position[1] ?? 0);
  return {
    line: lineString(positions.map((position) => [...position])),
    west: Math.min(...lons),
    east: Math.max(...lons),
    south: Math.min(...lats),
    north: Math.max(...lats),
  };
}

/**
 * No point of the box is nearer than this. The nearest point of a meridian lies poleward of the point's own parallel,
 * by less than a fifth of the distance within a quarter of the globe; beyond that nothing is claimed. Great circles
 * between neighbouring points of a chunk leave its box by far less than the kilometre taken off.
 */
function leastDistance(point: Position, chunk: Chunk): number {
  const lon = point[0] ?? 0;
  const lat = point[1] ?? 0;
  const nearLon = Math.min(chunk.east, Math.max(chunk.west, lon));
  const nearLat = Math.min(chunk.north, Math.max(chunk.south, lat));
  if (nearLon === lon && nearLat === lat) return 0;
  if (Math.abs(nearLon - lon) > 60) return 0;
  return Math.max(0, distance([lon, lat], [nearLon, nearLat], { units: "kilometers" }) * 0.8 - 1);
}
