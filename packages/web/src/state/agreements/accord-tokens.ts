export type TokenKind = "form" | "keyword" | "type" | "id" | "string" | "number" | "comment";

export interface Token {
  readonly kind: TokenKind;
  /** Offsets in the line. */
  readonly from: number;
  readonly to: number;
}

const FORMS = new Set(["instrument", "duty", "right", "limit", "prohibition", "standing", "notice", "event"]);
const WORDS = new Set(
  (
    "kind treaty politically binding voluntary signed sides zone source article confidence high medium low when every year month " +
    "quarter must not may send hold do to from the other side each party owes where and or except is given in before after of " +
    "within no later than sooner by day days hour hours week weeks months years working if otherwise channel assume assumed read " +
    "as silence means subject notwithstanding under at most text number places time verified for nobody members unless consent"
  ).split(" "),
);
const PIECE =
  /(?<comment>\/\/.*$)|(?<string>"[^"]*"?)|(?<number>(?<![\p{L}\p{N}_-])\d[\d_.]*(?:-\d[\d_.]*)*)|(?<word>[\p{L}_][\p{L}\p{N}_-]*)/gu;

/** What the pieces of a line of the agreement language look like; what they mean is the language server's to say. */
export function accordTokens(line: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const found of line.matchAll(PIECE)) {
    const { comment, string, number, word } = found.groups as Record<string, string | undefined>;
    const kind =
      comment !== undefined
        ? "comment"
        : string !== undefined
          ? "string"
          : number !== undefined
            ? "number"
            : kindOfWord(word!);
    if (kind !== undefined) tokens.push({ kind, from: found.index, to: found.index + found[0].length });
  }
  return tokens;
}

function kindOfWord(word: string): TokenKind | undefined {
  if (FORMS.has(word)) return "form";
  if (/^[A-Z][\w-]*\d[\w-]*$/.test(word)) return "id";
  if (/^[A-Z]/.test(word)) return "type";
  return WORDS.has(word) ? "keyword" : undefined;
}

/** Which lines of a literate text stand inside a block of code; the lines of the fences themselves do not. */
export function codeLines(lines: Iterable<string>): readonly boolean[] {
  let inside = false;
  return Array.from(lines, (line) => {
    if (!/^[ \t]*```/.test(line)) return inside;
    inside = !inside;
    return false;
  });
}
