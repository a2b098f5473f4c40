import {
  InvitationBody,
  MembershipsBody,
  NodePersonSchema,
  PersonLinkSchema,
  type PersonMembership,
  PersonParams,
} from "@kelisim/api";
import type { Member } from "@kelisim/store";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { App } from "../app.ts";
import type { NodeContext } from "../context.ts";
import { conflict } from "../http/problem.ts";
import { administers } from "./administers.ts";
import type { Person } from "./login.ts";
import { linkEnds } from "./one-time-link.ts";
import { peopleScope } from "./people-scope.ts";
import { requires } from "./roles.ts";

/** People of the node, for its administrators; each sees and changes those of the bodies that are theirs to administer. */
export function peopleRoutes(app: App, { store, now }: NodeContext): void {
  const administrator = { preHandler: requires("administrator") };
  const { bodies, audit } = store.system;
  const asker = (request: FastifyRequest) => request.signedIn!.person.id;

  const { checked, administered } = peopleScope(app, { store });

  async function save(request: FastifyRequest, members: readonly Member[]): Promise<void> {
    for (const member of members) {
      await bodies.saveMember(member);
      const { person, region, party, body, roles } = member;
      await audit.append([
        { person: asker(request), region, party, body, action: "member.save", about: person, detail: { roles } },
      ]);
    }
  }

  const shown = (person: Person, members: readonly Member[]) => ({
    ...person,
    memberships: members.map(({ region, party, body, roles }) => ({ region, party, body, roles: [...roles] })),
  });

  app.get(
    "/people",
    { ...administrator, schema: { tags: ["people"], response: { 200: Type.Array(NodePersonSchema) } } },
    async (request) => {
      const [people, members, mine] = await Promise.all([
        app.login().then((login) => login.persons()),
        bodies.members(),
        administers(request, store),
      ]);
      return people.flatMap((person) => {
        const own = members.filter((member) => member.person === person.id);
        const seen = own.filter(mine);
        return seen.length > 0 || (own.length === 0 && mine({ region: "", party: "" })) ? [shown(person, seen)] : [];
      });
    },
  );

  app.post(
    "/people",
    { ...administrator, schema: { tags: ["people"], body: InvitationBody, response: { 201: PersonLinkSchema } } },
    async (request, reply) => {
      const { name, email, memberships } = request.body;
      await checked(request, memberships);
      const login = await app.login();
      const person = await login.addPerson({ name, ...(email === undefined ? {} : { email }) });
      if (person === "taken") throw conflict("Somebody here has this e-mail address.");
      await audit.append([{ person: asker(request), action: "person.add", about: person.id }]);
      await save(
        request,
        memberships.map((each) => ({ ...each, person: person.id })),
      );
      const link = await login.invitationFor(person.id);
      return reply.code(201).send({ person: person.id, link: link!, until: linkEnds(now()) });
    },
  );

  app.put(
    "/people/:person/memberships",
    {
      ...administrator,
      schema: {
        tags: ["people"],
        params: PersonParams,
        body: MembershipsBody,
        response: { 200: NodePersonSchema },
      },
    },
    async (request) => {
      const { person, members, mine } = await administered(request, request.params.person, false);
      const wanted = request.body.memberships;
      await checked(request, wanted);
      const same = (a: Omit<PersonMembership, "roles">, b: Omit<PersonMembership, "roles">) =>
        a.region === b.region && a.party === b.party && a.body === b.body;
      const gone = members.filter((member) => mine(member) && !wanted.some((each) => same(each, member)));
      await save(request, [
        ...wanted.map((each) => ({ ...each, person: person.id })),
        ...gone.map((each) => ({ ...each, roles: [] })),
      ]);
      app.who.forget(person.id);
      return shown(person, (await bodies.members({ person: person.id })).filter(mine));
    },
  );

  app.delete(
    "/people/:person",
    { ...administrator, schema: { tags: ["people"], params: PersonParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { person, members } = await administered(request, request.params.person, true);
      if (person.id === asker(request)) throw conflict("Nobody removes themselves; another administrator can.");
      await save(
        request,
        members.map((member) => ({ ...member, roles: [] })),
      );
      // Addresses that would go on telling what the person may no longer see.
      const { subscriptions, tokens } = store.system;
      for (const { id } of await subscriptions.list({ person: person.id })) await subscriptions.remove(id, person.id);
      for (const { id } of await tokens.list(person.id)) await tokens.revoke(id, person.id);
      await (await app.login()).removePerson(person.id);
      app.who.forget(person.id);
      await audit.append([{ person: asker(request), action: "person.remove", about: person.id }]);
      return reply.code(204).send(null);
    },
  );
}
