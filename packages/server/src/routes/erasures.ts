import { EraseBody, ErasureSchema, ErasuresQuery, ErasuresSchema } from "@kelisim/api";
import type { FastifyRequest } from "fastify";
import type { Routes } from "../app.ts";
import { administers, administersNode } from "../auth/administers.ts";
import { requires } from "../auth/roles.ts";
import { forgetViews } from "../desk/node/retention.ts";
import { readCursor, writeCursor } from "../http/cursor.ts";
import { badRequest, conflict, notFound } from "../http/problem.ts";

const LIMIT = 50;

/**
 * Erasing what a record says: its key is destroyed, header and hash stay. For an administrator of the party whose body
 * keeps the record, as far as their own body may read it, and for one of the node.
 */
export const erasureRoutes: Routes = (app, node) => {
  const tags = ["erasure"];
  const administrator = { preHandler: requires("administrator") };
  const { system } = node.store;

  /** Whether a record is the asker's to erase. Alike for what is not there and for what is another's. */
  async function mayErase(request: FastifyRequest, record: string): Promise<boolean> {
    if (await administersNode(request, node.store)) return true;
    const mine = await administers(request, node.store);
    for (const viewer of request.viewers) {
      const found = await node.store.as(viewer).records.get(record);
      if (found !== undefined && mine({ region: viewer.region, party: found.owner.party })) return true;
    }
    return false;
  }

  app.get(
    "/node/erasures",
    { ...administrator, schema: { tags, querystring: ErasuresQuery, response: { 200: ErasuresSchema } } },
    async (request) => {
      const { after, limit = LIMIT } = request.query;
      const from = after === undefined ? 0 : (readCursor(after, ["number"])[0] as number);
      const [list, people, whole] = await Promise.all([
        system.erasures(),
        app.login().then((login) => login.persons()),
        administersNode(request, node.store),
      ]);
      const newest = [...list].reverse();
      const seen = whole ? newest : await filterOwn(request, newest);
      const items = seen.slice(from, from + limit).map((erasure) => {
        const byName = people.find(({ id }) => id === erasure.by)?.name;
        return { ...erasure, ...(byName === undefined ? {} : { byName }) };
      });
      const next = from + items.length;
      return { total: seen.length, items, ...(next < seen.length ? { next: writeCursor([next]) } : {}) };
    },
  );

  async function filterOwn<T extends { readonly record: string }>(request: FastifyRequest, list: readonly T[]) {
    const own: T[] = [];
    for (const each of list) if (await mayErase(request, each.record)) own.push(each);
    return own;
  }

  app.post(
    "/node/erasures",
    { ...administrator, schema: { tags, body: EraseBody, response: { 201: ErasureSchema } } },
    async (request, reply) => {
      const { record, confirm, reason } = request.body;
      if (confirm !== record) throw badRequest("/body/confirm", "is not the id of the record", "write the id again");
      if (!(await mayErase(request, record))) throw notFound(`The record "${record.slice(0, 80)}"`);
      const { id: person, name } = request.signedIn!.person;
      const result = await system.erase(record, reason, person);
      if (result.kind === "absent") throw notFound(`The record "${record.slice(0, 80)}"`);
      if (result.kind === "repeated") throw conflict("What this record said was erased before.");
      forgetViews(node);
      await system.audit.append([{ person, action: "record.erase", about: record, detail: { reason } }]);
      const at = new Date(node.now()).toISOString();
      return reply.code(201).send({ record, reason, by: person, byName: name, at });
    },
  );
};
