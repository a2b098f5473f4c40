import {
  ChecksSchema,
  ChoicesSchema,
  ConcentrationSchema,
  DeliverySchema,
  FragmentationQuery,
  FragmentationSchema,
  GrowthSchema,
  MoneyFileParams,
  MoneyFileQuery,
  MoneyQuery,
  MoneyRowsQuery,
  MoneyRowsSchema,
  PricesSchema,
  ProgrammesFileParams,
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
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import type { MoneyNeeds } from "../observatory/answers-by-set.ts";
import { checksAnswer } from "../observatory/checks-answer.ts";
import { choicesAnswer } from "../observatory/choices-answer.ts";
import { sendFile } from "../observatory/files/send-file.ts";
import { FILE_TYPES, fileNamed, writeFigures } from "../observatory/files/write-file.ts";
import { moneyAhead } from "../observatory/money-ahead.ts";
import {
  concentrationAnswer,
  deliveryAnswer,
  fragmentationAnswer,
  growthAnswer,
  pricesAnswer,
  seriesAnswer,
} from "../observatory/money-answers.ts";
import { moneyFile } from "../observatory/money-file.ts";
import { rowsAnswer } from "../observatory/money-rows.ts";
import { programmesAnswer } from "../observatory/programmes.ts";
import { programmesTable } from "../observatory/programmes-file.ts";
import { rememberCells } from "../observatory/remembered-cells.ts";
import { shareAnswer } from "../observatory/share-answer.ts";
import { vintagesAnswer } from "../observatory/vintages-answer.ts";

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
  for (const work of moneyAhead(needsOf)) node.ahead.add(work);

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
    "/regions/:region/money/fragmentation",
    { schema: { tags, params, querystring: FragmentationQuery, response: { 200: FragmentationSchema } } },
    ({ params: { region }, query }) => fragmentationAnswer(needsOf(region, query.lang), query),
  );
  app.get(
    "/regions/:region/money/delivery",
    { schema: { tags, params, querystring: MoneyQuery, response: { 200: DeliverySchema } } },
    ({ params: { region }, query }) => deliveryAnswer(needsOf(region, query.lang), query),
  );
  app.get(
    "/regions/:region/money/prices",
    { schema: { tags, params, querystring: MoneyQuery, response: { 200: PricesSchema } } },
    ({ params: { region }, query }) => pricesAnswer(needsOf(region, query.lang), query),
  );
  app.get(
    "/regions/:region/money/checks",
    { schema: { tags, params, querystring: MoneyQuery, response: { 200: ChecksSchema } } },
    ({ params: { region }, query }) => checksAnswer(needsOf(region, query.lang), query),
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
    "/regions/:region/money/programmes/files/:file",
    {
      schema: {
        tags,
        description: "programmes, ends, phases or budgets as .csv, .xlsx or .parquet.",
        params: ProgrammesFileParams,
        querystring: ProgrammesQuery,
        produces: Object.values(FILE_TYPES),
        response: { 200: Type.Any() },
      },
    },
    async (request, reply) => {
      const { desk, words, language } = needsOf(request.params.region, request.query.lang);
      const { name, format } = fileNamed(request.params.file);
      const answer = programmesAnswer(desk, words, request.query, node.now(), language);
      const table = programmesTable(answer, name, request.url);
      return handOut(request, reply, await writeFigures(table, format, holdings));
    },
  );
  app.get(
    "/regions/:region/money/files/:file",
    {
      schema: {
        tags,
        description:
          "An answer of that name as .csv, .xlsx or .parquet; flows: sums by the asked columns, or the rows (what=rows).",
        params: MoneyFileParams,
        querystring: MoneyFileQuery,
        produces: Object.values(FILE_TYPES),
        response: { 200: Type.Any() },
      },
    },
    async (request, reply) => {
      const { params: asked, query } = request;
      const file = { ...fileNamed(asked.file), path: request.url.split("?")[0]! };
      return handOut(request, reply, await moneyFile(needsOf(asked.region, query.lang), query, file));
    },
  );

  async function handOut(
    request: FastifyRequest<{ Params: { region: string; file: string } }>,
    reply: FastifyReply,
    bytes: Buffer | AsyncIterable<Uint8Array>,
  ) {
    const desk = deskOf(node, request.params.region);
    const { person, region, party, body } = viewerIn(request, desk);
    const { file: about } = request.params;
    await node.store.system.audit.append([{ person, region, party, body, action: "money.export", about }]);
    const { name, format } = fileNamed(about);
    const day = formatDated(dayOf(node.now(), desk.region.timeZone));
    return sendFile(reply, bytes, format, `${desk.id}-${name}-${day}`);
  }
};
