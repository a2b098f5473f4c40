import {
  AgreementCompareQuery,
  AgreementCompareSchema,
  AgreementOverlapsSchema,
  AgreementParams,
  AgreementPreviewSchema,
  AgreementSchema,
  AgreementsQuery,
  AgreementsSchema,
  AgreementVersionsSchema,
  AgreementVersionTextSchema,
  PreviewBody,
  RegionParams,
  RegionTextsSchema,
  StandpointQuery,
  TrialBody,
  TrialSchema,
} from "@kelisim/api";
import { parseDated, startOfDay } from "@kelisim/model";
import { createWords } from "@kelisim/words";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { inForce, type TextVersion } from "../desk/agreements/adopted.ts";
import { agreementOf } from "../desk/agreements/agreement.ts";
import { checkText } from "../desk/agreements/check-text.ts";
import { compileText, fileOf } from "../desk/agreements/compile-text.ts";
import { differencesOf } from "../desk/agreements/differences.ts";
import { agreementDraft } from "../desk/agreements/drafts.ts";
import { headSetting } from "../desk/agreements/head-setting.ts";
import { listAgreements } from "../desk/agreements/list.ts";
import { agreementOverlaps } from "../desk/agreements/overlaps.ts";
import { pastRecords } from "../desk/agreements/past-records.ts";
import { sectionsData } from "../desk/agreements/sections.ts";
import { problemData, tryOut } from "../desk/agreements/trial.ts";
import { versionData, versionsOf } from "../desk/agreements/versions.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { readStandpoint, standpointData } from "../desk/standpoint.ts";
import { badRequest, notFound } from "../http/problem.ts";

const TEN_YEARS = 3653;
const VersionParams = Type.Object({ ...AgreementParams.properties, version: Type.String({ maxLength: 80 }) });

