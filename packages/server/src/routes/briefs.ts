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
  StaleBriefsSchema,
} from "@kelisim/api";
import { recordFigures } from "@kelisim/brief";
import { isArchived } from "@kelisim/store";
import { problemWords } from "@kelisim/words";
import type { FastifyRequest } from "fastify";
import type { Routes } from "../app.ts";
import { holds } from "../auth/roles.ts";
import { deskOf } from "../desk/asker.ts";
import { askFigure } from "../desk/briefs/ask-figure.ts";
import { briefProblem, figureData } from "../desk/briefs/bind-text.ts";
import {
  headData,
  signOffData,
  versionData,
  withdrawalData,
  withdrawalOf,
  withVersions,
} from "../desk/briefs/brief-data.ts";
import { createBriefDesk } from "../desk/briefs/brief-desk.ts";
import { choicesOf } from "../desk/briefs/choices.ts";
import { papersOf } from "../desk/briefs/papers.ts";
import { createPrinter } from "../desk/briefs/printer.ts";
import { sendBrief, soundOr422 } from "../desk/briefs/send-brief.ts";
import { languageOf } from "../http/language.ts";
import { notFound } from "../http/problem.ts";
import { briefActRoutes } from "./brief-acts.ts";

/** Papers of a body whose figures are bound to the data: versions, review and approval, printed as HTML, DOCX and PDF. */
export const briefRoutes: Routes = (app, node) => {
  const tags = ["briefs"];
  const printer = createPrinter();
  app.addHook("onClose", () => printer.close());
  const desk = createBriefDesk(app, node);
  const { answer, asked, audited, bind, found, names, sourcesFor, textOf } = desk;
  briefActRoutes(app, desk);

  app.get(
    "/regions/:region/briefs",
    { schema: { tags, params: RegionParams, response: { 200: BriefsSchema } } },
    async (request) => {
      const { desk: of, viewer, briefs } = asked(request, request.params.region);
      // Whoever sees the list opens one next, and it is shown as it prints.
      printer.ready();
      const nameOf = await names();
      const own = viewer.body === "" ? [] : await briefs.list();
      return {
        briefs: own.map((brief) => headData(brief, nameOf)),
        papers: (await papersOf(of)).map(({ id, title, language }) => ({ id, title, language })),
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
      for (const { id, versions } of own.filter((brief) => !isArchived(brief))) {
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
      const { from, sources } = await sourcesFor(request, request.params.region);
      const told = await askFigure(line, from(lang), sources, printer);
      const { problem } = told;
      if (problem === undefined) return told;
      const mend = problem.mend === undefined ? {} : { mend: problemWords(lang, problem.mend) };
      return { problem: { message: problemWords(lang, problem.message), ...mend } };
    },
  );

  app.get(
    "/regions/:region/briefs/:brief",
    { schema: { tags, params: BriefParams, response: { 200: BriefSchema } } },
    async (request, reply) => {
      return answer(reply, await found(request, request.params));
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
      const withdrawal = withdrawalOf(all.brief, number);
      return {
        id,
        version: versionData(versions[number - 1]!, nameOf),
        signOffs: signOffs.filter((sign) => sign.number === number).map((sign) => signOffData(sign, nameOf)),
        ...(withdrawal === undefined ? {} : { withdrawal: withdrawalData(withdrawal, nameOf) }),
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
