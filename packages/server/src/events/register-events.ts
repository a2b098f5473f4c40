import { Type } from "typebox";
import type { App } from "../app.ts";
import type { NodeContext } from "../context.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { HttpProblem, signInFirst } from "../http/problem.ts";
import { readEventId } from "./event-id.ts";

/** Region of the stream, and where a page that reloads itself goes on (browsers send Last-Event-ID by themselves). */
const Query = Type.Object({
  region: Type.String({ maxLength: 60 }),
  since: Type.Optional(Type.String({ maxLength: 1000 })),
});

/**
 * GET /api/v1/events: what happens in a region, as this person's body may see it. Events "ready" (first), "reset" (the
 * place to resume from is not known: ask for everything again), "record", and what other sources add.
 */
export function registerEvents(app: App, node: NodeContext): void {
  app.get(
    "/api/v1/events",
    {
      schema: { tags: ["events"], querystring: Query },
      config: { rateLimit: { max: 120, timeWindow: 60_000 } },
    },
    (request, reply) => {
      const { signedIn } = request;
      if (signedIn === undefined) throw signInFirst();
      const viewer = viewerIn(request, deskOf(node, request.query.region));
      if (!node.hub.room(signedIn.session))
        throw new HttpProblem(429, "too-many", "Too many pages of this session follow the node", {
          detail: "Close some of them.",
          headers: { "retry-after": "30" },
        });
      const given = request.headers["last-event-id"]?.toString() ?? request.query.since;
      const since = given === undefined || given === "" ? undefined : (readEventId(given) ?? new Map());
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value);
      reply.raw.writeHead(200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        // Proxies would hold small pieces back.
        "x-accel-buffering": "no",
      });
      reply.raw.flushHeaders();
      node.hub.open({ response: reply.raw, viewer, session: signedIn.session, since });
    },
  );
}
