import { nearest, type Problem } from "@kelisim/model";
import { readExpectation } from "./errors.ts";
import type { ItemText } from "./items.ts";
import { headMark, type Mark } from "./places.ts";

/** A word as the lexer gives it. */
export interface Token {
  readonly image: string;
  readonly startOffset: number;
  readonly startLine?: number;
  readonly startColumn?: number;
  readonly tokenType: { readonly name: string };
}

const NAME_RULES = new Set(["Name", "Word", "TimeUnit", "Confidence", "MonthName"]);

/** A place in the file, from a place in the item. */
export function at(source: ItemText, line: number, column: number): Mark {
  return { file: source.file, line: source.line + line - 1, column, length: 1 };
}

export const LEFT_OUT = "What cannot be read is left out of the program until it is mended.";

/** Words that belong to no item. */
export function strayText(source: ItemText): Problem {
  const lines = source.text.split(/\r\n|\r|\n/);
  const index = lines.findIndex((line) => line.trim() !== "" && !line.trim().startsWith("//"));
  const line = lines[index] ?? "";
  const word = /^\s*(\S+)/.exec(line)?.[1] ?? "";
  const meant = nearest(word, ITEM_WORDS);
  const column = line.length - line.trimStart().length + 1;
  const mark = { file: source.file, line: source.line + index, column, length: word.length };
  return {
    code: "accord/syntax",
    severity: "error",
    ...mark,
    message: `"${clip(word)}" does not begin an instrument, a kind or a clause.`,
    why: LEFT_OUT,
    mend: meant
      ? `Did you mean \`${meant}\`?`
      : "Begin with instrument, notice, event, duty, right, limit, prohibition or standing, followed by a name.",
    ...(meant ? { edit: { line: mark.line, column, length: word.length, text: meant } } : {}),
  };
}

const ITEM_WORDS = ["instrument", "notice", "event", "duty", "right", "limit", "prohibition", "standing"];

/** Characters that are no word of the language. */
export function unknownCharacters(mark: Mark, character: string): Problem {
  const shown = character === '"' ? "an opening quote without its closing one" : `the character ${show(character)}`;
  return {
    code: "accord/syntax",
    severity: "error",
    ...mark,
    message: `The language does not use ${shown}.`,
    why: LEFT_OUT,
    mend:
      character === '"'
        ? 'Close the text with " on the same line.'
        : "Remove it, put the text in quotes, or make it a comment with //.",
  };
}

