import {
  type Basemap,
  BasemapSchema,
  BordersSchema,
  LanguageQuery,
  type Places,
  PlacesSchema,
  RegionParams,
  StandpointQuery,
} from "@kelisim/api";
import type { Routes } from "../app.ts";
import { deskOf } from "../desk/asker.ts";
import type { Desk } from "../desk/desk.ts";
import { basemapOf } from "../desk/situation/basemap.ts";
import { borderSections } from "../desk/situation/borders.ts";
import { coverageOf } from "../desk/situation/coverage.ts";
import { placesOf } from "../desk/situation/zones.ts";
import { readStandpoint, standpointData } from "../desk/standpoint.ts";

/** What every map of a region is drawn on: lands and lines, and the zones that agreements speak of. */
export const placesRoutes: Routes = (app, node) => {
  // They change only with the region's files, so each is made and written once for a language.
  const basemap = kept(async (desk, language): Promise<Basemap> => basemapOf(desk, language));
  const places = kept((desk, language): Promise<Places> => placesOf(desk, language));
  const of = (params: { readonly region: string }) => deskOf(node, params.region);

  app.get(
    "/regions/:region/basemap",
    {
      schema: { tags: ["places"], params: RegionParams, querystring: LanguageQuery, response: { 200: BasemapSchema } },
    },
    async ({ params, query }) => basemap(of(params), query.lang ?? "en"),
  );
  app.get(
    "/regions/:region/places",
    {
      schema: { tags: ["places"], params: RegionParams, querystring: LanguageQuery, response: { 200: PlacesSchema } },
    },
    async ({ params, query }) => places(of(params), query.lang ?? "en"),
  );
  app.get(
    "/regions/:region/borders",
    {
      schema: {
        tags: ["places"],
        params: RegionParams,
        querystring: StandpointQuery,
        response: { 200: BordersSchema },
      },
    },
    async ({ params, query }) => {
      const desk = of(params);
      const asked = readStandpoint(query, desk, node.now());
      return {
        standpoint: standpointData(asked, desk),
        sections: borderSections(desk, asked.today, asked.language),
        tables: coverageOf(desk, ["borders"]),
      };
    },
  );
};

function kept<T>(make: (desk: Desk, language: "en" | "ru") => Promise<T>) {
  const answers = new WeakMap<Desk, Map<string, Promise<T>>>();
  return (desk: Desk, language: "en" | "ru"): Promise<T> => {
    const known = answers.get(desk) ?? new Map<string, Promise<T>>();
    answers.set(desk, known);
    const answer = known.get(language) ?? make(desk, language);
    known.set(language, answer);
    return answer;
  };
}
