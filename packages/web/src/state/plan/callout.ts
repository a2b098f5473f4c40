import type { PlanAnswer } from "@kelisim/api";
import type { Point } from "./points.ts";

type Judged = PlanAnswer["places"][number];

/** The zone whose line is nearest to a judged place; undefined where no zone has a line. */
export function calloutZone(
  judged: Judged | undefined,
): { readonly zone: string; readonly km: number; readonly location: string } | undefined {
  const lined = (judged?.zones ?? []).flatMap(({ zone, kmFromLine, location }) =>
    kmFromLine === null ? [] : [{ zone, km: Math.round(kmFromLine), location }],
  );
  return lined.toSorted((a, b) => a.km - b.km)[0];
}

type LonLat = readonly [lon: number, lat: number];

/** Where it is said of a place: above a point or the middle of an area, and else below it. Longitude, then latitude. */
export function calloutAt(points: readonly Point[]): { readonly at: LonLat; readonly below: LonLat } | undefined {
  if (points.length === 0) return undefined;
  const lons = points.map(({ lon }) => lon);
  const lats = points.map(({ lat }) => lat);
  const middle = (Math.min(...lons) + Math.max(...lons)) / 2;
  return { at: [middle, Math.max(...lats)], below: [middle, Math.min(...lats)] };
}
