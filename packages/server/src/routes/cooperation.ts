import {
  BetweenSchema,
  CircleSchema,
  CooperationSchema,
  CountrySchema,
  RegionParams,
  StandpointQuery,
} from "@kelisim/api";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { betweenData } from "../desk/cooperation/between.ts";
import { cooperationOf, LEAST_IN_COMMON } from "../desk/cooperation/cooperation.ts";
import { countryData } from "../desk/cooperation/country.ts";
import type { Desk } from "../desk/desk.ts";
import { readStandpoint } from "../desk/standpoint.ts";
import { badRequest, notFound } from "../http/problem.ts";

const Least = Type.Optional(Type.Integer({ minimum: 1, maximum: 100, description: "Bodies in common to be drawn" }));
const PartyId = Type.String({ minLength: 1, maxLength: 40 });

/** Who belongs to what, what binds two parties, and what is held about one. */
export const cooperationRoutes: Routes = (app, node) => {
  node.ahead.add(({ view, asked }) => cooperationOf(view, asked, node.now(), {}));
  node.ahead.add(({ desk, viewer, view, asked }) => {
    const [a, b] = desk.region.focus;
    return a && b ? betweenData(node, view, viewer, asked, [a, b], LEAST_IN_COMMON) : undefined;
  });
  node.ahead.add(({ desk, view, asked }) => {
    const party = desk.region.parties.find(({ id }) => id === desk.region.focus[0]);
    return party === undefined ? undefined : countryData(view, asked, party, node.now());
  });
  app.get(
    "/regions/:region/cooperation",
    {
      schema: {
        tags: ["cooperation"],
        params: RegionParams,
        querystring: Type.Object({ ...StandpointQuery.properties, least: Least, states: Type.Optional(CircleSchema) }),
        response: { 200: CooperationSchema },
      },
    },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const asked = readStandpoint(request.query, desk, node.now());
      const view = await node.views.of(desk, viewerIn(request, desk));
      return cooperationOf(view, asked, node.now(), request.query);
    },
  );
  app.get(
    "/regions/:region/between",
    {
      schema: {
        tags: ["cooperation"],
        params: RegionParams,
        querystring: Type.Object({ ...StandpointQuery.properties, a: PartyId, b: PartyId, least: Least }),
        response: { 200: BetweenSchema },
      },
    },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const { a, b, least, ...query } = request.query;
      if (a === b) throw badRequest("/query/b", "names the same party as a", "name another one");
      const pair = [partyOf(desk, a, "/query/a"), partyOf(desk, b, "/query/b")] as const;
      const viewer = viewerIn(request, desk);
      const asked = readStandpoint(query, desk, node.now());
      const view = await node.views.of(desk, viewer);
      return betweenData(node, view, viewer, asked, pair, least ?? LEAST_IN_COMMON);
    },
  );
  app.get(
    "/regions/:region/countries/:id",
    {
      schema: {
        tags: ["cooperation"],
        params: Type.Object({ ...RegionParams.properties, id: PartyId }),
        querystring: StandpointQuery,
        response: { 200: CountrySchema },
      },
    },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const party = desk.region.parties.find(({ id }) => id === request.params.id);
      if (party === undefined) throw notFound(`The party "${request.params.id.slice(0, 40)}"`);
      const asked = readStandpoint(request.query, desk, node.now());
      const view = await node.views.of(desk, viewerIn(request, desk));
      return countryData(view, asked, party, node.now());
    },
  );
};

function partyOf(desk: Desk, id: string, pointer: string): string {
  if (desk.region.parties.some((party) => party.id === id)) return id;
  throw badRequest(pointer, `"${id.slice(0, 40)}" is no party of ${desk.region.name}`);
}
