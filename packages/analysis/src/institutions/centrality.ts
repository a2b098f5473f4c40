import type { CivilDay } from "@kelisim/model";
import { result } from "../methods.ts";
import type { Exclusion, Result, ResultInput } from "../result.ts";
import { among, bipartiteOn, type Network, projectParties, type Weighting } from "./graph.ts";
import { inputOf } from "./membership.ts";
import { exclusionsOf } from "./overlap.ts";
import type { MembershipSource } from "./sources.ts";

export interface Centrality {
  readonly node: string;
  /** Neighbours. */
  readonly degree: number;
  /** Sum of the weights of its ties. */
  readonly strength: number;
  /**
   * Part of this node in the leading eigenvector; all nodes together 1. Absent: the network has no tie, or falls apart
   * into parts of which none leads, so that there is no single answer.
   */
  readonly eigenvector?: number;
}

const STEPS = 10_000;
const PRECISION = 1e-12;

/** Centralities of a network, in the order of its nodes. */
export function centralityOf(network: Network, from: readonly ResultInput[]): Result<readonly Centrality[]> {
  return result("institutions.centrality", centralities(network), from);
}

export interface CentralityAt {
  readonly day: CivilDay;
  /** Absent: the day lies behind what the source describes. */
  readonly nodes?: readonly Centrality[];
}

/**
 * Centralities in the network of shared memberships on each of the days, by one source, among the parties given (absent: all). How
 * large an organisation is follows from all of its members, those left out too.
 */
export function centralityThroughTime(
  source: MembershipSource,
  days: readonly CivilDay[],
  question: { readonly counts: readonly string[]; readonly weighting: Weighting; readonly parties?: readonly string[] },
): Result<readonly CentralityAt[]> {
  const exclusions: Exclusion[] = [];
  const value = days.map((day) => {
    const bipartite = bipartiteOn(source, day, question.counts);
    exclusions.push(...exclusionsOf(bipartiteOn(source, day, question.counts, question.parties)));
    if (bipartite.beyond) return { day };
    return { day, nodes: centralities(among(projectParties(bipartite, question.weighting), question.parties)) };
  });
  return result("institutions.centrality", value, [inputOf(source)], summed(exclusions));
}

function centralities(network: Network): readonly Centrality[] {
  const neighbours = adjacency(network);
  const leading = leadingVector(network.nodes, neighbours);
  return network.nodes.map((node) => {
    const ties = [...neighbours.get(node)!.values()];
    const eigenvector = leading?.get(node);
    return {
      node,
      degree: ties.length,
      strength: ties.reduce((sum, weight) => sum + weight, 0),
      ...(eigenvector === undefined ? {} : { eigenvector }),
    };
  });
}

type Adjacency = ReadonlyMap<string, ReadonlyMap<string, number>>;

function adjacency({ nodes, edges }: Network): Adjacency {
  const found = new Map(nodes.map((node) => [node, new Map<string, number>()]));
  for (const { a, b, weight } of edges) {
    found.get(a)!.set(b, weight);
    found.get(b)!.set(a, weight);
  }
  return found;
}

/**
 * The leading eigenvector by power iteration on A + I, which has the same vectors as A and does not swing between the two sides
 * of a bipartite network. Each connected part is iterated by itself; the part with the greatest eigenvalue leads and the others
 * get 0, as the vector of the whole has it.
 */
function leadingVector(nodes: readonly string[], neighbours: Adjacency): ReadonlyMap<string, number> | undefined {
  const parts = partsOf(nodes, neighbours).filter((part) => part.length > 1);
  const found = parts.map((part) => iterate(part, neighbours)).sort((a, b) => b.eigenvalue - a.eigenvalue);
  const [first, second] = found;
  if (first === undefined) return undefined;
  if (second !== undefined && first.eigenvalue - second.eigenvalue < 1e-9) return undefined;
  return new Map(nodes.map((node) => [node, first.vector.get(node) ?? 0]));
}

function iterate(part: readonly string[], neighbours: Adjacency) {
  let vector = new Map(part.map((node) => [node, 1 / part.length]));
  let eigenvalue = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const next = new Map(part.map((node) => [node, vector.get(node)! + tied(node, vector, neighbours)]));
    const sum = [...next.values()].reduce((total, value) => total + value, 0);
    for (const node of part) next.set(node, next.get(node)! / sum);
    const moved = part.reduce((most, node) => Math.max(most, Math.abs(next.get(node)! - vector.get(node)!)), 0);
    vector = next;
    eigenvalue = sum - 1;
    if (moved < PRECISION) break;
  }
  return { vector, eigenvalue };
}

function tied(node: string, vector: ReadonlyMap<string, number>, neighbours: Adjacency): number {
  let sum = 0;
  for (const [other, weight] of neighbours.get(node)!) sum += weight * vector.get(other)!;
  return sum;
}

/** The connected parts of a network. */
function partsOf(nodes: readonly string[], neighbours: Adjacency): readonly (readonly string[])[] {
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const start of nodes) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const node of part) {
      for (const other of neighbours.get(node)!.keys()) {
        if (seen.has(other)) continue;
        seen.add(other);
        part.push(other);
      }
    }
    parts.push(part);
  }
  return parts;
}

function summed(exclusions: readonly Exclusion[]): readonly Exclusion[] {
  const reasons = [...new Set(exclusions.map(({ reason }) => reason))];
  return reasons.map((reason) => ({
    reason: `${reason} (all days together)`,
    rows: exclusions.filter((one) => one.reason === reason).reduce((sum, { rows }) => sum + rows, 0),
  }));
}
