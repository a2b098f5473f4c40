import { Readable } from "node:stream";
import {
  ChoicesSchema,
  ConcentrationSchema,
  GrowthSchema,
  MoneyFileParams,
  MoneyFileQuery,
  MoneyQuery,
  MoneyRowsQuery,
  MoneyRowsSchema,
  ProgrammesQuery,
  ProgrammesSchema,
  RegionParams,
  SeriesSchema,
  ShareQuery,
  ShareSchema,
  VintagesQuery,
  VintagesSchema,
} from "@kelisim/api";
import { dayOf, formatDated } from "@kelisim/model";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { XLSX } from "../desk/tables/write-xlsx.ts";
import {
  choicesAnswer,
  concentrationAnswer,
  growthAnswer,
  type MoneyNeeds,
  seriesAnswer,
  shareAnswer,
  vintagesAnswer,
} from "../observatory/money-answers.ts";
import { moneyFile, rowsAnswer } from "../observatory/money-rows.ts";
import { programmesAnswer } from "../observatory/programmes.ts";
import { rememberCells } from "../observatory/remembered-cells.ts";

const TYPES = { csv: "text/csv; charset=utf-8; header=present", xlsx: XLSX, parquet: "application/vnd.apache.parquet" };

/** Figures of money over the files taken in, and over the region's own table of programmes. */
export const moneyRoutes: Routes = (app, node) => {
  const tags = ["money"];
  const { holdings } = node;
  const cells = rememberCells(holdings);
  const needsOf = (region: string, language: "en" | "ru" = "en"): MoneyNeeds => {
    const desk = deskOf(node, region);
    return { holdings, cells, desk, words: desk.words(language), language };
  };
  const params = RegionParams;

  app.get(
    "/regions/:region/money/choices",
    { schema: { tags, params, querystring: MoneyQuery, response: { 200: ChoicesSchema } } },
    ({ params: { region }, query }) => choicesAnswer(needsOf(region, query.lang), query),
  );
  app.get(
    "/regions/:region/money/series",
    { schema: { tags, params, querystring: MoneyQuery, response: { 200: SeriesSchema } } },
    ({ params: { region }, query }) => seriesAnswer(needsOf(region, query.lang), query),
  );
  app.get(
    "/regions/:region/money/share",
    { schema: { tags, params, querystring: ShareQuery, response: { 200: ShareSchema } } },
    ({ params: { region }, query }) => shareAnswer(needsOf(region, query.lang), query),
  );
  app.get(
    "/regions/:region/money/concentration",
    { schema: { tags, params, querystring: MoneyQuery, response: { 200: ConcentrationSchema } } },
    ({ params: { region }, query }) => concentrationAnswer(needsOf(region, query.lang), query),
  );
  app.get(
    "/regions/:region/money/growth",
    { schema: { tags, params, querystring: MoneyQuery, response: { 200: GrowthSchema } } },
    ({ params: { region }, query }) => growthAnswer(needsOf(region, query.lang), query),
  );
  app.get(
    "/regions/:region/money/vintages",
    { schema: { tags, params, querystring: VintagesQuery, response: { 200: VintagesSchema } } },
    ({ params: { region }, query }) => vintagesAnswer(needsOf(region, query.lang), query),
  );
  app.get(
    "/regions/:region/money/rows",
    { schema: { tags, params, querystring: MoneyRowsQuery, response: { 200: MoneyRowsSchema } } },
    ({ params: { region }, query }) => rowsAnswer(needsOf(region, query.lang), query),
  );
  app.get(
    "/regions/:region/money/programmes",
    { schema: { tags, params, querystring: ProgrammesQuery, response: { 200: ProgrammesSchema } } },
    async ({ params: { region }, query }) => {
      const { desk, words, language } = needsOf(region, query.lang);
      return programmesAnswer(desk, words, query, node.now(), language);
    },
  );
  app.get(
    "/regions/:region/money/files/:file",
    {
      schema: {
        tags,
        description: "flows.csv, flows.xlsx or flows.parquet: sums by the asked columns, or the rows (what=rows).",
        params: MoneyFileParams,
        querystring: MoneyFileQuery,
        produces: Object.values(TYPES),
        response: { 200: Type.Any() },
      },
    },
    async (request, reply) => {
      const desk = deskOf(node, request.params.region);
      const format = request.params.file.slice("flows.".length) as keyof typeof TYPES;
      const file = await moneyFile(holdings, request.query, format);
      const { person, region, party, body } = viewerIn(request, desk);
      await node.store.system.audit.append([
        { person, region, party, body, action: "money.export", about: request.params.file },
      ]);
      const day = formatDated(dayOf(node.now(), desk.region.timeZone));
      return reply
        .type(TYPES[format])
        .header("content-disposition", `attachment; filename="${desk.id}-flows-${day}.${format}"`)
        .serializer((payload: unknown) => payload as string)
        .send(Buffer.isBuffer(file) ? file : Readable.from(file));
    },
  );
};
