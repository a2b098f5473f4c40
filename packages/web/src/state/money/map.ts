import { type Box, type Place, project } from "../../map/mercator.ts";

/** What a recipient had in the year: an amount, rows without one, or no row at all. */
export type Held = { readonly kind: "amount"; readonly value: number } | { readonly kind: "unknown" | "none" };

/** A sum of a recipient as the files give it. */
export interface RecipientSum {
  readonly key: string;
  readonly sum?: string;
}

/** What each of some recipients had; those of whom the files have no row are "none". */
export function heldBy(sums: readonly RecipientSum[], keys: readonly string[]): ReadonlyMap<string, Held> {
  const found = new Map(sums.map(({ key, sum }) => [key, sum]));
  return new Map(
    keys.map((key): readonly [string, Held] => {
      if (!found.has(key)) return [key, { kind: "none" }];
      const sum = found.get(key);
      return [key, sum === undefined ? { kind: "unknown" } : { kind: "amount", value: Number(sum) }];
    }),
  );
}

/** Recipients of a file that are no single state ("Central Asia, regional"): their money stands beside the map, never divided. */
export const noStates = (recipients: readonly string[]): readonly string[] =>
  recipients.filter((key) => !/^[A-Z]{3}$/.test(key));

/** Radius of a circle whose area is the amount, where the greatest of all years has `most`. */
export const radiusOf = (value: number, greatest: number, most: number): number =>
  greatest <= 0 ? 0 : Math.sqrt(Math.abs(value) / greatest) * most;

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly place: (place: Place) => readonly [x: number, y: number];
}

/** A box of the world as pixels of a width, at most so high. */
export function frameOf([west, south, east, north]: Box, width: number, tallest: number): Frame {
  const [left, top] = project([west, north]);
  const [right, bottom] = project([east, south]);
  const scale = Math.min(width / (right - left), tallest / (bottom - top));
  const spare = (width - (right - left) * scale) / 2;
  return {
    width,
    height: Math.round((bottom - top) * scale),
    place: (place) => {
      const [x, y] = project(place);
      return [Math.round(((x - left) * scale + spare) * 10) / 10, Math.round((y - top) * scale * 10) / 10];
    },
  };
}

/** Outlines as the path of a drawing. */
export const outline = (rings: readonly (readonly Place[])[], { place }: Frame): string =>
  rings.map((ring) => `M${ring.map((at) => place(at).join(" ")).join("L")}Z`).join("");

/** The middle of the greatest outline of a land, where nothing else says where its name stands. */
export function middleOf(polygons: readonly (readonly (readonly Place[])[])[]): Place | undefined {
  const rings = polygons.flatMap(([ring]) => (ring === undefined ? [] : [ring]));
  const size = (ring: readonly Place[]) => spanOf(ring, 0) * spanOf(ring, 1);
  const ring = rings.toSorted((a, b) => size(b) - size(a))[0];
  return ring === undefined ? undefined : [centre(ring, 0), centre(ring, 1)];
}

const ends = (ring: readonly Place[], at: 0 | 1): readonly [number, number] => {
  const values = ring.map((place) => place[at] ?? 0);
  return [Math.min(...values), Math.max(...values)];
};
const spanOf = (ring: readonly Place[], at: 0 | 1) => ends(ring, at)[1] - ends(ring, at)[0];
const centre = (ring: readonly Place[], at: 0 | 1) => (ends(ring, at)[0] + ends(ring, at)[1]) / 2;
