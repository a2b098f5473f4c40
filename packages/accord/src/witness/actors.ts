import type { Role } from "../program/index.ts";
import { termValue } from "./evaluate.ts";
import { gap, type Stage } from "./stage.ts";

/** Who owes or is owed in a witness. */
export interface Actor {
  /** As the engine names it: a party, or INSTRUMENT:SIDE. Empty: nobody. */
  readonly id: string;
  /** The parties that may act for it. */
  readonly members: readonly string[];
}

const NOBODY: Actor = { id: "", members: [] };

/** What a role may mean in the world of a witness. `debtor` where a creditor is sought; `missed` after a miss. */
export function actorsOf(
  stage: Stage,
  role: Role,
  debtor?: Actor,
  missed?: { readonly debtor: Actor; readonly creditor: Actor },
): readonly Actor[] {
  const { instrument, bound, parties } = stage;
  const single = (id: string): Actor => ({ id, members: [id] });
  const side = (name: string): Actor => ({
    id: `${instrument.id}:${name}`,
    members: instrument.sides.find((other) => other.name === name)?.members.filter((id) => bound.includes(id)) ?? [],
  });
  switch (role.kind) {
    case "party":
      return parties.get(role.id)?.kind === "state" && !bound.includes(role.id) ? [] : [single(role.id)];
    case "each party":
    case "every other party":
      return bound.filter((id) => !debtor?.members.includes(id)).map(single);
    case "term": {
      const value = termValue(stage, role.term);
      const ids = typeof value === "string" ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
      return ids.filter((id) => parties.get(id)?.kind !== "state" || bound.includes(id)).map(single);
    }
    case "side":
      return [side(role.name)];
    case "each side":
      return instrument.sides.map((other) => side(other.name));
    case "side of": {
      const value = termValue(stage, role.term);
      const ids = typeof value === "string" ? [value] : Array.isArray(value) ? (value as readonly string[]) : [];
      return instrument.sides.filter((other) => other.members.some((id) => ids.includes(id))).map((s) => side(s.name));
    }
    case "other side":
      return instrument.sides
        .filter((other) => !other.members.some((id) => debtor?.members.includes(id)))
        .map((other) => side(other.name));
    case "members":
      gap(stage, `it is not known here who is a member of ${role.organisation}`);
      return [];
    case "parties in zone": {
      const value = termValue(stage, role.place);
      if (typeof value !== "object" || !("lat" in value)) return [];
      const holder = bound.find((id) => {
        const sample = stage.context.sampleInZone?.(role.zone, id);
        return sample?.lat === value.lat && sample.lon === value.lon;
      });
      if (holder === undefined) gap(stage, "it is not known here in whose part of the zone the place lies");
      return holder === undefined ? [] : [single(holder)];
    }
    case "debtor":
      return missed ? [missed.debtor] : [];
    case "creditor":
      return missed ? [missed.creditor] : [];
    case "nobody":
      return [NOBODY];
    case "all of":
      return role.roles.flatMap((part) => actorsOf(stage, part, debtor, missed));
    case "except": {
      const minus = new Set(actorsOf(stage, role.minus, debtor, missed).map((actor) => actor.id));
      return actorsOf(stage, role.role, debtor, missed).filter((actor) => !minus.has(actor.id));
    }
  }
}

/** Several debtors that owe as one: the group of all their members; a single party stays itself. */
function joined(actors: readonly Actor[]): readonly Actor[] {
  const members = [...new Set(actors.flatMap((actor) => actor.members))].sort();
  return [{ id: members.join("+"), members }];
}

/** The first debtor and creditor that make a duty: different, and with somebody to act for them. */
export function pairOf(
  stage: Stage,
  debtor: Role,
  creditor: Role,
  jointly: boolean,
  missed?: { readonly debtor: Actor; readonly creditor: Actor },
): { readonly debtor: Actor; readonly creditor: Actor } | undefined {
  const debtors = actorsOf(stage, debtor, undefined, missed);
  for (const from of jointly ? joined(debtors) : debtors) {
    if (from.members.length === 0) continue;
    for (const to of actorsOf(stage, creditor, from, missed)) {
      const sound = to.id === "" || (to.members.length > 0 && !to.members.some((id) => from.members.includes(id)));
      if (sound) return { debtor: from, creditor: to };
    }
  }
  return gap(stage, "no two parties that may be bound fit the roles");
}
