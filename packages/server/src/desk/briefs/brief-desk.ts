import type { Brief } from "@kelisim/api";
import type { BriefLanguage } from "@kelisim/brief";
import type { KeptBrief } from "@kelisim/store";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../app.ts";
import type { NodeContext, Viewer } from "../../context.ts";
import { changedMeanwhile, withVersion } from "../../http/entity-tag.ts";
import { type HttpProblem, notFound } from "../../http/problem.ts";
import { remember } from "../../observatory/remember.ts";
import { deskOf, viewerIn, viewFor } from "../asker.ts";
import { type BoundText, bindText } from "./bind-text.ts";
import { briefData, type NameOf, standing } from "./brief-data.ts";
import { figureSourcesOf } from "./figure-sources.ts";
import { papersOf } from "./papers.ts";

/** What routes about briefs ask of a node: whose they are, what they hold, and what the data make of a text. */
export function createBriefDesk(app: App, node: NodeContext) {
  const { audit, settings } = node.store.system;
  const once = remember();
  node.ahead.add(async ({ desk, view }) => {
    const { sources } = desk.region;
    for (const { text } of await papersOf(desk))
      await bindText(text, (language) => figureSourcesOf(node, once, view, language), sources);
  });

  const names = async (): Promise<NameOf> => {
    const people = new Map((await (await app.login()).persons()).map(({ id, name }) => [id, name]));
    return (person) => people.get(person) ?? person;
  };
  const fourEyes = async () => (await settings.get("four_eyes")) === true;
  const sourcesFor = async (request: FastifyRequest, region: string) => {
    const view = await viewFor(node, request, region);
    return {
      sources: view.desk.region.sources,
      from: (language: BriefLanguage) => figureSourcesOf(node, once, view, language),
    };
  };
  const asked = (request: FastifyRequest, region: string) => {
    const desk = deskOf(node, region);
    const viewer = viewerIn(request, desk);
    return { desk, viewer, briefs: node.store.as(viewer).briefs };
  };
  const textOf = async ({ briefs, brief }: Pick<Found, "briefs" | "brief">, number = brief.versions.length) => {
    const text = await briefs.text(brief.id, number);
    if (text === undefined) throw notFound("This version");
    return text;
  };
  type Found = ReturnType<typeof asked> & { readonly brief: KeptBrief };

  return {
    names,
    fourEyes,
    sourcesFor,
    asked,
    textOf,
    /** A text set beside the data of now. */
    async bind(request: FastifyRequest, region: string, text: string): Promise<BoundText> {
      const { from, sources } = await sourcesFor(request, region);
      return bindText(text, from, sources);
    },
    /** A brief of the body that asks. Throws 404. */
    async found(request: FastifyRequest, { region, brief: id }: { region: string; brief: string }): Promise<Found> {
      const all = asked(request, region);
      const brief = await all.briefs.get(id);
      if (brief === undefined) throw notFound("This brief");
      return { ...all, brief };
    },
    audited: ({ person, region, party, body }: Viewer, action: string, about: string, detail: object) =>
      audit.append([{ person, region, party, body, action, about, detail: { ...detail } }]),
    /** Answers with a brief as it stands; `text`: of its newest version. */
    async answer(reply: FastifyReply, all: Found, text?: string): Promise<Brief> {
      withVersion(reply, standing(all.brief));
      return briefData(all.brief, text ?? (await textOf(all)).text, await names(), all.viewer, await fourEyes());
    },
  };
}

export type BriefDesk = ReturnType<typeof createBriefDesk>;

/** What a store did to a brief. Throws 404 where it is gone, 412 where somebody was faster, 409 (`already`) where it stands so. */
export function doneOrThrow(
  done: { readonly kind: "saved" | "changed"; readonly brief: KeptBrief } | { readonly kind: "absent" | "already" },
  already: () => HttpProblem,
): KeptBrief {
  switch (done.kind) {
    case "saved":
      return done.brief;
    case "absent":
      throw notFound("This brief");
    case "changed":
      throw changedMeanwhile();
    case "already":
      throw already();
  }
}
