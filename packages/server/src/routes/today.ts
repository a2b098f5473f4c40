import { RegionParams, StandpointQuery, TodaySchema } from "@kelisim/api";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { markLooked } from "../desk/looked.ts";
import { readStandpoint } from "../desk/standpoint.ts";
import { todayOf } from "../desk/today.ts";

/** The board of a party, with what came in and what changed. */
export const todayRoutes: Routes = (app, node) => {
  app.get(
    "/regions/:region/today",
    { schema: { tags: ["today"], params: RegionParams, querystring: StandpointQuery, response: { 200: TodaySchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const viewer = viewerIn(request, desk);
      const asked = readStandpoint(request.query, desk, node.now());
      const view = await node.views.of(desk, viewer);
      return todayOf(node, view, viewer, asked);
    },
  );

  app.post(
    "/regions/:region/today/seen",
    { schema: { tags: ["today"], params: RegionParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const desk = deskOf(node, request.params.region);
      const viewer = viewerIn(request, desk);
      await markLooked(node.store, viewer);
      return reply.code(204).send(null);
    },
  );
};
