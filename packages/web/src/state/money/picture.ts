export interface PictureOf {
  /** What stands within the drawing. */
  readonly drawing: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Source, vintage, licence: they go along wherever the picture goes. */
  readonly lines: readonly string[];
  /** Colours by the name of their token. */
  readonly colours: Readonly<Record<string, string>>;
}

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
const LINE = 16;
const HEAD = 22;

/** A drawing as a picture that stands for itself: title above, source, vintage and licence below, no colour left open. */
export function pictureOf({ drawing, width, height, title, lines, colours }: PictureOf): Picture {
  const titles = wrapped(title, Math.floor(width / 8.6));
  const below = lines.flatMap((line) => wrapped(line, Math.floor(width / 6.2)));
  const top = MARGIN + titles.length * HEAD + 10;
  const wide = width + 2 * MARGIN;
  const high = top + height + 18 + below.length * LINE + MARGIN;
  const text = (words: string, y: number, size: number, weight: number, colour: string) =>
    `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escaped(words)}</text>`;
  const parts = [
    `<rect width="${wide}" height="${high}" fill="var(--surface)"/>`,
    ...titles.map((line, at) => text(line, MARGIN + 14 + at * HEAD, 16, 650, "var(--ink)")),
    `<g transform="translate(${MARGIN} ${top})">${drawing}</g>`,
    ...below.map((line, at) => text(line, top + height + 30 + at * LINE, 11, 400, "var(--ink2)")),
  ];
  const body = parts.join("").replace(/var\(--([a-z0-9-]+)\)/g, (whole, name: string) => colours[name] ?? whole);
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}" font-family="'Noto Sans Variable','Noto Sans',sans-serif">${body}</svg>`,
    width: wide,
    height: high,
  };
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A text in lines of at most so many letters, broken between words. */
function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
