import type { Language } from "../texts/index.ts";
import { RUSSIAN_PROBLEMS } from "./russian-problems.ts";

/** Names that a problem may hold: those of kinds of records, where the reader knows them by a title. */
export interface ProblemNames {
  kind(name: string): string;
}

interface Rule {
  readonly pattern: RegExp;
  readonly text: string;
}

const PLACE = /\{(\w*)\}/g;

/** "{}" in the English stands for anything, `{kind}` for the name of a kind; the Russian takes them up by number. */
const RULES: readonly Rule[] = RUSSIAN_PROBLEMS.map(([english, text]) => ({
  pattern: new RegExp(`^${english.split(PLACE).map(patternOf).join("")}$`, "s"),
  text,
}));

function patternOf(part: string, index: number): string {
  if (index % 2 === 0) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return part === "kind" ? "(?<kind>\\w+)" : "(.+?)";
}

const plain: ProblemNames = { kind: (name) => name };

/**
 * What the node or a reader of records says is wrong, or how it is mended, in the language of who reads it. They speak
 * English; a sentence that has no words in the other language stays as it is.
 *
 * @example problemWords("ru", "is missing") // "не заполнено"
 */
export function problemWords(language: Language, sentence: string, names: ProblemNames = plain): string {
  return language === "ru" ? russian(sentence, names) : sentence;
}

function russian(sentence: string, names: ProblemNames): string {
  for (const { pattern, text } of RULES) {
    const found = pattern.exec(sentence);
    if (found === null) continue;
    const { kind } = found.groups ?? {};
    const parts = found.slice(1).map((part) => (part === kind ? names.kind(part) : russian(part, names)));
    return text.replaceAll(PLACE, (_, number: string) => parts[Number(number)] ?? "");
  }
  return sentence;
}
