import type { Basemap, Places } from "@kelisim/api";
import type { GeoJSONSourceSpecification } from "maplibre-gl";
import { bandAround } from "./band.ts";
import type { DrawnBorder } from "./drawn-borders.ts";
import type { Place } from "./mercator.ts";
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
  /** Id of the chosen spot. */
  readonly chosen?: string;
}

export const SOURCES = ["lands", "names", "borders", "zones", "bands", "spots", "rings"] as const;
export type SourceName = (typeof SOURCES)[number];

/** The content of each source of the map as GeoJSON. */
export function sourcesOf(content: MapContent): Readonly<Record<SourceName, Collection>> {
  const { basemap, borders, zones, spots, chosen } = content;
  return {
    lands: collection(basemap.lands.map(({ polygons, focus }) => feature(multiPolygon(polygons), { focus }))),
    names: collection(
      basemap.lands.flatMap(({ name, label, focus }) =>
        name === undefined || label === undefined
          ? []
          : [feature({ type: "Point", coordinates: label }, { name, focus })],
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
      spots.map(({ id, at, marks, unverified }) =>
        feature(
          { type: "Point", coordinates: [...at] },
          { id, count: marks.length, radius: radiusOf(marks.length), unverified, chosen: id === chosen },
        ),
      ),
    ),
    rings: collection(accuracyRings(spots).map((ring) => feature(multiPolygon([[ring]]), {}))),
  };
}

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
