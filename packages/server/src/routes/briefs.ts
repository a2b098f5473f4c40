import {
  AskedFigureSchema,
  AskFigureBody,
  BindBriefBody,
  BoundBriefSchema,
  BriefChoicesSchema,
  BriefFileParams,
  BriefParams,
  BriefSchema,
  BriefsSchema,
  BriefVersionParams,
  FrozenVersionSchema,
  PaperFileParams,
  PaperParams,
  PaperSchema,
  RecordBriefBody,
  RecordedBriefSchema,
  RegionParams,
  SaveBriefBody,
  SignBriefBody,
  StaleBriefsSchema,
} from "@kelisim/api";
import { recordFigures } from "@kelisim/brief";
import type { KeptBrief } from "@kelisim/store";
import { problemWords } from "@kelisim/words";
import type { FastifyRequest } from "fastify";
import type { Routes } from "../app.ts";
import { holds, requires } from "../auth/roles.ts";
import type { Viewer } from "../context.ts";
import { deskOf, viewerIn, viewFor } from "../desk/asker.ts";
import { askFigure } from "../desk/briefs/ask-figure.ts";
import { type BoundText, bindText, briefProblem, figureData } from "../desk/briefs/bind-text.ts";
import {
  briefData,
  frozenFigures,
  headData,
  type NameOf,
  signOffData,
  versionData,
  withVersions,
  wroteOn,
} from "../desk/briefs/brief-data.ts";
import { choicesOf } from "../desk/briefs/choices.ts";
import { figureSourcesOf } from "../desk/briefs/figure-sources.ts";
import { papersOf } from "../desk/briefs/papers.ts";
import { createPrinter } from "../desk/briefs/printer.ts";
import { sendBrief, soundOr422 } from "../desk/briefs/send-brief.ts";
import { requireVersion, withVersion } from "../http/entity-tag.ts";
import { languageOf } from "../http/language.ts";
import { conflict, forbidden, HttpProblem, notFound } from "../http/problem.ts";
import { remember } from "../observatory/remember.ts";

