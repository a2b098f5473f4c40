/** Round numbers from at or below `low` to at or above `high`, about `count` of them; always with zero. */
export function axisStops(low: number, high: number, count: number): readonly number[] {
  const from = Math.min(0, low);
  const to = Math.max(0, high);
  if (from === to) return [0];
  const rough = (to - from) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough * 0.999_999) ?? 10);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(to / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** A value of a domain as a place between two ends; the ends may be turned round, as heights are. */
export function placeOf(value: number, domain: readonly [number, number], range: readonly [number, number]): number {
  const [low, high] = domain;
  if (low === high) return range[0];
  return range[0] + ((value - low) / (high - low)) * (range[1] - range[0]);
}

/** Every how many of `count` labels one can be written, where each takes `wide` of the `room`. */
export function labelEvery(count: number, wide: number, room: number): number {
  return Math.max(1, Math.ceil((count * wide) / Math.max(1, room)));
}

const WIDE = /[MWmw@%ДЖМФШЩЫЮжмфшщыю]/gu;

/** About how wide a text of 12 pixels is drawn. */
export const textWidth = (text: string): number => Math.ceil(text.length * 6.9 + (text.match(WIDE)?.length ?? 0) * 4.1);

/** A text that fits into so many pixels, with a sign where something was left away. */
export function clipped(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let end = text.length - 1;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`) > room) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Where the words of a key stand: beside each other as long as the line has room, then on the next. */
export function keyPlaces(
  labels: readonly string[],
  width: number,
): { readonly places: readonly { readonly x: number; readonly y: number }[]; readonly height: number } {
  const line = 20;
  let x = 0;
  let y = 0;
  const places = labels.map((label) => {
    const wide = 18 + textWidth(label) + 14;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += line;
    }
    const place = { x, y };
    x += wide;
    return place;
  });
  return { places, height: labels.length === 0 ? 0 : y + line + 6 };
}
