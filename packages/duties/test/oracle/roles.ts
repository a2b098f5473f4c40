import type { Role } from "@kelisim/accord/program";
import { binding, joined, suspended } from "./binding.ts";
import { evaluate, isMember, type Scope } from "./terms.ts";
import { factsOf } from "./world.ts";

/** Docs: "Actors". */

/** A party, a side, a joint group, or nobody (empty id), with the members it had when the duty arose. */
export interface Actor {
  readonly id: string;
  /** All that belong to it, bound or not. */
  readonly parties: readonly string[];
  readonly members: readonly string[];
  readonly unverified: boolean;
}

export const NOBODY: Actor = { id: "", parties: [], members: [], unverified: false };

/** Who is meant by a role: what else it may rest on. */
export interface RoleContext {
  readonly scope: Scope;
  /** Of a creditor role: the debtor. */
  readonly debtor?: Actor;
  /** After a miss: the pair of the duty that was not performed. */
  readonly missed?: { readonly debtor: Actor; readonly creditor: Actor } | undefined;
  /** A standing clause looks past suspensions. */
  readonly standing?: boolean;
}

function bindingOf({ scope, standing }: RoleContext, party: string): "bound" | "not bound" | "unverified" {
  const { world, at, moment } = scope;
  if (standing !== true) return binding(world, at.instrument, party, at.clause.id, moment);
  const kind = world.input.parties.find(({ id }) => id === party)?.kind;
  if (kind !== "state") return kind === undefined ? "not bound" : "bound";
  const base = joined(world, at.instrument, party, moment);
  if (base === "not bound") return base;
  return suspended(world, at.instrument, party, at.clause.id, moment) === undefined ? "unverified" : base;
}

/** An actor of these parties so far as they are bound or unverified at the moment; none without a member. */
export function actorOf(context: RoleContext, id: string, parties: readonly string[], doubtful = false): Actor[] {
  const members = parties.filter((party) => bindingOf(context, party) !== "not bound");
  if (members.length === 0) return [];
  const unverified = doubtful || !members.some((party) => bindingOf(context, party) === "bound");
  return [{ id, parties, members, unverified }];
}

/** The actors that a role names; `undefined` where that cannot be said (an attribute is missing). */
export function resolve(role: Role, context: RoleContext): Actor[] | undefined {
  const { scope, debtor, missed } = context;
  const { instrument } = scope.at;
  const single = (party: string, doubtful = false) => actorOf(context, party, [party], doubtful);
  const side = (each: { readonly name: string; readonly members: readonly string[] }) =>
    actorOf(context, `${instrument.id}:${each.name}`, each.members);
  const everyParty = () => {
    const named = factsOf(scope.world, "status").filter((fact) => fact.instrument === instrument.id);
    const parties = [...new Set(named.map((fact) => fact.party))].filter((party) => party !== "*");
    return parties.sort().flatMap((party) => single(party));
  };
  const again = (actor: Actor | undefined) =>
    actor === undefined ? [] : actor.id === "" ? [NOBODY] : actorOf(context, actor.id, actor.parties);

  switch (role.kind) {
    case "term": {
      const value = evaluate(role.term, scope);
      if (value?.type === "words") return value.value.flatMap((id) => (id === "*" ? everyParty() : single(id)));
      return value?.type === "word" ? single(value.value) : undefined;
    }
    case "party":
      return single(role.id);
    case "each party":
      return everyParty();
    case "every other party":
      return everyParty().filter(({ id }) => !debtor?.members.includes(id));
    case "side":
      return instrument.sides.filter(({ name }) => name === role.name).flatMap(side);
    case "side of": {
      const value = evaluate(role.term, scope);
      if (value?.type !== "word" && value?.type !== "words") return undefined;
      const named = value.type === "word" ? [value.value] : value.value;
      const parties = named.filter((each) => single(each).length > 0);
      return instrument.sides.flatMap(side).filter(({ members }) => members.some((each) => parties.includes(each)));
    }
    case "each side":
      return instrument.sides.flatMap(side);
    case "other side":
      return instrument.sides
        .filter(({ members }) => !debtor?.members.some((party) => members.includes(party)))
        .flatMap(side);
    case "members": {
      const facts = factsOf(scope.world, "membership").filter((fact) => fact.organisation === role.organisation);
      return [...new Set(facts.map((fact) => fact.party))].flatMap((party) => {
        const member = isMember(scope, role.organisation, party);
        return member === false ? [] : single(party, member === undefined);
      });
    }
    case "parties in zone": {
      const place = evaluate(role.place, scope);
      const geography = scope.world.input.geography;
      if (place?.type !== "place" || geography === undefined) return undefined;
      if (geography.locate(role.zone, place.value) === "not mapped") return undefined;
      return geography
        .holders(role.zone, place.value)
        .flatMap(({ party, location }) => single(party, location !== "inside"));
    }
    case "debtor":
      return again(missed?.debtor);
    case "creditor":
      return again(missed?.creditor);
    case "nobody":
      return [NOBODY];
    case "all of": {
      const all = role.roles.map((each) => resolve(each, context));
      return all.includes(undefined) ? undefined : distinct(all.flatMap((actors) => actors ?? []));
    }
    case "except": {
      const [from, minus] = [resolve(role.role, context), resolve(role.minus, context)];
      if (from === undefined || minus === undefined) return undefined;
      return from.filter(({ id }) => !minus.some((other) => other.id === id || other.members.includes(id)));
    }
  }
}

export const distinct = (actors: readonly Actor[]): Actor[] =>
  actors.filter((actor, place) => actors.findIndex(({ id }) => id === actor.id) === place);

/** Debtors as they owe: each for itself, or all as one group. */
export function debtorsOf(role: Role, jointly: boolean, context: RoleContext): Actor[] | undefined {
  const actors = resolve(role, context)?.filter(({ id }) => id !== "");
  if (actors === undefined || !jointly) return actors && distinct(actors);
  const parties = [...new Set(actors.flatMap(({ members }) => members))].sort();
  return actorOf(
    context,
    parties.join("+"),
    parties,
    actors.every(({ unverified }) => unverified),
  );
}

/** Whether two actors make a pair: not the same, and the debtor not within the creditor. */
export const isPair = (debtor: Actor, creditor: Actor): boolean =>
  debtor.id !== creditor.id && !creditor.members.includes(debtor.id);
