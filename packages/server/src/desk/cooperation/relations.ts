import type { Relation } from "@kelisim/api";
import type { CivilDay, Fact, Instant, MembershipFact, Region } from "@kelisim/model";
import { dayParts, firstDay } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import type { GeneralKnowledge } from "./sourced.ts";
import { inOrder, spellOf } from "./spells.ts";

/** Rows of memberships known at a moment. */
export function membershipFacts(facts: readonly Fact[], knownAt: Instant): MembershipFact[] {
  return facts.filter((fact): fact is MembershipFact => fact.kind === "membership" && fact.known <= knownAt);
}

/** One relation for every party and organisation that any row names, with all of its spells in order. */
export function relationsOf(
  facts: readonly MembershipFact[],
  organisations: Region["organisations"],
  day: CivilDay,
  rest: { readonly general: GeneralKnowledge; readonly words: Words },
): Relation[] {
  const ended = new Map(organisations.map(({ id, dissolved }) => [id, dissolved]));
  const pairs = new Map<string, MembershipFact[]>();
  for (const fact of facts) {
    const key = JSON.stringify([fact.organisation, fact.party]);
    pairs.set(key, [...(pairs.get(key) ?? []), fact]);
  }
  return [...pairs.values()].map((rows) => {
    const [{ organisation, party } = rows[0]!] = rows;
    return {
      organisation,
      party,
      spells: inOrder(rows).map((fact) => spellOf(fact, day, { ...rest, ended: ended.get(organisation) })),
    };
  });
}

/**
 * The years that a slider runs over: from the first beginning that the table has for a party the region is about,
 * to the later of the clock's year and the asked one.
 */
export function yearsOf(
  facts: readonly MembershipFact[],
  focus: readonly string[],
  today: CivilDay,
  now: CivilDay,
): { from: number; to: number } {
  const years = facts
    .filter(({ party, from }) => from !== undefined && (focus.length === 0 || focus.includes(party)))
    .map(({ from }) => dayParts(firstDay(from!)).year);
  const to = Math.max(dayParts(today).year, dayParts(now).year);
  return { from: Math.min(to, ...years), to };
}
