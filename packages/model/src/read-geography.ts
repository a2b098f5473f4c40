import { nearestPoint } from "./area-distance.ts";
import { locateArea } from "./area-location.ts";
import type { Location, MapDistance, MappedGeography } from "./geography.ts";
import { holdsPoint } from "./holds-point.ts";
import { createLineDistance, type LineDistance } from "./line-distance.ts";
import { type PlaceFeature, type Position, readPlaces } from "./places.ts";
import type { Corner, Place } from "./record.ts";

interface Shape {
  readonly feature: PlaceFeature;
  /** Whether a point lies in the territory. */
  readonly holds: (point: Position) => boolean;
  /** Distance to the line, or to the territory's edge. */
  readonly distance: LineDistance;
}

/** What belongs to one party in one zone. */
interface Part {
  readonly party: string;
  readonly territories: readonly Shape[];
  readonly lines: readonly Shape[];
}

interface Zone {
  readonly id: string;
  readonly parts: readonly Part[];
  readonly unmapped: readonly PlaceFeature[];
  readonly features: readonly PlaceFeature[];
}

/** Answers are kept, since records name the same places again; dropped at this size so that no input fills the memory. */
const CACHE_LIMIT = 50_000;
const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/**
 * Makes a geography from a region's places (GeoJSON, see `PlaceFeature`). Features that are not sound are left out;
 * `readRegion` has reported them. Locations take the map's accuracy and the place's own into account.
 */
export function readGeography(places: unknown): MappedGeography {
  const { features } = readPlaces(places);
  const shapes = features.filter((feature) => feature.form !== "unmapped").map(createShape);
  const territories = shapes.filter((shape) => shape.feature.form === "territory");
  const zones = new Map<string, Zone>();
  for (const id of [...new Set(features.flatMap((feature) => feature.zones))].sort()) {
    zones.set(id, createZone(id, features, shapes));
  }
  const located = new Map<string, Location>();

  function locate(zoneId: string, place: Place): Location {
    const key = `${zoneId} ${place.lat} ${place.lon} ${place.accuracyKm ?? 0} ${outlineOf(place)}`;
    const kept = located.get(key);
    if (kept !== undefined) return kept;
    const zone = zones.get(zoneId);
    const location =
      zone === undefined
        ? "not mapped"
        : locateWhole(place, zone.features, (point) => locateIn(zone, point, territories));
    if (located.size >= CACHE_LIMIT) located.clear();
    located.set(key, location);
    return location;
  }

  function nearest(shapesOfZone: readonly Shape[], place: Place): MapDistance | undefined {
    const shapeAt = ({ lat, lon }: Corner) => {
      let best: { readonly shape: Shape; readonly km: number } | undefined;
      for (const shape of shapesOfZone) {
        const km = shape.distance([lon, lat]);
        if (best === undefined || km < best.km) best = { shape, km };
      }
      return best;
    };
    const { point, km } = nearestPoint(place.corners ?? [place], (at) => shapeAt(at)?.km ?? Number.POSITIVE_INFINITY);
    const feature = shapeAt(point)?.shape.feature;
    if (feature === undefined) return undefined;
    const accuracyKm = feature.accuracyKm + (place.accuracyKm ?? 0);
    return { km, accuracyKm, name: feature.name, source: feature.source, from: { lat: point.lat, lon: point.lon } };
  }

  return {
    zones: [...zones.keys()],
    locate,
    holders(zoneId, place) {
      const parts = zones.get(zoneId)?.parts ?? [];
      return parts.flatMap((part) => {
        const features = [...part.territories, ...part.lines].map(({ feature }) => feature);
        const location = locateWhole(place, features, (point) => locateInPart(part, point));
        return location === "outside" ? [] : [{ party: part.party, location }];
      });
    },
    info(zoneId) {
      const zone = zones.get(zoneId);
      if (zone === undefined) return undefined;
      return {
        id: zoneId,
        rules: [...new Set(zone.features.flatMap((feature) => ruleOf(feature, zoneId)))],
        parties: zone.parts.map((part) => part.party),
        accuracyKm: Math.max(0, ...zone.features.map((feature) => feature.accuracyKm)),
        unmapped: zone.unmapped.map((feature) => feature.name),
        sources: [...new Set(zone.features.map((feature) => feature.source))],
      };
    },
    distanceToEdge: (zoneId, place) =>
      nearest(zones.get(zoneId)?.parts.flatMap((part) => part.territories) ?? [], place),
    distanceToLine(zoneId, place, party) {
      const parts = zones.get(zoneId)?.parts.filter((part) => party === undefined || part.party === party);
      return nearest(parts?.flatMap((part) => part.lines) ?? [], place);
    },
    sampleInZone(zoneId, party) {
      const parts = zones.get(zoneId)?.parts.filter((part) => party === undefined || part.party === party) ?? [];
      for (const part of parts) {
        for (const place of candidates(part)) if (locateInPart(part, place) === "inside") return place;
      }
      return undefined;
    },
  };
}

