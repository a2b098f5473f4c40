/** A box in pixels. */
export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Something with words beside it: its middle and radius, and how wide and high the words are. */
export interface Labelled {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly wide: number;
  readonly high: number;
}

const GAP = 4;

/**
 * Where words stand: below, above, to the right or to the left of their circle, wherever they hide no circle and no other words; the
 * greatest circle first. What has no room is left out: it has to be told elsewhere.
 */
export function placeLabels(all: readonly Labelled[], width: number, height: number): ReadonlyMap<string, LabelBox> {
  const circles = all.map(({ key, x, y, radius }) => ({
    key,
    box: boxAt(x - radius, y - radius, 2 * radius, 2 * radius),
  }));
  const placed = new Map<string, LabelBox>();
  for (const label of all.toSorted((a, b) => b.radius - a.radius)) {
    const { key, x, y, radius, wide, high } = label;
    const candidates = [
      boxAt(x - wide / 2, y + radius + GAP, wide, high),
      boxAt(x - wide / 2, y - radius - GAP - high, wide, high),
      boxAt(x + radius + GAP, y - high / 2, wide, high),
      boxAt(x - radius - GAP - wide, y - high / 2, wide, high),
    ];
    const fits = candidates.find(
      (box) =>
        box.left >= 0 &&
        box.top >= 0 &&
        box.right <= width &&
        box.bottom <= height &&
        circles.every((circle) => circle.key === key || !meet(circle.box, box)) &&
        [...placed.values()].every((other) => !meet(other, box)),
    );
    if (fits !== undefined) placed.set(key, fits);
  }
  return placed;
}

const boxAt = (left: number, top: number, wide: number, high: number): LabelBox => ({
  left,
  top,
  right: left + wide,
  bottom: top + high,
});
const meet = (a: LabelBox, b: LabelBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
