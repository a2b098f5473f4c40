import type { CompileContext } from "@kelisim/accord";
import type { Region, StatusFact } from "@kelisim/model";
import { geographyOf } from "./geography.ts";

/** What the checker may know of a region: its parties, zones, calendars, organisations, and who is bound by what. */
export function compileContext(region: Region): CompileContext {
  const geography = geographyOf(region);
  const bound = new Map<string, Set<string>>();
  for (const fact of region.facts) {
    if (!creates(fact)) continue;
    const parties = bound.get(fact.instrument) ?? new Set();
    if (fact.party !== "*") parties.add(fact.party);
    bound.set(fact.instrument, parties);
  }
  return {
    parties: region.parties,
    zones: geography?.zones ?? [],
    calendars: Object.keys(region.calendars),
    memberships: [...new Set([...region.organisations.map((each) => each.id), ...membershipsIn(region)])],
    boundParties: (instrument) => [...(bound.get(instrument) ?? [])],
  };
}

const ENDING = new Set(["signature", "suspension", "resumption", "withdrawal", "expiry"]);

function creates(fact: Region["facts"][number]): fact is StatusFact {
  return fact.kind === "status" && !ENDING.has(fact.act);
}

function membershipsIn(region: Region): readonly string[] {
  return region.facts.flatMap((fact) => (fact.kind === "membership" ? [fact.organisation] : []));
}
