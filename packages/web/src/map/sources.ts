import type { Basemap, Places } from "@kelisim/api";
import type { GeoJSONSourceSpecification } from "maplibre-gl";
import { bandAround } from "./band.ts";
import type { DrawnBorder } from "./drawn-borders.ts";
import { distanceKm, type Place } from "./mercator.ts";
import { accuracyRings, radiusOf, type Spot } from "./spots.ts";

type Collection = Extract<GeoJSONSourceSpecification["data"], { readonly type: "FeatureCollection" }>;
type Feature = Collection["features"][number];
type Geometry = Feature["geometry"];

/** Everything that a map shows, arranged: the same for the drawn and the plain map. */
export interface MapContent {
  readonly basemap: Basemap;
  readonly borders: readonly DrawnBorder[];
  readonly zones: Places["zones"];
  readonly spots: readonly Spot[];
  /** Corners of an area that is planned: drawn by the still map; on the other one whoever draws shows it. */
  readonly area?: readonly Place[];
  /** Id of the chosen spot. */
  readonly chosen?: string;
}

export const SOURCES = ["lands", "names", "towns", "borders", "zones", "bands", "spots", "rings"] as const;
/** A spot of a town may lie so far from its middle. */
const BESIDE_KM = 12;
export type SourceName = (typeof SOURCES)[number];

/** The content of each source of the map as GeoJSON. */
export function sourcesOf(content: MapContent): Readonly<Record<SourceName, Collection>> {
  const { basemap, borders, zones, spots } = content;
  return {
    lands: collection(basemap.lands.map(({ polygons, focus }) => feature(multiPolygon(polygons), { focus }))),
    names: collection(
      basemap.lands.flatMap(({ name, label, focus }) =>
        name === undefined || label === undefined
          ? []
          : [feature({ type: "Point", coordinates: label }, { name, focus })],
      ),
    ),
    towns: collection(
      basemap.towns.map(({ name, kind, at }, rank) =>
        feature({ type: "Point", coordinates: at }, { name, kind, rank, away: awayOf(at, spots) }),
      ),
    ),
    borders: collection(
      borders.map(({ id, status, second, ours, unverified, lines }) =>
        feature({ type: "MultiLineString", coordinates: positions(lines) }, { id, status, second, ours, unverified }),
      ),
    ),
    zones: collection(zones.map(({ id, polygons }) => feature(multiPolygon(polygons), { id }))),
    bands: collection(
      zones.map(({ id, edge, accuracyKm }) =>
        feature(multiPolygon(bandAround(edge, accuracyKm).map((ring) => [ring])), { id }),
      ),
    ),
    spots: collection(
      spots.map(({ id, at, marks }) =>
        feature({ type: "Point", coordinates: [...at] }, { id, radius: radiusOf(marks.length) }),
      ),
    ),
    rings: collection(accuracyRings(spots).map((ring) => feature(multiPolygon([[ring]]), {}))),
  };
}

/** How far from its dot a town's name begins, in pixels: beside a spot that lies there. */
const awayOf = (at: Place, spots: readonly Spot[]): number =>
  Math.max(
    5,
    ...spots.filter((spot) => distanceKm(spot.at, at) < BESIDE_KM).map(({ marks }) => radiusOf(marks.length) + 3),
  );

const collection = (features: Feature[]): Collection => ({
  type: "FeatureCollection",
  features,
});
const feature = (geometry: Geometry, properties: Record<string, unknown>): Feature => ({
  type: "Feature",
  geometry,
  properties,
});
const positions = (lines: readonly (readonly Place[])[]): number[][][] =>
  lines.map((line) => line.map((place) => [...place]));
const multiPolygon = (polygons: readonly (readonly (readonly Place[])[])[]): Geometry => ({
  type: "MultiPolygon",
  coordinates: polygons.map(positions),
});
