import { type CivilDay, lastDay } from "@kelisim/model";
import { placeOf } from "./membership.ts";
import type { MembershipSource } from "./sources.ts";

/** Who is in which organisation on a day, by one source. */
export interface Bipartite {
  readonly day: CivilDay;
  /** Members by organisation, each in the order of ids. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** Memberships that a coarse or missing date leaves open: left out. */
  readonly uncertain: number;
  /** Rows in a status that does not count. */
  readonly otherStatus: number;
  /** The day lies behind the end of what the source describes: nothing is known of it. */
  readonly beyond: boolean;
}

/** The memberships of one source on a day, in the statuses that count, among the parties given (absent: all). */
export function bipartiteOn(
  source: MembershipSource,
  day: CivilDay,
  counts: readonly string[],
  parties?: readonly string[],
): Bipartite {
  const accepted = counts.map((status) => status.toLowerCase());
  const members = new Map<string, Set<string>>();
  let [uncertain, otherStatus] = [0, 0];
  const beyond = source.listsAllTo !== undefined && day > lastDay(source.listsAllTo);
  for (const spell of source.spells) {
    const place = placeOf(spell, day);
    if (beyond || place === "before" || place === "after" || parties?.includes(spell.party) === false) continue;
    if (!accepted.includes(spell.status.toLowerCase())) otherStatus += 1;
    else if (place === "uncertain") uncertain += 1;
    else members.set(spell.organisation, (members.get(spell.organisation) ?? new Set()).add(spell.party));
  }
  const sorted = [...members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, set]) => [id, [...set].sort()] as const);
  return { day, members: new Map(sorted), uncertain, otherStatus, beyond };
}

export interface Edge {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
  /** The organisations of both. */
  readonly shared: readonly string[];
}

/** An undirected weighted network without loops. */
export interface Network {
  readonly nodes: readonly string[];
  readonly edges: readonly Edge[];
}

/**
 * How a shared organisation counts: "count" as one; "by size" as 1 / (members - 1), so that one for everybody ties two less than
 * one for two (Newman 2001).
 */
export type Weighting = "count" | "by size";

/** Parties tied by the organisations that they share. A party without any membership that counts is no node. */
export function projectParties({ members }: Bipartite, weighting: Weighting): Network {
  const pairs = new Map<string, { a: string; b: string; weight: number; shared: string[] }>();
  for (const [organisation, parties] of members) {
    for (const [at, a] of parties.entries()) {
      for (const b of parties.slice(at + 1)) {
        const key = JSON.stringify([a, b]);
        const edge = pairs.get(key) ?? { a, b, weight: 0, shared: [] };
        edge.weight += weighting === "count" ? 1 : 1 / (parties.length - 1);
        edge.shared.push(organisation);
        pairs.set(key, edge);
      }
    }
  }
  const nodes = [...new Set([...members.values()].flat())].sort();
  return { nodes, edges: [...pairs.values()].sort((x, y) => (`${x.a} ${x.b}` < `${y.a} ${y.b}` ? -1 : 1)) };
}

/** The ties among some parties alone; weights stay what all members make of them. */
export function among({ nodes, edges }: Network, parties: readonly string[] | undefined): Network {
  if (parties === undefined) return { nodes, edges };
  const kept = new Set(parties);
  return {
    nodes: nodes.filter((node) => kept.has(node)),
    edges: edges.filter(({ a, b }) => kept.has(a) && kept.has(b)),
  };
}

/** Organisations tied by the parties that they share: the other side of the same memberships. */
export function projectOrganisations(bipartite: Bipartite, weighting: Weighting): Network {
  const members = new Map<string, string[]>();
  for (const [organisation, parties] of bipartite.members) {
    for (const party of parties) members.set(party, [...(members.get(party) ?? []), organisation]);
  }
  return projectParties({ ...bipartite, members }, weighting);
}
