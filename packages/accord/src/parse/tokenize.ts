import { languageServices } from "./parser.ts";

/** A word of the language, or a comment, at its place in the text. */
export interface Token {
  readonly text: string;
  readonly offset: number;
  /** Name of the token type; "COMMENT" for comments. */
  readonly type: string;
}

/** All words and comments of a text, in order. Characters that the language does not use are skipped. */
export function tokenize(text: string): readonly Token[] {
  const { tokens, hidden } = languageServices().lexer.tokenize(text);
  return [...tokens, ...hidden]
    .sort((a, b) => a.startOffset - b.startOffset)
    .map((token) => ({ text: token.image, offset: token.startOffset, type: token.tokenType.name }));
}
