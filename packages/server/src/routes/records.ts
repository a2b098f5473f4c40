import {
  KindFormSchema,
  KindsSchema,
  LanguageQuery,
  PrefillSchema,
  RecordBody,
  RecordParams,
  RecordQuery,
  RecordSchema,
  RecordsQuery,
  RecordsSchema,
  RecordTakenSchema,
  RegionParams,
  StandpointQuery,
} from "@kelisim/api";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { requires } from "../auth/roles.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { readLineKey } from "../desk/line-name.ts";
import { checkRecord, placeOf } from "../desk/records/check.ts";
import { complete } from "../desk/records/complete.ts";
import { findHeld } from "../desk/records/held.ts";
import { kindForm, kindsOf } from "../desk/records/kinds.ts";
import { recordPage } from "../desk/records/one-record.ts";
import { prefillOf } from "../desk/records/prefill.ts";
import { refusedRecord } from "../desk/records/refused.ts";
import { registerOf } from "../desk/records/register.ts";
import { readStandpoint } from "../desk/standpoint.ts";
import { languageOf } from "../http/language.ts";
import { badRequest, forbidden, notFound } from "../http/problem.ts";

const KindParams = Type.Object({ ...RegionParams.properties, kind: Type.String({ maxLength: 120 }) });
const PrefillQuery = Type.Object({ ...StandpointQuery.properties, line: Type.String({ maxLength: 2000 }) });

/** The register of records, one record with what it did, and what a form needs to write one. */
export const recordRoutes: Routes = (app, node) => {
  const tags = ["records"];
  const { audit, settings } = node.store.system;

  app.get(
    "/regions/:region/records",
    { schema: { tags, params: RegionParams, querystring: RecordsQuery, response: { 200: RecordsSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      return registerOf(desk, node.store.as(viewerIn(request, desk)), request.query, node.now());
    },
  );

  app.get(
    "/regions/:region/records/:id",
    { schema: { tags, params: RecordParams, querystring: RecordQuery, response: { 200: RecordSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const viewer = viewerIn(request, desk);
      const asked = readStandpoint(request.query, desk, node.now());
      const view = await node.views.of(desk, viewer);
      const page = await recordPage(node, view, viewer, asked, request.params.id);
      const { person, region, party, body } = viewer;
      if (page.held === "node")
        await audit.append([{ person, region, party, body, action: "record.read", about: request.params.id }]);
      return page;
    },
  );

  app.post(
    "/regions/:region/records",
    {
      preHandler: requires("releaser"),
      schema: {
        tags,
        params: RegionParams,
        body: RecordBody,
        response: { 200: RecordTakenSchema, 201: RecordTakenSchema },
      },
    },
    async (request, reply) => {
      const desk = deskOf(node, request.params.region);
      const viewer = viewerIn(request, desk);
      if ((await settings.get("four_eyes")) === true)
        throw forbidden("This node asks for four eyes: write a draft, which another person releases.");
      const words = desk.words(languageOf(request));
      const record = complete(request.body as Record<string, unknown>, desk, viewer, node.now());
      const { errors } = checkRecord(desk, record, node.now(), "/body", words);
      if (errors.length > 0) throw refusedRecord(errors);
      const { taken, repeated, refused } = await node.store.as(viewer).records.append([record]);
      if (refused[0] !== undefined) throw refusedRecord([placeOf(refused[0].problem, "/body", words)]);
      if (repeated[0] !== undefined) return { ...repeated[0], repeated: true };
      const { person, region, party, body } = viewer;
      const { id, seq, known } = taken[0]!;
      await audit.append([{ person, region, party, body, action: "record.enter", about: id }]);
      return reply.code(201).send({ id, seq, known, repeated: false });
    },
  );

  app.get(
    "/regions/:region/kinds",
    { schema: { tags, params: RegionParams, querystring: LanguageQuery, response: { 200: KindsSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      return kindsOf(desk, desk.words(request.query.lang ?? "en"));
    },
  );

  app.get(
    "/regions/:region/kinds/:kind",
    { schema: { tags, params: KindParams, querystring: LanguageQuery, response: { 200: KindFormSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const form = kindForm(desk, desk.words(request.query.lang ?? "en"), request.params.kind);
      if (form === undefined) throw notFound(`The kind "${request.params.kind.slice(0, 80)}"`);
      return form;
    },
  );

  app.get(
    "/regions/:region/lines/prefill",
    { schema: { tags, params: RegionParams, querystring: PrefillQuery, response: { 200: PrefillSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const asked = readStandpoint(request.query, desk, node.now());
      const name = readLineKey(request.query.line);
      if (name === undefined) throw badRequest("/query/line", "does not name a line of a board");
      const store = node.store.as(viewerIn(request, desk));
      const trigger = name.subject === "" ? undefined : await findHeld(desk, store, name.subject);
      const words = desk.words(asked.language);
      const prefill = prefillOf({ words, asked, key: request.query.line, name, trigger: trigger?.stored.record });
      if (prefill === undefined) throw notFound("An act of this line");
      return prefill;
    },
  );
};
