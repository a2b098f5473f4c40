import { result } from "../methods.ts";
import type { Result, ResultInput } from "../result.ts";
import type { Bipartite } from "./graph.ts";
import { exclusionsOf } from "./overlap.ts";

/** What is set against each other: states by the organisations that they share, or organisations by the members that they share. */
export type OverlapOf = "parties" | "organisations";

export interface OverlapCell {
  readonly a: string;
  readonly b: string;
  /** What both have: organisations of two parties, members of two organisations. */
  readonly shared: readonly string[];
  readonly either: number;
  /** shared / either. */
  readonly jaccard: number;
}

export interface OverlapMatrix {
  /** Everything that has at least one membership that counts, in the order of ids. */
  readonly ids: readonly string[];
  /** One cell a pair, the lesser id first. */
  readonly cells: readonly OverlapCell[];
}

/** Jaccard of every pair on one day, by one source. Absent: the day lies behind what the source describes. */
export function overlapMatrix(
  bipartite: Bipartite,
  of: OverlapOf,
  from: readonly ResultInput[],
): Result<OverlapMatrix | undefined> {
  const sets = of === "organisations" ? bipartite.members : partiesWith(bipartite);
  const ids = [...sets.keys()].sort();
  const cells = ids.flatMap((a, at) => ids.slice(at + 1).map((b) => cellOf(a, b, sets.get(a)!, sets.get(b)!)));
  const value = bipartite.beyond ? undefined : { ids, cells };
  return result("institutions.overlap", value, from, exclusionsOf(bipartite));
}

function cellOf(a: string, b: string, first: readonly string[], second: readonly string[]): OverlapCell {
  const shared = first.filter((id) => second.includes(id));
  const either = first.length + second.length - shared.length;
  return { a, b, shared, either, jaccard: shared.length / either };
}

function partiesWith({ members }: Bipartite): ReadonlyMap<string, readonly string[]> {
  const sets = new Map<string, string[]>();
  for (const [organisation, parties] of members) {
    for (const party of parties) sets.set(party, [...(sets.get(party) ?? []), organisation]);
  }
  return sets;
}
