import type { BoundSpell, Standing, StatusRow } from "@kelisim/api";
import { standingOf, stretchesOf, type World } from "@kelisim/compare";
import { type CivilDay, formatDated, type StatusFact } from "@kelisim/model";
import { decidingFact, type Words } from "@kelisim/words";
import { type GeneralKnowledge, sourcedData } from "./sourced.ts";

/**
 * How a party stands to an instrument on the asked day, and how it came to that: spells through time, each found by
 * asking the same question on every day on which an act or a date of the table may have changed the answer.
 */
export function standingData(
  world: World,
  instrument: string,
  party: string,
  today: CivilDay,
  { general, words }: { readonly general: GeneralKnowledge; readonly words: Words },
): Standing {
  const standing = standingOf(world, instrument, party);
  const deciding = decidingFact(standing, world);
  const effect = deciding?.effectDate ?? deciding?.provisionalFrom;
  return {
    party,
    state: standing.state,
    provisional: standing.provisional,
    suspendedClauses: [...standing.suspendedClauses],
    doubts: standing.doubts.map((doubt) => words.say.compare.standingDoubt[doubt]),
    ...(deciding === undefined ? {} : { act: words.say.acts[deciding.act] }),
    ...(deciding?.actDate === undefined ? {} : { actDate: formatDated(deciding.actDate) }),
    ...(effect === undefined ? {} : { effectDate: formatDated(effect) }),
    spells: boundSpells(world, instrument, party, today),
    rows: standing.facts.map((fact) => statusRow(fact, general, words)),
  };
}

/** A row of the table of status as the screens take it. A date of low confidence is as little verified as one from general knowledge. */
export function statusRow(fact: StatusFact, general: GeneralKnowledge, words: Words): StatusRow {
  const { party, act, actDate, effectDate, provisionalFrom, clauses, confidence } = fact;
  const backed = sourcedData(fact, general);
  return {
    party,
    act,
    actName: words.say.acts[act],
    ...(actDate === undefined ? {} : { actDate: formatDated(actDate) }),
    ...(effectDate === undefined ? {} : { effectDate: formatDated(effectDate) }),
    ...(provisionalFrom === undefined ? {} : { provisionalFrom: formatDated(provisionalFrom) }),
    clauses: [...(clauses ?? [])],
    ...backed,
    unverified: backed.unverified || confidence === "low",
  };
}

/** Stretches in which a party stood alike to an instrument, up to the asked day. */
export const boundSpells = (world: World, instrument: string, party: string, today: CivilDay): BoundSpell[] =>
  stretchesOf(world, instrument, party, today).map(({ from, to, ...told }) => ({
    ...told,
    ...(from === undefined ? {} : { from: formatDated(from) }),
    ...(to === undefined ? {} : { to: formatDated(to) }),
  }));
