import { setImmediate } from "node:timers/promises";
import type { Position } from "@kelisim/model";

/** A grid of cells, each `wide` by `high` degrees, from its south-west corner. */
export interface Grid {
  readonly west: number;
  readonly south: number;
  readonly wide: number;
  readonly high: number;
  readonly columns: number;
  readonly rows: number;
}

type Corner = readonly [lon: number, lat: number, value: number];

/**
 * Where a field is at most zero, as pieces that touch and do not overlap, and the line where it is zero. Values between
 * the corners of a cell are interpolated along its sides; neighbouring full cells of a row become one piece. Between
 * rows others get their turn: a large grid takes a second or two.
 */
export async function piecesBelow(
  grid: Grid,
  field: (point: Position) => number,
): Promise<{ readonly polygons: readonly Position[][][]; readonly edge: readonly Position[][] }> {
  const polygons: Position[][][] = [];
  const edge: Position[][] = [];
  const row = (j: number): Corner[] =>
    Array.from({ length: grid.columns + 1 }, (_, i) => {
      const [lon, lat] = [grid.west + i * grid.wide, grid.south + j * grid.high];
      return [lon, lat, field([lon, lat])];
    });
  let below = row(0);
  for (let j = 1; j <= grid.rows; j += 1) {
    await setImmediate();
    const above = row(j);
    let start = -1;
    for (let i = 0; i <= grid.columns; i += 1) {
      const corners = i < grid.columns ? [below[i]!, below[i + 1]!, above[i + 1]!, above[i]!] : [];
      const full = corners.length === 4 && corners.every(([, , value]) => value <= 0);
      if (full && start < 0) start = i;
      if (full) continue;
      if (start >= 0) polygons.push([closed([below[start]!, below[i]!, above[i]!, above[start]!].map(at))]);
      start = -1;
      if (!corners.some(([, , value]) => value <= 0)) continue;
      const { inside, crossings } = cut(corners);
      if (inside.length >= 3) polygons.push([closed(inside)]);
      for (let c = 0; c + 1 < crossings.length; c += 2) edge.push([crossings[c]!, crossings[c + 1]!]);
    }
    below = above;
  }
  return { polygons, edge: chained(edge) };
}

const at = ([lon, lat]: Corner): Position => [lon, lat];
const closed = (points: readonly Position[]): Position[] => [...points, points[0]!];

/** A cell cut along the line of zero (Sutherland and Hodgman, for one side). */
function cut(corners: readonly Corner[]): { readonly inside: Position[]; readonly crossings: Position[] } {
  const inside: Position[] = [];
  const crossings: Position[] = [];
  for (const [i, corner] of corners.entries()) {
    const next = corners[(i + 1) % corners.length]!;
    if (corner[2] <= 0) inside.push(at(corner));
    if (corner[2] <= 0 === next[2] <= 0) continue;
    const share = corner[2] / (corner[2] - next[2]);
    const point = [corner[0] + (next[0] - corner[0]) * share, corner[1] + (next[1] - corner[1]) * share];
    inside.push(point);
    crossings.push(point);
  }
  return { inside, crossings };
}

/** Short stretches joined where they meet, into lines as long as they go. */
function chained(pieces: readonly Position[][]): Position[][] {
  const key = (point: Position) => point.map((value) => value.toFixed(6)).join(" ");
  const open = new Map<string, Set<Position[]>>();
  const put = (point: Position, piece: Position[]) => {
    const name = key(point);
    open.set(name, (open.get(name) ?? new Set()).add(piece));
  };
  for (const piece of pieces) for (const point of piece) put(point, piece);
  // Where the field is zero at a corner, a stretch has no length.
  const used = new Set<Position[]>(pieces.filter(([a, b]) => key(a!) === key(b!)));
  const lines: Position[][] = [];
  for (const piece of pieces) {
    if (used.has(piece)) continue;
    used.add(piece);
    const line = [...piece];
    // Grown at its end, then turned round and grown at the other.
    for (let side = 0; side < 2; side += 1) {
      for (;;) {
        const end = key(line.at(-1)!);
        const next = [...(open.get(end) ?? [])].find((other) => !used.has(other));
        if (next === undefined) break;
        used.add(next);
        line.push(key(next[0]!) === end ? next[1]! : next[0]!);
      }
      line.reverse();
    }
    lines.push(line);
  }
  return lines;
}
