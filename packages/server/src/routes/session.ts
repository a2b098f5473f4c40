import { SessionQuery, SessionSchema } from "@kelisim/api";
import type { Words } from "@kelisim/words";
import type { Routes } from "../app.ts";

/** Who is signed in, and what this node serves, named in the reader's language. */
export const sessionRoutes: Routes = (app, node) => {
  const schema = { tags: ["session"], querystring: SessionQuery, response: { 200: SessionSchema } };
  app.get("/session", { schema }, async (request) => {
    const { viewers } = request;
    const { lang = "en" } = request.query;
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
      regions: [...node.desks.values()].map(({ id, region, us, words }) => {
        const worded = words(lang);
        const disclaimer = worded.names.disclaimer(region);
        return {
          id,
          name: worded.names.region(region),
          training: region.training,
          fictional: region.fictional,
          timeZone: region.timeZone,
          ...(disclaimer === undefined ? {} : { disclaimer }),
          us: [...us],
          parties: partiesOf(worded),
        };
      }),
    };
  });
};

/** Parties in the order people look for them: those the region is about, then the others by name. */
function partiesOf({ region, names, say }: Words) {
  const listed = region.parties.map(({ id, kind }) => ({
    id,
    name: names.party(id),
    kind,
    focus: region.focus.includes(id),
  }));
  return listed.sort((a, b) => Number(b.focus) - Number(a.focus) || a.name.localeCompare(b.name, say.locale));
}
