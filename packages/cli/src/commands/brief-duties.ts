import type { BindingClause } from "@kelisim/analysis";
import { createWorld, owedOn } from "@kelisim/compare";
import { type CivilDay, endOfDay, namesClause } from "@kelisim/model";
import type { Io } from "../io.ts";
import { type Answer, isRefusal } from "../refusal.ts";
import { openRegion } from "../region/open.ts";

/** Which of the clauses that threats name bind the states of the region on a day, by its agreements and its table of status. */
export async function bindingOf(io: Io, name: string): Promise<Answer<(day: CivilDay) => readonly BindingClause[]>> {
  const opened = await openRegion(io, name);
  if (isRefusal(opened)) return opened;
  const { region, program, geography } = opened;
  const { parties, facts, sources, organisations, modifiers, channels, threats } = region;
  const setting = { program, parties, facts, sources, organisations, modifiers, channels, threats, geography };
  const listed = [...new Set(threats.flatMap(({ duties }) => duties))];
  return (day) => {
    const world = createWorld(setting, endOfDay(day, region.timeZone));
    return [...world.clauses.keys()]
      .filter((id) => listed.some((each) => namesClause(each, id)))
      .map((clause) => {
        const owing = region.focus.map((party) => ({ party, binding: owedOn(world, clause, party) }));
        const which = (wanted: string) => owing.flatMap(({ party, binding }) => (binding === wanted ? [party] : []));
        return { clause, parties: which("bound"), perhaps: which("unverified") };
      });
  };
}
