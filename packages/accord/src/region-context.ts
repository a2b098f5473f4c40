import {
  BINDING_ACTS,
  type CivilDay,
  type MappedGeography,
  type Region,
  readGeography,
  type StatusFact,
} from "@kelisim/model";
import type { CompileContext } from "./lower/world.ts";

/**
 * What the compiler may know of a region: parties, zones, calendars, organisations, and who may be bound by what.
 * `geography` is that of the region, where it was read already.
 */
export function contextOf(
  region: Region,
  geography: MappedGeography | undefined = region.places && readGeography(region.places.json),
): CompileContext {
  const status = region.facts.filter(
    (fact): fact is StatusFact => fact.kind === "status" && BINDING_ACTS.has(fact.act),
  );
  const bound = new Map<string, Set<string>>();
  for (const { instrument, party } of status) {
    const parties = bound.get(instrument) ?? new Set();
    bound.set(instrument, party === "*" ? parties : parties.add(party));
  }
  const members = region.facts.flatMap((fact) => (fact.kind === "membership" ? [fact.organisation] : []));
  return {
    parties: region.parties,
    zones: geography?.zones ?? [],
    calendars: Object.keys(region.calendars),
    memberships: [...new Set([...region.organisations.map(({ id }) => id), ...members])],
    boundParties: (instrument) => [...(bound.get(instrument) ?? [])],
    ...(geography ? { sampleInZone: geography.sampleInZone } : {}),
    boundSince: (instrument, party) => boundSince(status, instrument, party),
  };
}

/** The day from which a party is bound by rows that agree; the instrument's own entry into force (party "*") counts too. */
function boundSince(status: readonly StatusFact[], instrument: string, party: string): CivilDay | undefined {
  const rows = status.filter((fact) => fact.instrument === instrument);
  const days = (of: string) =>
    rows.flatMap((fact) => (fact.party === of && typeof fact.effectDate === "number" ? [fact.effectDate] : []));
  const own = days(party);
  const disputed = rows.some((fact) => fact.party === party && fact.dispute !== undefined);
  if (own.length === 0) return undefined;
  return Math.max(disputed ? Math.max(...own) : Math.min(...own), ...days("*").slice(0, 1));
}
