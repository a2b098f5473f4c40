import { RegionParams, StandpointQuery, TodaySchema } from "@kelisim/api";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { lastLookedOf, markLooked } from "../desk/looked.ts";
import { remembered } from "../desk/remembered.ts";
import { readStandpoint } from "../desk/standpoint.ts";
import { FRESH_MS, todayOf } from "../desk/today.ts";
import { readyAnswer, sendReady } from "../http/ready-answer.ts";

/** The board of a party, with what came in and what changed. */
export const todayRoutes: Routes = (app, node) => {
  app.get(
    "/regions/:region/today",
    { schema: { tags: ["today"], params: RegionParams, querystring: StandpointQuery, response: { 200: TodaySchema } } },
    async (request, reply) => {
      const desk = deskOf(node, request.params.region);
      const viewer = viewerIn(request, desk);
      const asked = readStandpoint(request.query, desk, node.now());
      const view = await node.views.of(desk, viewer);
      // What changed depends on when the person last looked, and on nothing else of the person.
      const looked = viewer.person === "" ? "" : await lastLookedOf(node.store, viewer);
      const key = JSON.stringify(["page", request.query, looked]);
      const ready = await remembered(view, key, node.now(), FRESH_MS, async () =>
        readyAnswer(await todayOf(node, view, viewer, asked)),
      );
      return sendReady(request, reply, ready);
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
