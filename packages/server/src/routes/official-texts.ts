import { AgreementParams, OfficialTextBody, OfficialTextSchema, OfficialTextsSchema } from "@kelisim/api";
import { parseDated } from "@kelisim/model";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { holds } from "../auth/roles.ts";
import { keepOfficialText, LANGUAGE, officialTexts, removeOfficialText } from "../desk/agreements/official-texts.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import { badRequest, forbidden, notFound } from "../http/problem.ts";
import { entered } from "../http/wrong-entry.ts";

const LanguageParams = Type.Object({ ...AgreementParams.properties, language: Type.String({ maxLength: 10 }) });

/** Official texts that the node holds, by language. A drafter of a body and an administrator may add one. */
export const officialTextRoutes: Routes = (app, node) => {
  const tags = ["official texts"];
  const { audit } = node.store.system;

  app.get(
    "/regions/:region/agreements/:id/texts",
    { schema: { tags, params: AgreementParams, response: { 200: OfficialTextsSchema } } },
    async (request) => {
      const { desk, id } = found(request.params);
      return { texts: [...(await officialTexts(node.store, desk.id, id))] };
    },
  );

  app.put(
    "/regions/:region/agreements/:id/texts/:language",
    { schema: { tags, params: LanguageParams, body: OfficialTextBody, response: { 200: OfficialTextSchema } } },
    async (request) => {
      const { desk, id } = found(request.params);
      const viewer = keeper(request, desk);
      const { language } = request.params;
      if (!LANGUAGE.test(language))
        throw badRequest("/path/language", `"${language}" is no code of a language`, "write it like ru, zh or uz-Cyrl");
      if (typeof parseDated(request.body.read) !== "number")
        throw badRequest("/body/read", `"${request.body.read}" is no day`, "write it like 2026-11-21");
      const about = { region: desk.id, instrument: id, language };
      const text = await entered(keepOfficialText(node.store, about, request.body, viewer), { readOn: "/body/read" });
      const { person, region, party, body } = viewer;
      const detail = { language, sha256: text.sha256, source: text.source };
      await audit.append([{ person, region, party, body, action: "agreement.text", about: id, detail }]);
      return text;
    },
  );

  app.delete(
    "/regions/:region/agreements/:id/texts/:language",
    { schema: { tags, params: LanguageParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { desk, id } = found(request.params);
      const viewer = keeper(request, desk);
      const { language } = request.params;
      const about = { region: desk.id, instrument: id, language };
      if (!(await removeOfficialText(node.store, about, viewer))) throw notFound("This text");
      const { person, region, party, body } = viewer;
      await audit.append([
        { person, region, party, body, action: "agreement.text.remove", about: id, detail: { language } },
      ]);
      return reply.code(204).send(null);
    },
  );

  function keeper(request: FastifyRequest, desk: ReturnType<typeof deskOf>) {
    const viewer = viewerIn(request, desk);
    if (!holds(viewer.roles, "drafter") && !holds(viewer.roles, "administrator"))
      throw forbidden('This needs the role "drafter" or "administrator" at the body you speak as.');
    return viewer;
  }

  function found({ region, id }: { readonly region: string; readonly id: string }) {
    const desk = deskOf(node, region);
    if (!desk.program.instruments.some((each) => each.id === id)) throw notFound(`The agreement "${id.slice(0, 80)}"`);
    return { desk, id };
  }
};
