import type { AstNode } from "langium";
import type { Item } from "../generated/ast.ts";
import { type Token, tokenize } from "../parse/tokenize.ts";

/** Longest line that is left in one piece. */
const WIDTH = 120;

/** An item laid out, and the comments that stood below it and belong to what follows. */
export interface Layout {
  readonly lines: readonly string[];
  readonly after: readonly string[];
}

/**
 * Lays out one item from its words alone: its head on the first line, each phrase on a line of its own, long lines
 * broken before `where` and then before `and`, `or`, `except`. A comment keeps its word: one at the end of a line
 * stays there, one on a line of its own too.
 */
export function layOut(text: string, item: Item): Layout {
  const tokens = tokenize(text);
  const last = tokens.findLastIndex((token) => token.type !== "COMMENT");
  const inner: Token[] = [];
  const after: string[] = [];
  tokens.forEach((token, index) => {
    if (index > last && ownLine(text, token)) after.push(token.text.trimEnd());
    else inner.push(token);
  });
  const starts = new Set(item.$type === "Kind" ? attributeStarts(text, item, inner) : phraseStarts(item));
  return { lines: physicalLines(text, inner, starts, item.$type === "Kind"), after };
}

function offsetOf(node: AstNode | undefined): readonly number[] {
  return node?.$cstNode ? [node.$cstNode.offset] : [];
}

/** Offsets at which a phrase begins. The article stays on the line of the head. */
function phraseStarts(item: Exclude<Item, { $type: "Kind" }>): readonly number[] {
  const lines = item.lines.filter((line, index) => index > 0 || line.$type !== "ArticleLine");
  const starts = lines.flatMap(offsetOf);
  switch (item.$type) {
    case "Duty":
    case "Right":
      return [...starts, ...offsetOf(item.trigger), ...offsetOf(item.sentence)];
    case "Limit":
      return [...starts, ...offsetOf(item.rule)];
    case "Prohibition":
      return [...starts, ...offsetOf(item.bearer)];
    case "Standing":
      return [...starts, ...offsetOf(item.debtor)];
    case "Instrument":
      return starts;
  }
}

/** A kind stands on one line where it fits and has no comments; else each attribute has its own. */
function attributeStarts(text: string, item: Extract<Item, { $type: "Kind" }>, tokens: readonly Token[]) {
  const flat = joined(tokens);
  if (flat.length <= WIDTH && !tokens.some((token) => token.type === "COMMENT")) return [];
  const brace = tokens.findLast((token) => token.text === "}");
  return [...item.attributes.flatMap(offsetOf), ...(brace ? [brace.offset] : [])].filter((at) => at < text.length);
}

function ownLine(text: string, token: Token): boolean {
  for (let at = token.offset - 1; at >= 0; at--) {
    const character = text[at]!;
    if (character === "\n" || character === "\r") return true;
    if (!/\s/.test(character)) return false;
  }
  return true;
}

function physicalLines(
  text: string,
  tokens: readonly Token[],
  starts: ReadonlySet<number>,
  isKind: boolean,
): readonly string[] {
  const lines: string[] = [];
  /** Comment at the end of a line, by the line's index. */
  const comments = new Map<number, string>();
  let phrase: Token[] = [];
  let first = true;
  /** Whether the phrase goes on after a comment. */
  let going = false;
  const flush = () => {
    if (phrase.length === 0) return;
    const closing = isKind && phrase[0]!.text === "}";
    const indent = first || closing ? "" : going ? "    " : "  ";
    lines.push(...wrapped(phrase, indent));
    phrase = [];
    first = false;
  };
  for (const token of tokens) {
    if (token.type === "COMMENT") {
      const atEnd = !ownLine(text, token) && (phrase.length > 0 || lines.length > 0);
      flush();
      if (atEnd) comments.set(lines.length - 1, token.text.trimEnd());
      else lines.push(`${first ? "" : "  "}${token.text.trimEnd()}`);
      going = true;
      continue;
    }
    if (starts.has(token.offset)) {
      flush();
      going = false;
    }
    phrase.push(token);
  }
  flush();
  return withComments(lines, comments);
}

