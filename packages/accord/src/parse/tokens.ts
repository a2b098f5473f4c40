import { DefaultTokenBuilder, type Grammar, type TokenBuilderOptions } from "langium";

type TokenVocabulary = ReturnType<DefaultTokenBuilder["buildTokens"]>;
interface Matched {
  readonly image: string;
  readonly tokenType: { readonly name: string };
}

const LETTERS = "A-Za-z_\\u00C0-\\u024F\\u0400-\\u04FF";
const UNIT = new RegExp(`[${LETTERS}][${LETTERS}0-9]*(?:/[${LETTERS}0-9]+)?`, "y");
/** Every character a unit may begin with; without them the lexer would try each pattern at each character. */
const FIRST_LETTERS = [
  ...Array.from({ length: 0x80 }, (_, code) => code),
  ...Array.from({ length: 0x250 - 0xc0 }, (_, i) => 0xc0 + i),
  ...Array.from({ length: 0x100 }, (_, i) => 0x400 + i),
]
  .map((code) => String.fromCharCode(code))
  .filter((character) => new RegExp(`[${LETTERS}]`).test(character));
const BEFORE_ON_LINE = /^[^\S\r\n]+$/;
/** What stands after a name that begins the next phrase ("INCB must ...", "e.host must ...") and never after a unit. */
const PHRASE_FOLLOWS = /[^\S\r\n]*(?:\.[^\S\r\n]*[A-Za-z_]|(?:must|may|jointly|except)\b)/y;
const AGGREGATE_FOLLOWS = /[^\S\r\n]*(?:total|latest)\b/y;
const TERMINALS = new Set(["WS", "COMMENT", "UNIT", "STRING", "DATE", "NUMBER", "SLASHED", "ID"]);
const SCALES = new Set(["thousand", "million", "billion"]);

/**
 * The tokens of the language: Langium's, with `UNIT` told from a name by what stands around it.
 *
 * After a number, a word on the same line is its unit ("40 km", "100 million m3"), unless the word begins the next
 * phrase ("where e.personnel >= 9000 INCB must send"). In a limit ("at most 2 Inspection i") the word after the
 * number is a kind or an attribute; there a unit is one only before `total` or `latest`. A grammar rule could not
 * decide this, since the parser's lookahead ends with the rule.
 */
export class AccordTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): TokenVocabulary {
    const tokens = super.buildTokens(grammar, options);
    if (!Array.isArray(tokens)) return tokens;
    const types = tokens as unknown as {
      name: string;
      PATTERN?: unknown;
      LINE_BREAKS?: boolean;
      START_CHARS_HINT?: string[];
    }[];
    const unit = types.find((type) => type.name === "UNIT");
    if (!unit) return tokens;
    const keywords = new Set(types.map((type) => type.name).filter((name) => !TERMINALS.has(name)));
    unit.LINE_BREAKS = false;
    unit.START_CHARS_HINT = FIRST_LETTERS;
    unit.PATTERN = (text: string, offset: number, matched: readonly Matched[]) =>
      matchUnit(text, offset, matched, keywords);
    // First in order: what is a unit must be found before the same word is taken for a name.
    return [unit, ...types.filter((type) => type !== unit)] as unknown as TokenVocabulary;
  }
}

function matchUnit(
  text: string,
  offset: number,
  matched: readonly Matched[],
  keywords: ReadonlySet<string>,
): RegExpExecArray | null {
  let at = matched.length - 1;
  if (at >= 0 && SCALES.has(matched[at]!.tokenType.name)) at--;
  if (at < 0 || matched[at]!.tokenType.name !== "NUMBER") return null;
  UNIT.lastIndex = offset;
  const found = UNIT.exec(text);
  if (!found || keywords.has(found[0]) || !onSameLine(text, offset)) return null;
  const end = offset + found[0].length;
  PHRASE_FOLLOWS.lastIndex = end;
  if (PHRASE_FOLLOWS.test(text)) return null;
  if (followsAtMost(matched, at)) {
    AGGREGATE_FOLLOWS.lastIndex = end;
    return AGGREGATE_FOLLOWS.test(text) ? found : null;
  }
  return found;
}

function onSameLine(text: string, offset: number): boolean {
  let start = offset;
  while (start > 0 && BEFORE_ON_LINE.test(text[start - 1]!)) start--;
  return start < offset && text[start - 1] !== "\n" && text[start - 1] !== "\r";
}

function followsAtMost(matched: readonly Matched[], number: number): boolean {
  let before = number - 1;
  if (before >= 0 && ["assume", "verified"].includes(matched[before]!.tokenType.name)) before--;
  return before >= 0 && matched[before]!.tokenType.name === "most";
}
