import { holdsPoint, type Position } from "@kelisim/model";
import { type Box, boxAround } from "./box.ts";

/** Places tried along each side of the box. */
const TRIED = 28;

/**
 * Where a land's name stands: of a grid of points inside its largest polygon and inside `within`, the one farthest from
 * the outline. Undefined where no such point was found.
 */
export function labelPoint(polygons: readonly (readonly Position[][])[], within: Box): Position | undefined {
  let best: { readonly at: Position; readonly room: number } | undefined;
  for (const rings of polygons) {
    const outline = rings[0];
    const box = outline === undefined ? undefined : boxAround(outline);
    if (outline === undefined || box === undefined) continue;
    const [west, south] = [Math.max(box[0], within[0]), Math.max(box[1], within[1])];
    const [east, north] = [Math.min(box[2], within[2]), Math.min(box[3], within[3])];
    if (west >= east || south >= north) continue;
    const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
    const holds = holdsPoint([rings]);
    for (let i = 0.5; i < TRIED; i += 1) {
      for (let j = 0.5; j < TRIED; j += 1) {
        const at = [west + ((east - west) * i) / TRIED, south + ((north - south) * j) / TRIED];
        const border = Math.min(
          at[1]! - within[1],
          within[3] - at[1]!,
          (at[0]! - within[0]) * narrow,
          (within[2] - at[0]!) * narrow,
        );
        const room = Math.min(border, roomIn(outline, at, narrow, best?.room ?? 0));
        if (room > (best?.room ?? 0) && holds(at)) best = { at, room };
      }
    }
  }
  return best?.at;
}

/** Distance to the nearest corner of the outline, in degrees of latitude; stops where it cannot be the best any more. */
function roomIn(outline: readonly Position[], at: Position, narrow: number, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const corner of outline) {
    const distance = Math.hypot((corner[0]! - at[0]!) * narrow, corner[1]! - at[1]!);
    if (distance < least) least = distance;
    if (least <= enough) return least;
  }
  return least;
}