function ruleOf(feature: PlaceFeature, zone: string): readonly string[] {
  const rule = feature.rules.length === 1 ? feature.rules[0] : feature.rules[feature.zones.indexOf(zone)];
  return rule === undefined ? [] : [rule];
}

function createShape(feature: PlaceFeature): Shape {
  if (feature.form === "line") return { feature, holds: () => false, distance: createLineDistance(feature.lines) };
  // Made when first asked for: most places are far from most edges.
  let distance: LineDistance | undefined;
  return {
    feature,
    holds: holdsPoint(feature.polygons),
    distance(point, limit) {
      distance ??= createLineDistance(feature.polygons.flat());
      return distance(point, limit);
    },
  };
}

function createZone(id: string, features: readonly PlaceFeature[], shapes: readonly Shape[]): Zone {
  const own = shapes.filter((shape) => shape.feature.zones.includes(id));
  const parties = new Set(own.flatMap(({ feature }) => (feature.form === "territory" ? feature.parties : [])));
  return {
    id,
    features: features.filter((feature) => feature.zones.includes(id)),
    unmapped: features.filter((feature) => feature.form === "unmapped" && feature.zones.includes(id)),
    parts: [...parties].sort().map((party) => ({
      party,
      territories: own.filter(({ feature }) => feature.form === "territory" && feature.parties[0] === party),
      lines: own.filter(({ feature }) => feature.form === "line" && feature.parties.includes(party)),
    })),
  };
}

const outlineOf = ({ corners = [] }: Place): string => corners.map(({ lat, lon }) => `${lat},${lon}`).join(" ");

/** A point as it is; an area by all of its points. `features`: what the answer rests on. */
function locateWhole(
  { lat, lon, accuracyKm = 0, corners }: Place,
  features: readonly PlaceFeature[],
  locate: (point: Place) => Location,
): Location {
  if (corners === undefined) return locate({ lat, lon, accuracyKm });
  const mapErrorKm = Math.min(...features.flatMap((each) => (each.form === "unmapped" ? [] : [each.accuracyKm])));
  return locateArea(corners, { accuracyKm, mapErrorKm }, (point, km) => locate({ ...point, accuracyKm: km }));
}

function locateIn(zone: Zone, place: Place, territories: readonly Shape[]): Location {
  const locations = zone.parts.map((part) => locateInPart(part, place));
  if (locations.includes("inside")) return "inside";
  if (locations.includes("within map error")) return isDiscInside(zone, place) ? "inside" : "within map error";
  if (zone.unmapped.length === 0) return "outside";
  // The map shows only a part of this zone. A territory that is on the map without naming the zone lies outside it.
  const point = [place.lon, place.lat];
  const outside = territories.some(
    (shape) => shape.holds(point) && !isNear(shape, point, shape.feature.accuracyKm + (place.accuracyKm ?? 0)),
  );
  return outside ? "outside" : "not mapped";
}