/** Puts comments at the ends of their lines, in one column where lines that have one follow each other. */
function withComments(lines: readonly string[], comments: ReadonlyMap<number, string>): readonly string[] {
  return lines.map((line, index) => {
    const comment = comments.get(index);
    if (comment === undefined) return line;
    let width = line.length;
    for (let at = index - 1; comments.has(at); at--) width = Math.max(width, lines[at]!.length);
    for (let at = index + 1; comments.has(at); at++) width = Math.max(width, lines[at]!.length);
    return `${line.padEnd(width)} ${comment}`;
  });
}

/** Weakest first. */
const JOINS = ["except", "or", "and"];
const ELSEWHERE = new Set(["for", "counted", "source", "read", "to", "article", "in", "temporary", "confidence"]);

/** Breaks a phrase that is too long: before its `where`, then as `filled` does. */
function wrapped(tokens: readonly Token[], indent: string): readonly string[] {
  const whole = indent + joined(tokens);
  if (whole.length <= WIDTH) return [whole];
  const where = tokens.findIndex((token) => token.type === "where");
  const pieces = split(tokens, (token, index) => index === where || token.type === "assumed");
  return pieces.flatMap((piece, index) => filled(piece, index === 0 ? indent : "    "));
}

/** Breaks what is too long before the words that join it, outermost parentheses first; failing that, greedily. */
function filled(tokens: readonly Token[], indent: string): readonly string[] {
  const whole = indent + joined(tokens);
  if (whole.length <= WIDTH) return [whole];
  const depths = depthsOf(tokens);
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0);
  for (let level = 0; level <= deepest; level++) {
    for (const join of JOINS) {
      const pieces = split(tokens, (token, index) => depths[index] === level && token.type === join);
      if (pieces.length === 1) continue;
      return pieces.flatMap((piece, index) => filled(piece, index === 0 || join === "except" ? indent : `${indent}  `));
    }
  }
  return greedy(tokens, indent);
}

/** How deep each word lies in parentheses, or in the condition of a window ("count of X x where ... in 30 days"). */
function depthsOf(tokens: readonly Token[]): readonly number[] {
  let depth = 0;
  let windows = 0;
  return tokens.map((token, index) => {
    const closes = token.type === "in" && windows > 0 && tokens[index + 1]?.type === "NUMBER";
    if (token.text === ")" || closes) depth--;
    if (closes) windows--;
    const own = depth;
    const opens = token.type === "where" && index > 0;
    if (token.text === "(" || opens) depth++;
    if (opens) windows++;
    return own;
  });
}

function greedy(tokens: readonly Token[], indent: string): readonly string[] {
  const lines: string[] = [];
  let line: Token[] = [];
  let lead = indent;
  for (const piece of split(tokens, (token) => ELSEWHERE.has(token.type))) {
    if (line.length > 0 && lead.length + joined([...line, ...piece]).length > WIDTH) {
      lines.push(lead + joined(line));
      line = [];
      lead = `${indent}  `;
    }
    line.push(...piece);
  }
  if (line.length > 0) lines.push(lead + joined(line));
  return lines;
}

function split(tokens: readonly Token[], before: (token: Token, index: number) => boolean): Token[][] {
  const pieces: Token[][] = [];
  for (const [index, token] of tokens.entries()) {
    const attribute = tokens[index - 1]?.text === ".";
    if (pieces.length === 0 || (before(token, index) && !attribute)) pieces.push([token]);
    else pieces.at(-1)!.push(token);
  }
  return pieces;
}

/** The words with the spaces that belong between them. */
function joined(tokens: readonly Token[]): string {
  let text = "";
  let inSet = false;
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (token.text === "{" && before?.text === "=") inSet = true;
    const tight =
      !before ||
      [",", ";", ":", ")", "."].includes(token.text) ||
      ["(", "."].includes(before.text) ||
      (inSet && (before.text === "{" || token.text === "}")) ||
      (before.text === "{" && token.text === "}");
    text += tight ? token.text : ` ${token.text}`;
    if (token.text === "}") inSet = false;
  }
  return text;
}
