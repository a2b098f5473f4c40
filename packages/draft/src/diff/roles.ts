import type { Instrument, Role } from "@kelisim/accord/program";
import type { Order } from "./change.ts";
import { same } from "./plain.ts";

/** Who may owe, or be owed: some named actors, everybody, or whoever a record names. */
export interface Actors {
  readonly named: ReadonlySet<string>;
  readonly all: boolean;
  /** Further ones that only a record, a membership or a place decides. */
  readonly open: boolean;
}

export function actorsOf(role: Role, instrument: Instrument): Actors {
  switch (role.kind) {
    case "party":
      return actors([role.id]);
    case "each party":
    case "every other party":
    case "each side":
    case "other side":
      return actors([], { all: true });
    case "side":
      return actors(instrument.sides.find(({ name }) => name === role.name)?.members ?? []);
    case "nobody":
      return actors([]);
    case "all of": {
      const parts = role.roles.map((each) => actorsOf(each, instrument));
      return actors(
        parts.flatMap(({ named }) => [...named]),
        {
          all: parts.some((part) => part.all),
          open: parts.some((part) => part.open),
        },
      );
    }
    case "except": {
      const [all, minus] = [actorsOf(role.role, instrument), actorsOf(role.minus, instrument)];
      return actors(
        [...all.named].filter((id) => !minus.named.has(id)),
        { open: all.open || all.all },
      );
    }
    default:
      return actors([], { open: true });
  }
}

function actors(named: Iterable<string>, { all = false, open = false } = {}): Actors {
  return { named: new Set(named), all, open };
}

/** Whether a party may be among them. */
export function mayBe({ named, all, open }: Actors, party: string): boolean {
  return all || open || named.has(party);
}

/** Whether the second role may be more actors than the first. */
export function compareRoles(before: Role, now: Role, was: Instrument, is: Instrument): Order {
  const [a, b] = [actorsOf(before, was), actorsOf(now, is)];
  if (same(before, now) && same([...a.named].sort(), [...b.named].sort())) return "same";
  // What is owed to a side is owed once, and to its members each for itself.
  if (sided(before) !== sided(now)) return "other";
  if (a.all !== b.all) return b.all ? "more" : "less";
  if (!a.all && (a.open || b.open)) return "unknown";
  const [lost, won] = [[...a.named].some((id) => !b.named.has(id)), [...b.named].some((id) => !a.named.has(id))];
  return lost && won ? "other" : won ? "more" : lost ? "less" : "same";
}

/** Whether a side acts as one in it. */
function sided(role: Role): boolean {
  if (role.kind === "all of") return role.roles.some(sided);
  if (role.kind === "except") return sided(role.role);
  return role.kind === "side" || role.kind === "side of" || role.kind === "each side" || role.kind === "other side";
}
