import type { Condition, Role, Term } from "@kelisim/accord/program";
import { ALWAYS_TRUE, both, either, isParty, NEVER_TRUE, not, renamedTerm, truth } from "./conditions.ts";
import type { ActClause, Situation } from "./situation.ts";
import { bindingOf, isReserved, membersOf, type PlacedClause, sideOf, type World } from "./world.ts";

/** Who is asked for, and in which clause. */
interface Seat {
  readonly world: World;
  readonly placed: PlacedClause;
  readonly rename: (term: Term) => Term;
  /** The debtor, while the creditor is looked for. */
  readonly debtor: string | undefined;
  readonly debtorRole: Role;
  /** The duty whose miss the clause follows. */
  readonly follows: ActClause | undefined;
}

function seatOf(world: World, situation: Situation, debtor: string | undefined): Seat {
  return {
    world,
    placed: situation.placed,
    rename: (term) => renamedTerm(term, situation.names),
    debtor,
    debtorRole: situation.clause.debtor,
    follows: situation.follows,
  };
}

/**
 * Under which condition a party owes what a clause asks, by itself or as a member of the side that does: an act of a
 * member counts for its side. Never where it is not bound on the day, or has a reservation to the clause.
 */
export function owes(world: World, situation: Situation, party: string): Condition {
  if (isReserved(world, situation.placed, party)) return NEVER_TRUE;
  return roleIs(situation.clause.debtor, party, seatOf(world, situation, undefined));
}

/** Under which condition it is owed to a party by that debtor. */
export function isOwed(world: World, situation: Situation, party: string, debtor: string): Condition {
  if (isReserved(world, situation.placed, party)) return NEVER_TRUE;
  return roleIs(situation.clause.creditor, party, seatOf(world, situation, debtor));
}

/** The same for a standing clause, which names nobody through a record. */
export function standsUnder(world: World, placed: PlacedClause, debtor: string, creditor: string): boolean {
  const { clause } = placed;
  if (clause.kind !== "standing") return false;
  const seat = { world, placed, rename: (term: Term) => term, debtorRole: clause.debtor, follows: undefined };
  const isDebtor = roleIs(clause.debtor, debtor, { ...seat, debtor: undefined });
  const isCreditor = roleIs(clause.creditor, creditor, { ...seat, debtor });
  return isDebtor === ALWAYS_TRUE && isCreditor === ALWAYS_TRUE;
}

const actsAsSide = (role: Role): boolean =>
  role.kind === "side" || role.kind === "side of" || role.kind === "each side";

function roleIs(role: Role, party: string, seat: Seat): Condition {
  const { world, placed, debtor } = seat;
  const isBound = bindingOf(world, placed, party) !== "not bound";
  if (!isBound && role.kind !== "nobody") return NEVER_TRUE;
  if (party === debtor) return NEVER_TRUE;
  const own = sideOf(placed.instrument, party);
  const beside = debtor === undefined ? undefined : sideOf(placed.instrument, debtor);
  // Nothing is owed to the side to which the debtor belongs.
  if (actsAsSide(role) && own !== undefined && own === beside) return NEVER_TRUE;
  switch (role.kind) {
    case "term":
      // An organ acts where it is named, or has a row of its own; that a record might name any other says nothing.
      return both(hasRow(seat, party), isParty(seat.rename(role.term), party));
    case "party":
      return truth(role.id === party);
    case "each party":
      return hasRow(seat, party);
    case "every other party": {
      const withDebtor = actsAsSide(seat.debtorRole) && own !== undefined && own === beside;
      return withDebtor ? NEVER_TRUE : hasRow(seat, party);
    }
    case "side":
      return truth(own === role.name);
    case "each side":
      return truth(own !== undefined);
    case "other side":
      return truth(own !== undefined && beside !== undefined && own !== beside);
    case "side of": {
      const side = placed.instrument.sides.find(({ name }) => name === own);
      const bound = (side?.members ?? []).filter((member) => bindingOf(world, placed, member) !== "not bound");
      return either(bound.map((member) => isParty(seat.rename(role.term), member)));
    }
    case "members":
      return truth(membersOf(world, role.organisation, placed.instrument.timeZone).has(party));
    case "parties in zone": {
      const info = world.setting.geography?.info(role.zone);
      if (info !== undefined && !info.parties.includes(party)) return NEVER_TRUE;
      return { kind: "in zone", place: seat.rename(role.place), zone: role.zone };
    }
    case "debtor":
    case "creditor":
      return missedRole(role.kind, party, seat);
    case "nobody":
      return truth(true);
    case "all of":
      return either(role.roles.map((part) => roleIs(part, party, seat)));
    case "except":
      return both(roleIs(role.role, party, seat), not(roleIs(role.minus, party, seat)));
  }
}

/** "Each party" and "every other party" are those with status rows; an organ owes only where it is named. */
function hasRow({ world, placed }: Seat, party: string): Condition {
  return truth(world.book.status.parties(placed.instrument.id).includes(party));
}

/** The debtor or creditor of the duty that was missed, whoever that was. */
function missedRole(which: "debtor" | "creditor", party: string, seat: Seat): Condition {
  const { follows, debtor } = seat;
  if (follows === undefined) return NEVER_TRUE;
  // Of a clause that follows a miss the one is, as a rule, the other's counterpart: looked at from that side.
  const role = which === "debtor" ? follows.debtor : follows.creditor;
  const beginsAgain = role.kind === "every other party" || role.kind === "other side";
  const seen: Seat = { ...seat, debtorRole: follows.debtor, debtor: beginsAgain ? debtor : undefined };
  if (beginsAgain && debtor === undefined) return truth(true);
  return party === debtor ? NEVER_TRUE : roleIs(role, party, seen);
}

/** Parties that a role names by their id. */
export function namedIn(role: Role): readonly string[] {
  switch (role.kind) {
    case "party":
      return [role.id];
    case "all of":
      return role.roles.flatMap(namedIn);
    case "except":
      return [...namedIn(role.role), ...namedIn(role.minus)];
    default:
      return [];
  }
}

/** Organisations whose members a role means. */
export function organisationsIn(role: Role): readonly string[] {
  switch (role.kind) {
    case "members":
      return [role.organisation];
    case "all of":
      return role.roles.flatMap(organisationsIn);
    case "except":
      return [...organisationsIn(role.role), ...organisationsIn(role.minus)];
    default:
      return [];
  }
}

/** Zones whose holders a role means. */
export function zonesIn(role: Role): readonly string[] {
  switch (role.kind) {
    case "parties in zone":
      return [role.zone];
    case "all of":
      return role.roles.flatMap(zonesIn);
    case "except":
      return [...zonesIn(role.role), ...zonesIn(role.minus)];
    default:
      return [];
  }
}
