import {
  DraftBody,
  DraftParams,
  DraftSchema,
  DraftsSchema,
  LanguageQuery,
  RecordTakenSchema,
  RegionParams,
} from "@kelisim/api";
import type { Draft } from "@kelisim/store";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { requires } from "../auth/roles.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import type { Desk } from "../desk/desk.ts";
import { checkRecord, placeOf } from "../desk/records/check.ts";
import { complete, newId } from "../desk/records/complete.ts";
import { summaryOf } from "../desk/records/content-words.ts";
import { draftView, isRecordDraft } from "../desk/records/drafts.ts";
import { refusedRecord } from "../desk/records/refused.ts";
import { changedMeanwhile, requireVersion, withVersion } from "../http/entity-tag.ts";
import { languageOf } from "../http/language.ts";
import { badRequest, forbidden, notFound } from "../http/problem.ts";

/** Records being written: kept by the own body, released by somebody who may (where the node says so, by another person). */
export const draftRoutes: Routes = (app, node) => {
  const tags = ["drafts"];
  const drafter = { preHandler: requires("drafter") };
  const { audit, settings } = node.store.system;

  app.get(
    "/regions/:region/drafts",
    { ...drafter, schema: { tags, params: RegionParams, querystring: LanguageQuery, response: { 200: DraftsSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const all = await node.store.as(viewerIn(request, desk)).drafts.list();
      const drafts = all.filter(({ kind }) => isRecordDraft(desk, kind));
      return { drafts: await viewed(request, desk, drafts, request.query.lang) };
    },
  );

  app.get(
    "/regions/:region/drafts/:draft",
    { ...drafter, schema: { tags, params: DraftParams, querystring: LanguageQuery, response: { 200: DraftSchema } } },
    async (request, reply) => {
      const { desk, draft } = await found(request, request.params);
      withVersion(reply, draft.version);
      return (await viewed(request, desk, [draft], request.query.lang))[0]!;
    },
  );

  app.post(
    "/regions/:region/drafts",
    {
      ...drafter,
      schema: {
        tags,
        params: RegionParams,
        querystring: LanguageQuery,
        body: DraftBody,
        response: { 201: DraftSchema },
      },
    },
    async (request, reply) => {
      const desk = deskOf(node, request.params.region);
      const viewer = viewerIn(request, desk);
      const { record, context = {} } = request.body;
      const kind = kindIn(desk, record);
      // The id is given now: a release that is asked twice is then one record.
      const kept = { ...record, id: record.id ?? newId(record.from ?? viewer.party, node.now()) };
      const result = await node.store
        .as(viewer)
        .drafts.save({ kind, title: titleOf(desk, kept), record: kept, context }, viewer.person);
      if (result.kind !== "saved") throw notFound("This draft");
      await audited(request, desk, "draft.save", result.draft.id);
      withVersion(reply, result.draft.version);
      return reply.code(201).send((await viewed(request, desk, [result.draft], request.query.lang))[0]!);
    },
  );

  app.put(
    "/regions/:region/drafts/:draft",
    {
      ...drafter,
      schema: {
        tags,
        params: DraftParams,
        querystring: LanguageQuery,
        body: DraftBody,
        response: { 200: DraftSchema },
      },
    },
    async (request, reply) => {
      const { desk, viewer, draft } = await found(request, request.params);
      requireVersion(request, draft.version);
      const { record, context = draft.context } = request.body;
      const kept = { ...record, id: record.id ?? draft.record.id };
      const result = await node.store.as(viewer).drafts.save(
        {
          id: draft.id,
          kind: kindIn(desk, record),
          title: titleOf(desk, kept),
          record: kept,
          context,
          version: draft.version,
        },
        viewer.person,
      );
      if (result.kind === "absent") throw notFound("This draft");
      if (result.kind === "changed") throw changedMeanwhile();
      await audited(request, desk, "draft.save", draft.id);
      withVersion(reply, result.draft.version);
      return (await viewed(request, desk, [result.draft], request.query.lang))[0]!;
    },
  );

  app.delete(
    "/regions/:region/drafts/:draft",
    { ...drafter, schema: { tags, params: DraftParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { desk, viewer, draft } = await found(request, request.params);
      await node.store.as(viewer).drafts.remove(draft.id);
      await audited(request, desk, "draft.remove", draft.id);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/regions/:region/drafts/:draft/release",
    {
      preHandler: requires("releaser"),
      schema: { tags, params: DraftParams, response: { 201: RecordTakenSchema } },
    },
    async (request, reply) => {
      const { desk, viewer, draft } = await found(request, request.params);
      requireVersion(request, draft.version);
      const words = desk.words(languageOf(request));
      const record = complete(draft.record, desk, viewer, node.now());
      const { errors } = checkRecord(desk, record, node.now(), "/record", words);
      if (errors.length > 0) throw refusedRecord(errors);
      const result = await node.store.as(viewer).drafts.release(draft.id, record, viewer.person, draft.version);
      switch (result.kind) {
        case "absent":
          throw notFound("This draft");
        case "changed":
          throw changedMeanwhile();
        case "four-eyes":
          throw forbidden(result.message);
        case "refused":
          throw refusedRecord([placeOf(result.problem, "/record", words)]);
        case "released": {
          const { seq, record: kept } = result.record;
          await audited(request, desk, "draft.release", kept.id, { draftedBy: draft.draftedBy });
          // Whoever releases looks next at what it gave rise to.
          await node.views.grow();
          return reply.code(201).send({ id: kept.id, seq, known: kept.known ?? kept.recorded, repeated: false });
        }
      }
    },
  );

  async function found(request: FastifyRequest, { region, draft: id }: { region: string; draft: string }) {
    const desk = deskOf(node, region);
    const viewer = viewerIn(request, desk);
    const draft = await node.store.as(viewer).drafts.get(id);
    if (draft === undefined || !isRecordDraft(desk, draft.kind)) throw notFound("This draft");
    return { desk, viewer, draft };
  }

  async function viewed(request: FastifyRequest, desk: Desk, drafts: readonly Draft[], language: "en" | "ru" = "en") {
    const viewer = viewerIn(request, desk);
    const login = await app.login();
    const people = [...new Set(drafts.flatMap(({ draftedBy }) => draftedBy))];
    const names = new Map(await Promise.all(people.map(async (id) => [id, (await login.person(id))?.name] as const)));
    const fourEyes = (await settings.get("four_eyes")) === true;
    const nameOf = (id: string) => names.get(id) ?? id;
    return drafts.map((draft) =>
      draftView(draft, { desk, words: desk.words(language), viewer, now: node.now(), fourEyes, nameOf }),
    );
  }

  async function audited(
    request: FastifyRequest,
    desk: Desk,
    action: string,
    about: string,
    detail?: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const { person, region, party, body } = viewerIn(request, desk);
    await audit.append([{ person, region, party, body, action, about, ...(detail === undefined ? {} : { detail }) }]);
  }
};

function kindIn(desk: Desk, { kind }: Readonly<Record<string, unknown>>): string {
  if (typeof kind !== "string" || !isRecordDraft(desk, kind))
    throw badRequest("/body/record/kind", "names no kind of this region's vocabulary", "see /kinds");
  return kind;
}

/** One line for lists: what the record says first. */
function titleOf(desk: Desk, record: Readonly<Record<string, unknown>>): string {
  const words = desk.words("en");
  const said = summaryOf({ recorded: "", occurred: "", id: "", kind: "", ...record } as never, words);
  return (said === "" ? words.kind(String(record.kind)) : said).slice(0, 200);
}
