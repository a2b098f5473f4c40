import { isObject } from "./read-value.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";

/** A GeoJSON position: longitude, then latitude, in degrees (RFC 7946, section 3.1.1). */
export type Position = number[];

/**
 * One feature of a region's places. A territory (polygons) or a line (a border) belongs to the zones it names.
 * A party's part of a zone is its territories of that zone; where it also has lines of that zone, only what lies
 * within `withinKm` of one of them. A territory that does not name a zone lies outside it. A feature without
 * geometry names a part of its zones that the map leaves out.
 */
export interface PlaceFeature {
  readonly form: "territory" | "line" | "unmapped";
  readonly zones: readonly string[];
  readonly parties: readonly string[];
  readonly name: string;
  readonly accuracyKm: number;
  readonly source: string;
  /** What it says of each zone, in the order of `zones`; a single rule is said of all. */
  readonly rules: readonly string[];
  /** Of a line. */
  readonly withinKm: number;
  /** Polygons as lists of rings; empty for lines. */
  readonly polygons: readonly (readonly Position[][])[];
  /** Lines; empty for territories. */
  readonly lines: readonly Position[][];
}

/**
 * Reads a GeoJSON FeatureCollection of places. Gives the sound features and a refusal for each of the others, naming
 * it by its number and name. Every feature needs `zone`, `name` and `source`; one with geometry also `accuracyKm`
 * (how far the line may be off, in kilometres), a territory one `party`, a line `withinKm`.
 */
export function readPlaces(places: unknown): {
  readonly features: readonly PlaceFeature[];
  readonly faults: readonly Refusal[];
} {
  if (!isObject(places) || places.type !== "FeatureCollection" || !Array.isArray(places.features)) {
    return { features: [], faults: [refuse("the places are not a GeoJSON FeatureCollection")] };
  }
  const features: PlaceFeature[] = [];
  const faults: Refusal[] = [];
  for (const [index, item] of places.features.entries()) {
    const feature = readFeature(item);
    if (!isRefusal(feature)) features.push(feature);
    else faults.push({ ...feature, refusal: `feature ${index + 1}${nameOf(item)}: ${feature.refusal}` });
  }
  faults.push(...linesWithoutTerritory(features));
  return { features, faults };
}

function readFeature(item: unknown): PlaceFeature | Refusal {
  if (!isObject(item) || item.type !== "Feature" || !isObject(item.properties))
    return refuse("is not a GeoJSON Feature");
  const { zone, party, name, accuracyKm, source, rule, withinKm } = item.properties;
  const zones = texts(zone);
  const parties = texts(party ?? []);
  if (zones === undefined) return refuse("zone must be the id of a zone or a list of them");
  if (parties === undefined) return refuse("party must be the id of a party or a list of them");
  if (typeof name !== "string" || name === "") return refuse("needs a name");
  if (typeof source !== "string" || source === "") return refuse("needs a source: nothing stands on a map without one");
  const head = { zones, parties, name, source, rules: texts(rule ?? []) ?? [] };
  const geometry = item.geometry;
  if (geometry === null || geometry === undefined) {
    if (zones.length === 0)
      return refuse("has neither a geometry nor a zone", "name the zone whose part is not mapped");
    return { form: "unmapped", ...head, accuracyKm: 0, withinKm: 0, polygons: [], lines: [] };
  }
  if (!isKm(accuracyKm)) return refuse("needs accuracyKm: how many kilometres the line may be off");
  if (!isObject(geometry)) return refuse("has a geometry that is not GeoJSON");
  const { type, coordinates } = geometry;
  if (type === "LineString" || type === "MultiLineString") {
    if (!isKm(withinKm)) return refuse("a line needs withinKm: how far from it the zone reaches");
    if (zones.length === 0 || parties.length === 0) return refuse("a line needs a zone and the parties on its sides");
    const lines: unknown = type === "LineString" ? [coordinates] : coordinates;
    if (!Array.isArray(lines) || lines.length === 0 || !lines.every((line) => isPositions(line, 2)))
      return badCoordinates();
    return { form: "line", ...head, accuracyKm, withinKm, polygons: [], lines };
  }
  if (type === "Polygon" || type === "MultiPolygon") {
    if (parties.length !== 1) return refuse("a territory needs exactly one party");
    const polygons: unknown = type === "Polygon" ? [coordinates] : coordinates;
    if (!Array.isArray(polygons) || polygons.length === 0 || !polygons.every(isRings)) return badCoordinates();
    return { form: "territory", ...head, accuracyKm, withinKm: 0, polygons, lines: [] };
  }
  return refuse(`has a geometry of type ${String(type).slice(0, 40)}`, "territories are polygons, borders are lines");
}

/** A line limits the part of a party that has a territory in the same zone; without one it would mean nothing. */
function linesWithoutTerritory(features: readonly PlaceFeature[]): readonly Refusal[] {
  const territories = new Set<string>();
  for (const { form, zones, parties } of features) {
    if (form === "territory") for (const zone of zones) territories.add(`${zone} ${parties[0]}`);
  }
  return features.flatMap(({ form, zones, parties, name }) =>
    form !== "line"
      ? []
      : zones.flatMap((zone) =>
          parties
            .filter((party) => !territories.has(`${zone} ${party}`))
            .map((party) => refuse(`"${name}": ${party} has no territory in ${zone}`, "add its territory to the zone")),
        ),
  );
}

function badCoordinates(): Refusal {
  return refuse(
    "has coordinates that are no [longitude, latitude] lists",
    "longitude comes first; rings end where they start",
  );
}

function texts(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.every((item): item is string => typeof item === "string" && item !== "") ? list : undefined;
}

function isKm(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 20_000;
}

function isRings(value: unknown): value is Position[][] {
  return Array.isArray(value) && value.length > 0 && value.every((ring) => isPositions(ring, 4) && isClosed(ring));
}

function isPositions(value: unknown, least: number): value is Position[] {
  return Array.isArray(value) && value.length >= least && value.every(isPosition);
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length >= 2 && isWithin(value[0], 180) && isWithin(value[1], 90);
}

function isWithin(value: unknown, limit: number): boolean {
  return typeof value === "number" && value >= -limit && value <= limit;
}

function isClosed(ring: readonly Position[]): boolean {
  const first = ring[0];
  const last = ring.at(-1);
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
}

function nameOf(item: unknown): string {
  const name = isObject(item) && isObject(item.properties) ? item.properties.name : undefined;
  return typeof name === "string" ? ` ("${name.slice(0, 40)}")` : "";
}
