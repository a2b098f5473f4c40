import {
  AdoptBody,
  AgreementDraftBody,
  AgreementDraftSchema,
  AgreementDraftsSchema,
  AgreementParams,
  AgreementVersionSchema,
} from "@kelisim/api";
import { parseDated } from "@kelisim/model";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { requires } from "../auth/roles.ts";
import type { Viewer } from "../context.ts";
import { checkText } from "../desk/agreements/check-text.ts";
import { recordDecision } from "../desk/agreements/decisions.ts";
import { AGREEMENT_DRAFT, agreementDraft, agreementDrafts, draftData } from "../desk/agreements/drafts.ts";
import { serveAdopted, versionData, versionsOf } from "../desk/agreements/versions.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { changedMeanwhile, requireVersion, withVersion } from "../http/entity-tag.ts";
import { badRequest, conflict, forbidden, HttpProblem, notFound } from "../http/problem.ts";
import { entered } from "../http/wrong-entry.ts";

const DraftParams = Type.Object({ ...AgreementParams.properties, draft: Type.String({ maxLength: 80 }) });

/** Texts being written by a body, and the decision by which one of them comes to apply. */
export const agreementDraftRoutes: Routes = (app, node) => {
  const tags = ["agreement drafts"];
  const drafter = { preHandler: requires("drafter") };
  const { audit, settings } = node.store.system;

  app.get(
    "/regions/:region/agreements/:id/drafts",
    { ...drafter, schema: { tags, params: AgreementParams, response: { 200: AgreementDraftsSchema } } },
    async (request) => {
      const { desk, id } = found(request.params);
      return { drafts: [...(await agreementDrafts(node.store.as(viewerIn(request, desk)), id))] };
    },
  );

  app.get(
    "/regions/:region/agreements/:id/drafts/:draft",
    { ...drafter, schema: { tags, params: DraftParams, response: { 200: AgreementDraftSchema } } },
    async (request, reply) => {
      const { desk, id } = found(request.params);
      const draft = await agreementDraft(node.store.as(viewerIn(request, desk)), id, request.params.draft);
      if (draft === undefined) throw notFound("This draft");
      withVersion(reply, draft.version);
      return draft;
    },
  );

  app.post(
    "/regions/:region/agreements/:id/drafts",
    {
      ...drafter,
      schema: { tags, params: AgreementParams, body: AgreementDraftBody, response: { 201: AgreementDraftSchema } },
    },
    async (request, reply) => {
      const { desk, id } = found(request.params);
      const viewer = viewerIn(request, desk);
      const { title, text, base = "region" } = request.body;
      const result = await node.store
        .as(viewer)
        .drafts.save(
          { kind: AGREEMENT_DRAFT, title, record: { instrument: id, text }, context: { base } },
          viewer.person,
        );
      if (result.kind !== "saved") throw notFound("This draft");
      await audited(viewer, "agreement.draft", result.draft.id, { instrument: id });
      withVersion(reply, result.draft.version);
      return reply.code(201).send(draftData(result.draft));
    },
  );

  app.put(
    "/regions/:region/agreements/:id/drafts/:draft",
    {
      ...drafter,
      schema: { tags, params: DraftParams, body: AgreementDraftBody, response: { 200: AgreementDraftSchema } },
    },
    async (request, reply) => {
      const { desk, id } = found(request.params);
      const viewer = viewerIn(request, desk);
      const store = node.store.as(viewer);
      const known = await agreementDraft(store, id, request.params.draft);
      if (known === undefined) throw notFound("This draft");
      requireVersion(request, known.version);
      const { title, text, base = known.base } = request.body;
      const result = await store.drafts.save(
        {
          id: known.id,
          kind: AGREEMENT_DRAFT,
          title,
          record: { instrument: id, text },
          context: { base },
          version: known.version,
        },
        viewer.person,
      );
      if (result.kind === "absent") throw notFound("This draft");
      // Somebody saved between the look and the write.
      if (result.kind === "changed") throw changedMeanwhile();
      withVersion(reply, result.draft.version);
      return draftData(result.draft);
    },
  );

  app.delete(
    "/regions/:region/agreements/:id/drafts/:draft",
    { ...drafter, schema: { tags, params: DraftParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { desk, id } = found(request.params);
      const viewer = viewerIn(request, desk);
      const store = node.store.as(viewer);
      if ((await agreementDraft(store, id, request.params.draft)) === undefined) throw notFound("This draft");
      await store.drafts.remove(request.params.draft);
      await audited(viewer, "agreement.draft.remove", request.params.draft, { instrument: id });
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/regions/:region/agreements/:id/drafts/:draft/adopt",
    {
      preHandler: requires("releaser"),
      schema: { tags, params: DraftParams, body: AdoptBody, response: { 201: AgreementVersionSchema } },
    },
    async (request, reply) => {
      const { desk, id } = found(request.params);
      const viewer = viewerIn(request, desk);
      const store = node.store.as(viewer);
      const draft = await agreementDraft(store, id, request.params.draft);
      if (draft === undefined) throw notFound("This draft");
      requireVersion(request, draft.version);
      if ((await settings.get("four_eyes")) === true && draft.draftedBy.includes(viewer.person))
        throw forbidden("This node asks that another person than those who wrote a text adopts it.");
      const { decidedBy, from, note } = request.body;
      if (typeof parseDated(from) !== "number") throw badRequest("/body/from", `"${from}" is no day`);
      const { program, problems } = await checkText(desk, id, draft.text, node.now());
      const errors = problems.filter(({ severity }) => severity === "error");
      if (errors.length > 0)
        throw new HttpProblem(422, "text-has-errors", "The text has errors", {
          detail:
            "Mend them first: what has an error could not be computed, or records that are kept could not be read.",
          errors: errors.map(({ message, mend, line, column }) => ({
            pointer: `/text/${line ?? 1}/${column ?? 1}`,
            detail: message,
            ...(mend === undefined ? {} : { mend }),
          })),
        });
      if (!program.instruments.some((each) => each.id === id))
        throw badRequest("/text", `declares no instrument ${id}`, "keep the line that names it");
      const versions = versionsOf(desk, id);
      if (versions.some(({ text, decision }) => text === draft.text && (decision?.from ?? "") === from))
        throw conflict("This text applies from that day already.");
      const decided = { region: desk.id, instrument: id, text: draft.text, decidedBy, note, from };
      const decision = await entered(recordDecision(node.store, decided, viewer.person), {
        inForceFrom: "/body/from",
        text: "/text",
      });
      await audited(viewer, "agreement.adopt", id, {
        decision: decision.id,
        decidedBy,
        from,
        version: decision.version,
      });
      await store.drafts.remove(draft.id);
      await serveAdopted(node, desk);
      const next = versionsOf(deskOf(node, desk.id), id);
      const adopted = next.find((each) => each.id === String(decision.id))!;
      return reply.code(201).send(versionData(adopted, next, node.now()));
    },
  );

  async function audited(
    { person, region, party, body }: Viewer,
    action: string,
    about: string,
    detail: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await audit.append([{ person, region, party, body, action, about, detail }]);
  }

  function found({ region, id }: { readonly region: string; readonly id: string }) {
    const desk = deskOf(node, region);
    if (!desk.program.instruments.some((each) => each.id === id)) throw notFound(`The agreement "${id.slice(0, 80)}"`);
    return { desk, id };
  }
};
