import type { App } from "../app.ts";
import type { NodeContext } from "../context.ts";

/** The same person at the same door is noted once in this time: a page that asks again and again fills no list. */
const QUIET_MS = 60_000;
const MOST = 5000;

/**
 * Notes in the audit who was refused for want of a role or of a body (403), before the answer goes out: whoever was told
 * "no" stands in the list. Whoever is not signed in has no name to note; their number is limited by address.
 */
export function auditRefusals(app: App, node: Pick<NodeContext, "store" | "now">): void {
  const noted = new Map<string, number>();
  app.addHook("onSend", async (request, reply) => {
    if (reply.statusCode !== 403 || request.signedIn === undefined) return;
    const person = request.signedIn.person.id;
    const route = request.routeOptions.url ?? "";
    const key = `${person} ${request.method} ${route}`;
    const now = node.now();
    if (now - (noted.get(key) ?? Number.NEGATIVE_INFINITY) < QUIET_MS) return;
    noted.delete(key);
    noted.set(key, now);
    if (noted.size > MOST) noted.delete(noted.keys().next().value!);
    const [first] = request.viewers;
    await node.store.system.audit
      .append([
        {
          person,
          ...(first === undefined ? {} : { region: first.region, party: first.party, body: first.body }),
          action: "refused",
          about: route.replace(/^\/api\/v1/, "").slice(0, 200),
          detail: { method: request.method },
        },
      ])
      // A database that is away loses a note, not the answer.
      .catch(() => undefined);
  });
}
