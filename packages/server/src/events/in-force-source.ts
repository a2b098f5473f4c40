import type { NodeContext } from "../context.ts";
import { appliedAt, servedDecisions } from "../desk/agreements/versions.ts";
import type { EventSource } from "./event-source.ts";

/**
 * Days on which a text that was adopted before begins to apply, once the region is served with it. A position is
 * "instant.decision": decisions of one instant follow each other by number.
 */
export function inForceSource(node: Pick<NodeContext, "desks" | "now">): EventSource {
  return {
    kind: "inforce",
    // Not the node's clock: a day that has come and is not served yet is still to be told.
    now: async ({ region }) => `${servedUntil(region)}.${Number.MAX_SAFE_INTEGER}`,
    async after({ region }, position, limit) {
      const [, instant, decision] = /^(\d{1,15})\.(\d{1,16})$/.exec(position) ?? [];
      if (instant === undefined || decision === undefined) return undefined;
      const desk = node.desks.get(region);
      const until = servedUntil(region);
      const rest = (desk === undefined ? [] : servedDecisions(desk))
        // One that began before it was decided was told as a decision.
        .filter(({ fromAt, known }) => fromAt <= until && fromAt > known)
        .filter(({ fromAt, id }) => fromAt > Number(instant) || (fromAt === Number(instant) && id > Number(decision)))
        .toSorted((a, b) => a.fromAt - b.fromAt || a.id - b.id);
      const events = rest.slice(0, limit).map(({ id, fromAt, instrument, version, from, decidedBy }) => ({
        position: `${fromAt}.${id}`,
        name: "agreement",
        data: { what: "in force", instrument, decision: id, version, from, decidedBy },
      }));
      return { events, position: events.at(-1)?.position ?? position, more: rest.length > limit };
    },
  };

  function servedUntil(region: string): number {
    const desk = node.desks.get(region);
    return (desk === undefined ? undefined : appliedAt(desk)) ?? node.now();
  }
}
