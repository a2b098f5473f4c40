import { RegionParams, SituationQuery, SituationSchema } from "@kelisim/api";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { situationOf } from "../desk/situation/situation.ts";
import { readStandpoint } from "../desk/standpoint.ts";

/** What happened, where, and how the borders stand. */
export const situationRoutes: Routes = (app, node) => {
  app.get(
    "/regions/:region/situation",
    {
      schema: {
        tags: ["situation"],
        params: RegionParams,
        querystring: SituationQuery,
        response: { 200: SituationSchema },
      },
    },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const asked = readStandpoint(request.query, desk, node.now());
      return situationOf(node, desk, viewerIn(request, desk), asked, request.query);
    },
  );
};
