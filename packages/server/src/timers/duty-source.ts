import type { NodeContext } from "../context.ts";
import type { EventSource } from "../events/event-source.ts";
import { followedParties, turningsBetween } from "./turnings.ts";

/**
 * Dates that come near or pass, as events: read from the view at the asking, so that there is nothing to store and
 * nothing to lose. A position is "instant.number": how many turnings of that instant were read.
 */
export function dutySource(node: Pick<NodeContext, "desks" | "views" | "now">): EventSource {
  return {
    kind: "duty",
    now: async () => `${node.now()}.0`,
    async after(viewer, position, limit) {
      const [, instant, read] = /^(\d{1,15})\.(\d{1,6})$/.exec(position) ?? [];
      if (instant === undefined || read === undefined) return undefined;
      const desk = node.desks.get(viewer.region);
      if (desk === undefined) return { events: [], position, more: false };
      const view = await node.views.of(desk, viewer);
      const until = node.now();
      const since = Number(instant);
      const all = turningsBetween(view, followedParties(view, viewer.party), since - 1, until, "en");
      const rest = all.slice(all.filter(({ at }) => at === since).length > 0 ? Number(read) : 0);
      const events = rest.slice(0, limit).map(({ at, what, days, party, line }, index) => ({
        position: `${at}.${all.slice(0, all.length - rest.length + index + 1).filter((each) => each.at === at).length}`,
        name: "duty",
        data: { at: new Date(at).toISOString(), what, ...(days === undefined ? {} : { days }), party, line: line.key },
      }));
      const more = rest.length > limit;
      const last = events.at(-1)?.position;
      return { events, position: more || events.length > 0 ? last! : position, more };
    },
  };
}
