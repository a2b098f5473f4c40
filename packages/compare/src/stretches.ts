import { type CivilDay, type Dated, endOfDay, firstDay, lastDay } from "@kelisim/model";
import { type PartyStanding, standingOf } from "./standings.ts";
import type { World } from "./world.ts";

/** A stretch of time in which a party stood alike to an instrument. `to` is the first day on which it no longer did. */
export interface Stretch {
  readonly state: Exclude<PartyStanding["state"], "no row">;
  readonly provisional: boolean;
  /** Bound by what is not verified: a coarse or missing date, general knowledge, low confidence, a dispute. */
  readonly unverified: boolean;
  /** Absent: rows without any date, which say how it stands and not since when. */
  readonly from?: CivilDay;
  readonly to?: CivilDay;
}

/**
 * How a party stood to an instrument through time, up to a day: the question of `standingOf`, asked on every day on which an act or a
 * date of the table may have changed the answer. Days on which no row tells anything are in no stretch.
 */
export function stretchesOf(world: World, instrument: string, party: string, today: CivilDay): readonly Stretch[] {
  const zone = world.instruments.get(instrument)?.timeZone ?? "UTC";
  const facts = world.book.status.factsOf(instrument, party);
  const days = new Set<CivilDay>();
  const add = (date: Dated | undefined) => {
    if (date === undefined) return;
    days.add(firstDay(date));
    // What a coarse date leaves open is settled once the last of its days has passed.
    days.add(typeof date === "number" ? date : lastDay(date) + 1);
  };
  for (const { actDate, effectDate, provisionalFrom } of facts)
    for (const date of [actDate, effectDate, provisionalFrom]) add(date);
  const changes = [...days].filter((day) => day <= today).sort((a, b) => a - b);
  const found: { told: Omit<Stretch, "from" | "to"> | undefined; from: CivilDay | undefined }[] = [];
  for (const day of changes.length === 0 ? [today] : changes) {
    const told = toldOn({ ...world, on: endOfDay(day, zone) }, instrument, party);
    const last = found.at(-1);
    if (last !== undefined && JSON.stringify(last.told) === JSON.stringify(told)) continue;
    found.push({ told, from: changes.length === 0 ? undefined : day });
  }
  return found.flatMap(({ told, from }, index) => {
    if (told === undefined) return [];
    const to = found[index + 1]?.from;
    return [{ ...told, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  });
}

function toldOn(world: World, instrument: string, party: string): Omit<Stretch, "from" | "to"> | undefined {
  const { state, provisional, doubts, facts } = standingOf(world, instrument, party);
  // Rows that lie ahead of the day say nothing about it.
  if (state === "no row" || !facts.some((fact) => fact.party === party)) return undefined;
  return { state, provisional, unverified: state === "unverified" || doubts.length > 0 };
}
