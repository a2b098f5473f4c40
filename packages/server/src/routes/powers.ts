import {
  DefinitionsSchema,
  PowersQuery,
  PowersSchema,
  PrioritiesQuery,
  PrioritiesSchema,
  ReciprocityQuery,
  ReciprocitySchema,
  RegionParams,
  StandpointQuery,
} from "@kelisim/api";
import type { Routes } from "../app.ts";
import { deskOf, viewerIn } from "../desk/asker.ts";
import type { Desk } from "../desk/desk.ts";
import { definitionsData } from "../desk/powers/definitions.ts";
import { askedPowers, powersData } from "../desk/powers/powers.ts";
import { LEAST_STATEMENTS, prioritiesData } from "../desk/powers/priorities.ts";
import { reciprocityData } from "../desk/powers/reciprocity.ts";
import { takenAnswers } from "../desk/powers/taken.ts";
import { readStandpoint } from "../desk/standpoint.ts";
import { badRequest } from "../http/problem.ts";

/** Days within which an act is taken for an answer, where nothing else is asked. */
const WITHIN = 30;
/** The window of what fell due, where nothing else is asked: a year back. */
const YEAR_BACK = 365;

/** Powers from outside, stated priorities, what two do for each other, and what terms mean to whom. */
export const powersRoutes: Routes = (app, node) => {
  const tags = ["powers"];
  const params = RegionParams;
  const ask = takenAnswers(node.holdings);
  node.ahead.add(({ desk, view, asked }) => {
    const question = { powers: askedPowers(desk, undefined), kind: "dialogue" } as const;
    return powersData(view, asked, question, node.now(), { ask, holdings: undefined });
  });
  node.ahead.add(({ view, asked }) => prioritiesData(view, asked, "said", LEAST_STATEMENTS));
  node.ahead.add(({ desk, asked }) => definitionsData(desk, asked));
  node.ahead.add(({ desk, viewer, view, asked }) => {
    const [a, b] = desk.region.focus;
    return a && b ? reciprocityData(node, view, viewer, asked, [a, b], WITHIN) : undefined;
  });

  app.get(
    "/regions/:region/powers",
    { schema: { tags, params, querystring: PowersQuery, response: { 200: PowersSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const { powers, kind = "dialogue", holdings, ...query } = request.query;
      const asked = readStandpoint(query, desk, node.now());
      const view = await node.views.of(desk, viewerIn(request, desk));
      return powersData(view, asked, { powers: askedPowers(desk, powers), kind }, node.now(), { ask, holdings });
    },
  );
  app.get(
    "/regions/:region/powers/priorities",
    { schema: { tags, params, querystring: PrioritiesQuery, response: { 200: PrioritiesSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const { basis = "said", least = LEAST_STATEMENTS, ...query } = request.query;
      const asked = readStandpoint(query, desk, node.now());
      const view = await node.views.of(desk, viewerIn(request, desk));
      return prioritiesData(view, asked, basis, least);
    },
  );
  app.get(
    "/regions/:region/powers/reciprocity",
    { schema: { tags, params, querystring: ReciprocityQuery, response: { 200: ReciprocitySchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      const { a, b, within = WITHIN, ...query } = request.query;
      if (a === b) throw badRequest("/query/b", "names the same party as a", "name another one");
      const pair = [partyOf(desk, a, "/query/a"), partyOf(desk, b, "/query/b")] as const;
      const viewer = viewerIn(request, desk);
      const asked = readStandpoint({ ...query, back: query.back ?? YEAR_BACK }, desk, node.now());
      const view = await node.views.of(desk, viewer);
      return reciprocityData(node, view, viewer, asked, pair, within);
    },
  );
  app.get(
    "/regions/:region/powers/definitions",
    { schema: { tags, params, querystring: StandpointQuery, response: { 200: DefinitionsSchema } } },
    async (request) => {
      const desk = deskOf(node, request.params.region);
      return definitionsData(desk, readStandpoint(request.query, desk, node.now()));
    },
  );
};

function partyOf(desk: Desk, id: string, pointer: string): string {
  if (desk.region.parties.some((party) => party.id === id)) return id;
  throw badRequest(pointer, `"${id.slice(0, 40)}" is no party of ${desk.region.name}`);
}
