import type { Kind, Region } from "@kelisim/model";
import type { CompileContext, KindEntry } from "../lower/world.ts";
import { type Fence, findFences } from "../parse/fences.ts";
import type { PlacedItem } from "../parse/file.ts";
import type { Clause } from "../program/index.ts";
import { type OpenWorkspace, openWorkspace } from "../workspace.ts";
import { viewOf } from "./item-view.ts";
import { TextPlaces } from "./positions.ts";

/** An item in its file, and the instrument that it belongs to. */
export interface DeskItem {
  readonly path: string;
  readonly item: PlacedItem;
  readonly instrument: string | undefined;
}

/**
 * The agreements of a region as an editor holds them. The services of this folder are functions of a desk; what they
 * take and give are plain data, with places as editors count them.
 */
export interface Desk {
  readonly workspace: OpenWorkspace;
  readonly context: CompileContext;
  /** Names of parties, zones and sources, where the region is known as a whole. */
  readonly region: Region | undefined;
  set(path: string, text: string): void;
  remove(path: string): void;
  has(path: string): boolean;
  places(path: string): TextPlaces;
  /** The accord blocks that are read. */
  fences(path: string): readonly Fence[];
  items(path: string): readonly DeskItem[];
  allItems(): Iterable<DeskItem>;
  /** The item around an offset; at the end of one it is still that one. */
  itemAt(path: string, offset: number): DeskItem | undefined;
  kind(name: string): Kind | undefined;
  kindEntries(): readonly KindEntry[];
  clause(id: string): { readonly clause: Clause; readonly instrument: string } | undefined;
  /** Records in sight of an item: its own, and those of the clause whose miss it follows. Name → kind and owner. */
  variables(item: DeskItem): ReadonlyMap<string, { readonly kind: string; readonly owner: string }>;
}

/** Opens an empty desk. */
export function openDesk(context: CompileContext, region?: Region): Desk {
  const workspace = openWorkspace(context);
  const known = new Map<string, { places: TextPlaces; fences?: readonly Fence[] }>();
  const textOf = (path: string) => {
    const text = workspace.parsed(path)?.text ?? "";
    const entry = known.get(path);
    if (entry?.places.text === text) return entry;
    const made: { places: TextPlaces; fences?: readonly Fence[] } = { places: new TextPlaces(text) };
    known.set(path, made);
    return made;
  };
  const items = (path: string): readonly DeskItem[] => {
    let instrument: string | undefined;
    return (workspace.parsed(path)?.items ?? []).map((item) => {
      if (item.source.word === "instrument") instrument = item.source.name;
      const vocabulary = item.source.word === "notice" || item.source.word === "event";
      return { path, item, instrument: vocabulary ? undefined : instrument };
    });
  };
  const variables: Desk["variables"] = (item) => {
    const found = new Map<string, { kind: string; owner: string }>();
    const view = viewOf(item.item.parsed);
    for (const [name, kind] of view.variables) found.set(name, { kind, owner: item.item.source.name ?? "" });
    const seen = new Set<string>();
    let { follows } = view;
    while (follows !== undefined && !seen.has(follows)) {
      seen.add(follows);
      const missed = workspace.survey().world.clauses.get(follows);
      if (!missed) break;
      const its = viewOf(missed.text);
      const trigger = its.mentions.find((mention) => mention.at === "RecordTrigger.variable");
      const kind = trigger && its.variables.get(trigger.name);
      if (trigger && kind !== undefined && !found.has(trigger.name)) {
        found.set(trigger.name, { kind, owner: missed.id });
      }
      follows = its.follows;
    }
    return found;
  };
  return {
    workspace,
    context,
    region,
    set: (path, text) => workspace.set(path, text),
    remove(path) {
      workspace.remove(path);
      known.delete(path);
    },
    has: (path) => workspace.parsed(path) !== undefined,
    places: (path) => textOf(path).places,
    fences(path) {
      const entry = textOf(path);
      entry.fences ??= findFences(entry.places.text).filter((fence) => fence.info === "");
      return entry.fences;
    },
    items,
    *allItems() {
      for (const { path } of workspace.files()) yield* items(path);
    },
    itemAt(path, offset) {
      return items(path).findLast(({ item: { source } }) => {
        return source.offset <= offset && offset <= source.offset + source.text.length;
      });
    },
    kind: (name) => workspace.survey().world.kinds.get(name)?.facts.kind,
    kindEntries: () => workspace.survey().world.allKinds,
    clause(id) {
      const entry = workspace.survey().world.clauses.get(id);
      return entry?.clause && entry.instrument ? { clause: entry.clause, instrument: entry.instrument.id } : undefined;
    },
    variables,
  };
}
