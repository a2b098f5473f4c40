import { HEADER_ATTRIBUTES } from "../program/index.ts";
import type { Desk, DeskItem } from "./desk.ts";
import { type Mention, viewOf } from "./item-view.ts";
import type { Location, Position, Range } from "./types.ts";

/** Something that has a name, the same thing wherever it is named. */
export interface AccordSymbol {
  readonly what: Exclude<Mention["what"], "word"> | "choice";
  readonly name: string;
  /** Whose it is: the kind of an attribute, the clause of a variable, the instrument of a side or zone. */
  readonly of?: string;
}

export interface SymbolAt {
  readonly symbol: AccordSymbol;
  readonly range: Range;
  readonly mention: Mention;
  readonly item: DeskItem;
}

/** What the name at a place names; undefined where there is none. */
export function symbolAt(desk: Desk, path: string, position: Position): SymbolAt | undefined {
  const places = desk.places(path);
  const offset = places.offset(position);
  // Where one item ends the next begins: the name may belong to either.
  for (const near of [offset, offset - 1]) {
    const item = desk.itemAt(path, near);
    if (!item) continue;
    const inside = offset - item.item.source.offset;
    const mention = viewOf(item.item.parsed).mentions.find(
      (each) => each.offset <= inside && inside <= each.offset + each.name.length,
    );
    const symbol = mention && resolve(desk, item, mention);
    if (mention && symbol) {
      const range = places.range(item.item.source.offset + mention.offset, mention.name.length);
      return { symbol, range, mention, item };
    }
  }
  return undefined;
}

/** What a mention names. Undefined where nothing of that name is in sight. */
export function resolve(desk: Desk, item: DeskItem, mention: Mention): AccordSymbol | undefined {
  const { what, name } = mention;
  switch (what) {
    case "variable":
    case "word": {
      const variable = desk.variables(item).get(name);
      if (variable) return { what: "variable", name, of: variable.owner };
      if (what === "variable") return undefined;
      return desk.context.parties.some((party) => party.id === name) ? { what: "party", name } : undefined;
    }
    case "attribute": {
      const kind = mention.kind ?? desk.variables(item).get(mention.variable ?? "")?.kind;
      return kind === undefined ? undefined : { what, name, of: Object.hasOwn(HEADER_ATTRIBUTES, name) ? "" : kind };
    }
    case "side":
    case "zone":
      return item.instrument === undefined ? undefined : { what, name, of: item.instrument };
    default:
      return { what, name };
  }
}

export function sameSymbol(a: AccordSymbol, b: AccordSymbol): boolean {
  return a.what === b.what && a.name === b.name && a.of === b.of;
}

/** Every place where a thing is named, in the order of the files. */
export function* mentionsOf(
  desk: Desk,
  symbol: AccordSymbol,
): Generator<Location & { readonly declares: boolean; readonly item: DeskItem }> {
  for (const item of desk.allItems()) {
    const { source, parsed } = item.item;
    if (!source.text.includes(symbol.name)) continue;
    for (const mention of viewOf(parsed).mentions) {
      if (mention.name !== symbol.name) continue;
      const found = resolve(desk, item, mention);
      if (!found || !sameSymbol(found, symbol)) continue;
      const range = desk.places(item.path).range(source.offset + mention.offset, mention.name.length);
      yield { path: item.path, range, declares: mention.declares, item };
    }
  }
}

/** Where a thing is declared. Several versions of a kind are several places. */
export function definitionOf(desk: Desk, path: string, position: Position): readonly Location[] {
  const at = symbolAt(desk, path, position);
  if (!at) return [];
  return [...mentionsOf(desk, at.symbol)]
    .filter((mention) => mention.declares)
    .map(({ path, range }) => ({ path, range }));
}

/** Every place where a thing is named. */
export function referencesOf(
  desk: Desk,
  path: string,
  position: Position,
  withDeclaration = true,
): readonly Location[] {
  const at = symbolAt(desk, path, position);
  if (!at) return [];
  return [...mentionsOf(desk, at.symbol)]
    .filter((mention) => withDeclaration || !mention.declares)
    .map(({ path, range }) => ({ path, range }));
}
