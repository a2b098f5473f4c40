import { Transform } from "node:stream";
import { ImportQuery, ImportReportSchema, LanguageQuery, RegionParams } from "@kelisim/api";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { requires } from "../auth/roles.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { importLines } from "../desk/records/import-lines.ts";
import { linesOfStream } from "../desk/records/lines-of-stream.ts";
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
      const report = await importLines(linesOfStream(bounded(body)), {
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

/** Counts the bytes of a stream that names no length, and ends it with 413 where they are too many. */
function bounded(stream: NodeJS.ReadableStream): AsyncIterable<Uint8Array> {
  let seen = 0;
  const gate = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      seen += chunk.byteLength;
      if (seen > MOST_BYTES) done(new HttpProblem(413, "too-large", "The file is larger than this node takes at once"));
      else done(null, chunk);
    },
  });
  stream.on("error", (error) => gate.destroy(error));
  stream.on("aborted", () => gate.destroy(new HttpProblem(400, "broken-off", "The file broke off")));
  return stream.pipe(gate);
}
