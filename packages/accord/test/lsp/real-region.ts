import { readdirSync, readFileSync } from "node:fs";
import { type Desk, openRegionDesk, type Position } from "../../src/lsp/index.ts";

const regions = new URL("../../../../regions/", import.meta.url);

/** The files of a region of this checkout: path inside it → text. */
export function filesOf(region: string): ReadonlyMap<string, string> {
  const folder = new URL(`${region}/`, regions);
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(yaml|csv|geojson|accord\.md)$/.test(path))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, folder), "utf8")]));
}

export function deskOf(region: string): Desk {
  return openRegionDesk(filesOf(region)).desk;
}

/** The place of the `|` in a stretch of a file: "when Exe|rcise e". The stretch without the mark must occur in it. */
export function placeOf(desk: Desk, path: string, marked: string): Position {
  const at = marked.indexOf("|");
  const start = desk.places(path).text.indexOf(marked.replace("|", ""));
  if (at < 0 || start < 0) throw new Error(`${path} has no "${marked}"`);
  return desk.places(path).position(start + at);
}