/** Instruments of a region: the list, one with everything about it, versions, comparison, a trial of a text. */
export const agreementRoutes: Routes = (app, node) => {
  const tags = ["agreements"];

  app.get(
    "/regions/:region/agreements",
    { schema: { tags, params: RegionParams, querystring: AgreementsQuery, response: { 200: AgreementsSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const asked = readStandpoint(request.query, desk, node.now());
      const view = await node.views.of(desk, viewerIn(request, desk));
      return listAgreements(view, asked, request.query, await headSetting(node, view, asked));
    },
  );

  app.get(
    "/regions/:region/texts",
    { schema: { tags, params: RegionParams, response: { 200: RegionTextsSchema } } },
    async (request) => {
      const { open, region } = deskOf(node, request.params.region);
      const files = Object.fromEntries(open.files);
      for (const { path, text } of region.accordFiles) files[path] = text;
      return { files };
    },
  );

  app.get(
    "/regions/:region/agreements/:id",
    { schema: { tags, params: AgreementParams, querystring: StandpointQuery, response: { 200: AgreementSchema } } },
    async (request) => {
      const { desk, instrument } = found(request.params);
      const asked = readStandpoint(request.query, desk, node.now());
      const view = await node.views.of(desk, viewerIn(request, desk));
      const setting = await headSetting(node, view, asked, instrument.id);
      const versions = versionsOf(desk, instrument.id);
      const version = versions.length > 1 ? inForce(versions, asked.asOf, asked.knownAt) : undefined;
      const shown = version?.program.instruments.find(({ id }) => id === instrument.id) ?? instrument;
      return agreementOf(shown, setting, version);
    },
  );

  app.get(
    "/regions/:region/agreements/:id/overlaps",
    {
      schema: {
        tags,
        params: AgreementParams,
        querystring: StandpointQuery,
        response: { 200: AgreementOverlapsSchema },
      },
    },
    async (request) => {
      const { desk, instrument } = found(request.params);
      const asked = readStandpoint(request.query, desk, node.now());
      const view = await node.views.of(desk, viewerIn(request, desk));
      const { world, words } = await headSetting(node, view, asked, instrument.id);
      return agreementOverlaps(instrument.id, world, words, asked, desk);
    },
  );

  app.get(
    "/regions/:region/agreements/:id/versions",
    { schema: { tags, params: AgreementParams, response: { 200: AgreementVersionsSchema } } },
    async (request) => {
      const { desk, instrument } = found(request.params);
      const versions = versionsOf(desk, instrument.id);
      return { versions: versions.map((each) => versionData(each, versions, node.now())) };
    },
  );

  app.get(
    "/regions/:region/agreements/:id/versions/:version",
    { schema: { tags, params: VersionParams, response: { 200: AgreementVersionTextSchema } } },
    async (request) => {
      const { desk, instrument } = found(request.params);
      const versions = versionsOf(desk, instrument.id);
      const version = versions.find(({ id }) => id === request.params.version);
      if (version === undefined) throw notFound("This version");
      return { version: versionData(version, versions, node.now()), text: version.text };
    },
  );

  app.get(
    "/regions/:region/agreements/:id/compare",
    {
      schema: {
        tags,
        params: AgreementParams,
        querystring: AgreementCompareQuery,
        response: { 200: AgreementCompareSchema },
      },
    },
    async (request) => {
      const { desk, instrument } = found(request.params);
      const viewer = viewerIn(request, desk);
      const asked = readStandpoint({ ...request.query, back: request.query.back ?? TEN_YEARS }, desk, node.now());
      const view = await node.views.of(desk, viewer);
      const path = fileOf(desk.program, instrument.id)!;
      const store = node.store.as(viewer);
      const named = async (name: "before" | "now") => {
        const id = request.query[name];
        if (id.startsWith("draft:")) {
          const draft = await agreementDraft(store, instrument.id, id.slice("draft:".length));
          if (draft === undefined) throw badRequest(`/query/${name}`, "names no draft of your body");
          return compileText(desk.region, path, draft.text);
        }
        const version = versionsOf(desk, instrument.id).find((each) => each.id === id);
        if (version === undefined)
          throw badRequest(`/query/${name}`, "names no version of this text", "region, or the number of a decision");
        return { program: version.program, problems: [] };
      };
      const [before, now] = [await named("before"), await named("now")];
      const records = await pastRecords(node, desk, viewer, [before.program, now.program]);
      const adoptOn = startOfDay(asked.today + 1, desk.region.timeZone);
      return {
        standpoint: standpointData(asked, desk),
        before: request.query.before,
        now: request.query.now,
        problems: now.problems.map(problemData),
        diff: differencesOf(view, asked, desk.words(asked.language), {
          before: before.program,
          now: now.program,
          records,
          adoptOn,
        }),
      };
    },
  );

  app.post(
    "/regions/:region/agreements/:id/preview",
    {
      schema: {
        tags,
        params: AgreementParams,
        querystring: StandpointQuery,
        body: PreviewBody,
        response: { 200: AgreementPreviewSchema },
      },
    },
    async (request) => {
      const { desk, instrument } = found(request.params);
      const { text } = request.body;
      const { program, problems } = await checkText(desk, instrument.id, text, node.now());
      const words = createWords(request.query.lang ?? "en", { program, region: desk.region });
      const draft = program.instruments.find(({ id }) => id === instrument.id);
      return {
        problems: problems.map(problemData),
        sections: draft === undefined ? [] : sectionsData(text, draft, words, new Map()),
      };
    },
  );

  app.post(
    "/regions/:region/agreements/:id/trial",
    {
      schema: {
        tags,
        params: AgreementParams,
        querystring: StandpointQuery,
        body: TrialBody,
        response: { 200: TrialSchema },
      },
    },
    async (request) => {
      const { desk, instrument } = found(request.params);
      const viewer = viewerIn(request, desk);
      const { text, from, back = TEN_YEARS } = request.body;
      const asked = readStandpoint({ ...request.query, back }, desk, node.now());
      const view = await node.views.of(desk, viewer);
      const { program, problems } = await checkText(desk, instrument.id, text, node.now());
      const current: TextVersion = inForce(versionsOf(desk, instrument.id), asked.asOf);
      const records = await pastRecords(node, desk, viewer, [current.program, program]);
      return tryOut(view, asked, desk.words(asked.language), {
        before: current.program,
        now: program,
        problems,
        records,
        adoptOn: dayOr(from, asked.today + 1, desk.region.timeZone),
      });
    },
  );

  function dayOr(text: string | undefined, day: number, timeZone: string): number {
    const read = text === undefined ? day : parseDated(text);
    if (typeof read !== "number") throw badRequest("/body/from", `"${text}" is no day`, "write it like 2026-12-01");
    return startOfDay(read, timeZone);
  }

  function found({ region, id }: { readonly region: string; readonly id: string }) {
    const desk = deskOf(node, region);
    const instrument = desk.program.instruments.find((each) => each.id === id);
    if (instrument === undefined) throw notFound(`The agreement "${id.slice(0, 80)}"`);
    return { desk, instrument };
  }
};
