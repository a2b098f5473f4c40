import type { Corner, Place } from "./record.ts";

/**
 * Where a place stands to a zone. "within map error": nearer to the zone's edge than the map (and the place) are
 * accurate. "not mapped": the map leaves out a part of this zone and shows nothing at this place; neither inside nor
 * outside is known.
 */
export type Location = "inside" | "outside" | "within map error" | "not mapped";

/** How far a place is from a line or an edge, for explanations: "29 km from the border, map error 8 km". */
export interface MapDistance {
  /** Great-circle distance in kilometres, by the map. */
  readonly km: number;
  /** Accuracy of the map and of the place together, in kilometres. */
  readonly accuracyKm: number;
  /** Name of the feature that is nearest, and where its line comes from. */
  readonly name: string;
  readonly source: string;
  /** Where it was measured from: the place, or the point of an area that is nearest. */
  readonly from: Corner;
}

/**
 * Answers about zones; made from a region's places by `readGeography`. Zone ids are the region's. An area is judged whole:
 * it is inside where any part of it is for certain, and outside only where all of it is, beyond the map's error.
 */
export interface Geography {
  /** Location of a place in a zone (the union of its parties' parts). */
  locate(zone: string, place: Place): Location;
  /** Parties whose own part of the zone holds the place, with the location in each part (never "outside"). */
  holders(zone: string, place: Place): readonly { readonly party: string; readonly location: Location }[];
}

/** What one zone is, in words and sources, for people. */
export interface ZoneInfo {
  readonly id: string;
  readonly rules: readonly string[];
  readonly parties: readonly string[];
  readonly accuracyKm: number;
  /** Parts that the map leaves out, by name. */
  readonly unmapped: readonly string[];
  readonly sources: readonly string[];
}

/** A geography that can also explain itself. */
export interface MappedGeography extends Geography {
  /** Ids of the zones, sorted. */
  readonly zones: readonly string[];
  info(zone: string): ZoneInfo | undefined;
  /** Distance to the nearest edge of the zone's mapped territories. Undefined: the zone has none. */
  distanceToEdge(zone: string, place: Place): MapDistance | undefined;
  /** Distance to the nearest line of the zone (a border), of any party or of the named one. Undefined: none. */
  distanceToLine(zone: string, place: Place, party?: string): MapDistance | undefined;
  /** Some place inside a zone (in the named party's part), beyond map error; undefined where none was found. */
  sampleInZone(zone: string, party?: string): Place | undefined;
}
