import type { SituationQuery } from "@kelisim/api";
import { type Dated, firstDay, isRefusal, lastDay, parseDated } from "@kelisim/model";
import { badRequest } from "../../http/problem.ts";
import type { Desk } from "../desk.ts";
import type { Known } from "./happenings.ts";

/** The filters that leave facets: each can be taken away without the others. */
export const FACETS = ["threat", "party", "kind", "place", "zone"] as const;
export type FacetName = (typeof FACETS)[number];

export interface Filters {
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** Whether it passes all facets but the one left out, and lies in the asked time. */
  passes(known: Known, but?: FacetName): boolean;
}

/** Reads the filters of a request. Throws 400 naming the parameter for dates and ids that mean nothing here. */
export function readFilters(query: SituationQuery, desk: Desk): Filters {
  const first = readDay("from", query.from, firstDay);
  const last = readDay("to", query.to, lastDay);
  if (first !== undefined && last !== undefined && last < first)
    throw badRequest("/query/to", "is earlier than from", "give the later day as to");
  if (query.threat !== undefined && !desk.region.threats.some(({ id }) => id === query.threat))
    throw badRequest("/query/threat", `there is no threat "${query.threat.slice(0, 40)}" in ${desk.region.name}`);
  if (query.zone !== undefined && desk.geography?.zones.includes(query.zone) !== true)
    throw badRequest("/query/zone", `there is no zone "${query.zone.slice(0, 40)}" in ${desk.region.name}`);
  const inTime = (known: Known) =>
    (first === undefined || known.last >= first) && (last === undefined || known.first <= last);
  const tests: { readonly [F in FacetName]: (known: Known) => boolean } = {
    threat: ({ shown }) => query.threat === undefined || shown.threats.includes(query.threat),
    party: ({ shown }) => query.party === undefined || shown.parties.some(({ id }) => id === query.party),
    kind: ({ shown }) => query.kind === undefined || shown.kind === query.kind,
    place: ({ placeId }) => query.place === undefined || placeId === query.place,
    zone: (known) => query.zone === undefined || zonesOf(desk, known).includes(query.zone),
  };
  return {
    first,
    last,
    passes: (known, but) => inTime(known) && FACETS.every((facet) => facet === but || tests[facet](known)),
  };
}

/** Zones in which it lies or, by the map's accuracy, may lie. */
export function zonesOf({ geography }: Desk, { shown: { place } }: Known): readonly string[] {
  if (geography === undefined || place === undefined) return [];
  return geography.zones.filter((zone) => {
    const location = geography.locate(zone, place);
    return location === "inside" || location === "within map error";
  });
}

function readDay(name: string, text: string | undefined, end: (date: Dated) => number): number | undefined {
  if (text === undefined || text === "") return undefined;
  const date = parseDated(text);
  if (isRefusal(date)) throw badRequest(`/query/${name}`, date.refusal, date.mend);
  return end(date);
}
