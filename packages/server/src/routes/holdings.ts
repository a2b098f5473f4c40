import {
  FileOptionsSchema,
  ForgetSchema,
  HoldingFileParams,
  HoldingParams,
  HoldingRowsQuery,
  HoldingRowsSchema,
  HoldingSchema,
  HoldingsSchema,
  type Job,
  JobParams,
  JobSchema,
  JobsSchema,
  LanguageQuery,
  RefusedPageSchema,
  RefusedQuery,
  RegionParams,
  TakeSchema,
  type Upload,
  UploadParams,
  UploadQuery,
  UploadSchema,
} from "@kelisim/api";
import { type FileOptions, isStopped } from "@kelisim/holdings";
import { DOCUMENT_LAYOUTS, TABLE_LAYOUTS } from "@kelisim/sources";
import { datasetWords } from "@kelisim/words";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { holds, requires } from "../auth/roles.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { bounded } from "../http/bounded.ts";
import { HttpProblem, notFound } from "../http/problem.ts";
import { sendFile } from "../observatory/files/send-file.ts";
import { FILE_TYPES, fileNamed } from "../observatory/files/write-file.ts";
import {
  fileOf,
  holdingData,
  previewData,
  problemData,
  refusedData,
  wordedProblem,
} from "../observatory/holding-data.ts";
import { holdingFile, holdingRows } from "../observatory/holding-rows.ts";
import { openJobNotes } from "../observatory/job-notes.ts";
import { createJobs, type Jobs } from "../observatory/jobs.ts";
import { createUploads, type HeldUpload, type Uploads } from "../observatory/uploads.ts";

/** The largest file that is sent in; the command line takes larger ones. */
const MOST_BYTES = 4 * 1024 * 1024 * 1024;
const REFUSED_ROWS = 100;

