import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";

/** What one actor says a term means. */
export interface Definition {
  readonly term: string;
  readonly actor: string;
  readonly text: string;
  readonly source: string;
}

export interface TermSideBySide {
  readonly term: string;
  readonly definitions: readonly Definition[];
  /** Actors asked for of whom our tables hold none: what they mean is unknown. */
  readonly withoutOne: readonly string[];
  /** Words of at least four letters that all of the definitions have, and that only one has. */
  readonly inAll: readonly string[];
  readonly onlyIn: readonly { readonly actor: string; readonly words: readonly string[] }[];
}

/** Definitions of each term beside each other; terms are compared with letters of either case. */
export function definitionsSideBySide(
  definitions: readonly Definition[],
  actors: readonly string[],
  from: readonly ResultInput[],
): Result<readonly TermSideBySide[]> {
  const taken = definitions.filter(({ actor }) => actors.includes(actor));
  const terms = [...new Set(taken.map(({ term }) => term.toLowerCase()))].sort();
  const value = terms.map((term) => {
    const its = taken.filter((one) => one.term.toLowerCase() === term);
    const words = its.map(({ text }) => wordsOf(text));
    return {
      term,
      definitions: its,
      withoutOne: actors.filter((actor) => !its.some((one) => one.actor === actor)),
      inAll: its.length < 2 ? [] : words[0]!.filter((word) => words.every((other) => other.includes(word))),
      onlyIn: its.map(({ actor }, at) => ({
        actor,
        words: words[at]!.filter((word) => !words.some((other, index) => index !== at && other.includes(word))),
      })),
    };
  });
  return result("alignment.definitions", value, from, [
    { reason: "actor not asked for", rows: definitions.length - taken.length },
  ]);
}

function wordsOf(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])].sort();
}
