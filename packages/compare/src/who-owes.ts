import type { Binding } from "@kelisim/duties";
import { both } from "./conditions.ts";
import { isPossible } from "./possible.ts";
import { owes, standsUnder } from "./roles.ts";
import { declarationsOf, situationOf } from "./situation.ts";
import { bindingOf, isReserved, type PlacedClause, sideOf, type World } from "./world.ts";

/**
 * Whether a clause binds a party that may come to owe what it says, on the day of the world. "not bound" also where the clause is
 * not here, where it is owed by others only, and where a reservation of the party takes it out.
 */
export function owedOn(world: World, clause: string, party: string): Binding {
  const placed = world.clauses.get(clause);
  if (placed === undefined || isReserved(world, placed, party)) return "not bound";
  const binding = bindingOf(world, placed, party);
  return binding !== "not bound" && mayOwe(world, placed, party) ? binding : "not bound";
}

function mayOwe(world: World, placed: PlacedClause, party: string): boolean {
  const { clause, instrument } = placed;
  if (clause.kind === "limit") return !clause.bearer.side || sideOf(instrument, party) !== undefined;
  if (clause.kind === "standing")
    return world.setting.parties.some(({ id }) => id !== party && standsUnder(world, placed, party, id));
  const situation = situationOf(world, placed);
  if (situation === undefined) return false;
  const condition = both(situation.arises, owes(world, situation, party));
  return isPossible(condition, declarationsOf(world, situation));
}
