import type { Problem } from "@kelisim/model";
import type { Item } from "../generated/ast.ts";
import { excessOf, mayExceed } from "./excess.ts";
import type { ItemText } from "./items.ts";
import { languageServices } from "./parser.ts";
import { at, strayText, type Token, unexpected, unknownCharacters } from "./syntax-problems.ts";

export interface ParsedItem {
  readonly source: ItemText;
  /** Missing where the text has syntax errors. */
  readonly item?: Item;
  readonly problems: readonly Problem[];
}

/** Parses one item. Wrong text gives problems and no tree; it never throws, however the text is nested or long. */
export function parseItem(source: ItemText): ParsedItem {
  if (source.word === undefined) return { source, problems: [strayText(source)] };
  const { parser, lexer } = languageServices();
  const tokens = () => lexer.tokenize(source.text).tokens as readonly Token[];
  const excess = mayExceed(source.text) ? excessOf(source, tokens()) : undefined;
  if (excess) return { source, problems: [excess] };
  const result = parser.parse<Item>(source.text, { rule: "Item" });
  const problems: Problem[] = [];
  for (const error of result.lexerErrors.slice(0, 3)) {
    const quote = source.text[error.offset] === '"';
    const length = quote ? restOfLine(source.text, error.offset) : Math.max(1, error.length);
    const mark = { ...at(source, error.line ?? 1, error.column ?? 1), length };
    problems.push(unknownCharacters(mark, source.text.slice(error.offset, error.offset + 1)));
  }
  // A character left out often makes a second error of the words around it.
  const parserError = problems.length > 0 ? undefined : result.parserErrors[0];
  if (parserError) {
    const token = parserError.token as Token;
    const previous = "previousToken" in parserError ? (parserError.previousToken as Token | undefined) : undefined;
    problems.push(unexpected(source, tokens(), token, previous, parserError.message, rulesOf(parserError)));
  }
  return problems.length > 0 ? { source, problems } : { source, item: result.value, problems };
}

/** The rules in which an error happened, outermost first. */
function rulesOf(error: { readonly context: { readonly ruleStack: readonly string[] } }): readonly string[] {
  return error.context.ruleStack.map((name) => name.replace(/\u200B$/, ""));
}

function restOfLine(text: string, from: number): number {
  const end = text.slice(from).search(/[\r\n]/);
  return end < 0 ? text.length - from : end;
}
