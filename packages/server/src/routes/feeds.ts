import { FeedBody, FeedMadeSchema, FeedQuery, FeedsSchema, RegionParams, StandpointQuery } from "@kelisim/api";
import type { CalendarToken } from "@kelisim/store";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { dutyCalendar } from "../desk/feeds/duty-calendar.ts";
import { readStandpoint } from "../desk/standpoint.ts";
import { notFound } from "../http/problem.ts";

const CALENDAR = "text/calendar; charset=utf-8";
const DAYS = 365;

const FeedParams = Type.Object({ ...RegionParams.properties, id: Type.String({ maxLength: 80 }) });

/** Due dates as a calendar: once as a file, or under a secret address that a calendar program follows. */
export const feedRoutes: Routes = (app, node) => {
  const tags = ["calendar"];
  const { tokens, bodies, audit } = node.store.system;

  app.get(
    "/regions/:region/calendar.ics",
    {
      schema: {
        tags,
        params: RegionParams,
        querystring: StandpointQuery,
        produces: ["text/calendar"],
        response: { 200: Type.String() },
      },
    },
    async (request, reply) => {
      const desk = deskOf(node, request.params.region);
      const asked = readStandpoint(request.query, desk, node.now());
      const view = await node.views.of(desk, viewerIn(request, desk));
      const name = `${desk.id}${asked.party === undefined ? "" : `-${asked.party}`}.ics`;
      reply.header("content-disposition", `attachment; filename="${name.replaceAll(/[^\w.-]/g, "_")}"`);
      return reply
        .type(CALENDAR)
        .serializer(asText)
        .send(await dutyCalendar(view, asked));
    },
  );

  app.get(
    "/regions/:region/feeds",
    { schema: { tags, params: RegionParams, response: { 200: FeedsSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const { person } = viewerIn(request, desk);
      const own = await tokens.list(person);
      return { feeds: own.filter(({ viewer }) => viewer.region === desk.id).map(feedData) };
    },
  );

  app.post(
    "/regions/:region/feeds",
    { schema: { tags, params: RegionParams, body: FeedBody, response: { 201: FeedMadeSchema } } },
    async (request, reply) => {
      const desk = deskOf(node, request.params.region);
      const { person, region, party, body } = viewerIn(request, desk);
      if (party === "") throw notFound("A body that you speak for in this region");
      const { label } = request.body;
      const { id, token } = await tokens.create({ person, viewer: { region, party, body }, label });
      await audit.append([{ person, region, party, body, action: "feed.create", about: id }]);
      const feed = { id, label, party, body, created: new Date(node.now()).toISOString() };
      return reply.code(201).send({ feed, address: `${node.address()}/api/v1/feeds/${token}.ics` });
    },
  );

  app.delete(
    "/regions/:region/feeds/:id",
    { schema: { tags, params: FeedParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const desk = deskOf(node, request.params.region);
      const { person, region, party, body } = viewerIn(request, desk);
      if (!(await tokens.revoke(request.params.id, person))) throw notFound("This calendar feed");
      await audit.append([{ person, region, party, body, action: "feed.revoke", about: request.params.id }]);
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/feeds/:file",
    {
      config: { open: true },
      schema: {
        tags,
        description: "TOKEN.ics: the secret of the address stands for the session.",
        params: Type.Object({ file: Type.String({ maxLength: 200 }) }),
        querystring: FeedQuery,
        produces: ["text/calendar"],
        response: { 200: Type.String() },
      },
    },
    async (request, reply) => {
      const token = /^([\w-]{20,100})\.ics$/.exec(request.params.file)?.[1];
      const found = token === undefined ? undefined : await tokens.find(token);
      // A feed ends with the membership it was made under.
      if (found === undefined || !(await stillMember(found))) throw notFound("This calendar feed");
      const { region, party } = found.viewer;
      const desk = deskOf(node, region);
      const isParty = desk.region.parties.some(({ id }) => id === party);
      const { days = DAYS, as, lang } = request.query;
      const asked = readStandpoint(
        { days, ...(as === undefined && !isParty ? {} : { as: as ?? party }), ...(lang === undefined ? {} : { lang }) },
        desk,
        node.now(),
      );
      const view = await node.views.of(desk, found.viewer);
      return reply
        .type(CALENDAR)
        .serializer(asText)
        .send(await dutyCalendar(view, asked));
    },
  );

  async function stillMember({ person, viewer }: CalendarToken): Promise<boolean> {
    const { region, party, body } = viewer;
    return (await bodies.members({ person, region, party, body })).length > 0;
  }
};

const asText = (payload: unknown) => payload as string;

const feedData = ({ id, label, viewer, created }: CalendarToken) => ({
  id,
  label,
  party: viewer.party,
  body: viewer.body,
  created,
});
