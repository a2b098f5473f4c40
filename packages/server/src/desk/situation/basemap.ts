import type { Basemap } from "@kelisim/api";
import { type PlaceFeature, type Position, readPlaces, TOWN_KINDS, translationOf } from "@kelisim/model";
import type { Desk } from "../desk.ts";
import { ATLAS_SOURCE, type AtlasBorder, type AtlasLand, atlasBorders, atlasLands } from "./atlas.ts";
import { type Box, boxAround, meets, rounded, widen } from "./box.ts";
import { labelPoint } from "./label-point.ts";

/** Degrees around the parties that a region is about, and around everything that its places name. */
const HOME_MARGIN = 1.2;
const REACH_MARGIN = 3;
const WORLD: Box = [-180, -60, 180, 78];

/** Lands and lines of a region, before they are named in a language. */
export interface Ground {
  readonly home: Box;
  readonly reach: Box;
  readonly lands: readonly (AtlasLand & { readonly label?: Position })[];
  readonly borders: readonly AtlasBorder[];
  readonly accuracyKm: number | undefined;
  readonly source: string;
}

const grounds = new WeakMap<Desk, Ground>();

/**
 * What lies under a region's map. A region of this world is drawn from the atlas; an invented one from its own places,
 * as the atlas would put its states into the sea. Made once for each region.
 */
export function groundOf(desk: Desk): Ground {
  const known = grounds.get(desk);
  if (known !== undefined) return known;
  const made = makeGround(desk);
  grounds.set(desk, made);
  return made;
}

function makeGround({ region }: Desk): Ground {
  const { features } = readPlaces(region.places?.json ?? { type: "FeatureCollection", features: [] });
  const own = features.filter(({ form }) => form === "territory");
  const all = region.fictional ? placeLands(own) : atlasLands(region.parties);
  const focus = new Set(region.focus);
  const home = widen(boxOf(all.filter(({ party }) => party !== undefined && focus.has(party))) ?? WORLD, HOME_MARGIN);
  const named = boxAround(features.flatMap(({ polygons, lines }) => [...polygons.flat(2), ...lines.flat()]));
  const around = widen(named ?? home, REACH_MARGIN);
  const reach: Box = [
    Math.min(home[0], around[0]),
    Math.min(home[1], around[1]),
    Math.max(home[2], around[2]),
    Math.max(home[3], around[3]),
  ];
  const lands = all.flatMap((land) => {
    const polygons = land.polygons.filter(([outline]) => meets(boxAround(outline ?? []) ?? WORLD, reach));
    if (polygons.length === 0) return [];
    const writes =
      land.party !== undefined && (focus.has(land.party) || own.some(({ parties }) => parties[0] === land.party));
    const label = writes ? (labelPoint(polygons, home) ?? labelPoint(polygons, reach)) : undefined;
    return [{ ...land, polygons, ...(label === undefined ? {} : { label }) }];
  });
  const accuracies = features.flatMap(({ accuracyKm }) => (accuracyKm > 0 ? [accuracyKm] : []));
  return {
    home,
    reach,
    lands,
    borders: region.fictional ? placeBorders(features) : atlasBorders(lands),
    accuracyKm: accuracies.length === 0 ? undefined : Math.max(...accuracies),
    source: region.fictional ? [...new Set(features.map(({ source }) => source))].join("; ") : ATLAS_SOURCE,
  };
}

const boxOf = (lands: readonly AtlasLand[]): Box | undefined =>
  boxAround(lands.flatMap(({ polygons }) => polygons.flat(2)));

function placeLands(territories: readonly PlaceFeature[]): readonly AtlasLand[] {
  return territories.map(({ parties, polygons }, index) => ({ index, id: parties[0]!, party: parties[0]!, polygons }));
}

function placeBorders(features: readonly PlaceFeature[]): readonly AtlasBorder[] {
  return features.flatMap(({ form, parties, lines }) => {
    const [first, second] = [...parties].sort();
    if (form !== "line" || first === undefined || second === undefined) return [];
    return [{ between: [first, second] as const, parties: [first, second], lines: [...lines] }];
  });
}

/** The id of a pair of lands: "KGZ-TJK". */
export const borderId = (between: readonly string[]): string => [...between].sort().join("-");

/** The base map as the interface gives it, its lands named in a language. */
export function basemapOf(desk: Desk, language: "en" | "ru"): Basemap {
  const ground = groundOf(desk);
  const { names } = desk.words(language);
  const { focus } = desk.region;
  const translated = translationOf(desk.region, language);
  const disclaimer = names.disclaimer(desk.region);
  return {
    home: [...ground.home],
    reach: [...ground.reach],
    lands: ground.lands.map(({ party, polygons, label }) => ({
      ...(party === undefined ? {} : { party }),
      ...(party === undefined || label === undefined ? {} : { name: names.party(party), label: rounded(label) }),
      focus: party !== undefined && focus.includes(party),
      polygons: polygons.map((rings) => rings.map((ring) => ring.map(rounded))),
    })),
    borders: ground.borders.map(({ between, parties, lines }) => ({
      id: borderId(between),
      between: parties.filter((party) => party !== undefined),
      lines: lines.map((line) => line.map(rounded)),
    })),
    towns: TOWN_KINDS.flatMap((kind) =>
      desk.region.towns
        .filter((town) => town.kind === kind)
        .map(({ name, place }) => ({
          name: translated("place", name, "label") ?? name,
          kind,
          at: rounded([place.lon, place.lat]),
        })),
    ),
    ...(ground.accuracyKm === undefined ? {} : { accuracyKm: ground.accuracyKm }),
    source: ground.source,
    ...(disclaimer === undefined ? {} : { disclaimer }),
  };
}
