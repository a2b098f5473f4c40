import { namesClause, type Threat } from "@kelisim/model";
import { owedOn } from "./who-owes.ts";
import type { World } from "./world.ts";

/** A clause with the countries that owe it: for certain, and those of which it is not verified. */
export interface ClauseOwed {
  readonly clause: string;
  readonly parties: readonly string[];
  readonly perhaps: readonly string[];
}

/** The clauses that threats name, as agreements here have them, with the countries that owe them on the day of the world. */
export function clausesOwed(
  world: World,
  threats: readonly Threat[],
  countries: readonly string[],
): readonly ClauseOwed[] {
  const listed = [...new Set(threats.flatMap(({ duties }) => duties))];
  return [...world.clauses.keys()]
    .filter((id) => listed.some((each) => namesClause(each, id)))
    .map((clause) => {
      const owing = countries.map((party) => ({ party, binding: owedOn(world, clause, party) }));
      const which = (wanted: string) => owing.flatMap(({ party, binding }) => (binding === wanted ? [party] : []));
      return { clause, parties: which("bound"), perhaps: which("unverified") };
    });
}