/** Files of others that the node has taken in, and taking them in: sent, looked at, taken. */
export const holdingRoutes: Routes = (app, node) => {
  const tags = ["holdings"];
  const { holdings } = node;
  const { audit } = node.store.system;
  const drafter = { preHandler: requires("drafter") };
  const state: { uploads?: Uploads; jobs?: Jobs } = {};
  app.addHook("onReady", async () => {
    const uploads = await createUploads(node.settings.dataFolder);
    state.uploads = uploads;
    const notes = await openJobNotes(node.settings.dataFolder);
    state.jobs = createJobs(holdings, (upload) => uploads.drop(upload), notes);
  });
  app.addHook("onClose", async () => {
    await state.jobs?.close();
    await state.uploads?.close();
  });
  // The body is not read before the route asks for it: a file of any size passes through a few buffers.
  app.addContentTypeParser("application/octet-stream", (_request, payload, done) => done(null, payload));

  const personOf = (request: FastifyRequest) => request.signedIn!.person.id;
  const uploadOf = (request: FastifyRequest, id: string): HeldUpload => {
    const found = state.uploads!.find(id, personOf(request));
    if (found === undefined) throw notFound("This file");
    return found;
  };
  const look = async (upload: HeldUpload, options: FileOptions, language: "en" | "ru"): Promise<Upload> => {
    const preview = await holdings.preview(upload.path, options);
    if (!isStopped(preview)) return { ...fileOf(upload), preview: previewData(preview, language) };
    const stopped = preview.problems.map((problem) => wordedProblem(problemData(problem), language));
    return { ...fileOf(upload), stopped };
  };
  const worded = (job: Job, language: "en" | "ru" = "en"): Job => ({
    ...job,
    problems: job.problems.map((problem) => wordedProblem(problem, language)),
  });

  app.get(
    "/regions/:region/holdings",
    { schema: { tags, params: RegionParams, querystring: LanguageQuery, response: { 200: HoldingsSchema } } },
    async (request) => {
      const viewer = viewerIn(request, deskOf(node, request.params.region));
      const language = request.query.lang ?? "en";
      const [listed, current] = await Promise.all([holdings.list(), holdings.current({})]);
      return {
        holdings: listed.holdings.map((holding) => holdingData(holding, current, language)),
        problems: listed.problems.map((problem) => wordedProblem(problemData(problem), language)),
        mayTake: holds(viewer.roles, "drafter"),
        mayForget: holds(viewer.roles, "releaser"),
        mostBytes: MOST_BYTES,
        layouts: [...DOCUMENT_LAYOUTS, ...TABLE_LAYOUTS].map(({ id, table, producer }) => ({
          id,
          table,
          producer: datasetWords(language, producer.dataset, producer.name),
        })),
      };
    },
  );

  app.get(
    "/regions/:region/holdings/:holding",
    { schema: { tags, params: HoldingParams, querystring: LanguageQuery, response: { 200: HoldingSchema } } },
    async (request) => {
      deskOf(node, request.params.region);
      const [holding, current] = await Promise.all([holdings.get(request.params.holding), holdings.current({})]);
      if (holding === undefined) throw notFound("This holding");
      return holdingData(holding, current, request.query.lang ?? "en");
    },
  );

  const kept = async (id: string) => {
    const holding = await holdings.get(id);
    if (holding === undefined) throw notFound("This holding");
    return holding;
  };
  app.get(
    "/regions/:region/holdings/:holding/rows",
    { schema: { tags, params: HoldingParams, querystring: HoldingRowsQuery, response: { 200: HoldingRowsSchema } } },
    async ({ params, query }) => {
      deskOf(node, params.region);
      return holdingRows(holdings, await kept(params.holding), query);
    },
  );

  app.get(
    "/regions/:region/holdings/:holding/files/:file",
    {
      schema: {
        tags,
        description: "rows.csv, rows.xlsx or rows.parquet: what was taken of the file, with its terms in each row.",
        params: HoldingFileParams,
        querystring: HoldingRowsQuery,
        produces: Object.values(FILE_TYPES),
        response: { 200: Type.Any() },
      },
    },
    async (request, reply) => {
      const { person, region, party, body } = viewerIn(request, deskOf(node, request.params.region));
      const holding = await kept(request.params.holding);
      const { format } = fileNamed(request.params.file);
      const file = await holdingFile(holdings, holding, request.query, format);
      await audit.append([{ person, region, party, body, action: "money.export", about: holding.id }]);
      return sendFile(reply, file, format, `${holding.producer.dataset}-${holding.vintage}`);
    },
  );

  app.get(
    "/regions/:region/holdings/:holding/refused",
    { schema: { tags, params: HoldingParams, querystring: RefusedQuery, response: { 200: RefusedPageSchema } } },
    async (request) => {
      deskOf(node, request.params.region);
      const { from = 0, rows = REFUSED_ROWS } = request.query;
      if ((await holdings.get(request.params.holding)) === undefined) throw notFound("This holding");
      const found = await holdings.refused(request.params.holding, { from, rows: rows + 1 });
      const refused = found.slice(0, rows).map((row) => refusedData(row, request.query.lang ?? "en"));
      return { refused, ...(found.length > rows ? { next: from + rows } : {}) };
    },
  );

  app.post(
    "/regions/:region/holdings/:holding/forget",
    {
      preHandler: requires("releaser"),
      schema: { tags, params: HoldingParams, body: ForgetSchema, response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { person, region, party, body } = viewerIn(request, deskOf(node, request.params.region));
      const { holding: about } = request.params;
      const forgotten = await holdings.forget(about, `${party}/${body}`, request.body.why);
      if (forgotten === undefined) throw notFound("This holding");
      node.ahead.begin();
      const detail = { file: forgotten.holding.file.name, why: request.body.why };
      await audit.append([{ person, region, party, body, action: "holding.forget", about, detail }]);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/regions/:region/holdings/uploads",
    {
      ...drafter,
      bodyLimit: MOST_BYTES,
      schema: {
        tags,
        description: "The bytes of one file, as application/octet-stream.",
        consumes: ["application/octet-stream"],
        params: RegionParams,
        querystring: UploadQuery,
        response: { 201: UploadSchema },
      },
    },
    async (request, reply) => {
      deskOf(node, request.params.region);
      const body = request.body as NodeJS.ReadableStream | undefined;
      if (body === undefined || typeof body.pipe !== "function")
        throw new HttpProblem(415, "media-type", "The node does not read this kind of content", {
          detail: "Send the bytes of the file as application/octet-stream.",
        });
      const { name, lang = "en" } = request.query;
      const upload = await state.uploads!.keep(name, bounded(body, MOST_BYTES), personOf(request));
      return reply.code(201).send(await look(upload, {}, lang));
    },
  );

  app.post(
    "/regions/:region/holdings/uploads/:upload/preview",
    {
      ...drafter,
      schema: {
        tags,
        params: UploadParams,
        querystring: LanguageQuery,
        body: FileOptionsSchema,
        response: { 200: UploadSchema },
      },
    },
    (request) => look(uploadOf(request, request.params.upload), request.body, request.query.lang ?? "en"),
  );

  app.delete(
    "/regions/:region/holdings/uploads/:upload",
    { ...drafter, schema: { tags, params: UploadParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      await state.uploads!.drop(uploadOf(request, request.params.upload));
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/regions/:region/holdings/jobs",
    { ...drafter, schema: { tags, params: RegionParams, body: TakeSchema, response: { 202: JobSchema } } },
    async (request, reply) => {
      const { person, region, party, body } = viewerIn(request, deskOf(node, request.params.region));
      const { upload: id, ...options } = request.body;
      const upload = state.uploads!.claim(id, personOf(request));
      if (upload === undefined) throw notFound("This file");
      const job = await state.jobs!.begin(
        upload,
        `${party}/${body}`,
        options,
        async ({ holding, already, file, rows }) => {
          const detail = { file, already: already === true, ...rows };
          const about = holding === undefined ? {} : { about: holding };
          node.ahead.begin();
          await audit.append([{ person, region, party, body, action: "holding.take", ...about, detail }]);
        },
      );
      return reply.code(202).send(job);
    },
  );

  app.get(
    "/regions/:region/holdings/jobs",
    { schema: { tags, params: RegionParams, querystring: LanguageQuery, response: { 200: JobsSchema } } },
    async (request) => {
      deskOf(node, request.params.region);
      return { jobs: state.jobs!.of(personOf(request)).map((job) => worded(job, request.query.lang)) };
    },
  );

  app.get(
    "/regions/:region/holdings/jobs/:job",
    { schema: { tags, params: JobParams, querystring: LanguageQuery, response: { 200: JobSchema } } },
    async (request) => {
      deskOf(node, request.params.region);
      const job = state.jobs!.find(request.params.job, personOf(request));
      if (job === undefined) throw notFound("This file");
      return worded(job, request.query.lang);
    },
  );

  app.delete(
    "/regions/:region/holdings/jobs/:job",
    { ...drafter, schema: { tags, params: JobParams, response: { 200: JobSchema } } },
    async (request) => {
      deskOf(node, request.params.region);
      const job = await state.jobs!.cancel(request.params.job, personOf(request));
      if (job === undefined) throw notFound("This file");
      return worded(job);
    },
  );
};
