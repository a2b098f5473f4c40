import type { MembershipSource } from "@kelisim/analysis";
import type { Circle, Institutions } from "@kelisim/api";
import { type CivilDay, dayParts, firstDay } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import type { Desk } from "../desk.ts";
import type { Asked } from "../standpoint.ts";

/** A party with rows for at least so many organisations, all sources together, stands in the circle "near". */
const NEAR = 3;

/** Parties of our table of which a source has a row, those the region is about first, each group by name in the reader's language. */
export function partiesOf(
  sources: readonly MembershipSource[],
  { region }: Desk,
  words: Words,
  circle: Circle,
): Institutions["parties"] {
  const counts = new Map<string, Set<string>>();
  for (const { spells } of sources) {
    for (const { party, organisation } of spells) {
      const known = counts.get(party);
      if (known === undefined) counts.set(party, new Set([organisation]));
      else known.add(organisation);
    }
  }
  const focus = new Set(region.focus);
  return region.parties
    .filter(({ id }) => {
      const rows = counts.get(id)?.size ?? 0;
      return focus.has(id) || (rows > 0 && (circle === "all" || (circle === "near" && rows >= NEAR)));
    })
    .map(({ id }) => ({ id, name: words.names.party(id), focus: focus.has(id) }))
    .sort((a, b) => Number(b.focus) - Number(a.focus) || a.name.localeCompare(b.name, words.language));
}

/**
 * The years that a slider runs over: from the first beginning that any source has for a party the region is about, to the later of
 * the clock's year and the asked one.
 */
export function yearsSince(
  sources: readonly MembershipSource[],
  { region }: Desk,
  asked: Asked,
  now: CivilDay,
): { readonly from: number; readonly to: number } {
  const to = Math.max(dayParts(asked.today).year, dayParts(now).year);
  const focus = new Set(region.focus);
  let from = to;
  for (const { spells } of sources) {
    for (const spell of spells) {
      if (spell.from === undefined || !focus.has(spell.party)) continue;
      from = Math.min(from, dayParts(firstDay(spell.from)).year);
    }
  }
  return { from, to };
}
