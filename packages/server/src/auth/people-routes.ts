import { RoleSchema } from "@kelisim/api";
import type { Member } from "@kelisim/store";
import type { FastifyRequest } from "fastify";
import { type Static, Type } from "typebox";
import type { App } from "../app.ts";
import type { NodeContext } from "../context.ts";
import { badRequest, conflict, forbidden, notFound } from "../http/problem.ts";
import { administers } from "./administers.ts";
import type { Person } from "./login.ts";
import { INVITATION_SECONDS } from "./one-time-link.ts";
import { requires } from "./roles.ts";
import { SessionRowSchema } from "./sessions-routes.ts";

const MembershipOf = Type.Object(
  {
    region: Type.String({ maxLength: 60 }),
    party: Type.String({ maxLength: 40 }),
    body: Type.String({ maxLength: 60 }),
    roles: Type.Array(RoleSchema, { maxItems: 4, uniqueItems: true }),
  },
  { additionalProperties: false },
);

/** No list of persons: a name or pseudonym, an address only where somebody wants links by e-mail, and what they may do. */
const PersonSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.Optional(Type.String()),
  since: Type.String(),
  memberships: Type.Array(MembershipOf),
});

const Invitation = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80, pattern: "^[^\\p{Cc}<>]+$" }),
    email: Type.Optional(Type.String({ maxLength: 200, format: "email" })),
    memberships: Type.Array(MembershipOf, { minItems: 1, maxItems: 50 }),
  },
  { additionalProperties: false },
);

const LinkSchema = Type.Object({ person: Type.String(), link: Type.String(), until: Type.String() });
const PersonParams = Type.Object({ person: Type.String({ maxLength: 60 }) });

type Given = Static<typeof MembershipOf>;

/** People of the node, for its administrators; each sees and changes those of the bodies that are theirs to administer. */
export function peopleRoutes(app: App, { store, now }: NodeContext): void {
  const administrator = { preHandler: requires("administrator") };
  const { bodies, audit } = store.system;
  const asker = (request: FastifyRequest) => request.signedIn!.person.id;

  /** Refuses bodies that are not there or not the asker's to fill; places are those of the request. */
  async function checked(request: FastifyRequest, given: readonly Given[]): Promise<void> {
    const mine = await administers(request, store);
    const there = await bodies.list();
    for (const [index, { region, party, body }] of given.entries()) {
      if (!there.some((each) => each.region === region && each.party === party && each.id === body))
        throw badRequest(`/body/memberships/${index}/body`, `there is no body "${party}/${body}" in "${region}"`);
      if (!mine({ region, party })) throw forbidden(`The bodies of ${party} are not yours to fill.`);
    }
  }

  /** A person whom the asker administers, wholly where `all` is set; 404 otherwise, as if they were not here. */
  async function administered(request: FastifyRequest, id: string, all: boolean) {
    const person = await (await app.login()).person(id);
    const members = await bodies.members({ person: id });
    const mine = await administers(request, store);
    const reached = members.length === 0 ? mine({ region: "", party: "" }) : members.some(mine);
    if (person === undefined || !reached) throw notFound("This person");
    if (all && !members.every(mine)) throw forbidden("This person also works for bodies that are not yours to fill.");
    return { person, members, mine };
  }

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
    { ...administrator, schema: { tags: ["people"], response: { 200: Type.Array(PersonSchema) } } },
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
    { ...administrator, schema: { tags: ["people"], body: Invitation, response: { 201: LinkSchema } } },
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
      return reply.code(201).send({ person: person.id, link: link!, until: untilOf(now()) });
    },
  );

  app.post(
    "/people/:person/link",
    { ...administrator, schema: { tags: ["people"], params: PersonParams, response: { 201: LinkSchema } } },
    async (request, reply) => {
      // Whoever holds the link is that person: only who may give all of their roles may hand it out.
      const { person } = await administered(request, request.params.person, true);
      const link = await (await app.login()).invitationFor(person.id);
      await audit.append([{ person: asker(request), action: "person.link", about: person.id }]);
      return reply.code(201).send({ person: person.id, link: link!, until: untilOf(now()) });
    },
  );

  app.put(
    "/people/:person/memberships",
    {
      ...administrator,
      schema: {
        tags: ["people"],
        params: PersonParams,
        body: Type.Object({ memberships: Type.Array(MembershipOf, { maxItems: 50 }) }, { additionalProperties: false }),
        response: { 200: PersonSchema },
      },
    },
    async (request) => {
      const { person, members, mine } = await administered(request, request.params.person, false);
      const wanted = request.body.memberships;
      await checked(request, wanted);
      const same = (a: Omit<Given, "roles">, b: Omit<Given, "roles">) =>
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

  app.get(
    "/people/:person/sessions",
    {
      ...administrator,
      schema: { tags: ["people"], params: PersonParams, response: { 200: Type.Array(SessionRowSchema) } },
    },
    async (request) => {
      const { person } = await administered(request, request.params.person, true);
      const rows = await (await app.login()).sessions(person.id);
      return rows.map(({ person: _, ...row }) => ({ ...row, current: row.id === request.signedIn?.session }));
    },
  );

  app.delete(
    "/people/:person/sessions",
    { ...administrator, schema: { tags: ["people"], params: PersonParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { person } = await administered(request, request.params.person, true);
      await (await app.login()).endSessions(person.id);
      await audit.append([{ person: asker(request), action: "session.end-all", about: person.id }]);
      return reply.code(204).send(null);
    },
  );
}

const untilOf = (now: number) => new Date(now + INVITATION_SECONDS * 1000).toISOString();
