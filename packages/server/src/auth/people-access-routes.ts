import { PersonLinkSchema, PersonParams, SessionRowSchema } from "@kelisim/api";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { App } from "../app.ts";
import type { NodeContext } from "../context.ts";
import { linkEnds } from "./one-time-link.ts";
import { peopleScope } from "./people-scope.ts";
import { requires } from "./roles.ts";

/** How a person comes in: a link for who has none, the sessions that run, and their end. For administrators. */
export function peopleAccessRoutes(app: App, { store, now }: NodeContext): void {
  const administrator = { preHandler: requires("administrator") };
  const { audit } = store.system;
  const asker = (request: FastifyRequest) => request.signedIn!.person.id;
  const { administered } = peopleScope(app, { store });

  app.post(
    "/people/:person/link",
    { ...administrator, schema: { tags: ["people"], params: PersonParams, response: { 201: PersonLinkSchema } } },
    async (request, reply) => {
      // Whoever holds the link is that person: only who may give all of their roles may hand it out.
      const { person } = await administered(request, request.params.person, true);
      const link = await (await app.login()).invitationFor(person.id);
      await audit.append([{ person: asker(request), action: "person.link", about: person.id }]);
      return reply.code(201).send({ person: person.id, link: link!, until: linkEnds(now()) });
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
