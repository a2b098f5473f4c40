import { EvidenceQuery, EvidenceSchema, RegionParams } from "@kelisim/api";
import type { Routes } from "../app.ts";
import { deskOf } from "../desk/asker.ts";
import { evidenceData } from "../desk/evidence/evidence.ts";
import { readStandpoint } from "../desk/standpoint.ts";

/** Statements, figures, recommendations, and the money behind what is to be done: each with what stands behind it. */
export const evidenceRoutes: Routes = (app, node) => {
  app.get(
    "/regions/:region/evidence",
    {
      schema: {
        tags: ["evidence"],
        params: RegionParams,
        querystring: EvidenceQuery,
        response: { 200: EvidenceSchema },
      },
    },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      return evidenceData(desk, readStandpoint(request.query, desk, node.now()), request.query);
    },
  );
};
