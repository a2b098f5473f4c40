import { FindQuery, FoundSchema, RegionParams } from "@kelisim/api";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { find } from "../desk/find.ts";

/** Agreements, clauses, parties and records by name: what the field "find or go to" asks. */
export const findRoutes: Routes = (app, node) => {
  app.get(
    "/regions/:region/find",
    { schema: { tags: ["find"], params: RegionParams, querystring: FindQuery, response: { 200: FoundSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const words = desk.words(request.query.lang ?? "en");
      return { results: await find(request.query.q, words, node.store.as(viewerIn(request, desk)).records) };
    },
  );
};
