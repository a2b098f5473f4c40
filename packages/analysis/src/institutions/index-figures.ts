import { type BorderSection, type CivilDay, firstDay, lastDay, type ObservationRow } from "@kelisim/model";
import { type Bipartite, projectParties } from "./graph.ts";
import type { ComponentFigure } from "./indices.ts";

/**
 * The component "bodies": pairs with a common organisation to which only states of the region belong / all pairs. `bipartite` must
 * hold all members, those of elsewhere too, by a source that lists all. Unknown where the day lies behind the source.
 */
export function bodiesFigure(bipartite: Bipartite, parties: readonly string[], source: string): ComponentFigure {
  if (bipartite.beyond || parties.length < 2) return { component: "bodies", source };
  const own = [...bipartite.members.values()].filter((members) => members.every((member) => parties.includes(member)));
  const pairs = pairsOf(parties);
  const tied = pairs.filter(([a, b]) => own.some((members) => members.includes(a) && members.includes(b)));
  return { component: "bodies", figure: tied.length / pairs.length, source };
}

/** How a pair of parties stands to something that can tie them; "perhaps": dates or binding are not verified. */
export type PairStanding = "yes" | "perhaps" | "no";

/** A share of pairs of which each stands somehow. Where some only perhaps do, the figure is unknown, and lies between two ends. */
export function pairsFigure(component: string, pairs: readonly PairStanding[], source: string): ComponentFigure {
  if (pairs.length === 0) return { component, source };
  const count = (standing: PairStanding) => pairs.filter((each) => each === standing).length;
  const [sure, perhaps] = [count("yes"), count("perhaps")];
  if (perhaps > 0)
    return { component, between: [sure / pairs.length, (sure + perhaps) / pairs.length] as const, source };
  return { component, figure: sure / pairs.length, source };
}

/**
 * The component "settled" from a table that has every border between two of the parties: a border is settled where every section
 * that holds on the day is agreed. Unknown where there is no border, or a section may or may not hold.
 */
export function settledFigure(
  borders: readonly BorderSection[],
  parties: readonly string[],
  day: CivilDay,
  source: string,
): ComponentFigure {
  const own = borders.filter(({ between }) => between.every((party) => parties.includes(party)));
  const pairs = Map.groupBy(own, ({ between }) => [...between].sort().join(" "));
  const standings = [...pairs.values()].map((sections): PairStanding => {
    const held = sections.map((section) => ({ section, holds: holdsOn(section, day) }));
    const sure = held.filter(({ holds }) => holds === "yes");
    const agreed = sure.length > 0 && sure.every(({ section }) => section.status === "agreed");
    if (held.some(({ section, holds }) => holds === "perhaps" && (section.status === "agreed") !== agreed))
      return "perhaps";
    return agreed ? "yes" : "no";
  });
  return pairsFigure("settled", standings, source);
}

function holdsOn({ from, to }: BorderSection, day: CivilDay): PairStanding {
  if ((from !== undefined && day < firstDay(from)) || (to !== undefined && day >= lastDay(to))) return "no";
  if ((from !== undefined && day < lastDay(from)) || (to !== undefined && day >= firstDay(to))) return "perhaps";
  return "yes";
}

/**
 * The component "membership": mean over all pairs of the parties of shared organisations / organisations of either. Unknown where the
 * day lies behind the source, or a party has no membership in it at all.
 */
export function membershipFigure(bipartite: Bipartite, parties: readonly string[], source: string): ComponentFigure {
  const counts = parties.map(
    (party) => [...bipartite.members.values()].filter((members) => members.includes(party)).length,
  );
  if (bipartite.beyond || parties.length < 2 || counts.includes(0)) return { component: "membership", source };
  const edges = projectParties(bipartite, "count").edges;
  const shares = pairsOf(parties).map(([a, b]) => {
    const shared = edges.find((edge) => edge.a === a && edge.b === b)?.weight ?? 0;
    return shared / (counts[parties.indexOf(a)]! + counts[parties.indexOf(b)]! - shared);
  });
  return { component: "membership", figure: shares.reduce((sum, one) => sum + one, 0) / shares.length, source };
}

/**
 * A share of pairs from rows of the table `obligations`: those of which both are under an obligation of one of the kinds towards the
 * other on the day. Unknown where a party stands in no row at all; `listsAllTo` is the last day that the rows describe, behind it nothing is known.
 */
export function pairsBoundFigure(
  component: string,
  rows: readonly ObservationRow[],
  question: {
    readonly parties: readonly string[];
    readonly kinds: readonly string[];
    readonly day: CivilDay;
    readonly listsAllTo: CivilDay;
  },
  source: string,
): ComponentFigure {
  const { parties, kinds, day, listsAllTo } = question;
  const known = new Set(rows.flatMap((row) => [String(row.party), String(row.toward)]));
  if (parties.length < 2 || day > listsAllTo || !parties.every((party) => known.has(party)))
    return { component, source };
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
  const holds = (row: ObservationRow) =>
    kinds.includes(String(row.kind)) && String(row.from) <= date && (row.to == null || String(row.to) > date);
  const bound = new Set(rows.filter(holds).map((row) => `${row.party} ${row.toward}`));
  const pairs = pairsOf(parties);
  const both = pairs.filter(([a, b]) => bound.has(`${a} ${b}`) && bound.has(`${b} ${a}`));
  return { component, figure: both.length / pairs.length, source };
}

/** All pairs of the parties, each once, the lesser id first. */
export function pairsOf(parties: readonly string[]): readonly (readonly [string, string])[] {
  const sorted = [...parties].sort();
  return sorted.flatMap((a, at) => sorted.slice(at + 1).map((b) => [a, b] as const));
}
