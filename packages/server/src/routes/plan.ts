import { PlanAnswerSchema, PlanKindsSchema, PlanSchema, RegionParams, StandpointQuery } from "@kelisim/api";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { planAnswer } from "../desk/plan/answer.ts";
import { planKinds } from "../desk/plan/kinds.ts";
import { readStandpoint } from "../desk/standpoint.ts";

/** What a plan would ask for, before it is announced. Nothing is kept. */
export const planRoutes: Routes = (app, node) => {
  app.get(
    "/regions/:region/plan/kinds",
    {
      schema: {
        tags: ["plan"],
        params: RegionParams,
        querystring: StandpointQuery,
        response: { 200: PlanKindsSchema },
      },
    },
    async (request) => planKinds(deskOf(node, request.params.region).words(request.query.lang ?? "en")),
  );

  app.post(
    "/regions/:region/plan",
    {
      schema: {
        tags: ["plan"],
        params: RegionParams,
        querystring: StandpointQuery,
        body: PlanSchema,
        response: { 200: PlanAnswerSchema },
      },
    },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const asked = readStandpoint(request.query, desk, node.now());
      const view = await node.views.of(desk, viewerIn(request, desk));
      return planAnswer(view, request.body, asked);
    },
  );
};
