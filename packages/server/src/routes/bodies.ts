import {
  BodyName,
  BodyParams,
  NewBody,
  NodeBodiesSchema,
  NodeBodySchema,
  RegionBodiesSchema,
  RegionParams,
} from "@kelisim/api";
import { WrongBody } from "@kelisim/store";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { administers } from "../auth/administers.ts";
import { requires } from "../auth/roles.ts";
import { NODE_PARTY } from "../auth/start-link.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { badRequest, conflict, forbidden, notFound } from "../http/problem.ts";

/** Bodies of parties on this node. An administrator sees all of them, as they share the host; each changes their own. */
export const bodyRoutes: Routes = (app, node) => {
  const tags = ["bodies"];
  const administrator = { preHandler: requires("administrator") };
  const { bodies, audit } = node.store.system;

  async function all(request: FastifyRequest) {
    const [list, members, mine] = await Promise.all([
      bodies.list(),
      bodies.members(),
      administers(request, node.store),
    ]);
    return list.map((body) => ({
      ...body,
      partyName: partyName(body.region, body.party),
      members: members.filter((each) => isOf(each, body)).length,
      mine: mine(body),
    }));
  }

  const partyName = (region: string, party: string) => {
    const found = node.desks.get(region)?.region.parties.find(({ id }) => id === party);
    return found?.shortName ?? found?.name ?? party;
  };

  /** The body of a path, where it is the asker's to change. */
  async function own(
    request: FastifyRequest,
    { region, party, body }: { region: string; party: string; body: string },
  ) {
    const found = (await all(request)).find((each) => isOf({ region, party, body }, each));
    if (found === undefined) throw notFound(`The body "${party}/${body}"`);
    if (!found.mine) throw forbidden(`The bodies of ${party} are not yours to change.`);
    return found;
  }

  async function save(
    request: FastifyRequest,
    body: { region: string; party: string; id: string; name: string; kind: string },
    action: string,
  ) {
    try {
      await bodies.save(body);
    } catch (error) {
      if (error instanceof WrongBody) throw badRequest("/body/id", error.message);
      throw error;
    }
    const { region, party, id, name, kind } = body;
    await audit.append([
      {
        person: request.signedIn!.person.id,
        region,
        party,
        body: id,
        action,
        about: `${party}/${id}`,
        detail: { name, kind },
      },
    ]);
    return (await all(request)).find((each) => isOf({ region, party, body: id }, each))!;
  }

  app.get(
    "/node/bodies",
    { ...administrator, schema: { tags, response: { 200: NodeBodiesSchema } } },
    async (request) => ({ items: await all(request) }),
  );

  app.get(
    "/regions/:region/bodies",
    { schema: { tags, params: RegionParams, response: { 200: RegionBodiesSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      // Only bodies of a region learn which others there are.
      if (viewerIn(request, desk).body === "") return { bodies: [] };
      const here = (await bodies.list(desk.id)).filter(({ party }) => party !== NODE_PARTY);
      return { bodies: here.map(({ party, id, name }) => ({ party, id, name })) };
    },
  );

  app.post(
    "/node/bodies",
    { ...administrator, schema: { tags, body: NewBody, response: { 201: NodeBodySchema } } },
    async (request, reply) => {
      const { region, party, id, name, kind } = request.body;
      const desk = node.desks.get(region);
      if (desk === undefined) throw badRequest("/body/region", `this node serves no region "${region}"`);
      if (party !== NODE_PARTY && !desk.region.parties.some((each) => each.id === party))
        throw badRequest("/body/party", `"${region}" has no party "${party}"`);
      const mine = await administers(request, node.store);
      if (!mine({ region, party })) throw forbidden(`The bodies of ${party} are not yours to add.`);
      if ((await bodies.list(region)).some((each) => each.party === party && each.id === id))
        throw conflict(`There is a body "${party}/${id}" already.`);
      return reply.code(201).send(await save(request, { region, party, id, name, kind }, "body.add"));
    },
  );

  app.put(
    "/node/bodies/:region/:party/:body",
    { ...administrator, schema: { tags, params: BodyParams, body: BodyName, response: { 200: NodeBodySchema } } },
    async (request) => {
      const { region, party, id } = await own(request, request.params);
      return save(request, { region, party, id, ...request.body }, "body.rename");
    },
  );

  app.delete(
    "/node/bodies/:region/:party/:body",
    { ...administrator, schema: { tags, params: BodyParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { region, party, id } = await own(request, request.params);
      const result = await bodies.remove({ region, party, id });
      if (result === "absent") throw notFound(`The body "${party}/${id}"`);
      if (result === "in use")
        throw conflict("Records, drafts or people belong to this body; it stays. Take its people away to close it.");
      await audit.append([
        {
          person: request.signedIn!.person.id,
          region,
          party,
          body: id,
          action: "body.remove",
          about: `${party}/${id}`,
        },
      ]);
      return reply.code(204).send(null);
    },
  );
};

const isOf = (
  member: { readonly region: string; readonly party: string; readonly body: string },
  body: { readonly region: string; readonly party: string; readonly id: string },
) => member.region === body.region && member.party === body.party && member.body === body.id;
