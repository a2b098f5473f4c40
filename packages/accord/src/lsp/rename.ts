import { tokenize } from "../parse/tokenize.ts";
import { HEADER_ATTRIBUTES } from "../program/index.ts";
import type { Desk } from "./desk.ts";
import { namesOf } from "./network.ts";
import { type AccordSymbol, mentionsOf, symbolAt } from "./symbols.ts";
import type { FileEdits, Position, Range, Refused, TextEdit } from "./types.ts";

const RENAMED = new Set(["kind", "attribute", "variable", "clause", "instrument", "side", "zone"]);

/** Whether the name at a place can be changed here: its place and text, or why not. */
export function renameAt(
  desk: Desk,
  path: string,
  position: Position,
): { readonly range: Range; readonly name: string } | Refused {
  const found = symbolAt(desk, path, position);
  if (!found) return { refused: "There is no name here that could be changed." };
  const refused = whyNot(desk, found.symbol);
  return refused === undefined ? { range: found.range, name: found.symbol.name } : { refused };
}

function whyNot(desk: Desk, symbol: AccordSymbol): string | undefined {
  const { what, name } = symbol;
  if (!RENAMED.has(what)) return `A ${what} is named in the tables of the region, not here.`;
  if (what === "attribute" && symbol.of === "") return `"${name}" is part of the header of every record.`;
  const declared = [...mentionsOf(desk, symbol)].some((mention) => mention.declares);
  return declared ? undefined : `"${name}" is not declared in the files given.`;
}

/**
 * Changes a name wherever the thing is named, in all files; prose is never touched. Refused: what is no name of the
 * language, what already names something else in the same place, and what would give the texts another error.
 */
export function rename(desk: Desk, path: string, position: Position, name: string): FileEdits | Refused {
  const found = symbolAt(desk, path, position);
  const can = renameAt(desk, path, position);
  if (!found || "refused" in can) return "refused" in can ? can : { refused: "There is no name here." };
  const { symbol } = found;
  if (name === symbol.name) return new Map();
  const refused = refuseName(symbol, name) ?? collision(desk, symbol, name);
  if (refused !== undefined) return { refused };
  const edits = new Map<string, TextEdit[]>();
  for (const mention of mentionsOf(desk, symbol)) {
    const all = edits.get(mention.path) ?? [];
    edits.set(mention.path, all);
    all.push({ range: mention.range, newText: name });
  }
  const broken = newError(desk, edits);
  return broken === undefined ? edits : { refused: `With that name the text would have an error: ${broken}` };
}

function refuseName(symbol: AccordSymbol, name: string): string | undefined {
  const [token, ...more] = tokenize(name);
  const names = namesOf(symbol.what === "attribute" ? "Word" : "Name");
  if (token && more.length === 0 && token.text === name && names.has(token.type)) return undefined;
  return `"${name}" is no name of the language.`;
}

/** What the name already names where the thing lives. */
function collision(desk: Desk, { what, name: old, of }: AccordSymbol, name: string): string | undefined {
  const { world } = desk.workspace.survey();
  const taken = (is: boolean, as: string) => (is ? `"${name}" already names ${as}.` : undefined);
  switch (what) {
    case "kind":
      return taken(world.declared.has(name), "a kind");
    case "attribute":
      return (
        taken(Object.hasOwn(HEADER_ATTRIBUTES, name), "a part of the header of every record") ??
        taken(
          desk
            .kindEntries()
            .some(({ facts: { kind } }) => kind.name === of && kind.attributes.some((a) => a.name === name)),
          `an attribute of ${of}`,
        )
      );
    case "variable": {
      const party = desk.context.parties.some(({ id }) => id === name);
      const users = [...desk.allItems()].filter((item) => desk.variables(item).get(old)?.owner === of);
      return (
        taken(party, "a party") ??
        taken(
          users.some((item) => desk.variables(item).has(name)),
          "a record of the clause",
        )
      );
    }
    case "clause":
      return taken(world.clauses.has(name), "a clause");
    case "instrument":
      return taken(world.instruments.has(name), "an instrument");
    case "side":
      return taken(
        world.instruments.get(of ?? "")?.facts.head.sides.some((side) => side.name === name) ?? false,
        "a side",
      );
    case "zone":
      return taken(Object.hasOwn(world.instruments.get(of ?? "")?.facts.head.zones ?? {}, name), "a zone");
    default:
      return undefined;
  }
}

/** Tries the edits, and takes them back: the first error that the texts have only then. */
function newError(desk: Desk, edits: FileEdits): string | undefined {
  const { workspace } = desk;
  const errors = () => workspace.compilation().problems.filter((problem) => problem.severity === "error");
  const before = errors().length;
  const originals = [...edits.keys()].map((path) => ({ path, text: desk.places(path).text }));
  for (const { path, text } of originals) workspace.set(path, applyEdits(desk, path, text, edits.get(path) ?? []));
  const after = errors();
  for (const { path, text } of originals) workspace.set(path, text);
  return after.length > before ? after[0]?.message : undefined;
}

/** A text with edits that do not overlap. */
export function applyEdits(desk: Desk, path: string, text: string, edits: readonly TextEdit[]): string {
  const places = desk.places(path);
  const sorted = edits
    .map(({ range, newText }) => ({ start: places.offset(range.start), end: places.offset(range.end), newText }))
    .sort((a, b) => a.start - b.start);
  let result = "";
  let at = 0;
  for (const { start, end, newText } of sorted) {
    result += text.slice(at, start) + newText;
    at = end;
  }
  return result + text.slice(at);
}
