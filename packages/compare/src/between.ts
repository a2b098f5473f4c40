import type { Instrument } from "@kelisim/accord/program";
import {
  dayOf,
  firstDay,
  lastDay,
  type MembershipFact,
  type Modifier,
  namesClause,
  type ReservationFact,
} from "@kelisim/model";
import { both } from "./conditions.ts";
import type { Pair } from "./pairs.ts";
import { isPossible } from "./possible.ts";
import { isOwed, owes, standsUnder } from "./roles.ts";
import { declarationsOf, situationOf } from "./situation.ts";
import { type PartyStanding, standingOf } from "./standings.ts";
import { bindingOf, isReserved, sideOf, type World } from "./world.ts";

/** What stands between two parties on a day. */
export interface BetweenAnswer {
  readonly pair: Pair;
  readonly instruments: readonly InstrumentBetween[];
  readonly organisations: readonly CommonOrganisation[];
}

export interface InstrumentBetween {
  readonly instrument: string;
  /** Absent: the tables know of it, and no text of it stands here. */
  readonly form: Instrument["kind"] | undefined;
  /**
   * "binds": both, verified. "may bind": both, and something about it is not verified. "suspended": for one of them.
   * "would bind": one or both have signed, or are not yet bound. "no longer": it bound both, or could have.
   */
  readonly group: "binds" | "may bind" | "suspended" | "would bind" | "no longer";
  readonly parties: readonly [PartyStanding, PartyStanding];
  readonly sides: readonly [string | undefined, string | undefined];
  /** Both in one side: as a side they owe each other nothing. */
  readonly sameSide: boolean;
  /** Reservations and declarations of the two, with the clauses that do not apply between them, both ways. */
  readonly reservations: readonly { readonly fact: ReservationFact; readonly clauses: readonly string[] }[];
  /** What else the tables say of either: notes, zones, thresholds. */
  readonly remarks: readonly Modifier[];
  /** What the first owes the second, and the second the first. */
  readonly owed: readonly [Owed, Owed];
}

/** Clauses, not cases: how often they arise is another question. */
export interface Owed {
  readonly duties: readonly string[];
  readonly rights: readonly string[];
  /** Limits and prohibitions, which are owed to nobody in particular. */
  readonly limits: readonly string[];
  readonly standing: readonly string[];
}

export interface CommonOrganisation {
  readonly organisation: string;
  readonly facts: readonly [MembershipFact, MembershipFact];
  /** The dates leave it open, or sources disagree. */
  readonly unverified: boolean;
}

/** Every instrument and organisation that two parties have in common on the day of the world. */
export function betweenOf(world: World, pair: Pair): BetweenAnswer {
  const named = new Set([
    ...world.instruments.keys(),
    ...world.setting.facts.flatMap((fact) => (fact.kind === "status" ? [fact.instrument] : [])),
  ]);
  return {
    pair,
    instruments: [...named].sort().flatMap((id) => instrumentBetween(world, id, pair) ?? []),
    organisations: commonOrganisations(world, pair),
  };
}

function instrumentBetween(world: World, id: string, pair: Pair): InstrumentBetween | undefined {
  const parties = pair.map((party) => standingOf(world, id, party)) as [PartyStanding, PartyStanding];
  const states = parties.map(({ state }) => state);
  if (states.includes("no row")) return undefined;
  const group = states.includes("ended")
    ? "no longer"
    : states.includes("signed") || states.includes("not yet")
      ? "would bind"
      : states.includes("suspended")
        ? "suspended"
        : states.includes("unverified") || parties.some(({ doubts }) => doubts.length > 0)
          ? "may bind"
          : "binds";
  const instrument = world.instruments.get(id);
  const sides = pair.map((party) => instrument && sideOf(instrument, party)) as [
    string | undefined,
    string | undefined,
  ];
  const [first, second] = pair;
  return {
    instrument: id,
    form: instrument?.kind,
    group,
    parties,
    sides,
    sameSide: sides[0] !== undefined && sides[0] === sides[1],
    reservations: reservationsOf(world, id, pair),
    remarks: (world.setting.modifiers ?? []).filter(
      ({ instruments, parties: about, acts }) =>
        acts !== "excludes" &&
        instruments.includes(id) &&
        (about.includes("*") || pair.some((party) => about.includes(party))),
    ),
    owed: [owedBy(world, instrument, first, second), owedBy(world, instrument, second, first)],
  };
}

function reservationsOf(world: World, id: string, pair: Pair): InstrumentBetween["reservations"] {
  const clauses = world.instruments.get(id)?.clauses ?? [];
  const today = dayOf(world.on, world.instruments.get(id)?.timeZone ?? "UTC");
  return world.setting.facts.flatMap((fact) => {
    if (fact.kind !== "reservation" || fact.instrument !== id || !pair.includes(fact.party)) return [];
    if (fact.from !== undefined && firstDay(fact.from) > today) return [];
    const left = clauses.filter((clause) => fact.clauses.some((listed) => namesClause(listed, clause.id)));
    return [{ fact, clauses: left.map((clause) => clause.id) }];
  });
}

/** Clauses under which one party may come to owe another something, whatever happens. */
function owedBy(world: World, instrument: Instrument | undefined, debtor: string, creditor: string): Owed {
  const owed = { duties: [] as string[], rights: [] as string[], limits: [] as string[], standing: [] as string[] };
  for (const clause of instrument?.clauses ?? []) {
    const placed = { clause, instrument: instrument! };
    if (clause.kind === "limit") {
      const isBound = bindingOf(world, placed, debtor) !== "not bound" && !isReserved(world, placed, debtor);
      if (isBound && (!clause.bearer.side || sideOf(instrument!, debtor) !== undefined)) owed.limits.push(clause.id);
      continue;
    }
    if (clause.kind === "standing") {
      if (standsUnder(world, placed, debtor, creditor)) owed.standing.push(clause.id);
      continue;
    }
    const situation = situationOf(world, placed);
    if (situation === undefined) continue;
    const condition = both(
      situation.arises,
      owes(world, situation, debtor),
      isOwed(world, situation, creditor, debtor),
    );
    if (isPossible(condition, declarationsOf(world, situation)))
      owed[clause.kind === "duty" ? "duties" : "rights"].push(clause.id);
  }
  return owed;
}

function commonOrganisations(world: World, pair: Pair): readonly CommonOrganisation[] {
  const today = dayOf(world.on, "UTC");
  const current = (party: string) =>
    world.setting.facts.filter(
      (fact): fact is MembershipFact =>
        fact.kind === "membership" &&
        fact.party === party &&
        (fact.from === undefined || firstDay(fact.from) <= today) &&
        (fact.to === undefined || lastDay(fact.to) > today),
    );
  const isOpen = (fact: MembershipFact) =>
    fact.dispute !== undefined ||
    fact.from === undefined ||
    lastDay(fact.from) > today ||
    (fact.to !== undefined && firstDay(fact.to) <= today);
  const [first, second] = [current(pair[0]), current(pair[1])];
  const common = first.flatMap((fact) => {
    const other = second.find(({ organisation }) => organisation === fact.organisation);
    if (other === undefined) return [];
    const facts: readonly [MembershipFact, MembershipFact] = [fact, other];
    return [{ organisation: fact.organisation, facts, unverified: isOpen(fact) || isOpen(other) }];
  });
  // A party that two rows name (observer, then member; sources that disagree) is shown once.
  return common
    .filter((one, index) => common.findIndex(({ organisation }) => organisation === one.organisation) === index)
    .sort((a, b) => (a.organisation < b.organisation ? -1 : 1));
}
