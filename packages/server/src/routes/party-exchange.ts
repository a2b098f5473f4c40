import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { ExportFileQuery, ExportParams, PartyExportSchema, PartyImportSchema, PlaceSchema } from "@kelisim/api";
import { ExportDamaged, type ExportManifest } from "@kelisim/store";
import type { FastifyRequest } from "fastify";
import type { Routes } from "../app.ts";
import { administers } from "../auth/administers.ts";
import { holds, requires } from "../auth/roles.ts";
import { createPartyExports, exportData, namesIn, type PartyExports } from "../desk/node/party-exports.ts";
import { ArchiveRefused, unzipInto, zipFolder } from "../desk/node/zip.ts";
import { badRequest, forbidden, HttpProblem, notFound } from "../http/problem.ts";

/** An archive that is sent in, and what it unpacks to. More is moved with `kelisim node import`. */
const MOST_SENT = 512 * 1024 * 1024;
const MOST_UNPACKED = 4 * 1024 * 1024 * 1024;
const PROBLEMS = 50;

/** Everything a party owns as files, out and in again. */
export const partyExchangeRoutes: Routes = (app, node) => {
  const tags = ["export of a party"];
  const administrator = { preHandler: requires("administrator") };
  const { audit } = node.store.system;
  let made: Promise<PartyExports> | undefined;
  const exports = () => {
    made ??= createPartyExports(node.store, node.settings.dataFolder, node.now);
    return made;
  };
  // Whatever an earlier run left in the clear goes at the start.
  app.addHook("onReady", async () => void (await exports()));
  app.addHook("onClose", async () => (await made)?.close());
  app.addContentTypeParser("application/zip", (_request, payload, done) => done(null, payload));

  const held = async (request: FastifyRequest, id: string) => {
    const found = (await exports()).find(id, request.signedIn!.person.id);
    if (found === undefined) throw notFound("This export");
    return found;
  };

  app.post(
    "/node/exports",
    { ...administrator, schema: { tags, body: PlaceSchema, response: { 201: PartyExportSchema } } },
    async (request, reply) => {
      const { region, party } = request.body;
      if (!node.desks.has(region)) throw badRequest("/body/region", `this node serves no region "${region}"`);
      // The files hold the party's records in the clear: administering the node is not enough.
      const own = request.viewers.some(
        (viewer) => viewer.region === region && viewer.party === party && holds(viewer.roles, "administrator"),
      );
      if (!own) throw forbidden(`Only an administrator at a body of ${party} takes its records away.`);
      const person = request.signedIn!.person.id;
      const result = await (await exports()).make({ region, party }, person);
      const lines = Object.fromEntries(result.manifest.files.map(({ name, lines }) => [name, lines]));
      await audit.append([{ person, region, party, action: "party.export", about: result.id, detail: { lines } }]);
      return reply.code(201).send(exportData(result));
    },
  );

  app.get(
    "/node/exports/:id/archive.zip",
    { ...administrator, schema: { tags, params: ExportParams } },
    async (request, reply) => {
      const { folder, manifest } = await held(request, request.params.id);
      const name = `${manifest.region}-${manifest.party}-${manifest.at.slice(0, 10)}.zip`;
      return reply
        .type("application/zip")
        .header("cache-control", "no-store")
        .header("content-disposition", `attachment; filename="${name}"`)
        .send(zipFolder(folder, namesIn(manifest)));
    },
  );

  app.get(
    "/node/exports/:id/file",
    { ...administrator, schema: { tags, params: ExportParams, querystring: ExportFileQuery } },
    async (request, reply) => {
      const { folder, manifest } = await held(request, request.params.id);
      const { name } = request.query;
      if (!namesIn(manifest).includes(name)) throw notFound(`The file "${name.slice(0, 80)}"`);
      return reply
        .type("application/octet-stream")
        .header("cache-control", "no-store")
        .header("content-disposition", `attachment; filename="${name.replace("/", "-")}"`)
        .send(createReadStream(join(folder, name)));
    },
  );

  app.post(
    "/node/imports",
    { ...administrator, bodyLimit: MOST_SENT, schema: { tags, response: { 200: PartyImportSchema } } },
    async (request) => {
      const { body } = request;
      if (!(body instanceof Readable))
        throw new HttpProblem(415, "media-type", "The node does not read this kind of content", {
          detail: "Send the archive of an export with content type application/zip.",
        });
      const folder = join(node.settings.dataFolder, "exports", randomUUID());
      await mkdir(folder, { recursive: true, mode: 0o700 });
      try {
        await unzipInto(bounded(body), folder, MOST_UNPACKED);
        const { region, party } = await placeIn(folder);
        if (!node.desks.has(region))
          throw badRequest("/body", `is of the region "${region}", which this node does not serve`);
        const mine = await administers(request, node.store);
        if (!mine({ region, party })) throw forbidden(`Records of ${party} are not yours to bring in.`);
        const person = request.signedIn!.person.id;
        const report = await node.store.system.importParty(folder, person);
        const counts = {
          taken: report.taken,
          repeated: report.repeated,
          erased: report.erased.length,
          drafts: report.drafts,
          refused: report.problems.length,
        };
        await audit.append([{ person, region, party, action: "party.import", detail: counts }]);
        const problems = report.problems.slice(0, PROBLEMS).map(({ message, file, line, mend }) => ({
          message,
          ...(file === undefined ? {} : { file }),
          ...(line === undefined ? {} : { line }),
          ...(mend === undefined ? {} : { mend }),
        }));
        return { region, party, ...counts, problems };
      } catch (error) {
        if (error instanceof ArchiveRefused || error instanceof ExportDamaged) throw badRequest("/body", error.message);
        // A line that is no JSON though the manifest vouches for its file: it was made by hand.
        if (error instanceof SyntaxError) throw badRequest("/body", `holds a line that is no JSON: ${error.message}`);
        throw error;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
};

/** Ends an upload that is longer than the node takes, also where it does not say its length. */
async function* bounded(body: Readable): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const part of body) {
    length += (part as Uint8Array).length;
    if (length > MOST_SENT) throw new HttpProblem(413, "too-large", "The archive is larger than this node takes");
    yield part as Uint8Array;
  }
}

/** Of which party an unpacked export is; the files are compared with the manifest when they are taken in. */
async function placeIn(folder: string): Promise<Pick<ExportManifest, "region" | "party">> {
  try {
    const { region, party } = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
    if (typeof region === "string" && typeof party === "string") return { region, party };
  } catch {
    // Said below, like a manifest that names nobody.
  }
  throw badRequest(
    "/body",
    "holds a manifest.json that names no region and party",
    "send an archive that Kelisim made",
  );
}
