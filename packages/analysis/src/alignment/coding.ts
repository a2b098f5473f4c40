import { type Coding, firstDay, type Programme, type Threat, type Undertaking, type WordRule } from "@kelisim/model";
import type { PriorityCode } from "./priorities.ts";

/** A coding by hand, as the calculation takes it. */
export const codesByHand = (codings: readonly Coding[]): readonly PriorityCode[] =>
  codings.map(({ statement, actor, threat, weight }) => ({ claim: statement, actor, threat, weight }));

/**
 * Undertakings coded by rules of words: each rule whose words begin a word of the text gives its weight to its threat, for everybody who
 * undertook it. An undertaking that no rule meets stays uncoded.
 */
export function codesByWords(
  undertakings: readonly Undertaking[],
  rules: readonly WordRule[],
): readonly PriorityCode[] {
  return undertakings.flatMap(({ id, undertaking, by }) =>
    rules
      .filter(({ words }) => words.some((word) => beginsAWord(undertaking, word)))
      .flatMap(({ threat, weight }) => by.map((actor) => ({ claim: id, actor, threat, weight }))),
  );
}

/** Agreements that the rows of threats name: weight 1 for each that it binds. `bound` gives the parties of an agreement on the day. */
export function codesOfAgreements(
  threats: readonly Threat[],
  bound: (instrument: string) => readonly string[],
): readonly PriorityCode[] {
  return threats.flatMap(({ id: threat, instruments }) =>
    instruments.flatMap((claim) => bound(claim).map((actor) => ({ claim, actor, threat, weight: 1 }))),
  );
}

/** Programmes that the rows of threats name and that began by the day: weight 1 for each donor. */
export function codesOfProgrammes(
  threats: readonly Threat[],
  programmes: readonly Programme[],
  day: number,
): readonly PriorityCode[] {
  const begun = new Map(
    programmes.filter(({ start }) => start !== undefined && firstDay(start) <= day).map((each) => [each.id, each]),
  );
  return threats.flatMap(({ id: threat, programmes: named }) =>
    named.flatMap((claim) => (begun.get(claim)?.donors ?? []).map((actor) => ({ claim, actor, threat, weight: 1 }))),
  );
}

const beginsAWord = (text: string, word: string): boolean => {
  const [all, wanted] = [text.toLowerCase(), word.toLowerCase()];
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1))
    if (at === 0 || !/\p{L}/u.test(all[at - 1]!)) return true;
  return false;
};
