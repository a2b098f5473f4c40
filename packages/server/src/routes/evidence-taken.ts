import {
  CoverageTakenQuery,
  CoverageTakenSchema,
  RegionParams,
  TakenFiguresQuery,
  TakenFiguresSchema,
  TakenFileParams,
  TakenFileQuery,
  TakenListParams,
  TakenListQuery,
  TakenListSchema,
} from "@kelisim/api";
import { dayOf, formatDated } from "@kelisim/model";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { coverageTaken } from "../desk/coverage/taken.ts";
import { takenFigures } from "../desk/evidence/taken/figures.ts";
import { takenFile } from "../desk/evidence/taken/file.ts";
import { takenList } from "../desk/evidence/taken/lists.ts";
import { takenNeeds } from "../desk/evidence/taken/sets.ts";
import { sendFile } from "../observatory/files/send-file.ts";
import { FILE_TYPES, fileNamed } from "../observatory/files/write-file.ts";

/** Indicators, events, acts and money that were taken in, beside what the region's own tables say. Nothing taken in changes those. */
export const evidenceTakenRoutes: Routes = (app, node) => {
  const tags = ["evidence"];
  const needs = takenNeeds(node.holdings);
  const asked = (region: string, language: "en" | "ru" = "en") => {
    const desk = deskOf(node, region);
    return { desk, words: desk.words(language) };
  };
  node.ahead.add(({ desk }) => coverageTaken(needs, desk, desk.words("en"), {}));
  node.ahead.add(({ desk }) => takenFigures(needs, desk, desk.words("en"), {}));
  for (const table of ["events", "acts"] as const)
    node.ahead.add(({ desk }) => takenList(needs, desk, desk.words("en"), table, {}));

  app.get(
    "/regions/:region/evidence/taken/figures",
    { schema: { tags, params: RegionParams, querystring: TakenFiguresQuery, response: { 200: TakenFiguresSchema } } },
    ({ params, query }) => {
      const { desk, words } = asked(params.region, query.lang);
      return takenFigures(needs, desk, words, query);
    },
  );
  app.get(
    "/regions/:region/evidence/taken/:table",
    { schema: { tags, params: TakenListParams, querystring: TakenListQuery, response: { 200: TakenListSchema } } },
    ({ params, query }) => {
      const { desk, words } = asked(params.region, query.lang);
      return takenList(needs, desk, words, params.table, query);
    },
  );
  app.get(
    "/regions/:region/coverage/taken",
    {
      schema: {
        tags: ["coverage"],
        params: RegionParams,
        querystring: CoverageTakenQuery,
        response: { 200: CoverageTakenSchema },
      },
    },
    ({ params, query }) => {
      const { desk, words } = asked(params.region, query.lang);
      return coverageTaken(needs, desk, words, query);
    },
  );
  app.get(
    "/regions/:region/evidence/files/:file",
    {
      schema: {
        tags,
        description:
          "figures, events or acts as .csv, .xlsx or .parquet: the rows that the filters find, every vintage.",
        params: TakenFileParams,
        querystring: TakenFileQuery,
        produces: Object.values(FILE_TYPES),
        response: { 200: Type.Any() },
      },
    },
    async (request, reply) => {
      const { desk, words } = asked(request.params.region, request.query.lang);
      const { name, format } = fileNamed(request.params.file);
      const table = name as "figures" | "events" | "acts";
      const path = request.url.split("?")[0]!;
      const file = await takenFile(needs, desk, words, { table, format, path }, request.query);
      const { person, region, party, body } = viewerIn(request, desk);
      const about = request.params.file;
      await node.store.system.audit.append([{ person, region, party, body, action: "evidence.export", about }]);
      return sendFile(
        reply,
        file,
        format,
        `${desk.id}-${name}-${formatDated(dayOf(node.now(), desk.region.timeZone))}`,
      );
    },
  );
};
