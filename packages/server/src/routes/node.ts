import {
  LanguageQuery,
  NodeHeadSchema,
  NodeSettingsAnswer,
  NodeSettingsSchema,
  NodeStateSchema,
  RetentionRun,
} from "@kelisim/api";
import type { FastifyRequest } from "fastify";
import type { Routes } from "../app.ts";
import { administersNode } from "../auth/administers.ts";
import { holds, requires } from "../auth/roles.ts";
import { interviewKind, lastRetention, RETENTION, retentionDays, runRetention } from "../desk/node/retention.ts";
import { nodeState } from "../desk/node/state.ts";
import { addressesOf } from "../http/addresses.ts";
import { badRequest, forbidden } from "../http/problem.ts";

/** Of the program, as its package says. */
export const VERSION = "0.1.0";

/** The node itself: what it is, how it stands, its settings. */
export const nodeRoutes: Routes = (app, node) => {
  const tags = ["node"];
  const { settings: kept, audit, bodies } = node.store.system;
  const started = node.now();
  const administrator = requires("administrator");

  /** Settings, retention and counts are about every party on the host: for administrators of the node alone. */
  async function ofTheNode(request: FastifyRequest): Promise<void> {
    if (!(await administersNode(request, node.store)))
      throw forbidden("This is for administrators of the node itself.");
  }

  const fourEyes = async () => (await kept.get("four_eyes")) === true;

  app.get("/node", { schema: { tags, response: { 200: NodeHeadSchema } } }, async (request) => {
    const here = await bodies.list();
    const places = request.viewers
      .filter(({ roles }) => holds(roles, "administrator"))
      .map(({ region, party }) => ({ region, party }));
    const { reach, secure } = addressesOf(node.settings, () => node.settings.port);
    return {
      name: node.settings.name,
      address: node.address(),
      reach,
      version: VERSION,
      highestLevel: node.settings.highestLevel,
      fourEyes: await fourEyes(),
      bodies: here.length,
      parties: new Set(here.map(({ region, party }) => `${region}/${party}`)).size,
      mail: node.settings.smtpUrl !== undefined,
      passkeys: secure || reach === "loopback",
      administers: {
        node: await administersNode(request, node.store),
        places: places.filter((place, index) => index === places.findIndex((each) => same(each, place))),
      },
    };
  });

  app.get("/node/state", { preHandler: ofTheNode, schema: { tags, response: { 200: NodeStateSchema } } }, async () =>
    nodeState(node, started),
  );

  app.get(
    "/node/settings",
    { preHandler: administrator, schema: { tags, querystring: LanguageQuery, response: { 200: NodeSettingsAnswer } } },
    async (request) => {
      const { lastRetention: last, ...settings } = await settingsNow(request.query.lang);
      // How much was erased is about every party on the host.
      return last !== undefined && (await administersNode(request, node.store))
        ? { ...settings, lastRetention: last }
        : settings;
    },
  );

  app.put(
    "/node/settings",
    {
      preHandler: ofTheNode,
      schema: { tags, body: NodeSettingsSchema, response: { 200: NodeSettingsAnswer } },
    },
    async (request) => {
      const { fourEyes: wanted, retention } = request.body;
      const known = new Set(kinds().map(({ id }) => id));
      for (const kind of Object.keys(retention))
        if (!known.has(kind))
          throw badRequest(`/body/retention/${kind.slice(0, 80)}`, `no region of this node has a kind "${kind}"`);
      const person = request.signedIn!.person.id;
      const before = { fourEyes: await fourEyes(), retention: await retentionDays(node) };
      await kept.set("four_eyes", wanted, person);
      await kept.set(RETENTION, retention, person);
      await audit.append([{ person, action: "settings.save", detail: { before, now: request.body } }]);
      return settingsNow();
    },
  );

  app.post(
    "/node/retention",
    { preHandler: ofTheNode, schema: { tags, response: { 200: RetentionRun } } },
    async (request) => runRetention(node, request.signedIn!.person.id),
  );

  async function settingsNow(language: "en" | "ru" = "en") {
    const last = await lastRetention(node);
    return {
      fourEyes: await fourEyes(),
      retention: { ...(await retentionDays(node)) },
      highestLevel: node.settings.highestLevel,
      kinds: [...kinds(language)],
      ...(last === undefined ? {} : { lastRetention: last }),
    };
  }

  /** Coded interviews, and kinds of records of every region, each once. */
  function kinds(language: "en" | "ru" = "en"): readonly { readonly id: string; readonly name: string }[] {
    const found = new Map<string, string>();
    for (const desk of node.desks.values())
      for (const { name } of desk.program.vocabulary)
        if (!found.has(name)) found.set(name, desk.words(language).kind(name));
    const records = [...found].map(([id, name]) => ({ id, name }));
    return [interviewKind(language), ...records.sort((a, b) => a.name.localeCompare(b.name, language))];
  }
};

const same = (
  a: { readonly region: string; readonly party: string },
  b: { readonly region: string; readonly party: string },
) => a.region === b.region && a.party === b.party;
