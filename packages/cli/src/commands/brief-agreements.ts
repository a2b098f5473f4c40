import { gatherEngagements, powersAndStates } from "@kelisim/analysis";
import type { FigureSources } from "@kelisim/brief";
import { boundTogether, clausesOwed, createWorld } from "@kelisim/compare";
import { type CivilDay, endOfDay } from "@kelisim/model";
import type { Io } from "../io.ts";
import { type Answer, isRefusal } from "../refusal.ts";
import { openRegion } from "../region/open.ts";

/**
 * What the agreements of a region and its tables give a brief: which of the clauses that threats name bind whom on a day, and what
 * powers from outside do in its states, up to `today`.
 */
export async function agreementsOf(
  io: Io,
  name: string,
  today: CivilDay,
): Promise<Answer<Pick<FigureSources, "binding" | "engagements">>> {
  const opened = await openRegion(io, name);
  if (isRefusal(opened)) return opened;
  const { region, program, geography } = opened;
  const { parties, facts, sources, organisations, modifiers, channels, threats } = region;
  const setting = { program, parties, facts, sources, organisations, modifiers, channels, threats, geography };
  const worldOn = (day: CivilDay) => createWorld(setting, endOfDay(day, region.timeZone));
  const between = powersAndStates(region);
  const bound = boundTogether(worldOn(today), region.worldWide, between, today);
  const { engagements: rows, inputs, exclusions } = gatherEngagements(region, between, facts, bound);
  return {
    binding: (day) => clausesOwed(worldOn(day), threats, region.focus),
    ...(between.powers.length === 0 ? {} : { engagements: { rows, inputs, exclusions } }),
  };
}
