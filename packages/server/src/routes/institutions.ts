import {
  IndicesQuery,
  IndicesSchema,
  InstitutionsQuery,
  InstitutionsSchema,
  RegionParams,
  TiesQuery,
  TiesSchema,
} from "@kelisim/api";
import type { FastifyRequest } from "fastify";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { indicesData } from "../desk/institutions/indices.ts";
import { institutionsData } from "../desk/institutions/members.ts";
import { tiesData } from "../desk/institutions/ties.ts";
import { readStandpoint } from "../desk/standpoint.ts";

/** Who belongs to what by each source, how that ties states, and two indices of regions. */
export const institutionRoutes: Routes = (app, node) => {
  const tags = ["institutions"];
  const params = RegionParams;
  const viewOf = (request: FastifyRequest, region: string) => {
    const desk = deskOf(node, region);
    return node.views.of(desk, viewerIn(request, desk));
  };
  node.ahead.add(({ view, asked }) => institutionsData(node, view, asked, {}));
  node.ahead.add(({ view, asked }) => tiesData(node, view, asked, {}));
  node.ahead.add(({ view, asked }) => indicesData(node, view, asked, {}));
  app.get(
    "/regions/:region/institutions",
    { schema: { tags, params, querystring: InstitutionsQuery, response: { 200: InstitutionsSchema } } },
    async (request) => {
      const view = await viewOf(request, request.params.region);
      const { states, bodies, party, ...standpoint } = request.query;
      const asked = readStandpoint(standpoint, view.desk, node.now());
      return institutionsData(node, view, asked, {
        ...(states === undefined ? {} : { states }),
        ...(bodies === undefined ? {} : { bodies }),
        ...(party === undefined ? {} : { party }),
      });
    },
  );
  app.get(
    "/regions/:region/institutions/ties",
    { schema: { tags, params, querystring: TiesQuery, response: { 200: TiesSchema } } },
    async (request) => {
      const view = await viewOf(request, request.params.region);
      return tiesData(node, view, readStandpoint(request.query, view.desk, node.now()), request.query);
    },
  );
  app.get(
    "/regions/:region/institutions/indices",
    { schema: { tags, params, querystring: IndicesQuery, response: { 200: IndicesSchema } } },
    async (request) => {
      const view = await viewOf(request, request.params.region);
      const asked = readStandpoint(request.query, view.desk, node.now());
      return indicesData(node, view, asked, request.query);
    },
  );
};
