import type { Circle, Cooperation, Network, OrganisationView, Relation } from "@kelisim/api";
import { dayOf, formatDated } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";
import { instrumentNamed, organisationName } from "./names.ts";
import { networkOf } from "./network.ts";
import { membershipFacts, relationsOf, yearsOf } from "./relations.ts";
import { coverageOf, disputesOf, type GeneralKnowledge, generalKnowledge, sourcedData } from "./sourced.ts";

/** Bodies that a pair must have in common to be drawn, where nothing else is asked. */
export const LEAST_IN_COMMON = 3;

/** A party with rows for at least so many organisations stands in the circle "near". */
const NEAR = 3;

/** Memberships through time and the network of overlap on the asked day, as far as the tables of the view say. */
export function cooperationOf(
  view: View,
  asked: Asked,
  now: number,
  { least = LEAST_IN_COMMON, states = "near" }: { readonly least?: number; readonly states?: Circle } = {},
): Cooperation {
  const { desk } = view;
  const { region } = desk;
  const words = desk.words(asked.language);
  const general = generalKnowledge(region.sources);
  const facts = membershipFacts(view.facts, asked.knownAt);
  const relations = relationsOf(facts, region.organisations, asked.today, { general, words });
  const parties = partiesIn(relations, region.focus, words);
  return {
    standpoint: standpointData(asked, desk),
    years: yearsOf(facts, region.focus, asked.today, dayOf(now, region.timeZone)),
    parties,
    organisations: organisationsIn(view, relations, words, general),
    relations,
    network: networkOf(
      relations,
      parties
        .filter(({ focus, organisations }) => states === "all" || focus || (states === "near" && organisations >= NEAR))
        .map(({ id, name, focus }) => ({ id, name, focus })),
      least,
    ),
    disputes: disputesOf(desk, facts),
    coverage: coverageOf(desk, ["memberships", "organisations", "disputes"]),
  };
}

/** Parties with a row, those the region is about first, each group by name in the reader's language. */
export function partiesIn(
  relations: readonly Relation[],
  focus: readonly string[],
  words: Words,
): (Network["parties"][number] & { organisations: number })[] {
  const counts = new Map<string, number>();
  for (const { party } of relations) counts.set(party, (counts.get(party) ?? 0) + 1);
  return [...counts]
    .map(([id, organisations]) => ({ id, name: words.names.party(id), focus: focus.includes(id), organisations }))
    .sort((a, b) => Number(b.focus) - Number(a.focus) || a.name.localeCompare(b.name, words.language));
}

function organisationsIn(
  { desk }: View,
  relations: readonly Relation[],
  words: Words,
  general: GeneralKnowledge,
): OrganisationView[] {
  const listed = new Map<string, number>();
  for (const { organisation } of relations) listed.set(organisation, (listed.get(organisation) ?? 0) + 1);
  return desk.region.organisations
    .filter(({ id }) => listed.has(id))
    .map((row) => ({
      id: row.id,
      name: row.name,
      shortName: organisationName(desk, words, row.id),
      kind: row.kind,
      ...(row.founded === undefined ? {} : { founded: formatDated(row.founded) }),
      ...(row.dissolved === undefined ? {} : { dissolved: formatDated(row.dissolved) }),
      ...(row.seat === undefined ? {} : { seat: row.seat }),
      ...(row.purpose === undefined ? {} : { purpose: row.purpose }),
      instruments: (row.instruments ?? []).map((id) => instrumentNamed(words, id)),
      listed: listed.get(row.id) ?? 0,
      ...sourcedData(row, general),
    }));
}
