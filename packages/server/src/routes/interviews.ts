import {
  InterviewImportQuery,
  InterviewImportSchema,
  InterviewParams,
  InterviewsQuery,
  InterviewsSchema,
  RegionParams,
} from "@kelisim/api";
import { CODED_INTERVIEW } from "@kelisim/store";
import { csv } from "@kelisim/words";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { holds, requires } from "../auth/roles.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { interviewsAnswer } from "../desk/evidence/interviews/answer.ts";
import { interviewRows } from "../desk/evidence/interviews/file.ts";
import { importInterviews } from "../desk/evidence/interviews/import.ts";
import { retentionDays } from "../desk/node/retention.ts";
import { bounded } from "../http/bounded.ts";
import { HttpProblem, notFound } from "../http/problem.ts";

const MOST_BYTES = 16 * 1024 * 1024;

/** Interviews that a body has coded, without identities. Each body has its own, and sees no other. */
export const interviewRoutes: Routes = (app, node) => {
  const tags = ["evidence"];
  const { audit } = node.store.system;
  // A file with an identity in it is refused as a whole and leaves no trace: it is never written anywhere.
  app.addContentTypeParser("text/csv", (_request, payload, done) => done(null, payload));

  app.get(
    "/regions/:region/evidence/interviews",
    { schema: { tags, params: RegionParams, querystring: InterviewsQuery, response: { 200: InterviewsSchema } } },
    async (request) => {
      const { desk, by, mayAdd, kept } = await keptOf(request, request.params.region);
      const words = desk.words(request.query.lang ?? "en");
      const keptDays = (await retentionDays(node))[CODED_INTERVIEW];
      const of = { mayAdd, by, ...(keptDays === undefined ? {} : { keptDays }) };
      return interviewsAnswer(kept, request.query, words, of);
    },
  );

  app.get(
    "/regions/:region/evidence/interviews.csv",
    {
      schema: {
        tags,
        description: "The interviews of the own body in the form in which they are taken in.",
        params: RegionParams,
        querystring: InterviewsQuery,
        produces: ["text/csv"],
        response: { 200: Type.Any() },
      },
    },
    async (request, reply) => {
      const { desk, by, mayAdd, kept } = await keptOf(request, request.params.region);
      const { interviews } = interviewsAnswer(kept, request.query, desk.words("en"), { mayAdd, by });
      const { columns, rows } = interviewRows(interviews);
      await note(request, "interviews.export", { interviews: interviews.length });
      return reply
        .type("text/csv; charset=utf-8; header=present")
        .header("content-disposition", `attachment; filename="${desk.id}-interviews.csv"`)
        .serializer((payload: unknown) => payload as string)
        .send(`\uFEFF${csv(columns, rows)}`);
    },
  );

  app.post(
    "/regions/:region/evidence/interviews",
    {
      preHandler: requires("drafter"),
      bodyLimit: MOST_BYTES,
      schema: {
        tags,
        description: "Coded interviews as text/csv, looked at with dry=1. With one refused line nothing is taken.",
        consumes: ["text/csv"],
        params: RegionParams,
        querystring: InterviewImportQuery,
        response: { 200: InterviewImportSchema },
      },
    },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const viewer = viewerIn(request, desk);
      const { dry, lang } = request.query;
      const body = request.body as NodeJS.ReadableStream | undefined;
      if (body === undefined || typeof body.pipe !== "function")
        throw new HttpProblem(415, "media-type", "A file of coded interviews is sent as text/csv");
      const report = await importInterviews(await textOf(body), {
        interviews: node.store.as(viewer).interviews,
        countries: new Set(desk.region.parties.map(({ id }) => id)),
        language: lang ?? "en",
        by: viewer.person,
        dry: dry === "1",
      });
      if (report.taken > 0) await note(request, "interviews.add", { interviews: report.taken });
      return report;
    },
  );

  app.delete(
    "/regions/:region/evidence/interviews/:interview",
    {
      preHandler: requires("drafter"),
      schema: {
        tags,
        description: "Erases one interview for ever, its key too.",
        params: InterviewParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const desk = deskOf(node, request.params.region);
      const removed = await node.store.as(viewerIn(request, desk)).interviews.remove(request.params.interview);
      if (removed.kind === "absent") throw notFound("This interview");
      await note(request, "interviews.erase", { interviews: 1 });
      return reply.code(204).send(null);
    },
  );

  async function keptOf(request: FastifyRequest, region: string) {
    const desk = deskOf(node, region);
    const viewer = viewerIn(request, desk);
    const speaks = viewer.party !== "";
    return {
      desk,
      by: speaks ? `${viewer.party}/${viewer.body}` : "",
      mayAdd: speaks && holds(viewer.roles, "drafter"),
      kept: speaks ? await node.store.as(viewer).interviews.list() : [],
    };
  }

  async function note(request: FastifyRequest, action: string, detail: Readonly<Record<string, number>>) {
    const desk = deskOf(node, (request.params as { readonly region: string }).region);
    const { person, region, party, body } = viewerIn(request, desk);
    await audit.append([{ person, region, party, body, action, detail }]);
  }
};

/** A body as text. Throws 413 for too many bytes and 400 where it is no UTF-8. */
async function textOf(body: NodeJS.ReadableStream): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of bounded(body, MOST_BYTES)) parts.push(part);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new HttpProblem(400, "wrong-input", "The file is not UTF-8", {
      detail: "Save it as CSV in UTF-8 and send it again.",
    });
  }
}
