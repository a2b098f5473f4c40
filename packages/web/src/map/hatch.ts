/** Side of the pattern in pixels, and the width of a stroke, at a device ratio of one. */
const SIDE = 8;
const STROKE = 1.7;

/** Diagonal strokes in one colour on nothing, as an image that repeats without a seam. `colour`: "#RRGGBB". */
export function hatchImage(colour: string, ratio: number): ImageData {
  const side = Math.round(SIDE * ratio);
  const image = new ImageData(side, side);
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      // Distance to the nearest diagonal, so that the edge of a stroke is smooth.
      const along = (((x + y) % side) + side) % side;
      const away = Math.min(along, side - along) / Math.SQRT2 / ratio;
      const alpha = Math.max(0, Math.min(1, STROKE / 2 + 0.5 - away));
      image.data.set([red, green, blue, Math.round(alpha * 190)], (y * side + x) * 4);
    }
  }
  return image;
}
