import type { MappedGeography } from "@kelisim/model";

/** What the map says of two zones: they have a place in common, or none was found (which proves nothing). */
export type Meeting = "meet" | "not compared";

const seen = new WeakMap<MappedGeography, Map<string, Meeting>>();

/**
 * Whether two zones have a place in common, or (with `outside`) the first has one that the second has not. Sample
 * places of each party's part are looked up in the other zone: a place found is proof, no place found is none.
 */
export function zonesMeet(
  geography: MappedGeography | undefined,
  zone: string,
  other: string,
  location: "inside" | "outside" = "inside",
): Meeting {
  if (geography === undefined) return "not compared";
  const known = seen.get(geography) ?? new Map<string, Meeting>();
  seen.set(geography, known);
  const key = `${zone} ${other} ${location}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const found =
    samplesOf(geography, zone).some((place) => geography.locate(other, place) === location) ||
    (location === "inside" && samplesOf(geography, other).some((place) => geography.locate(zone, place) === "inside"));
  known.set(key, found ? "meet" : "not compared");
  return found ? "meet" : "not compared";
}

function samplesOf(geography: MappedGeography, zone: string) {
  const parts: readonly (string | undefined)[] = [undefined, ...(geography.info(zone)?.parties ?? [])];
  return parts.flatMap((party) => geography.sampleInZone(zone, party) ?? []);
}
