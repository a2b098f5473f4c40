import type { Network } from "@kelisim/api";
import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

export interface Place {
  readonly x: number;
  readonly y: number;
}

const ITERATIONS = 300;

/** How high a network of a width is drawn, both in pixels. */
export const networkHeight = (width: number): number => Math.round(Math.min(480, Math.max(300, width * 0.62)));

/**
 * Places for a network's parties between 0 and 1, the same whenever the same is asked: ForceAtlas2 over the bodies that
 * two ever had in common, from a circle in the order of ids, without any chance. Whoever moves through time sees edges
 * come and go and nothing jump, as the places do not depend on the asked day.
 */
export function networkPlaces({ parties, ever }: Pick<Network, "parties" | "ever">): ReadonlyMap<string, Place> {
  const graph = new UndirectedGraph();
  // By id and not in the order given: that one follows the language.
  const inOrder = parties.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  inOrder.forEach(({ id }, at) => {
    const angle = (2 * Math.PI * at) / parties.length;
    graph.addNode(id, { x: Math.cos(angle), y: Math.sin(angle), size: 1 });
  });
  for (const { a, b, count } of ever)
    if (graph.hasNode(a) && graph.hasNode(b) && !graph.hasEdge(a, b)) graph.addEdge(a, b, { weight: count });
  if (graph.order > 2)
    forceAtlas2.assign(graph, {
      iterations: ITERATIONS,
      settings: { linLogMode: true, gravity: 0.6, strongGravityMode: true, scalingRatio: 1, edgeWeightInfluence: 0.7 },
    });
  const raw = parties.map(({ id }) => [id, graph.getNodeAttributes(id) as Place] as const);
  const xs = raw.map(([, place]) => place.x);
  const ys = raw.map(([, place]) => place.y);
  return new Map(raw.map(([id, { x, y }]) => [id, { x: within(x, xs), y: within(y, ys) }]));
}

function within(value: number, all: readonly number[]): number {
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return most === least ? 0.5 : (value - least) / (most - least);
}
