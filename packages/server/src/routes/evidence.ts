import { DecisionSchema, EvidenceQuery, EvidenceSchema, RegionParams } from "@kelisim/api";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { requires } from "../auth/roles.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { checkDecision } from "../desk/evidence/decisions.ts";
import { evidenceData } from "../desk/evidence/evidence.ts";
import { ownDecisions } from "../desk/evidence/own-decisions.ts";
import { readStandpoint } from "../desk/standpoint.ts";

/** Statements, figures, recommendations, and the money behind what is to be done: each with what stands behind it. */
export const evidenceRoutes: Routes = (app, node) => {
  const tags = ["evidence"];
  const { audit } = node.store.system;
  node.ahead.add(({ desk, asked }) => evidenceData(desk, asked, {}));
  app.get(
    "/regions/:region/evidence",
    { schema: { tags, params: RegionParams, querystring: EvidenceQuery, response: { 200: EvidenceSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const asked = readStandpoint(request.query, desk, node.now());
      return evidenceData(desk, asked, request.query, await ownDecisions(node, desk, viewerIn(request, desk)));
    },
  );

  app.post(
    "/regions/:region/evidence/decisions",
    {
      preHandler: requires("releaser"),
      schema: {
        tags,
        description: "Records what became of a recommendation. Decisions are only ever added; the newest counts.",
        params: RegionParams,
        body: DecisionSchema,
        response: { 201: Type.Object({ id: Type.String() }) },
      },
    },
    async (request, reply) => {
      const desk = deskOf(node, request.params.region);
      const viewer = viewerIn(request, desk);
      const { note, date: decided, ...decision } = request.body;
      checkDecision(request.body, desk, readStandpoint({}, desk, node.now()).today);
      const given = { ...decision, decided, ...(note === undefined || note.trim() === "" ? {} : { note }) };
      const { id } = await node.store.as(viewer).decisions.add(given, viewer.person);
      const { person, region, party, body } = viewer;
      await audit.append([{ person, region, party, body, action: "decision.record", about: decision.claim }]);
      reply.code(201);
      return { id };
    },
  );
};
