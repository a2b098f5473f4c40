import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Party, Position } from "@kelisim/model";
import { feature, mesh, neighbors } from "topojson-client";

/** Natural Earth 1:50m by way of world-atlas: 110m loses the exclaves of the Ferghana valley. */
const FILE = "world-atlas/countries-50m.json";
export const ATLAS_SOURCE = "Natural Earth 1:50m, admin 0 countries (npm world-atlas 2.0.2), public domain";

/** One land of the atlas, with the party it is in a region. */
export interface AtlasLand {
  readonly index: number;
  /** Id of the party, or a name that stands for none. */
  readonly id: string;
  readonly party: string | undefined;
  readonly polygons: readonly (readonly Position[][])[];
}

export interface AtlasBorder {
  readonly between: readonly [string, string];
  readonly parties: readonly (string | undefined)[];
  readonly lines: readonly Position[][];
}

type Topology = Parameters<typeof mesh>[0];
type Countries = Extract<Topology["objects"][string], { readonly type: "GeometryCollection" }>;
type Atlas = Topology & { readonly objects: { readonly countries: Countries } };

let read: Atlas | undefined;

/** The atlas, read when a map is first asked for. */
function atlas(): Atlas {
  read ??= JSON.parse(readFileSync(createRequire(import.meta.url).resolve(FILE), "utf8")) as Atlas;
  return read;
}

const ENGLISH = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

/**
 * The names that a land of the atlas goes by. Its id is the numeric code of ISO 3166-1, which the locale data of the
 * runtime knows as an alias of the two-letter code, and so its usual English name.
 */
function namesOf(id: string | number | undefined, name: string): readonly string[] {
  const numeric = id === undefined ? "" : String(id).padStart(3, "0");
  const region = /^\d{3}$/.test(numeric) ? new Intl.Locale(`und-${numeric}`).maximize().region : undefined;
  const common = region !== undefined && /^[A-Z]{2}$/.test(region) ? ENGLISH.of(region) : undefined;
  return common === undefined ? [name] : [name, common];
}

/** The lands of the atlas, those of the given parties named by them. */
export function atlasLands(parties: readonly Party[]): readonly AtlasLand[] {
  const { countries } = atlas().objects;
  const byName = new Map(
    parties
      .filter(({ kind }) => kind === "state")
      .flatMap(({ id, name, shortName }) => [
        [name, id] as const,
        ...(shortName === undefined ? [] : [[shortName, id] as const]),
      ]),
  );
  const { features } = feature(atlas(), countries);
  return features.map(({ id, properties, geometry }, index) => {
    const party = namesOf(id, String(properties?.name)).flatMap((name) => byName.get(name) ?? [])[0];
    const polygons =
      geometry.type === "Polygon"
        ? [geometry.coordinates]
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates
          : [];
    return { index, id: party ?? `atlas ${index}`, party, polygons };
  });
}

/** The lines between the lands, one entry for each pair of neighbours that both are among them. */
export function atlasBorders(lands: readonly AtlasLand[]): readonly AtlasBorder[] {
  const { countries } = atlas().objects;
  const shapes = countries.geometries;
  // The types of topojson-client are stricter on properties than those of the collection it reads.
  const beside = neighbors(shapes as never);
  const byIndex = new Map(lands.map((land) => [land.index, land]));
  return lands.flatMap((land) =>
    beside[land.index]!.flatMap((other): readonly AtlasBorder[] => {
      const neighbour = byIndex.get(other);
      if (neighbour === undefined || other <= land.index) return [];
      const pair = [shapes[land.index], shapes[other]];
      const line = mesh(
        atlas(),
        countries as never,
        (a, b) => a !== b && pair.includes(a as never) && pair.includes(b as never),
      );
      const [first, second] = [land, neighbour].sort((a, b) => (a.id < b.id ? -1 : 1)) as [AtlasLand, AtlasLand];
      return [{ between: [first.id, second.id], parties: [first.party, second.party], lines: line.coordinates }];
    }),
  );
}
