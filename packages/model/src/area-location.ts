import { type Cell, cellOf } from "./area.ts";
import type { Location } from "./geography.ts";
import type { Corner } from "./record.ts";

/** A cell is looked into until it is this small; every map here is coarser by far. */
const FINEST_KM = 0.1;
/** So many cells are looked into at most; what is still open then is not told apart from the edge. */
const MOST_CELLS = 2000;

const RANKS = ["outside", "not mapped", "within map error", "inside"] as const satisfies readonly Location[];
const rankOf = (location: Location): number => RANKS.indexOf(location);

/**
 * Where an area stands: inside if any point of it is for certain, outside only if every point of it is, and otherwise the
 * surest of what is said of its points. `locate` says it of a point that may be off by so many kilometres: so one question
 * rules in, or out, all of a cell. Asked with less than nothing it makes up for an error of the map, which is `mapErrorKm`
 * at least; so one question tells that nowhere in a cell the map is sure enough.
 */
export function locateArea(
  corners: readonly Corner[],
  { accuracyKm, mapErrorKm }: { readonly accuracyKm: number; readonly mapErrorKm: number },
  locate: (point: Corner, accuracyKm: number) => Location,
): Location {
  let found = 0;
  const see = (point: Corner) => {
    found = Math.max(found, rankOf(locate(point, accuracyKm)));
  };
  for (const corner of corners) see(corner);
  const cells: Cell[] = [cellOf(corners)];
  for (let at = 0; at < cells.length && found < rankOf("inside"); at += 1) {
    if (at === MOST_CELLS) return RANKS[Math.max(found, rankOf("within map error"))]!;
    const cell = cells[at]!;
    const all = locate(cell.middle, accuracyKm + cell.radiusKm);
    // Unsure of the cell, but every point of it is outside what the map shows of the zone.
    const most = all === "within map error" ? rankOf("inside") : rankOf(all);
    if (most <= found) continue;
    if (all === "inside") return "inside";
    if (cell.held) see(cell.middle);
    if (most <= found) continue;
    const tells = found === rankOf("within map error") && cell.radiusKm <= mapErrorKm + accuracyKm;
    if (tells && locate(cell.middle, accuracyKm - cell.radiusKm) !== "inside") continue;
    if (cell.radiusKm <= FINEST_KM) found = Math.max(found, Math.min(most, rankOf("within map error")));
    else cells.push(...cell.halves());
  }
  return RANKS[found]!;
}
