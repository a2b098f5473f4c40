import type { Problem } from "@kelisim/model";
import type { ItemText } from "./items.ts";
import { headMark } from "./places.ts";
import { at, LEFT_OUT, type Token } from "./syntax-problems.ts";

/** Deeper nesting than any person writes; bounds the recursion of the parser and of everything after it. */
const DEEPEST = 32;
/** More words than any clause has; bounds the time one item can take. */
const LONGEST = 20_000;

/** Whether a text is long or nested enough to be worth counting; most are not. */
export function mayExceed(text: string): boolean {
  return text.length > LONGEST || (text.match(/\(|\bcount\b|\bsum\b|\bthreshold\b/g)?.length ?? 0) > DEEPEST;
}

/** The problem of an item that is too long or too deeply nested to be parsed. */
export function excessOf(source: ItemText, tokens: readonly Token[]): Problem | undefined {
  if (tokens.length > LONGEST) {
    return {
      code: "accord/too-long",
      severity: "error",
      ...headMark(source),
      message: `This ${source.word} has ${tokens.length} words; at most ${LONGEST} are read.`,
      why: LEFT_OUT,
      mend: "Split it into several clauses.",
    };
  }
  let depth = 0;
  let deepest = 0;
  let windows = 0;
  let where: Token | undefined;
  for (const [index, token] of tokens.entries()) {
    const name = token.tokenType.name;
    if (name === "(") depth++;
    if (name === ")") depth--;
    if (opensTerm(tokens, index)) windows++;
    if (depth + windows > deepest) {
      deepest = depth + windows;
      where = token;
    }
  }
  if (deepest <= DEEPEST || !where) return undefined;
  return {
    code: "accord/too-deep",
    severity: "error",
    ...at(source, where.startLine ?? 1, where.startColumn ?? 1),
    length: where.image.length,
    message: `Conditions are nested more than ${DEEPEST} deep here.`,
    why: LEFT_OUT,
    mend: "Flatten the condition, or split the clause.",
  };
}

/** Whether a window or a threshold begins here: terms that hold other terms. */
function opensTerm(tokens: readonly Token[], index: number): boolean {
  const name = (at: number) => tokens[at]?.tokenType.name;
  if (name(index - 1) === "." || name(index + 1) === ":") return false;
  if (name(index) === "threshold") return name(index + 2) === "of";
  return (name(index) === "count" || name(index) === "sum") && name(index + 1) === "of";
}