/** Papers of a body whose figures are bound to the data: versions, review and approval, printed as HTML, DOCX and PDF. */
export const briefRoutes: Routes = (app, node) => {
  const tags = ["briefs"];
  const { audit, settings } = node.store.system;
  const drafter = { preHandler: requires("drafter") };
  const once = remember();
  const printer = createPrinter();
  app.addHook("onClose", () => printer.close());

  const names = async (): Promise<NameOf> => {
    const people = new Map((await (await app.login()).persons()).map(({ id, name }) => [id, name]));
    return (person) => people.get(person) ?? person;
  };
  const fourEyes = async () => (await settings.get("four_eyes")) === true;
  const bind = async (request: FastifyRequest, region: string, text: string): Promise<BoundText> => {
    const view = await viewFor(node, request, region);
    return bindText(text, (language) => figureSourcesOf(node, once, view, language), view.desk.region.sources);
  };
  const asked = (request: FastifyRequest, region: string) => {
    const desk = deskOf(node, region);
    const viewer = viewerIn(request, desk);
    return { desk, viewer, briefs: node.store.as(viewer).briefs };
  };
  const found = async (request: FastifyRequest, { region, brief: id }: { region: string; brief: string }) => {
    const all = asked(request, region);
    const brief = await all.briefs.get(id);
    if (brief === undefined) throw notFound("This brief");
    return { ...all, brief };
  };
  const textOf = async ({ briefs, brief }: Awaited<ReturnType<typeof found>>, number = brief.versions.length) => {
    const text = await briefs.text(brief.id, number);
    if (text === undefined) throw notFound("This version");
    return text;
  };
  const audited = async ({ person, region, party, body }: Viewer, action: string, about: string, detail: object) =>
    audit.append([{ person, region, party, body, action, about, detail: { ...detail } }]);
  const answer = async (brief: KeptBrief, text: string, viewer: Viewer) =>
    briefData(brief, text, await names(), viewer, await fourEyes());

  app.get(
    "/regions/:region/briefs",
    { schema: { tags, params: RegionParams, response: { 200: BriefsSchema } } },
    async (request) => {
      const { desk, viewer, briefs } = asked(request, request.params.region);
      const nameOf = await names();
      const own = viewer.body === "" ? [] : await briefs.list();
      return {
        briefs: own.map((brief) => headData(brief, nameOf)),
        papers: (await papersOf(desk)).map(({ id, title, language }) => ({ id, title, language })),
        mayWrite: holds(viewer.roles, "drafter"),
      };
    },
  );

  app.get(
    "/regions/:region/briefs/stale",
    { schema: { tags, params: RegionParams, response: { 200: StaleBriefsSchema } } },
    async (request) => {
      const { region } = request.params;
      const { viewer, briefs } = asked(request, region);
      const own = viewer.body === "" ? [] : await briefs.list();
      const counted = [];
      for (const { id, versions } of own) {
        const text = await briefs.text(id, versions.length);
        if (text === undefined) continue;
        const { bound, problems } = await bind(request, region, text.text);
        const stale = bound.figures.filter(({ state }) => state === "stale").length;
        counted.push({ id, stale, errors: problems.filter(({ severity }) => severity === "error").length });
      }
      return { briefs: counted };
    },
  );

  app.get(
    "/regions/:region/briefs/choices",
    { schema: { tags, params: RegionParams, response: { 200: BriefChoicesSchema } } },
    async (request) => choicesOf(deskOf(node, request.params.region).region, node.holdings),
  );

  app.post(
    "/regions/:region/briefs/bind",
    { schema: { tags, params: RegionParams, body: BindBriefBody, response: { 200: BoundBriefSchema } } },
    async (request) => {
      const { bound, problems, sound } = await bind(request, request.params.region, request.body.text);
      const printed = sound ? await printer.print(bound, "html") : undefined;
      return {
        title: bound.front.title,
        language: bound.front.language,
        figures: bound.figures.map(figureData),
        problems: problems.map((problem) => briefProblem(problem, languageOf(request))),
        ...(printed === undefined || "problems" in printed ? {} : { html: printed.file.toString() }),
      };
    },
  );

  app.post(
    "/regions/:region/briefs/record",
    { schema: { tags, params: RegionParams, body: RecordBriefBody, response: { 200: RecordedBriefSchema } } },
    async (request) => {
      const { text, figures } = request.body;
      const { bound } = await bind(request, request.params.region, text);
      const wanted = bound.figures.filter((_, at) => figures === undefined || figures.includes(at));
      // What could not be worked out keeps what it has.
      return {
        text: recordFigures(
          text,
          wanted.filter(({ figure }) => figure.method.id !== ""),
        ),
      };
    },
  );

  app.post(
    "/regions/:region/briefs/ask",
    { schema: { tags, params: RegionParams, body: AskFigureBody, response: { 200: AskedFigureSchema } } },
    async (request) => {
      const { asked: line, lang = "en" } = request.body;
      const view = await viewFor(node, request, request.params.region);
      const told = await askFigure(line, figureSourcesOf(node, once, view, lang), view.desk.region.sources, printer);
      const { problem } = told;
      if (problem === undefined) return told;
      const mend = problem.mend === undefined ? {} : { mend: problemWords(lang, problem.mend) };
      return { problem: { message: problemWords(lang, problem.message), ...mend } };
    },
  );

  app.post(
    "/regions/:region/briefs",
    { ...drafter, schema: { tags, params: RegionParams, body: SaveBriefBody, response: { 201: BriefSchema } } },
    async (request, reply) => {
      const { viewer, briefs } = asked(request, request.params.region);
      const { text, note } = request.body;
      const { bound } = await bind(request, request.params.region, text);
      const brief = await briefs.create(versionOf(bound, text, note), viewer.person);
      await audited(viewer, "brief.create", brief.id, { note });
      withVersion(reply, 1);
      return reply.code(201).send(await answer(brief, text, viewer));
    },
  );

  app.get(
    "/regions/:region/briefs/:brief",
    { schema: { tags, params: BriefParams, response: { 200: BriefSchema } } },
    async (request, reply) => {
      const all = await found(request, request.params);
      const { text } = await textOf(all);
      withVersion(reply, `${all.brief.versions.length}.${all.brief.signOffs.length}`);
      return answer(all.brief, text, all.viewer);
    },
  );

  app.put(
    "/regions/:region/briefs/:brief",
    { ...drafter, schema: { tags, params: BriefParams, body: SaveBriefBody, response: { 200: BriefSchema } } },
    async (request, reply) => {
      const { brief, briefs, viewer } = await found(request, request.params);
      requireVersion(request, `${brief.versions.length}.${brief.signOffs.length}`);
      const { text, note } = request.body;
      const { bound } = await bind(request, request.params.region, text);
      const saved = await briefs.save(brief.id, versionOf(bound, text, note), brief.versions.length, viewer.person);
      if (saved.kind === "absent") throw notFound("This brief");
      if (saved.kind === "changed") throw changed();
      await audited(viewer, "brief.version", brief.id, { version: saved.brief.versions.length, note });
      withVersion(reply, `${saved.brief.versions.length}.${saved.brief.signOffs.length}`);
      return answer(saved.brief, text, viewer);
    },
  );

  app.post(
    "/regions/:region/briefs/:brief/sign",
    { ...drafter, schema: { tags, params: BriefParams, body: SignBriefBody, response: { 200: BriefSchema } } },
    async (request, reply) => {
      const all = await found(request, request.params);
      const { brief, briefs, viewer } = all;
      const { act, note } = request.body;
      requireVersion(request, `${brief.versions.length}.${brief.signOffs.length}`);
      if (act === "approved") {
        if (!holds(viewer.roles, "releaser"))
          throw forbidden('To approve a brief needs the role "releaser" at the body you speak as.');
        if ((await fourEyes()) && wroteOn(brief, viewer.person))
          throw forbidden("This node asks that another person than those who wrote a brief approves it.");
        const { text } = await textOf(all);
        soundOr422(await bind(request, request.params.region, text));
      }
      const sign = { number: brief.versions.length, act, ...(note === undefined || note === "" ? {} : { note }) };
      const done = await briefs.signOff(brief.id, sign, viewer.person);
      if (done.kind === "absent") throw notFound("This brief");
      if (done.kind === "changed") throw changed();
      if (done.kind === "already") throw conflict(`You have ${act} this version already.`);
      await audited(viewer, `brief.${act}`, brief.id, sign);
      withVersion(reply, `${done.brief.versions.length}.${done.brief.signOffs.length}`);
      return answer(done.brief, (await textOf(all)).text, viewer);
    },
  );

  app.get(
    "/regions/:region/briefs/:brief/versions/:number",
    { schema: { tags, params: BriefVersionParams, response: { 200: FrozenVersionSchema } } },
    async (request) => {
      const all = await found(request, request.params);
      const { number } = request.params;
      const { text, figures } = await textOf(all, number);
      const nameOf = await names();
      const { id, versions, signOffs } = all.brief;
      return {
        id,
        version: versionData(versions[number - 1]!, nameOf),
        signOffs: signOffs.filter((sign) => sign.number === number).map((sign) => signOffData(sign, nameOf)),
        text,
        figures: figures.map(({ inputs, ...figure }) => ({ ...figure, inputs: inputs.map((input) => ({ ...input })) })),
      };
    },
  );

  app.get(
    "/regions/:region/briefs/:brief/versions/:number/file.:format",
    { schema: { tags, params: BriefFileParams } },
    async (request, reply) => {
      const all = await found(request, request.params);
      const { region, number, format } = request.params;
      const { text } = await textOf(all, number);
      const { bound } = soundOr422(await bind(request, region, text));
      const printed = await printer.print(withVersions(bound, all.brief, number, await names()), format);
      await audited(all.viewer, "brief.file", all.brief.id, { version: number, format });
      return sendBrief(reply, printed, format, `${bound.front.title} v${number}`);
    },
  );

  const paperOf = async (request: FastifyRequest, { region, paper: id }: { region: string; paper: string }) => {
    const paper = (await papersOf(asked(request, region).desk)).find((each) => each.id === id);
    if (paper === undefined) throw notFound("This paper");
    return paper;
  };

  app.get(
    "/regions/:region/papers/:paper",
    { schema: { tags, params: PaperParams, response: { 200: PaperSchema } } },
    async (request) => paperOf(request, request.params),
  );

  app.get(
    "/regions/:region/papers/:paper/file.:format",
    { schema: { tags, params: PaperFileParams } },
    async (request, reply) => {
      const { region, format } = request.params;
      const { text, title } = await paperOf(request, request.params);
      const { bound } = soundOr422(await bind(request, region, text));
      return sendBrief(reply, await printer.print(bound, format), format, title);
    },
  );
};

const changed = () =>
  new HttpProblem(412, "changed", "This was changed meanwhile", { detail: "Read it again, then decide." });

const versionOf = (bound: BoundText["bound"], text: string, note: string) => ({
  title: bound.front.title === "" ? "\u2013" : bound.front.title,
  note,
  text,
  figures: frozenFigures(bound),
});
