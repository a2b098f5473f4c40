import type { BoundSpell, Standing, StatusRow } from "@kelisim/api";
import { standingOf, type World } from "@kelisim/compare";
import { type CivilDay, type Dated, endOfDay, firstDay, formatDated, lastDay, type StatusFact } from "@kelisim/model";
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
export function boundSpells(world: World, instrument: string, party: string, today: CivilDay): BoundSpell[] {
  const zone = world.instruments.get(instrument)?.timeZone ?? "UTC";
  const facts = world.book.status.factsOf(instrument, party);
  const days = new Set<CivilDay>();
  const add = (date: Dated | undefined) => {
    if (date === undefined) return;
    days.add(firstDay(date));
    // What a coarse date leaves open is settled once the last of its days has passed.
    days.add(typeof date === "number" ? date : lastDay(date) + 1);
  };
  for (const { actDate, effectDate, provisionalFrom } of facts)
    for (const date of [actDate, effectDate, provisionalFrom]) add(date);
  const changes = [...days].filter((day) => day <= today).sort((a, b) => a - b);
  const spells: { spell: Omit<BoundSpell, "from" | "to"> | undefined; from: CivilDay | undefined }[] = [];
  // Rows without any date say how it stands, and not since when.
  for (const day of changes.length === 0 ? [today] : changes) {
    const spell = spellOn({ ...world, on: endOfDay(day, zone) }, instrument, party);
    const last = spells.at(-1);
    if (last !== undefined && JSON.stringify(last.spell) === JSON.stringify(spell)) continue;
    spells.push({ spell, from: changes.length === 0 ? undefined : day });
  }
  return spells.flatMap(({ spell, from }, index) => {
    if (spell === undefined) return [];
    const to = spells[index + 1]?.from;
    return [
      {
        ...spell,
        ...(from === undefined ? {} : { from: formatDated(from) }),
        ...(to === undefined ? {} : { to: formatDated(to) }),
      },
    ];
  });
}

function spellOn(world: World, instrument: string, party: string): Omit<BoundSpell, "from" | "to"> | undefined {
  const { state, provisional, doubts, facts } = standingOf(world, instrument, party);
  // Rows that lie ahead of the day say nothing about it.
  if (state === "no row" || !facts.some((fact) => fact.party === party)) return undefined;
  return { state, provisional, unverified: state === "unverified" || doubts.length > 0 };
}
