import type { PersonMembership } from "@kelisim/api";
import type { Member } from "@kelisim/store";
import type { FastifyRequest } from "fastify";
import type { App } from "../app.ts";
import type { NodeContext } from "../context.ts";
import { badRequest, forbidden, notFound } from "../http/problem.ts";
import { administers, type Place } from "./administers.ts";
import type { Person } from "./login.ts";

/** A person as far as the asker administers them. */
export interface Administered {
  readonly person: Person;
  readonly members: readonly Member[];
  readonly mine: (place: Place) => boolean;
}

/** Which people and bodies the asker of a request administers; each function answers with a problem where it is not theirs. */
export function peopleScope(app: App, { store }: Pick<NodeContext, "store">) {
  const { bodies } = store.system;
  return {
    /** Refuses bodies that are not there or not the asker's to fill; places are those of the request. */
    async checked(request: FastifyRequest, given: readonly PersonMembership[]): Promise<void> {
      const mine = await administers(request, store);
      const there = await bodies.list();
      for (const [index, { region, party, body }] of given.entries()) {
        if (!there.some((each) => each.region === region && each.party === party && each.id === body))
          throw badRequest(`/body/memberships/${index}/body`, `there is no body "${party}/${body}" in "${region}"`);
        if (!mine({ region, party })) throw forbidden(`The bodies of ${party} are not yours to fill.`);
      }
    },

    /** A person whom the asker administers, wholly where `all` is set; 404 otherwise, as if they were not here. */
    async administered(request: FastifyRequest, id: string, all: boolean): Promise<Administered> {
      const person = await (await app.login()).person(id);
      const members = await bodies.members({ person: id });
      const mine = await administers(request, store);
      const reached = members.length === 0 ? mine({ region: "", party: "" }) : members.some(mine);
      if (person === undefined || !reached) throw notFound("This person");
      if (all && !members.every(mine)) throw forbidden("This person also works for bodies that are not yours to fill.");
      return { person, members, mine };
    },
  };
}
