import {
  among,
  bipartiteOn,
  type Centrality,
  centralityOf,
  centralityThroughTime,
  exclusionsOf,
  FULL_MEMBERSHIP,
  inputOf,
  type MembershipSource,
  type Network,
  overlapMatrix,
  projectParties,
  type Weighting,
} from "@kelisim/analysis";
import type { CentralityView, Ties, TiesQuery } from "@kelisim/api";
import { civilDay, dayOf, dayParts } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import type { NodeContext } from "../../context.ts";
import { badRequest } from "../../http/problem.ts";
import { proofOf } from "../../proof.ts";
import { organisationName } from "../cooperation/names.ts";
import type { Desk } from "../desk.ts";
import { remembered } from "../remembered.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";
import { partiesOf, yearsSince } from "./circle.ts";
import { withProducers } from "./inputs.ts";
import { foreignName } from "./members.ts";
import { type KnownSource, type KnownSources, knownOf, sourcesOf } from "./sources.ts";

const WEIGHTINGS: Readonly<Record<Ties["weighting"], Weighting>> = { count: "count", size: "by size" };

/** A network through all years is worked out anew so often at most. */
const FRESH_MS = 10 * 60_000;

export type TiesAsked = Pick<TiesQuery, "source" | "states" | "weighting" | "of">;

/** States tied by the organisations that they share, by one source: on the asked day, and their centralities through the years. */
export async function tiesData(node: NodeContext, view: View, asked: Asked, query: TiesAsked): Promise<Ties> {
  const { desk } = view;
  const words = desk.words(asked.language);
  const sources = await sourcesOf(node, view, asked);
  const chosen = chosenSource(sources, desk, query.source);
  const { source } = chosen;
  const parties = partiesOf([source], desk, words, query.states ?? "near");
  const ids = parties.map(({ id }) => id);
  const weighting = query.weighting ?? "count";
  const years = yearsSince([source], desk, asked, dayOf(node.now(), desk.region.timeZone));
  const bipartite = bipartiteOn(source, asked.today, FULL_MEMBERSHIP);
  const network = among(projectParties(bipartite, WEIGHTINGS[weighting]), ids);
  const own = bipartiteOn(source, asked.today, FULL_MEMBERSHIP, ids);
  const of = query.of ?? "states";
  const overlap = overlapMatrix(own, of === "states" ? "parties" : "organisations", [inputOf(source)]);
  const centrality = centralityOf(bipartite.beyond ? { nodes: [], edges: [] } : network, [inputOf(source)]);
  const named = namesIn(sources, desk, words);
  return {
    standpoint: standpointData(asked, desk),
    years,
    sources: sources.all.map(({ told: { id, kind, name } }) => ({ id, kind, name })),
    source: chosen.told,
    weighting,
    parties,
    organisations: [...new Set(source.spells.map(({ organisation }) => organisation))].map(named),
    beyond: bipartite.beyond,
    edges: edgesOf(bipartite.beyond ? { nodes: [], edges: [] } : network),
    ever: everTogether(source, ids),
    nodes: centrality.value.map(centralityData),
    series: seriesOf(node, view, asked, chosen, { years, ids, weighting }),
    overlap: {
      of,
      items: (overlap.value?.ids ?? []).map((id) =>
        of === "states" ? { id, name: words.names.party(id) } : named(id),
      ),
      cells: (overlap.value?.cells ?? [])
        .filter(({ shared }) => shared.length > 0)
        .map((cell) => ({ ...cell, shared: [...cell.shared] })),
    },
    proofs: {
      centrality: proofOf(withProducers(centrality, [chosen]), asked.language, exclusionsOf(own)),
      overlap: proofOf(withProducers(overlap, [chosen]), asked.language),
    },
  };
}

/**
 * The source asked for; absent: the region's table if it is complete, else of the files that list all the one that knows most of our
 * organisations, else the table all the same. Throws 400 for one that is not here.
 */
export function chosenSource({ all }: KnownSources, desk: Desk, id: string | undefined): KnownSource {
  if (id === undefined) {
    const ours = new Set(desk.region.organisations.map((each) => each.id));
    const known = ({ source }: KnownSource) =>
      new Set(source.spells.flatMap(({ organisation }) => (ours.has(organisation) ? [organisation] : []))).size;
    const table = all[0]!;
    if (table.told.listsAllTo !== undefined) return table;
    const files = all.filter(
      (each) => each.file !== undefined && each.told.listsAllTo !== undefined && known(each) > 0,
    );
    return files.toSorted((a, b) => known(b) - known(a))[0] ?? table;
  }
  const found = all.find(({ told }) => told.id === id);
  if (found !== undefined) return found;
  const ids = all.map(({ told }) => told.id).join(", ");
  throw badRequest("/query/source", `"${id.slice(0, 80)}" is no source of memberships here`, ids);
}

/** The name of an organisation in the reader's language, of what is not ours as its file writes it. */
export function namesIn({ codes }: KnownSources, desk: Desk, words: Words) {
  const ours = new Set(desk.region.organisations.map(({ id }) => id));
  return (id: string) => ({
    id,
    name: ours.has(id) ? organisationName(desk, words, id) : foreignName(id, codes.get(id) ?? []).shortName,
  });
}

const edgesOf = ({ edges }: Network): Ties["edges"] =>
  edges.map(({ a, b, weight, shared }) => ({ a, b, weight, organisations: [...shared] }));

const centralityData = ({ node, degree, strength, eigenvector }: Centrality): CentralityView => ({
  party: node,
  degree,
  strength,
  ...(eigenvector === undefined ? {} : { eigenvector }),
});

/** In how many organisations both of a pair ever had a status that counts. */
function everTogether({ spells }: MembershipSource, ids: readonly string[]): Ties["ever"] {
  const counted = spells.filter(({ status }) => FULL_MEMBERSHIP.includes(status.toLowerCase()));
  const of = new Map(ids.map((id) => [id, new Set<string>()]));
  for (const { party, organisation } of counted) of.get(party)?.add(organisation);
  return ids.flatMap((a, at) =>
    ids.slice(at + 1).flatMap((b) => {
      const count = [...of.get(a)!].filter((organisation) => of.get(b)!.has(organisation)).length;
      return count === 0 ? [] : [{ a, b, count }];
    }),
  );
}

interface SeriesAsked {
  readonly years: Ties["years"];
  readonly ids: readonly string[];
  readonly weighting: Ties["weighting"];
}

/** Centralities on the last day of each year, of the asked year on the asked day. */
function seriesOf(
  node: NodeContext,
  view: View,
  asked: Asked,
  { source, told }: KnownSource,
  { years, ids, weighting }: SeriesAsked,
): Ties["series"] {
  const days = lastDays(years, asked.today);
  const key = JSON.stringify(["centrality", told, knownOf(node, asked), days, ids, weighting]);
  return remembered(view, key, node.now(), FRESH_MS, () =>
    centralityThroughTime(source, days, {
      counts: FULL_MEMBERSHIP,
      weighting: WEIGHTINGS[weighting],
      parties: ids,
    }).value.map(({ day, nodes }) => ({
      year: dayParts(day).year,
      ...(nodes === undefined ? {} : { nodes: nodes.map(centralityData) }),
    })),
  );
}

/** The last day of each year; the asked year is taken on the asked day. */
export function lastDays({ from, to }: Ties["years"], today: number): readonly number[] {
  const asked = dayParts(today).year;
  return Array.from({ length: to - from + 1 }, (_, at) => (from + at === asked ? today : civilDay(from + at, 12, 31)));
}
