import { relationKind } from "@kelisim/analysis";
import type { Spell } from "@kelisim/api";
import { type CivilDay, type Dated, firstDay, formatDated, lastDay, type MembershipFact } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { type GeneralKnowledge, sourcedData } from "./sourced.ts";

/** Whether something holds on a day, as far as its dates say. */
export type Holds = "yes" | "perhaps" | "no";

/**
 * Whether a stretch holds on a day. A coarse date ("2016-05") leaves its days open; so does an unknown start.
 * `to` is the first day on which it no longer holds.
 */
export function holdsOn(from: Dated | undefined, to: Dated | undefined, day: CivilDay): Holds {
  if (from !== undefined && firstDay(from) > day) return "no";
  if (to !== undefined && lastDay(to) <= day) return "no";
  if (from === undefined || lastDay(from) > day || (to !== undefined && firstDay(to) <= day)) return "perhaps";
  return "yes";
}

/** A row of the table of memberships as the screens take it. `ended`: the organisation itself is no more from then on. */
export function spellOf(
  fact: MembershipFact,
  day: CivilDay,
  rest: { readonly general: GeneralKnowledge; readonly words: Words; readonly ended?: Dated | undefined },
): Spell {
  const { from } = fact;
  const to = earlier(fact.to, rest.ended);
  return {
    kind: relationKind(fact.status),
    status: fact.status,
    statusName: rest.words.say.memberships[fact.status] ?? fact.status,
    ...(from === undefined ? {} : { from: formatDated(from) }),
    ...(to === undefined ? {} : { to: formatDated(to) }),
    holds: holdsOn(from, to, day),
    ...sourcedData(fact, rest.general),
  };
}

const earlier = (a: Dated | undefined, b: Dated | undefined): Dated | undefined =>
  a === undefined ? b : b === undefined || lastDay(a) <= lastDay(b) ? a : b;

/** In order of their beginnings; those whose beginning is unknown first. */
export function inOrder(facts: readonly MembershipFact[]): MembershipFact[] {
  const since = ({ from }: MembershipFact) => (from === undefined ? Number.NEGATIVE_INFINITY : firstDay(from));
  return [...facts].sort((a, b) => {
    const [first, second] = [since(a), since(b)];
    return first === second ? (a.id < b.id ? -1 : 1) : first < second ? -1 : 1;
  });
}
