import type { NodeContext } from "../context.ts";
import { servedDecisions } from "../desk/agreements/versions.ts";
import type { EventSource } from "./event-source.ts";

/**
 * Decisions about agreements, as they come to be served: a page that asks again finds them there. The position is the
 * number of the decision; every body of the region may know of it.
 */
export function agreementSource(node: Pick<NodeContext, "desks">): EventSource {
  const decisions = (region: string) => {
    const desk = node.desks.get(region);
    return desk === undefined ? [] : servedDecisions(desk).toSorted((a, b) => a.id - b.id);
  };
  return {
    kind: "agreement",
    now: async ({ region }) => String(decisions(region).at(-1)?.id ?? 0),
    async after({ region }, position, limit) {
      if (!/^\d{1,15}$/.test(position)) return undefined;
      const all = decisions(region);
      // Beyond all that there is: a position of another database.
      if (Number(position) > (all.at(-1)?.id ?? 0)) return undefined;
      const rest = all.filter(({ id }) => id > Number(position));
      const events = rest.slice(0, limit).map(({ id, instrument, version, from, decidedBy }) => ({
        position: String(id),
        name: "agreement",
        data: { what: "adopted", instrument, decision: id, version, from, decidedBy },
      }));
      return { events, position: events.at(-1)?.position ?? position, more: rest.length > limit };
    },
  };
}
