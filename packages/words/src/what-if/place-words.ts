import type { Texts } from "../texts/index.ts";
import type { PlacedPlace } from "./places.ts";

/** Where each place lies to the zones it is near, each said once: "44.2 N 79.6 E: inside the zone of SH1996 (...)". */
export function placeWords(places: readonly PlacedPlace[], say: Texts): readonly string[] {
  const sayings = new Set<string>();
  for (const place of places) {
    const near = place.zones.filter((zone) => zone.location !== "outside");
    const shown = near.length > 0 ? near : place.zones;
    const zones = shown.map(({ zone, instruments, location, kmFromLine, mapErrorKm }) => {
      const where = say.location[location]?.(say.zoneOf(zone, instruments)) ?? location;
      return kmFromLine === null || location === "outside"
        ? where
        : `${where}, ${say.kmFromLine(kmFromLine, mapErrorKm ?? undefined)}`;
    });
    const { lat, lon } = place;
    const words = say.placeWords(String(Math.abs(lat)), lat >= 0, String(Math.abs(lon)), lon >= 0);
    if (zones.length > 0) sayings.add(say.zonePlace(words, zones.join("; ")));
  }
  return [...sayings];
}
