import { RegionParams, SubscriptionBody, SubscriptionSchema, SubscriptionsSchema } from "@kelisim/api";
import type { Subscription as Stored } from "@kelisim/store";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { requires } from "../auth/roles.ts";
import type { Viewer } from "../context.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { conflict, forbidden, HttpProblem, notFound } from "../http/problem.ts";
import { TOPICS, type Topic } from "../mail/subscribers.ts";

/** Addresses that one person may have told about one region. */
const MOST = 5;

const OneParams = Type.Object({ ...RegionParams.properties, id: Type.String({ pattern: "^[0-9a-f-]{36}$" }) });

/** News by e-mail, for the body that the asker speaks for. Each sees and changes their own. */
export const subscriptionRoutes: Routes = (app, node) => {
  const tags = ["subscriptions"];
  const reader = { preHandler: requires("reader") };
  const { subscriptions, audit } = node.store.system;
  const mail = node.settings.smtpUrl !== undefined;

  function asker(request: FastifyRequest, region: string): Viewer {
    const viewer = viewerIn(request, deskOf(node, region));
    if (viewer.person === "" || viewer.body === "") throw forbidden("You speak for no body in this region.");
    return viewer;
  }

  const own = async ({ person, region }: Viewer): Promise<readonly Stored[]> =>
    (await subscriptions.list({ person })).filter((each) => each.viewer.region === region);

  function needsMail(): void {
    if (!mail) throw conflict("This node sends no e-mail. The calendar feed of Today shows the same dates.");
  }

  async function audited(
    { person, region, party, body }: Viewer,
    action: string,
    about: string,
    topics?: readonly string[],
  ) {
    const detail = topics === undefined ? {} : { detail: { topics } };
    await audit.append([{ person, region, party, body, action, about, ...detail }]);
  }

  app.get(
    "/regions/:region/subscriptions",
    { ...reader, schema: { tags, params: RegionParams, response: { 200: SubscriptionsSchema } } },
    async (request) => {
      const viewer = asker(request, request.params.region);
      const suggested = (await (await app.login()).person(viewer.person))?.email;
      const items = (await own(viewer)).map(shown);
      return { mail, ...(suggested === undefined ? {} : { suggested }), items };
    },
  );

  app.post(
    "/regions/:region/subscriptions",
    {
      ...reader,
      schema: { tags, params: RegionParams, body: SubscriptionBody, response: { 201: SubscriptionSchema } },
    },
    async (request, reply) => {
      needsMail();
      const viewer = asker(request, request.params.region);
      const before = await own(viewer);
      if (before.length >= MOST)
        throw new HttpProblem(409, "conflict", "This stands otherwise by now", {
          detail: `One person tells at most ${MOST} addresses; take one away first.`,
        });
      const { topics, address, language } = request.body;
      if (before.some((each) => each.address === address && each.viewer.body === viewer.body))
        throw conflict("This address is told already; change that entry.");
      const { person, region, party, body } = viewer;
      const saved = await subscriptions.save({
        person,
        viewer: { region, party, body },
        by: "email",
        address,
        topics,
        locale: language,
      });
      await audited(viewer, "subscription.add", saved.id, topics);
      return reply.code(201).send(shown(saved));
    },
  );

  app.put(
    "/regions/:region/subscriptions/:id",
    { ...reader, schema: { tags, params: OneParams, body: SubscriptionBody, response: { 200: SubscriptionSchema } } },
    async (request) => {
      needsMail();
      const viewer = asker(request, request.params.region);
      const found = (await own(viewer)).find(({ id }) => id === request.params.id);
      if (found === undefined) throw notFound("This subscription");
      const { topics, address, language } = request.body;
      const saved = await subscriptions.save({ ...found, topics, address, locale: language });
      await audited(viewer, "subscription.change", saved.id, topics);
      return shown(saved);
    },
  );

  app.delete(
    "/regions/:region/subscriptions/:id",
    { ...reader, schema: { tags, params: OneParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const viewer = asker(request, request.params.region);
      const found = (await own(viewer)).some(({ id }) => id === request.params.id);
      if (!found || !(await subscriptions.remove(request.params.id, viewer.person)))
        throw notFound("This subscription");
      await audited(viewer, "subscription.remove", request.params.id);
      return reply.code(204).send(null);
    },
  );
};

const shown = ({ id, viewer, address, topics, locale }: Stored) => ({
  id,
  party: viewer.party,
  body: viewer.body,
  address,
  topics: TOPICS.filter((topic): topic is Topic => topics.includes(topic)),
  language: locale === "ru" ? ("ru" as const) : ("en" as const),
});
