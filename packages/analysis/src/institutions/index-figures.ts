import type { CivilDay, ObservationRow } from "@kelisim/model";
import { type Bipartite, projectParties } from "./graph.ts";
import type { ComponentFigure } from "./indices.ts";

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
 * other on the day. Unknown where there are no rows; `listsAllTo` is the last day that the rows describe, behind it nothing is known.
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
  if (rows.length === 0 || parties.length < 2 || day > listsAllTo) return { component, source };
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
  const holds = (row: ObservationRow) =>
    kinds.includes(String(row.kind)) && String(row.from) <= date && (row.to == null || String(row.to) > date);
  const bound = new Set(rows.filter(holds).map((row) => `${row.party} ${row.toward}`));
  const pairs = pairsOf(parties);
  const both = pairs.filter(([a, b]) => bound.has(`${a} ${b}`) && bound.has(`${b} ${a}`));
  return { component, figure: both.length / pairs.length, source };
}

function pairsOf(parties: readonly string[]): readonly (readonly [string, string])[] {
  const sorted = [...parties].sort();
  return sorted.flatMap((a, at) => sorted.slice(at + 1).map((b) => [a, b] as const));
}
