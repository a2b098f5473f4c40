import { ExplanationSchema, RegionParams, StandpointQuery } from "@kelisim/api";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { explanationOf } from "../desk/explanation.ts";
import { readLineKey } from "../desk/line-name.ts";
import { readStandpoint } from "../desk/standpoint.ts";
import { badRequest } from "../http/problem.ts";

const Query = Type.Object({ ...StandpointQuery.properties, line: Type.String({ maxLength: 600 }) });

/** Why one line stands as it does. */
export const explanationRoutes: Routes = (app, node) => {
  app.get(
    "/regions/:region/explanation",
    { schema: { tags: ["today"], params: RegionParams, querystring: Query, response: { 200: ExplanationSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const viewer = viewerIn(request, desk);
      const name = readLineKey(request.query.line);
      if (name === undefined)
        throw badRequest(
          "/query/line",
          "is not the name of a line",
          "take it from the line's own link: clause~debtor~creditor~subject~period~group",
        );
      const asked = readStandpoint(request.query, desk, node.now());
      const answer = await explanationOf(node, await node.views.of(desk, viewer), viewer, asked, name);
      const { person, region, party, body } = viewer;
      // What it rests on is read with it.
      if (answer.records.length > 0)
        await node.store.system.audit.append(
          answer.records.map(({ id }) => ({ person, region, party, body, action: "record.read", about: id })),
        );
      return answer;
    },
  );
};
