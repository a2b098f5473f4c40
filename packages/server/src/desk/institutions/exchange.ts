import type { Program } from "@kelisim/accord/program";
import { type PairStanding, pairsOf } from "@kelisim/analysis";
import { betweenOf, createWorld, standingOf, type World } from "@kelisim/compare";
import { endOfDay, firstDay } from "@kelisim/model";
import type { NodeContext } from "../../context.ts";
import { worldOf } from "../cooperation/world.ts";
import { remembered } from "../remembered.ts";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";
import { knownOf } from "./sources.ts";

const FRESH_MS = 10 * 60_000;

/**
 * For each pair of the parties whether, on the day, each owes the other a notice or data under one and the same agreement: "yes"
 * where its binding is verified for both, "perhaps" where it is not.
 */
export function exchangeOn(
  node: NodeContext,
  view: View,
  asked: Asked,
  parties: readonly string[],
  day: number,
): readonly PairStanding[] {
  const remember = <T>(key: unknown, make: () => T): T =>
    remembered(view, JSON.stringify(["exchange", knownOf(node, asked), key]), node.now(), FRESH_MS, make);
  return remember([parties, day], () => {
    const { world, sending } = remember("worlds", () => worldsOf(view, asked, parties));
    const on = endOfDay(day, asked.timeZone);
    const states = new Map<Sending, ReadonlyMap<string, boolean>>();
    const left = new Map(pairsOf(parties).map((pair) => [pair, "no" as PairStanding]));
    for (const wanted of ["yes", "perhaps"] as const) {
      for (const each of sending) {
        if (each.since > day) continue;
        const pairs = [...left].flatMap(([pair, found]) => (found === "no" ? [pair] : []));
        if (pairs.length === 0) break;
        const bound = states.get(each) ?? statesOf({ ...world, on }, each.instrument.id, parties);
        states.set(each, bound);
        const open = pairs.filter(([a, b]) => bound.has(a) && bound.has(b) && standing(bound, a, b) === wanted);
        const alone = { ...each.alone(), on };
        for (const pair of open) if (isMutual(alone, pair)) left.set(pair, wanted);
      }
    }
    return [...left.values()];
  });
}

type Instrument = Program["instruments"][number];
const isSent = (clause: Instrument["clauses"][number]) => clause.kind === "duty" && clause.act.verb === "send";

/** An agreement under which something is sent, and the world with it alone, made when first asked for. */
interface Sending {
  readonly instrument: Instrument;
  /** Before this day fewer than two of the parties can be bound by it. */
  readonly since: number;
  readonly alone: () => World;
}

/** The world of a view, and what is sent under in it: what most of the parties have rows of comes first, as it settles most pairs. */
function worldsOf(
  view: View,
  asked: Asked,
  parties: readonly string[],
): { readonly world: World; readonly sending: readonly Sending[] } {
  const world = worldOf(view, asked);
  const rows = ({ id }: Instrument) => world.book.status.parties(id).filter((party) => parties.includes(party)).length;
  const sending = view.desk.program.instruments
    .filter((instrument) => instrument.clauses.some(isSent) && rows(instrument) > 1)
    .sort((a, b) => rows(b) - rows(a))
    .map((instrument) => {
      let made: World | undefined;
      const alone = () => {
        made ??= only(view, world, instrument);
        return made;
      };
      return { instrument, since: since(world, instrument.id, parties), alone };
    });
  return { world, sending };
}

/** The day on which the second of the parties has its first row; rows without dates may hold at any time. */
function since(world: World, instrument: string, parties: readonly string[]): number {
  const first = parties.flatMap((party) => {
    const own = world.book.status.factsOf(instrument, party).filter((fact) => fact.party === party);
    const days = own.flatMap(({ actDate, effectDate, provisionalFrom }) => {
      const dates = [actDate, effectDate, provisionalFrom].flatMap((date) => date ?? []);
      return dates.length === 0 ? [Number.NEGATIVE_INFINITY] : dates.map(firstDay);
    });
    return days.length === 0 ? [] : [Math.min(...days)];
  });
  return first.sort((a, b) => a - b)[1] ?? Number.POSITIVE_INFINITY;
}

/** Parties that an instrument binds, or may bind, on the day of the world; whether that is verified. */
function statesOf(world: World, instrument: string, parties: readonly string[]): ReadonlyMap<string, boolean> {
  return new Map(
    parties.flatMap((party) => {
      const { state, doubts } = standingOf(world, instrument, party);
      if (state !== "bound" && state !== "unverified") return [];
      return [[party, state === "bound" && doubts.length === 0] as const];
    }),
  );
}

const standing = (states: ReadonlyMap<string, boolean>, a: string, b: string): PairStanding =>
  states.get(a) === true && states.get(b) === true ? "yes" : "perhaps";

/** The same world with one agreement. */
function only({ desk }: View, world: World, instrument: Instrument): World {
  const facts = world.setting.facts.filter((fact) => fact.kind !== "status" || fact.instrument === instrument.id);
  const program = { ...desk.program, instruments: [instrument] };
  return createWorld({ ...world.setting, program, facts }, world.on);
}

function isMutual(alone: World, pair: readonly [string, string]): boolean {
  const sends = (ids: readonly string[]) =>
    ids.some((id) => {
      const placed = alone.clauses.get(id);
      return placed !== undefined && isSent(placed.clause);
    });
  return betweenOf(alone, pair).instruments.some(
    ({ owed: [there, back] }) => sends(there.duties) && sends(back.duties),
  );
}
