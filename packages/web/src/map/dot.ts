/** Side in pixels at a device ratio of one. */
const SIDE = 9;
const RADIUS = 2.6;
const RING = 1.2;

/** A dot in one colour with a ring in another, as an image. Colours: "#RRGGBB". */
export function dotImage(colour: string, ring: string, ratio: number): ImageData {
  const side = Math.round(SIDE * ratio);
  const image = new ImageData(side, side);
  const parts = (text: string) => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
  const [inner, outer] = [parts(colour), parts(ring)];
  const middle = (side - 1) / 2;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const away = Math.hypot(x - middle, y - middle) / ratio;
      const alpha = Math.max(0, Math.min(1, RADIUS + RING + 0.5 - away));
      image.data.set([...(away <= RADIUS ? inner : outer), Math.round(alpha * 255)], (y * side + x) * 4);
    }
  }
  return image;
}

/** An image of 16 by 16 pixels with nothing on it. */
export const emptyImage = (): ImageData => new ImageData(16, 16);
