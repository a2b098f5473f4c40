import type { Place } from "./record.ts";

/** Where a place stands to a zone. "within map error": nearer to the zone's edge than the map is accurate. */
export type Location = "inside" | "outside" | "within map error";

/** Answers about zones; made from a region's places by `readGeography`. Zone ids are the region's. */
export interface Geography {
  /** Location of a place in a zone (the union of its parties' parts). */
  locate(zone: string, place: Place): Location;
  /** Parties whose own part of the zone holds the place, with the location in each part (never "outside"). */
  holders(zone: string, place: Place): readonly { readonly party: string; readonly location: Location }[];
}
