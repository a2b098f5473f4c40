import type { Instrument } from "@kelisim/accord/program";
import type { PartyTrack } from "@kelisim/api";
import { isGeneralKnowledge, standingOf, type World } from "@kelisim/compare";
import { dayOf, firstDay, type StatusFact } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { boundSpells, statusRow } from "../cooperation/standing.ts";
import { statusRows } from "./status-rows.ts";

/**
 * Each party of an instrument through time: its acts as the tables have them, and how it stands on the asked day.
 * Sides stand together in the order of the instrument; within a side, and without sides, names are alphabetical.
 */
export function tracksOf(instrument: Instrument, world: World, words: Words): PartyTrack[] {
  const { id, sides } = instrument;
  const today = dayOf(world.on, instrument.timeZone);
  const rows = statusRows(world, id);
  const named = new Set([...rows.map(({ party }) => party), ...sides.flatMap(({ members }) => members)]);
  const sideOf = (party: string) => sides.findIndex(({ members }) => members.includes(party));
  const tracks = [...named].map((party): PartyTrack & { readonly order: number } => {
    const standing = standingOf(world, id, party);
    const side = sideOf(party);
    return {
      id: party,
      name: party === "*" ? "" : words.names.party(party),
      ...(side === -1 ? {} : { side: words.names.actor(`${id}:${sides[side]!.name}`) }),
      standing: standing.state,
      provisional: standing.provisional,
      doubts: [...standing.doubts],
      acts: rows
        .filter((row) => row.party === party)
        .sort(byDate)
        .map((row) => statusRow(row, (source) => isGeneralKnowledge(world, source), words)),
      spells: party === "*" ? [] : boundSpells(world, id, party, today),
      order: party === "*" ? -2 : side === -1 ? sides.length : side,
    };
  });
  return tracks
    .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name, words.language))
    .map(({ order: _, ...track }) => track);
}

function byDate(a: StatusFact, b: StatusFact): number {
  const since = ({ actDate, provisionalFrom, effectDate }: StatusFact) => {
    const date = actDate ?? provisionalFrom ?? effectDate;
    return date === undefined ? Number.POSITIVE_INFINITY : firstDay(date);
  };
  const [x, y] = [since(a), since(b)];
  return x === y ? 0 : x - y;
}
