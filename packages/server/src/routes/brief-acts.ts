import {
  ArchiveBriefBody,
  BriefParams,
  BriefSchema,
  RegionParams,
  SaveBriefBody,
  SignBriefBody,
  WithdrawBriefBody,
} from "@kelisim/api";
import { isArchived, type KeptBrief } from "@kelisim/store";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { App } from "../app.ts";
import { holds, requires } from "../auth/roles.ts";
import type { BoundText } from "../desk/briefs/bind-text.ts";
import { frozenFigures, isApproved, mayDelete, standing, withdrawalOf, wroteOn } from "../desk/briefs/brief-data.ts";
import { type BriefDesk, doneOrThrow } from "../desk/briefs/brief-desk.ts";
import { soundOr422 } from "../desk/briefs/send-brief.ts";
import { requireVersion } from "../http/entity-tag.ts";
import { conflict, forbidden, notFound } from "../http/problem.ts";

/** What is done with briefs: saved, reviewed, approved, withdrawn, put away and brought back, deleted. Each act names what was read. */
export function briefActRoutes(app: App, { answer, asked, audited, bind, found, fourEyes, textOf }: BriefDesk): void {
  const tags = ["briefs"];
  const drafter = { preHandler: requires("drafter") };
  const releaser = { preHandler: requires("releaser") };
  const seen = async (request: FastifyRequest, params: { region: string; brief: string }) => {
    const all = await found(request, params);
    requireVersion(request, standing(all.brief));
    return all;
  };

  app.post(
    "/regions/:region/briefs",
    { ...drafter, schema: { tags, params: RegionParams, body: SaveBriefBody, response: { 201: BriefSchema } } },
    async (request, reply) => {
      const all = asked(request, request.params.region);
      const { text, note } = request.body;
      const { bound } = await bind(request, request.params.region, text);
      const brief = await all.briefs.create(versionOf(bound, text, note), all.viewer.person);
      await audited(all.viewer, "brief.create", brief.id, { note });
      return reply.code(201).send(await answer(reply, { ...all, brief }, text));
    },
  );

  app.put(
    "/regions/:region/briefs/:brief",
    { ...drafter, schema: { tags, params: BriefParams, body: SaveBriefBody, response: { 200: BriefSchema } } },
    async (request, reply) => {
      const all = await seen(request, request.params);
      const { briefs, viewer } = all;
      notAway(all.brief);
      const { text, note } = request.body;
      const { bound } = await bind(request, request.params.region, text);
      const version = versionOf(bound, text, note);
      const saved = await briefs.save(all.brief.id, version, all.brief.versions.length, viewer.person);
      const brief = doneOrThrow(saved, () => conflict("This version is there already."));
      await audited(viewer, "brief.version", brief.id, { version: brief.versions.length, note });
      return answer(reply, { ...all, brief }, text);
    },
  );

  app.post(
    "/regions/:region/briefs/:brief/sign",
    { ...drafter, schema: { tags, params: BriefParams, body: SignBriefBody, response: { 200: BriefSchema } } },
    async (request, reply) => {
      const all = await seen(request, request.params);
      const { briefs, viewer } = all;
      const { act, note } = request.body;
      const number = all.brief.versions.length;
      notAway(all.brief);
      if (withdrawalOf(all.brief, number) !== undefined)
        throw conflict("This version was withdrawn. Save a new version first.");
      if (act === "approved") {
        if (!holds(viewer.roles, "releaser"))
          throw forbidden('To approve a brief needs the role "releaser" at the body you speak as.');
        if ((await fourEyes()) && wroteOn(all.brief, viewer.person))
          throw forbidden("This node asks that another person than those who wrote a brief approves it.");
        const { text } = await textOf(all);
        soundOr422(await bind(request, request.params.region, text));
      }
      const sign = { number, act, ...(note === undefined || note === "" ? {} : { note }) };
      const done = await briefs.signOff(all.brief.id, sign, viewer.person);
      const brief = doneOrThrow(done, () => conflict(`You have ${act} this version already.`));
      await audited(viewer, `brief.${act}`, brief.id, sign);
      return answer(reply, { ...all, brief });
    },
  );

  app.post(
    "/regions/:region/briefs/:brief/withdraw",
    { ...releaser, schema: { tags, params: BriefParams, body: WithdrawBriefBody, response: { 200: BriefSchema } } },
    async (request, reply) => {
      const all = await seen(request, request.params);
      const { number } = request.body;
      const reason = request.body.reason.trim();
      if (number > all.brief.versions.length) throw notFound("This version");
      if (!isApproved(all.brief, number))
        throw conflict("Nobody has approved this version: there is nothing to withdraw.");
      const done = await all.briefs.withdraw(all.brief.id, number, reason, all.viewer.person);
      const brief = doneOrThrow(done, () => conflict("This version was withdrawn before."));
      await audited(all.viewer, "brief.withdrawn", brief.id, { version: number, reason });
      return answer(reply, { ...all, brief });
    },
  );

  app.post(
    "/regions/:region/briefs/:brief/archive",
    { ...drafter, schema: { tags, params: BriefParams, body: ArchiveBriefBody, response: { 200: BriefSchema } } },
    async (request, reply) => {
      const all = await seen(request, request.params);
      const { away } = request.body;
      const done = await all.briefs.archive(all.brief.id, away, all.viewer.person);
      const brief = doneOrThrow(done, () =>
        conflict(away ? "This brief is in the archive already." : "This brief is not in the archive."),
      );
      await audited(all.viewer, away ? "brief.archived" : "brief.restored", brief.id, {});
      return answer(reply, { ...all, brief });
    },
  );

  app.delete(
    "/regions/:region/briefs/:brief",
    { ...drafter, schema: { tags, params: BriefParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { brief, briefs, viewer } = await seen(request, request.params);
      if (brief.signOffs.length > 0) throw signed();
      if (!mayDelete(brief, viewer))
        throw forbidden("A draft is deleted by somebody who wrote on it, or by a releaser of the body.");
      const { kind } = await briefs.remove(brief.id);
      if (kind === "absent") throw notFound("This brief");
      if (kind === "signed") throw signed();
      await audited(viewer, "brief.removed", brief.id, { versions: brief.versions.length });
      return reply.code(204).send(null);
    },
  );
}

const signed = () =>
  conflict("Somebody has reviewed or approved a version of this brief: it can be put into the archive, not deleted.");

function notAway(brief: KeptBrief): void {
  if (isArchived(brief)) throw conflict("This brief is in the archive. Bring it back first.");
}

const versionOf = (bound: BoundText["bound"], text: string, note: string) => ({
  title: bound.front.title === "" ? "\u2013" : bound.front.title,
  note,
  text,
  figures: frozenFigures(bound),
});
