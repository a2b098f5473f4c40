import type { Program } from "@kelisim/accord/program";
import type { KelisimRecord, MappedGeography, Place, Value } from "@kelisim/model";

export interface PlacedPlace {
  readonly lat: number;
  readonly lon: number;
  readonly zones: readonly {
    readonly zone: string;
    readonly instruments: readonly string[];
    readonly location: string;
    readonly kmFromLine: number | null;
    readonly mapErrorKm: number | null;
  }[];
}

/** Where the places of hypothetical records lie to the zones that instruments name. */
export function placesOf(
  records: readonly KelisimRecord[],
  program: Program,
  geography: MappedGeography | undefined,
): readonly PlacedPlace[] {
  if (geography === undefined) return [];
  const zones = new Map<string, string[]>();
  for (const instrument of program.instruments)
    for (const zone of Object.values(instrument.zones)) zones.set(zone, [...(zones.get(zone) ?? []), instrument.id]);
  const places: Place[] = [];
  for (const record of records)
    for (const value of Object.values(record.content)) if (isPlace(value)) places.push(value);
  return places.map((place) => ({
    lat: place.lat,
    lon: place.lon,
    zones: [...zones].map(([zone, instruments]) => {
      const line = geography.distanceToLine(zone, place);
      return {
        zone,
        instruments,
        location: geography.locate(zone, place),
        kmFromLine: line === undefined ? null : Math.round(line.km),
        mapErrorKm: line === undefined ? null : line.accuracyKm,
      };
    }),
  }));
}

function isPlace(value: Value | undefined): value is Place {
  return typeof value === "object" && value !== null && "lat" in value && "lon" in value;
}
