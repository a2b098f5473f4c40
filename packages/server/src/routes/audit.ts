import { type AuditEntry, AuditQuery, AuditSchema } from "@kelisim/api";
import { csv } from "@kelisim/words";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { Routes } from "../app.ts";
import { administers, administersNode } from "../auth/administers.ts";
import { requires } from "../auth/roles.ts";
import { type AuditFilters, auditEntries, auditPage, type MaySee } from "../desk/node/audit-page.ts";
import { writeSheet, XLSX } from "../desk/tables/write-xlsx.ts";

const { after: _after, limit: _limit, ...FILTERS } = AuditQuery.properties;
const FileQuery = Type.Object(FILTERS);

/** Rows of one file. More are taken away by days. */
const MOST_ROWS = 100_000;

const COLUMNS = ["seq", "at", "person", "personName", "region", "party", "body", "action", "about", "detail"] as const;

/** Entries as rows of a file; what belongs to an entry alone stands as JSON in its cell. */
const rowsOf = (entries: readonly AuditEntry[]) =>
  entries.map((entry) =>
    COLUMNS.map((name) => (name === "detail" ? entry.detail && JSON.stringify(entry.detail) : entry[name])),
  );

/**
 * Who saw and did what. An administrator of the node sees everything, one of a party what was done as that party's
 * bodies or by the people who work for them alone.
 */
export const auditRoutes: Routes = (app, node) => {
  const tags = ["audit"];
  const administrator = { preHandler: requires("administrator") };

  async function scope(request: FastifyRequest): Promise<{ maySee: MaySee; names: ReadonlyMap<string, string> }> {
    const [all, mine, people] = await Promise.all([
      administersNode(request, node.store),
      administers(request, node.store),
      app.login().then((login) => login.persons()),
    ]);
    const members = await node.store.system.bodies.members();
    // Sessions and the like belong to no party: of people who work for nobody else.
    const own = new Set(
      people
        .map(({ id }) => id)
        .filter((id) => {
          const theirs = members.filter(({ person }) => person === id);
          return theirs.length > 0 && theirs.every(mine);
        }),
    );
    return {
      maySee: ({ region, party, person }) =>
        all || (region !== undefined && party !== undefined ? mine({ region, party }) : own.has(person)),
      names: new Map(people.map(({ id, name }) => [id, name])),
    };
  }

  async function file(request: FastifyRequest, filters: AuditFilters, format: string) {
    const { maySee, names } = await scope(request);
    const entries = [];
    for await (const entry of auditEntries(node.store, filters, maySee, names)) {
      entries.push(entry);
      if (entries.length === MOST_ROWS) break;
    }
    await node.store.system.audit.append([
      {
        person: request.signedIn!.person.id,
        action: "audit.export",
        detail: { format, rows: entries.length, ...filters },
      },
    ]);
    return entries;
  }

  app.get(
    "/node/audit",
    { ...administrator, schema: { tags, querystring: AuditQuery, response: { 200: AuditSchema } } },
    async (request) => {
      const { maySee, names } = await scope(request);
      return auditPage(node.store, request.query, maySee, names);
    },
  );

  app.get("/node/audit.csv", { ...administrator, schema: { tags, querystring: FileQuery } }, async (request, reply) => {
    const entries = await file(request, request.query, "csv");
    return reply
      .type("text/csv; charset=utf-8; header=present")
      .header("content-disposition", 'attachment; filename="audit.csv"')
      .send(csv([...COLUMNS], rowsOf(entries)));
  });

  app.get(
    "/node/audit.xlsx",
    { ...administrator, schema: { tags, querystring: FileQuery } },
    async (request, reply) => {
      const entries = await file(request, request.query, "xlsx");
      return reply
        .type(XLSX)
        .header("content-disposition", 'attachment; filename="audit.xlsx"')
        .send(await writeSheet("audit", COLUMNS, rowsOf(entries)));
    },
  );

  app.get(
    "/node/audit.json",
    { ...administrator, schema: { tags, querystring: FileQuery } },
    async (request, reply) => {
      const entries = await file(request, request.query, "json");
      const meta = { node: node.settings.name, made: new Date(node.now()).toISOString(), filters: request.query };
      return reply
        .type("application/json; charset=utf-8")
        .header("content-disposition", 'attachment; filename="audit.json"')
        .send(JSON.stringify({ meta, entries }, null, 1));
    },
  );
};
