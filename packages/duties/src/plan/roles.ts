import type { Instrument, Role } from "@kelisim/accord/program";
import type { Party, Value } from "@kelisim/model";
import { groupId, sideId } from "../records/actors.ts";
import type { Scope } from "./scope.ts";
import { compileTerm, type Names } from "./terms.ts";

/** An actor as it stands at a moment: its id, the parties it consists of, and whether its binding is verified. */
export interface Actor {
  readonly id: string;
  /** All parties that it lists. */
  readonly parties: readonly string[];
  /** Those of them that are bound or unverified at the moment. */
  readonly members: readonly string[];
  readonly unverified: boolean;
}

export const NOBODY_ACTOR: Actor = { id: "", parties: [], members: [], unverified: false };

/** Who is asked for, in which clause and moment. */
export interface RoleScope {
  readonly scope: Scope;
  readonly clause: string;
  /** The debtor already resolved, while the creditor is being resolved. */
  readonly debtor: Actor | undefined;
  /** The pair of the missed duty, in a clause that follows a miss. */
  readonly missed: { readonly debtor: Actor; readonly creditor: Actor } | undefined;
}

/** Undefined: the role names somebody through an attribute that is not given. */
export type ResolveRole = (at: RoleScope) => readonly Actor[] | undefined;

/** What role resolution needs to know of the instrument and the parties. */
export interface RoleContext {
  readonly instrument: Instrument;
  readonly partyKinds: ReadonlyMap<string, Party["kind"]>;
}

/** A party as an actor at a moment: nothing if it is a state that is not bound. */
export function partyActor(
  id: string,
  { scope, clause }: { readonly scope: Scope; readonly clause: string },
  { instrument, partyKinds }: RoleContext,
): Actor | undefined {
  const kind = partyKinds.get(id) ?? "state";
  if (kind !== "state") return { id, parties: [id], members: [id], unverified: false };
  const { status } = scope.world.book;
  const binding = scope.evenSuspended
    ? status.bindingEvenSuspended(instrument.id, id, clause, scope.moment)
    : status.binding(instrument.id, id, clause, scope.moment);
  if (binding === "not bound") return undefined;
  return { id, parties: [id], members: [id], unverified: binding === "unverified" };
}

/** A side as an actor: its members that are bound or unverified; nothing without any. */
export function sideActor(
  name: string,
  at: { readonly scope: Scope; readonly clause: string },
  context: RoleContext,
): Actor | undefined {
  const side = context.instrument.sides.find((s) => s.name === name);
  const members = (side?.members ?? []).flatMap((id) => partyActor(id, at, context) ?? []);
  if (members.length === 0) return undefined;
  return {
    id: sideId(context.instrument.id, name),
    parties: side!.members,
    members: members.map((m) => m.id),
    unverified: members.every((m) => m.unverified),
  };
}

function namesOf(value: Value | undefined): readonly string[] | undefined {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value : undefined;
}

function distinct(actors: readonly Actor[]): readonly Actor[] {
  const seen = new Map<string, Actor>();
  for (const actor of actors) if (!seen.has(actor.id)) seen.set(actor.id, actor);
  return [...seen.values()];
}