/** Location in one party's part: certain only where edge and limit are further off than map and place are accurate. */
function locateInPart(part: Part, place: Place): Exclude<Location, "not mapped"> {
  const point = [place.lon, place.lat];
  const own = place.accuracyKm ?? 0;
  let within: "yes" | "no" | "unsure" = part.lines.length === 0 ? "yes" : "no";
  for (const { feature, distance } of part.lines) {
    const error = feature.accuracyKm + own;
    const margin = feature.withinKm - distance(point, feature.withinKm + error);
    if (margin >= error) within = "yes";
    else if (margin > -error && within === "no") within = "unsure";
  }
  if (within === "no") return "outside";
  let inside: "yes" | "no" | "unsure" = "no";
  for (const shape of part.territories) {
    if (isNear(shape, point, shape.feature.accuracyKm + own)) inside = inside === "yes" ? "yes" : "unsure";
    else if (shape.holds(point)) inside = "yes";
  }
  if (inside === "no") return "outside";
  return inside === "yes" && within === "yes" ? "inside" : "within map error";
}

function isNear(shape: Shape, point: Position, km: number): boolean {
  return shape.distance(point, km) < km;
}

/**
 * Whether everything within the map's error of a place lies in the zone, so that an edge between two of its parts
 * (a border inside the zone) leaves no doubt. Looked at in 72 points of the disc, by the map as drawn.
 */
function isDiscInside(zone: Zone, place: Place): boolean {
  const radius = Math.max(...zone.features.map((feature) => feature.accuracyKm)) + (place.accuracyKm ?? 0);
  if (!isDrawnInside(zone, [place.lon, place.lat])) return false;
  for (const share of [1, 2 / 3, 1 / 3]) {
    for (let bearing = 0; bearing < 360; bearing += 15) {
      if (!isDrawnInside(zone, destination(place, radius * share, bearing))) return false;
    }
  }
  return true;
}

function isDrawnInside(zone: Zone, point: Position): boolean {
  return zone.parts.some(
    ({ territories, lines }) =>
      territories.some((shape) => shape.holds(point)) &&
      (lines.length === 0 ||
        lines.some((line) => line.distance(point, line.feature.withinKm) <= line.feature.withinKm)),
  );
}

/** Places that may lie well inside a part: beside the middle of its lines, or on a grid over its territory. */
function* candidates(part: Part): Generator<Place> {
  for (const { feature } of part.lines) {
    for (const line of feature.lines) {
      for (const share of [0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 0.875]) {
        const position = line[Math.floor(line.length * share)] ?? [0, 0];
        const place = { lon: position[0] ?? 0, lat: position[1] ?? 0 };
        for (let bearing = 0; bearing < 360; bearing += 30)
          yield placeOf(destination(place, feature.withinKm / 2, bearing));
      }
    }
  }
  if (part.lines.length > 0) return;
  for (const { feature } of part.territories) {
    const positions = feature.polygons.flat(2);
    const lons = positions.map((position) => position[0] ?? 0);
    const lats = positions.map((position) => position[1] ?? 0);
    const [west, east] = bounds(lons);
    const [south, north] = bounds(lats);
    for (const y of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
      for (const x of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8])
        yield placeOf([west + (east - west) * x, south + (north - south) * y]);
    }
  }
}

function bounds(values: readonly number[]): readonly [number, number] {
  return values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

function placeOf(point: Position): Place {
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  return { lat: round(point[1] ?? 0), lon: round(point[0] ?? 0) };
}

/** The point so many kilometres off in a direction, on a sphere of the earth's mean radius (Turf's own). */
function destination(place: Place, km: number, bearing: number): Position {
  const angle = km / EARTH_KM;
  const lat = place.lat * RADIANS;
  const sin = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(bearing * RADIANS);
  const east = Math.sin(bearing * RADIANS) * Math.sin(angle) * Math.cos(lat);
  const lon = place.lon * RADIANS + Math.atan2(east, Math.cos(angle) - Math.sin(lat) * sin);
  return [((lon / RADIANS + 540) % 360) - 180, Math.asin(sin) / RADIANS];
}
