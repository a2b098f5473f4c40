import { type Picture, pictureOf } from "../state/money/picture.ts";
import { LIGHT } from "../theme/tokens.ts";

export interface SaveOptions {
  readonly title: string;
  readonly lines: readonly string[];
  /** Without its ending. */
  readonly name: string;
}

/** Twice as fine as the screen, so that it prints well. */
const RATIO = 2;

/** Saves a drawing with its title and sources; always on a light ground, as it goes into papers. */
export async function savePicture(svg: SVGSVGElement, format: "svg" | "png", options: SaveOptions): Promise<void> {
  const picture = pictureOf({
    drawing: new XMLSerializer().serializeToString(svg),
    width: svg.width.baseVal.value,
    height: svg.height.baseVal.value,
    title: options.title,
    lines: options.lines,
    colours: { ...LIGHT },
  });
  const bytes = new Blob([picture.svg], { type: "image/svg+xml" });
  download(format === "svg" ? bytes : await painted(picture), `${options.name}.${format}`);
}

async function painted({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * RATIO;
  canvas.height = height * RATIO;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser made no picture"))), "image/png"),
  );
}

function download(bytes: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  // The browser has taken the bytes by the end of this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