function show(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const visible = code > 32 && code !== 127 && code < 0xfff0;
  return visible ? `"${character}"` : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** A word that does not fit where it stands: what could stand there, and how to mend it. */
export function unexpected(
  source: ItemText,
  tokens: readonly Token[],
  reported: Token,
  previous: Token | undefined,
  message: string,
  rules: readonly string[],
): Problem {
  const { fitting, expected, rule: inner } = readExpectation(message);
  const rule = NAME_RULES.has(inner) ? (rules.at(-2) ?? inner) : inner;
  // A choice reports the first word of the phrase it could not read; the word that spoils it may come later.
  const first = tokens.findIndex((other) => other.startOffset === reported.startOffset);
  const token = first < 0 ? undefined : tokens[first + fitting];
  const last = token ?? previous ?? tokens.at(-1);
  const mark: Mark = last
    ? { ...at(source, last.startLine ?? 1, last.startColumn ?? 1), length: last.image.length }
    : headMark(source);
  const found = token ? `"${clip(token.image)}"` : `the end of this ${source.word}`;
  const special = token ? (specialCase(tokens, token, mark) ?? wordAsValue(source, tokens, token)) : undefined;
  if (special) return special;
  const meant = token && /^[A-Za-z]/.test(token.image) ? meantBy(token.image, expected) : undefined;
  const options = describe(expected, rule);
  return {
    code: "accord/syntax",
    severity: "error",
    ...mark,
    message: options ? `Expected ${options}, but found ${found}.` : `${capital(found)} does not fit here.`,
    why: LEFT_OUT,
    mend: meant ? `Did you mean \`${meant}\`?` : mendFor(rule),
    ...(meant && meant !== token?.image
      ? { edit: { line: mark.line, column: mark.column, length: mark.length, text: meant } }
      : {}),
  };
}

/** The keyword that a misspelt word most likely meant; of equally near ones that of the same length. */
function meantBy(word: string, expected: readonly string[]): string | undefined {
  const distance = (keyword: string) => Math.abs(keyword.length - word.length);
  return nearest(
    word,
    expected.filter(isKeyword).sort((a, b) => distance(a) - distance(b)),
  );
}

const isKeyword = (name: string) => /^[A-Za-z]/.test(name) && !(name in TOKEN_NAMES);

const TOKEN_NAMES: Readonly<Record<string, string>> = {
  ID: "a name",
  STRING: 'a text in quotes ("...")',
  NUMBER: "a number",
  DATE: "a date (2026-11-21)",
  SLASHED: "a name",
  UNIT: "a unit",
};

/** What could have stood there. Where a name can, the keywords that are names too are not listed. */
function describe(expected: readonly string[], rule: string): string {
  const name = expected.includes("ID");
  const shown = name && expected.length > 20 ? expected.filter((token) => token in TOKEN_NAMES) : expected;
  const words = [...new Set(shown.map((token) => TOKEN_NAMES[token] ?? `\`${token}\``))];
  if (rule === "SingleRole" || rule === "Role") return "who owes or is owed (a party, a side, `each party`, `e.host`)";
  if (rule === "Term") return "something to compare (an attribute, a number, a text, a date)";
  if (words.length === 0 || words.length > 14) return "";
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

const TITLE = 'It begins with its word, a name and a title in quotes: duty FIRST-10 "Answer a request".';
const MENDS: Readonly<Record<string, string>> = {
  Instrument: 'It begins: instrument FIRST "Title".',
  ClauseHead: TITLE,
  LimitRule: "Write it like: at most 3 KIND x each calendar year for each x.PARTY.",
  Duty: TITLE,
  Right: TITLE,
  Limit: `${TITLE} Then: at most NUMBER KIND x each calendar year for each x.PARTY.`,
  Prohibition: `${TITLE} Then: WHO must not do KIND x.`,
  Standing: `${TITLE} Then: WHO owes WHOM.`,
  Kind: "It reads: notice NAME { attribute: type required; attribute: type }.",
  Attribute: "An attribute reads: name: type, then required, min and max in this order.",
  ArticleLine: 'The article stands in quotes: article "9(1)".',
  Sentence: "It reads: WHO must (or may) send, hold or do KIND x to WHOM where CONDITION.",
  RecordTrigger: "A trigger reads: when KIND x where CONDITION (the name x is needed).",
  Role: "Who owes stands before `must`.",
  SingleRole: "Write a party, `each party`, `every other party`, `side NAME`, `the other side`, `x.from`, `nobody` ...",
  Duration: "Write it like: 30 days, 48 hours, 5 working days; an assumed one needs source and confidence.",
  TimeUnit: "Units are minutes, hours, days, working days, weeks, months and years.",
  WithinDeadline: "Write it like: within 7 days of r.sent.",
  NoLaterDeadline: "Write it like: no later than 30 days before e.start.",
  Deadline: "Write it like: within 7 days of r.sent, no later than 30 days before e.start, by 15 December.",
  CalendarWindow: "Write it like: each calendar year.",
  Test: "Comparisons are =, !=, <, <=, >, >=; conditions are joined by `and`, `or`, `except`.",
  Unary: "Every parenthesis that is opened must be closed.",
};

function mendFor(rule: string): string {
  return MENDS[rule] ?? "See docs/language.md for the form of this phrase.";
}

/** Mistakes common enough to be named. */
function specialCase(tokens: readonly Token[], token: Token, mark: Mark): Problem | undefined {
  const index = tokens.findIndex((other) => other.startOffset === token.startOffset);
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (token.image === "," && before?.tokenType.name === "NUMBER" && after?.tokenType.name === "NUMBER") {
    const whole = `${before.image}${after.image}`;
    const column = before.startColumn ?? mark.column;
    const length = before.image.length + 1 + after.image.length;
    return {
      code: "accord/syntax",
      severity: "error",
      ...mark,
      column,
      length,
      message: `Numbers are written without commas: ${whole}.`,
      why: LEFT_OUT,
      mend: `Write ${whole}, or ${before.image}_${after.image}.`,
      edit: { line: mark.line, column, length, text: whole },
    };
  }
  const doubled = token.image === "=" ? [before, after].find((other) => other?.image === "=") : undefined;
  if (doubled) {
    const column = Math.min(doubled.startColumn ?? mark.column, mark.column);
    return {
      code: "accord/syntax",
      severity: "error",
      ...mark,
      column,
      length: 2,
      message: "Equality is written with one sign: =.",
      why: LEFT_OUT,
      mend: "Write =.",
      edit: { line: mark.line, column, length: 2, text: "=" },
    };
  }
  return undefined;
}

const COMPARISONS = new Set(["=", "!=", "<", "<=", ">", ">="]);

const JOINING = new Set(["and", "or", "except", "must", "may"]);

/** Words of the language that begin something to compare, where these words follow them. */
const BEGIN_TERMS: Readonly<Record<string, RegExp>> = {
  the: /^(moment|start|end)$/,
  start: /^of$/,
  end: /^of$/,
  next: /^period$/,
  previous: /^period$/,
  becoming: /^bound$/,
  count: /^of$/,
  sum: /^of$/,
  threshold: /^[A-Za-z]/,
  assume: /^\d/,
  verified: /^\d/,
};

/** A choice or name beside a comparison that is also a word of the language ("a.facility != other"): it wants quotes. */
function wordAsValue(source: ItemText, tokens: readonly Token[], token: Token): Problem | undefined {
  const index = tokens.findIndex((other) => other.startOffset === token.startOffset);
  const next = tokens[index + 1];
  const word = COMPARISONS.has(token.image) ? next : next && COMPARISONS.has(next.image) ? token : undefined;
  if (!word || !isKeyword(word.image) || word.tokenType.name !== word.image) return undefined;
  // Where a phrase goes on after the comparison, its value was left out.
  if (JOINING.has(word.image) || !next || next.startLine !== token.startLine) return undefined;
  const following = tokens[tokens.indexOf(word) + 1]?.image ?? "";
  if (BEGIN_TERMS[word.image]?.test(following)) return undefined;
  const mark = { ...at(source, word.startLine ?? 1, word.startColumn ?? 1), length: word.image.length };
  return {
    code: "accord/syntax",
    severity: "error",
    ...mark,
    message: `\`${word.image}\` is a word of the language: as a choice or a name it stands in quotes.`,
    why: LEFT_OUT,
    mend: `Write "${word.image}".`,
    edit: { line: mark.line, column: mark.column, length: mark.length, text: `"${word.image}"` },
  };
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
