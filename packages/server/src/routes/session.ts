import { SessionSchema } from "@kelisim/api";
import type { Routes } from "../app.ts";

/** Who is signed in, and what this node serves. */
export const sessionRoutes: Routes = (app, node) => {
  app.get("/session", { schema: { tags: ["session"], response: { 200: SessionSchema } } }, async (request) => {
    const { viewers } = request;
    const bodies = await node.store.system.bodies.list();
    const [first] = viewers;
    return {
      person: { id: first?.person ?? "", name: first?.name ?? "" },
      memberships: viewers.map(({ region, party, body, roles }) => ({
        region,
        party,
        id: body,
        name: bodies.find((each) => each.region === region && each.party === party && each.id === body)?.name ?? body,
        roles: [...roles],
      })),
      body: first === undefined ? "" : `${first.party}/${first.body}`,
      node: {
        name: node.settings.name,
        reach: node.settings.publicUrl === undefined ? ("loopback" as const) : ("hosted" as const),
        highestLevel: node.settings.highestLevel,
        fourEyes: (await node.store.system.settings.get("four_eyes")) === true,
        bodies: bodies.length,
      },
      regions: [...node.desks.values()].map(({ id, region, us }) => ({
        id,
        name: region.name,
        training: region.training,
        fictional: region.fictional,
        timeZone: region.timeZone,
        ...(region.disclaimer === undefined ? {} : { disclaimer: region.disclaimer }),
        us: [...us],
        parties: partiesOf(region.parties, region.focus),
      })),
    };
  });
};

/** Parties in the order people look for them: those the region is about, then the others by name. */
function partiesOf(
  parties: readonly { id: string; name: string; shortName?: string; kind: string }[],
  focus: readonly string[],
) {
  const listed = parties.map(({ id, name, shortName, kind }) => ({
    id,
    name: shortName ?? name,
    kind,
    focus: focus.includes(id),
  }));
  return listed.sort((a, b) => Number(b.focus) - Number(a.focus) || a.name.localeCompare(b.name, "en"));
}
