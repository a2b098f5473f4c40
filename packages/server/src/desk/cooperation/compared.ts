import type { ComparedClause, PairClash, PairOverlap } from "@kelisim/api";
import { clashesOf, type Forbidden, overlapsOf, type Pair, type WindowClash, type World } from "@kelisim/compare";
import {
  causeWords,
  channelWords,
  citation,
  deadlineCases,
  exactness,
  exampleWords,
  forbiddenWords,
  sourceOfClause,
  type Words,
  windowWords,
} from "@kelisim/words";
import { instrumentNamed } from "./names.ts";

/** What one act performs for several agreements that bind the two, each clause shown. */
export function overlapsData(
  world: World,
  pair: Pair,
  words: Words,
): { readonly overlaps: PairOverlap[]; readonly compared: number } {
  const { names, say } = words;
  const answer = overlapsOf(world, pair);
  return {
    compared: answer.compared,
    overlaps: answer.overlaps.map((overlap) => ({
      act: names.kind(overlap.act),
      cause: causeWords(overlap.cause, names),
      clauses: overlap.clauses.flatMap((id) => clauseData(id, words)),
      under: overlap.under.map((id) => instrumentNamed(words, id)),
      cases: deadlineCases(overlap, names).map(({ text, rules }) => ({ text, rules: [...rules] })),
      channels: [...channelWords(overlap, say)],
      exact: overlap.doubts.length === 0,
      exactness: exactness(overlap.doubts, say),
      example: [...exampleWords(overlap.example, names)],
      unverified: overlap.unverified.map(({ instrument, party }) => ({
        instrument: instrumentNamed(words, instrument),
        party: { id: party, name: names.party(party) },
      })),
    })),
  };
}

/** What two agreements that bind the two ask and forbid at once, or date so that both cannot be kept. */
export function clashesData(
  world: World,
  pair: Pair,
  words: Words,
): { readonly clashes: PairClash[]; readonly acts: number; readonly bans: number } {
  const { forbidden, windows, compared } = clashesOf(world, pair);
  return {
    ...compared,
    clashes: [
      ...forbidden.flatMap((clash) => forbiddenData(clash, words)),
      ...windows.flatMap((clash) => windowData(clash, words)),
    ],
  };
}

function forbiddenData(clash: Forbidden, words: Words): PairClash[] {
  const [first] = clauseData(clash.asks, words);
  const [second] = clauseData(clash.forbids, words);
  if (first === undefined || second === undefined) return [];
  return [
    {
      kind: clash.about,
      first,
      second,
      when: forbiddenWords(clash, words),
      way: words.say.compare.way[clash.way],
      optional: clash.modal === "may",
      under: clash.under,
      ...restOf(clash, words),
    },
  ];
}

function windowData(clash: WindowClash, words: Words): PairClash[] {
  const [first] = clauseData(clash.sooner, words);
  const [second] = clauseData(clash.later, words);
  if (first === undefined || second === undefined) return [];
  const when = windowWords(clash, words);
  return [{ kind: clash.kind, first, second, when, optional: false, under: false, ...restOf(clash, words) }];
}

const restOf = (clash: Forbidden | WindowClash, { names, say }: Words) => ({
  ...(clash.settledBy === undefined ? {} : { settledBy: clash.settledBy }),
  exact: clash.doubts.length === 0,
  exactness: exactness(clash.doubts, say),
  example: [...exampleWords(clash.example, names)],
});

/** One clause, or none where no text of it is held by now. */
function clauseData(id: string, words: Words): ComparedClause[] {
  const placed = words.clauses.get(id);
  if (placed === undefined) return [];
  const { clause, instrument } = placed;
  return [
    {
      id,
      title: clause.title,
      article: citation(clause),
      articleUnverified: clause.articleAssumed !== undefined,
      instrument: instrument.id,
      instrumentName: words.names.instrument(instrument.id),
      rules: words.rule(clause).map(({ label, text }) => ({ label, text })),
      ...sourceOfClause(placed),
    },
  ];
}
