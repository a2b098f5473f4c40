import { ImportQuery, ImportReportSchema, LanguageQuery, RegionParams } from "@kelisim/api";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { requires } from "../auth/roles.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { importLines } from "../desk/records/import-lines.ts";
import { linesOfStream } from "../desk/records/lines-of-stream.ts";
import { bounded } from "../http/bounded.ts";
import { forbidden, HttpProblem } from "../http/problem.ts";

/** The largest file taken at once; a larger one is sent in parts. */
const MOST_BYTES = 512 * 1024 * 1024;

const Query = Type.Object({
  ...ImportQuery.properties,
  ...LanguageQuery.properties,
});

/** Files of records, streamed: looked at first, then taken. */
export const importRoutes: Routes = (app, node) => {
  const { audit, settings } = node.store.system;
  // The body is not read before the route asks for it: a file of any size passes through a few buffers.
  app.addContentTypeParser(["application/jsonl", "application/x-ndjson"], (_request, payload, done) =>
    done(null, payload),
  );

  app.post(
    "/regions/:region/imports",
    {
      preHandler: requires("releaser"),
      bodyLimit: MOST_BYTES,
      schema: {
        tags: ["records"],
        description: "JSON Lines, one record a line, as application/jsonl.",
        consumes: ["application/jsonl"],
        params: RegionParams,
        querystring: Query,
        response: { 200: ImportReportSchema },
      },
    },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const viewer = viewerIn(request, desk);
      const { dry, file, lang } = request.query;
      if (dry === undefined && (await settings.get("four_eyes")) === true)
        throw forbidden(
          "This node asks for four eyes: a file is looked at here, and its records are released as drafts.",
        );
      const body = request.body as NodeJS.ReadableStream | undefined;
      if (body === undefined || typeof body.pipe !== "function")
        throw new HttpProblem(415, "media-type", "A file of records is sent as application/jsonl");
      const report = await importLines(linesOfStream(bounded(body, MOST_BYTES)), {
        desk,
        store: node.store.as(viewer),
        words: desk.words(lang ?? "en"),
        now: node.now(),
        dry: dry === "1",
        ...(file === undefined ? {} : { file }),
      });
      const { person, region, party, body: agency } = viewer;
      const { taken, repeated, refused, lines } = report;
      if (!report.dry) {
        await node.views.grow();
        await audit.append([
          {
            person,
            region,
            party,
            body: agency,
            action: "records.import",
            ...(file === undefined ? {} : { about: file }),
            detail: { lines, taken, repeated, refused },
          },
        ]);
      }
      return report;
    },
  );
};
