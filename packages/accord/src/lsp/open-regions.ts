import type { Problem } from "@kelisim/model";
import { type Desk, openDesk } from "./desk.ts";
import { openRegionDesk } from "./region-desk.ts";

/** A region as the editor's side gives it. */
export interface RegionSource {
  /** URI of its folder, without a slash at the end. */
  readonly root: string;
  /** Path inside the folder → text. */
  readonly files: ReadonlyMap<string, string>;
}

/** Reads regions for the connection; the only door of the services to anything outside. */
export interface EditorHost {
  /** What the client sent when it began (`initializationOptions`). */
  begin?(options: unknown): void;
  /** The region whose folder holds a document; undefined where none does. */
  regionOf(uri: string): Promise<RegionSource | undefined>;
}

/** A region with documents open in it. Documents of no region share one without a folder. */
export interface OpenRegion {
  readonly root: string;
  readonly desk: Desk;
  /** Of the tables. */
  readonly problems: readonly Problem[];
  /** As they were last read or saved. */
  readonly files: Map<string, string>;
}

const isText = (path: string) => path.endsWith(".accord.md");

/**
 * The region as it is read anew. Where only agreements have changed it stays the same desk with new texts, and what
 * the change does not concern is not done again; other tables make another desk.
 */
export function refreshed(region: OpenRegion, source: RegionSource | undefined): OpenRegion {
  if (!source || source.root !== region.root) return openRegion(source);
  const tables = (files: ReadonlyMap<string, string>) => [...files].filter(([path]) => !isText(path));
  const before = tables(region.files);
  const same = before.length === tables(source.files).length;
  if (!same || before.some(([path, text]) => source.files.get(path) !== text)) return openRegion(source);
  for (const path of region.files.keys()) {
    if (source.files.has(path)) continue;
    region.files.delete(path);
    region.desk.remove(path);
  }
  for (const [path, text] of source.files) {
    region.files.set(path, text);
    if (isText(path)) region.desk.set(path, text);
  }
  return region;
}

export function openRegion(source: RegionSource | undefined): OpenRegion {
  if (!source) {
    return { root: "", desk: openDesk({ parties: [], zones: [] }), problems: [], files: new Map() };
  }
  return { root: source.root, files: new Map(source.files), ...openRegionDesk(source.files) };
}

/** The path of a document inside its region. */
export function pathOf(region: OpenRegion, uri: string): string {
  if (region.root === "" || !uri.startsWith(`${region.root}/`)) return uri;
  const inside = uri.slice(region.root.length + 1);
  try {
    return decodeURIComponent(inside);
  } catch {
    return inside;
  }
}

export function uriOf(region: OpenRegion, path: string): string {
  return region.root === "" ? path : `${region.root}/${path.split("/").map(encodeURIComponent).join("/")}`;
}