/** Makes a resolver of a role: the actors it stands for at a moment, each once. */
export function compileRole(role: Role, names: Names, context: RoleContext): ResolveRole {
  const { instrument } = context;
  const party = (id: string, at: RoleScope) => partyActor(id, at, context) ?? [];
  const side = (name: string, at: RoleScope) => sideActor(name, at, context) ?? [];
  const eachParty = (at: RoleScope) => at.scope.world.book.status.parties(instrument.id).flatMap((id) => party(id, at));
  switch (role.kind) {
    case "term": {
      const term = compileTerm(role.term, names);
      return (at) => {
        const ids = namesOf(term(at.scope));
        if (!ids) return undefined;
        if (ids.includes("*")) return eachParty(at);
        return distinct(ids.flatMap((id) => party(id, at)));
      };
    }
    case "party":
      return (at) => [party(role.id, at)].flat();
    case "each party":
      return eachParty;
    case "every other party":
      return (at) => eachParty(at).filter((actor) => !at.debtor?.members.includes(actor.id));
    case "side":
      return (at) => [side(role.name, at)].flat();
    case "each side":
      return (at) => instrument.sides.flatMap((s) => side(s.name, at));
    case "side of": {
      const term = compileTerm(role.term, names);
      return (at) => {
        const ids = namesOf(term(at.scope));
        if (!ids) return undefined;
        return distinct(
          instrument.sides
            .filter((s) => s.members.some((id) => ids.includes(id)))
            .flatMap((s) => side(s.name, at))
            .filter((actor) => actor.members.some((id) => ids.includes(id))),
        );
      };
    }
    case "other side":
      return (at) => {
        const own = at.debtor;
        if (!own) return [];
        return instrument.sides
          .filter((s) => sideId(instrument.id, s.name) !== own.id && !s.members.some((id) => own.members.includes(id)))
          .flatMap((s) => side(s.name, at));
      };
    case "members":
      return (at) =>
        at.scope.world.book
          .members(role.organisation, at.scope.moment, instrument.timeZone)
          .flatMap(({ party: id, unverified }) => doubted([party(id, at)].flat(), unverified));
    case "parties in zone": {
      const place = compileTerm(role.place, names);
      return (at) => {
        const value = place(at.scope);
        const { geography } = at.scope.world;
        if (!geography || typeof value !== "object" || !("lat" in value)) return undefined;
        if (geography.locate(role.zone, value) === "not mapped") return undefined;
        const holders = geography.holders(role.zone, value);
        return distinct(
          holders.flatMap(({ party: id, location }) => doubted([party(id, at)].flat(), location !== "inside")),
        );
      };
    }
    case "debtor":
      return (at) => (at.missed ? stillActing(at.missed.debtor, at, context) : []);
    case "creditor":
      return (at) => (at.missed ? stillActing(at.missed.creditor, at, context) : []);
    case "nobody":
      return () => [NOBODY_ACTOR];
    case "all of": {
      const roles = role.roles.map((part) => compileRole(part, names, context));
      return (at) => {
        const all = roles.map((resolve) => resolve(at));
        return all.includes(undefined) ? undefined : distinct(all.flatMap((actors) => actors ?? []));
      };
    }
    case "except": {
      const resolve = compileRole(role.role, names, context);
      const minus = compileRole(role.minus, names, context);
      return (at) => {
        const without = minus(at);
        if (!without) return undefined;
        const taken = new Set(without.flatMap((actor) => [actor.id, ...actor.members]));
        return resolve(at)?.filter((actor) => !taken.has(actor.id));
      };
    }
  }
}

/** An actor of a missed duty as it stands when what follows arises: its members that are bound then. */
function stillActing(actor: Actor, at: RoleScope, context: RoleContext): readonly Actor[] {
  if (actor.id === "") return [actor];
  const members = actor.parties.flatMap((id) => partyActor(id, at, context) ?? []);
  if (members.length === 0) return [];
  const unverified = members.every((member) => member.unverified);
  return [{ id: actor.id, parties: actor.parties, members: members.map((member) => member.id), unverified }];
}

/** Marks actors as unverified where something besides their binding is in doubt. */
function doubted(actors: readonly Actor[], doubt: boolean): readonly Actor[] {
  return doubt ? actors.map((actor) => ({ ...actor, unverified: true })) : actors;
}

/** Several debtors as one joint group; one alone stays itself. */
export function joined(actors: readonly Actor[]): readonly Actor[] {
  const members = [...new Set(actors.flatMap((actor) => actor.members))].sort();
  if (members.length === 0) return [];
  return [
    {
      id: members.length === 1 ? members[0]! : groupId(members),
      parties: members,
      members,
      unverified: actors.every((actor) => actor.unverified),
    },
  ];
}
