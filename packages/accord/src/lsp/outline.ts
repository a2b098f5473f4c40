import type { Desk, DeskItem } from "./desk.ts";
import { viewOf } from "./item-view.ts";
import type { Range } from "./types.ts";

/** An entry of a file's outline. */
export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly what: "instrument" | "clause" | "notice" | "event" | "attribute";
  readonly range: Range;
  readonly nameRange: Range;
  readonly children: readonly OutlineEntry[];
}

type Growing = OutlineEntry & { readonly children: OutlineEntry[] };

/** Instruments with their clauses, and kinds with their attributes, in the order of the file. */
export function outlineOf(desk: Desk, path: string): readonly OutlineEntry[] {
  const top: Growing[] = [];
  let instrument: Growing | undefined;
  for (const item of desk.items(path)) {
    const entry = entryOf(desk, path, item);
    if (!entry) continue;
    if (entry.what === "instrument") instrument = entry;
    if (entry.what === "clause" && instrument) instrument.children.push(entry);
    else top.push(entry);
  }
  // An instrument reaches to the end of its last clause.
  return top.map((entry) => {
    const last = entry.what === "instrument" ? entry.children.at(-1) : undefined;
    return last ? { ...entry, range: { start: entry.range.start, end: last.range.end } } : entry;
  });
}

function entryOf(desk: Desk, path: string, { item }: DeskItem): Growing | undefined {
  const { source, parsed } = item;
  const { word, name } = source;
  if (word === undefined || name === undefined) return undefined;
  const places = desk.places(path);
  const { mentions, words } = viewOf(parsed);
  const nameAt = words.find((each, index) => index > 0 && each.text === name)?.offset ?? 0;
  const title = words.find((each) => each.spots.some(({ at }) => at.endsWith(".title")))?.text ?? "";
  const range = places.range(source.offset, source.text.trimEnd().length);
  const what = word === "instrument" || word === "notice" || word === "event" ? word : "clause";
  const attributes = mentions.filter((mention) => mention.at === "Attribute.name");
  return {
    name,
    detail: [what === "clause" ? word : "", title.replace(/^"|"$/g, "")].filter((text) => text !== "").join(": "),
    what,
    range,
    nameRange: places.range(source.offset + nameAt, name.length),
    children: attributes.map((mention): OutlineEntry => {
      const at = places.range(source.offset + mention.offset, mention.name.length);
      return { name: mention.name, detail: "", what: "attribute", range: at, nameRange: at, children: [] };
    }),
  };
}

/** 0-based lines, both shown when folded. */
export interface Fold {
  readonly startLine: number;
  readonly endLine: number;
}

/** Blocks, and items of more than one line. */
export function foldsOf(desk: Desk, path: string): readonly Fold[] {
  const places = desk.places(path);
  const blocks = desk.fences(path).map(({ start, end, closed }) => ({
    startLine: Math.max(0, places.position(start).line - 1),
    endLine: places.position(end).line - (closed ? 0 : 1),
  }));
  const items = desk.items(path).map(({ item: { source } }) => ({
    startLine: places.position(source.offset).line,
    endLine: places.position(source.offset + source.text.trimEnd().length).line,
  }));
  return [...blocks, ...items].filter(({ startLine, endLine }) => endLine > startLine);
}
