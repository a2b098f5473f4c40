import type { ParsedItem } from "../parse/syntax.ts";
import { tokenize } from "../parse/tokenize.ts";
import { type Spot, Walk } from "./network.ts";

/** A word of an item with what the grammar took it for. */
export interface Word {
  readonly text: string;
  /** In the item. */
  readonly offset: number;
  /** Token type; a keyword's is the keyword itself. */
  readonly type: string;
  /** Empty: it does not fit where it stands. */
  readonly spots: readonly Spot[];
}

/** What a name in an item names. */
export interface Mention {
  readonly what:
    | "kind"
    | "attribute"
    | "variable"
    | "clause"
    | "instrument"
    | "side"
    | "zone"
    | "party"
    | "organisation"
    /** A word standing alone: a record of the clause, a choice or a party. */
    | "word";
  readonly name: string;
  /** In the item. */
  readonly offset: number;
  readonly declares: boolean;
  /** Of an attribute: the record whose it is. */
  readonly variable?: string;
  /** Of an attribute: the kind whose it is, where the text says it itself. */
  readonly kind?: string;
  readonly at: string;
}

/** An item as its words: also of a text that the parser refuses, half typed or wrong. */
export interface ItemView {
  readonly words: readonly Word[];
  readonly comments: readonly Word[];
  readonly mentions: readonly Mention[];
  /** Records that the item names: variable → kind. */
  readonly variables: ReadonlyMap<string, string>;
  /** The duty whose miss it follows. */
  readonly follows: string | undefined;
}

const views = new WeakMap<ParsedItem, ItemView>();

/** The view of an item, made once. */
export function viewOf(item: ParsedItem): ItemView {
  let view = views.get(item);
  if (!view) {
    view = viewText(item.source.text);
    views.set(item, view);
  }
  return view;
}

/** The words of a text that begins an item. A word that does not fit is passed over. */
export function viewText(text: string): ItemView {
  const walk = new Walk();
  const words: Word[] = [];
  const comments: Word[] = [];
  for (const token of tokenize(text.replace(/^\uFEFF/, " "))) {
    if (token.type === "COMMENT") comments.push({ ...token, spots: [] });
    else words.push({ ...token, spots: walk.take(token.type) });
  }
  settleAmounts(words);
  const variables = variablesOf(words);
  const follows = words.find((word) => isAt(word, "MissTrigger.clause"))?.text;
  return { words, comments, mentions: mentionsOf(words, variables), variables, follows };
}

/** "at most 3 Exercise e" counts a kind, "at most 9 tanks of Exercise e" an attribute: the word after it tells. */
function settleAmounts(words: Word[]): void {
  words.forEach((word, index) => {
    if (!word.spots.some((spot) => spot.at === "CountRule.kind")) return;
    const wanted = words[index + 1]?.text === "of" ? "StockRule.attribute" : "CountRule.kind";
    words[index] = { ...word, spots: word.spots.filter((spot) => spot.at === wanted) };
  });
}

const at = (word: Word | undefined) => word?.spots[0]?.at ?? "";

function isAt(word: Word | undefined, ...spots: readonly string[]): boolean {
  return word?.spots.some((spot) => spots.includes(spot.at)) ?? false;
}

const KIND_SPOTS = [
  "RecordTrigger.kind",
  "Sentence.kind",
  "CountRule.kind",
  "StockRule.kind",
  "Prohibition.kind",
  "Window.kind",
];
const VARIABLE_SPOTS = KIND_SPOTS.map((spot) => spot.replace(".kind", ".variable"));

function variablesOf(words: readonly Word[]): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  words.forEach((word, index) => {
    const kind = words[index - 1];
    if (kind && isAt(word, ...VARIABLE_SPOTS) && isAt(kind, ...KIND_SPOTS)) variables.set(word.text, kind.text);
  });
  return variables;
}

const PLAIN: Readonly<Record<string, readonly [Mention["what"], boolean]>> = {
  "Instrument.name": ["instrument", true],
  "ClauseHead.name": ["clause", true],
  "Kind.name": ["kind", true],
  ...Object.fromEntries(KIND_SPOTS.map((spot) => [spot, ["kind", false] as const])),
  "ReferenceType.name": ["kind", false],
  ...Object.fromEntries(VARIABLE_SPOTS.map((spot) => [spot, ["variable", true] as const])),
  "SideDeclaration.name": ["side", true],
  "SideRole.name": ["side", false],
  "PartyName.name": ["party", false],
  "ZoneLine.name": ["zone", true],
  "Test.zone": ["zone", false],
  "HoldersRole.zone": ["zone", false],
  "MembersRole.organisation": ["organisation", false],
  "Test.organisation": ["organisation", false],
  "MissTrigger.clause": ["clause", false],
  "ClauseName.name": ["clause", false],
  "RecordTrigger.instrument": ["instrument", false],
  "UnderPart.instrument": ["instrument", false],
  "Prohibition.instrument": ["instrument", false],
};

function mentionsOf(words: readonly Word[], variables: ReadonlyMap<string, string>): readonly Mention[] {
  const own = words.find((word) => isAt(word, "Kind.name"))?.text;
  const counted = words.find((word) => isAt(word, "CountRule.kind", "StockRule.kind"))?.text;
  const act = words.find((word) => isAt(word, "Sentence.kind"))?.text;
  return words.flatMap((word, index): readonly Mention[] => {
    const spot = at(word);
    const { text: name, offset } = word;
    const plain = PLAIN[spot];
    const base = { name, offset, at: spot, declares: false };
    if (plain) return [{ ...base, what: plain[0], declares: plain[1] }];
    switch (spot) {
      case "Path.name": {
        if (words[index + 1]?.text === "." || variables.has(name)) return [{ ...base, what: "variable" }];
        return [{ ...base, what: "word" }];
      }
      case "Path.attribute": {
        const variable = words[index - 2]?.text;
        return variable === undefined ? [] : [{ ...base, what: "attribute", variable }];
      }
      case "Attribute.name":
        return own === undefined ? [] : [{ ...base, what: "attribute", declares: true, kind: own }];
      case "Kind.actor":
      case "Change.name":
        return own === undefined ? [] : [{ ...base, what: "attribute", kind: own }];
      case "StockRule.attribute":
      case "SimultaneousWindow.start":
      case "SimultaneousWindow.end":
        return counted === undefined ? [] : [{ ...base, what: "attribute", kind: counted }];
      case "TotalLine.attribute":
        return act === undefined ? [] : [{ ...base, what: "attribute", kind: act }];
      default:
        return [];
    }
  });
}
