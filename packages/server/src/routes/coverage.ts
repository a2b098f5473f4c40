import { CoverageQuery, CoverageSchema, RegionParams } from "@kelisim/api";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { coverageData } from "../desk/coverage/coverage.ts";
import { readStandpoint } from "../desk/standpoint.ts";
import { badRequest } from "../http/problem.ts";

/** Threats against what stands against them. */
export const coverageRoutes: Routes = (app, node) => {
  node.ahead.add(({ view, asked }) => coverageData(view, asked));
  app.get(
    "/regions/:region/coverage",
    {
      schema: {
        tags: ["coverage"],
        params: RegionParams,
        querystring: CoverageQuery,
        response: { 200: CoverageSchema },
      },
    },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const { category, country, ...query } = request.query;
      if (country !== undefined && !desk.region.focus.includes(country))
        throw badRequest(
          "/query/country",
          `"${country.slice(0, 40)}" is none of the states that ${desk.region.name} is about`,
          desk.region.focus.join(", "),
        );
      const asked = readStandpoint(query, desk, node.now());
      const view = await node.views.of(desk, viewerIn(request, desk));
      return coverageData(view, asked, {
        ...(category === undefined ? {} : { category }),
        ...(country === undefined ? {} : { country }),
      });
    },
  );
};
