import type { Desk } from "./desk.ts";
import { viewOf, type Word } from "./item-view.ts";
import type { Range } from "./types.ts";

/** Types of words, in the order in which a client knows them. */
export const TOKEN_TYPES = [
  "keyword",
  "string",
  "number",
  "comment",
  "operator",
  "class",
  "property",
  "variable",
  "function",
  "namespace",
  "enumMember",
  "type",
] as const;

export interface SemanticToken {
  readonly range: Range;
  readonly type: (typeof TOKEN_TYPES)[number];
}

const OF: Readonly<Record<string, SemanticToken["type"]>> = {
  kind: "class",
  attribute: "property",
  variable: "variable",
  clause: "function",
  instrument: "namespace",
  side: "enumMember",
  zone: "enumMember",
  party: "enumMember",
  organisation: "enumMember",
  word: "enumMember",
};

/** The words of a file's blocks, each by what it is, in their order. */
export function semanticTokensOf(desk: Desk, path: string): readonly SemanticToken[] {
  const places = desk.places(path);
  return desk.items(path).flatMap(({ item: { source, parsed } }) => {
    const view = viewOf(parsed);
    const named = new Map(view.mentions.map((mention) => [mention.offset, OF[mention.what]!]));
    return [...view.words, ...view.comments]
      .sort((a, b) => a.offset - b.offset)
      .flatMap((word): readonly SemanticToken[] => {
        const type = named.get(word.offset) ?? typeOf(word);
        return type === undefined ? [] : [{ range: places.range(source.offset + word.offset, word.text.length), type }];
      });
  });
}

function typeOf({ type, text, spots }: Word): SemanticToken["type"] | undefined {
  if (type === "COMMENT") return "comment";
  if (type === "STRING") return "string";
  if (type === "NUMBER" || type === "DATE") return "number";
  if (spots.some(({ at }) => at === "PlainType.name" || at === "AmountType.unit" || at === "Unit.name")) return "type";
  if (spots.some(({ at }) => at === "Choice.value")) return "enumMember";
  if (/^[<>=!]+$/.test(text)) return "operator";
  return type === text && /^[\p{L}]/u.test(text) ? "keyword" : undefined;
}
