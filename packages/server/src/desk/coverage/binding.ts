import type { BindingClause } from "@kelisim/analysis";
import { owedOn, type World } from "@kelisim/compare";
import { namesClause, type Threat } from "@kelisim/model";

/** The clauses that threats name, as agreements here have them, with the countries that owe them on the day of the world. */
export function bindingClauses(
  world: World,
  threats: readonly Threat[],
  countries: readonly string[],
): readonly BindingClause[] {
  const listed = namedIn(threats);
  return [...world.clauses.keys()]
    .filter((id) => listed.some((each) => namesClause(each, id)))
    .map((clause) => {
      const owing = countries.map((party) => ({ party, binding: owedOn(world, clause, party) }));
      const which = (wanted: string) => owing.flatMap(({ party, binding }) => (binding === wanted ? [party] : []));
      return { clause, parties: which("bound"), perhaps: which("unverified") };
    });
}

/** How many of the clauses that threats name stand in no agreement here. */
export function clausesNotHere(threats: readonly Threat[], here: readonly BindingClause[]): number {
  return namedIn(threats).filter((listed) => !here.some(({ clause }) => namesClause(listed, clause))).length;
}

const namedIn = (threats: readonly Threat[]): readonly string[] => [
  ...new Set(threats.flatMap(({ duties }) => duties)),
];
