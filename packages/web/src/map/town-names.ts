import type { Basemap } from "@kelisim/api";

export type Town = Basemap["towns"][number];

/** A rectangle on a drawing, in pixels. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface TownName {
  readonly town: Town;
  /** Of the dot. */
  readonly x: number;
  readonly y: number;
  /** Where the name begins, ends or has its middle, by `anchor`; absent: there is no room for it. */
  readonly name?: { readonly x: number; readonly y: number; readonly anchor: "start" | "end" | "middle" };
}

/** The name of a town is this high, and a letter so wide on the whole. */
const HIGH = 13;
const LETTER = 6.1;
const GAP = 6;

/** Further out than so many kilometres a pixel, a kind is left off the map: a name that nobody can place helps nobody. */
const FARTHEST: Readonly<Record<Town["kind"], number>> = { capital: Number.POSITIVE_INFINITY, city: 6, town: 1.6 };

/** The same as a zoom of MapLibre, whose world is 512 pixels wide at zoom 0, in the middle latitudes. */
export const nearestZoom = (kind: Town["kind"]): number =>
  Number.isFinite(FARTHEST[kind]) ? Math.log2((40_075 * Math.cos((44 * Math.PI) / 180)) / 512 / FARTHEST[kind]) : 0;

/** Which towns are shown at a scale. */
export const townsAt = (towns: readonly Town[], kmPerPixel: number): readonly Town[] =>
  towns.filter(({ kind }) => kmPerPixel <= FARTHEST[kind]);

/**
 * Finds room for names beside their dots: right, left, above, below, aslant, the first that is free and within the drawing. No name
 * lies on another, nor on what is `taken`. Those that come first go before.
 */
export function placeNames(
  towns: readonly { readonly town: Town; readonly x: number; readonly y: number }[],
  taken: readonly Rect[],
  size: { readonly width: number; readonly height: number },
): readonly TownName[] {
  const dots = towns.map(({ x, y }) => around(x, y, 3));
  const full: Rect[] = [...taken];
  return towns.map(({ town, x, y }, index) => {
    const wide = town.name.length * LETTER;
    // What lies on the dot itself, such as a spot, pushes its name further out.
    const gap = Math.max(GAP, ...taken.filter((each) => holds(each, x, y)).map((each) => smallerSide(each) / 2 + 2));
    const aside = gap * 0.75;
    const choices = [
      { x: x + gap, y: y + 4, anchor: "start", rect: rectOf(x + gap, y - HIGH / 2, wide) },
      { x: x - gap, y: y + 4, anchor: "end", rect: rectOf(x - gap - wide, y - HIGH / 2, wide) },
      { x, y: y - gap, anchor: "middle", rect: rectOf(x - wide / 2, y - gap - HIGH, wide) },
      { x, y: y + gap + 9, anchor: "middle", rect: rectOf(x - wide / 2, y + gap, wide) },
      { x: x - aside, y: y - aside, anchor: "end", rect: rectOf(x - aside - wide, y - aside - 9, wide) },
      { x: x - aside, y: y + aside + 8, anchor: "end", rect: rectOf(x - aside - wide, y + aside - 1, wide) },
      { x: x + aside, y: y - aside, anchor: "start", rect: rectOf(x + aside, y - aside - 9, wide) },
      { x: x + aside, y: y + aside + 8, anchor: "start", rect: rectOf(x + aside, y + aside - 1, wide) },
    ] as const;
    const free = choices.find(
      ({ rect }) =>
        rect.left >= 0 &&
        rect.top >= 0 &&
        rect.right <= size.width &&
        rect.bottom <= size.height &&
        !full.some((each) => meet(each, rect)) &&
        !dots.some((each, at) => at !== index && meet(each, rect)),
    );
    if (free === undefined) return { town, x, y };
    full.push(free.rect);
    const { rect: _, ...name } = free;
    return { town, x, y, name };
  });
}

/** The square around a point. */
export const around = (x: number, y: number, by: number): Rect => ({
  left: x - by,
  top: y - by,
  right: x + by,
  bottom: y + by,
});

const smallerSide = ({ left, top, right, bottom }: Rect): number => Math.min(right - left, bottom - top);
const rectOf = (left: number, top: number, wide: number): Rect => ({
  left,
  top,
  right: left + wide,
  bottom: top + HIGH,
});
const holds = ({ left, top, right, bottom }: Rect, x: number, y: number) =>
  x >= left && x <= right && y >= top && y <= bottom;
export const meet = (a: Rect, b: Rect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
