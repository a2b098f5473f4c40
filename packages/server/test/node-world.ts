import { join } from "node:path";
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import { openFileVault, openStore, type Store } from "@kelisim/store";
import Fastify from "fastify";
import type { App } from "../src/app.ts";
import { registerAuth } from "../src/auth/register-auth.ts";
import { requires } from "../src/auth/roles.ts";
import type { NodeContext } from "../src/context.ts";
import type { Desk } from "../src/desk/desk.ts";
import { createEventHub } from "../src/events/event-hub.ts";
import { registerEvents } from "../src/events/register-events.ts";
import { registerProblems } from "../src/http/register-problems.ts";
import { registerSecurity } from "../src/http/register-security.ts";
import { registerPages } from "../src/pages/register-pages.ts";
import { readSettings } from "../src/settings.ts";
import { freePort, freshDatabase } from "./login-world.ts";

export const REGION = "valley";

export interface NodeWorld {
  readonly app: App;
  readonly store: Store;
  readonly databaseUrl: string;
  readonly origin: string;
  readonly host: string;
  /** Signs a person in by a link; gives the cookie. */
  signIn(person: string): Promise<string>;
  /** A person with roles at bodies of the region, written "KAZ/customs". */
  person(
    name: string,
    roles: Readonly<Record<string, readonly ("reader" | "drafter" | "releaser" | "administrator")[]>>,
  ): Promise<string>;
  ask(
    method: "GET" | "POST" | "PUT" | "DELETE",
    url: string,
    more?: Asked,
  ): Promise<Awaited<ReturnType<App["inject"]>>>;
  close(): Promise<void>;
}

export interface Asked {
  readonly cookie?: string;
  readonly payload?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A node without its engine: a real store on a database of its own, the login, the guards, the events, and a few routes
 * that say who asks. `us`: whom the node speaks for in the one region.
 */
export async function makeNode(
  options: { readonly us?: readonly string[]; readonly env?: Record<string, string>; readonly heartbeat?: number } = {},
): Promise<NodeWorld> {
  const database = await freshDatabase();
  const port = await freePort();
  const settings = readSettings({ KELISIM_PORT: String(port), KELISIM_DATA: database.folder, ...options.env }, "/");
  const vault = await openFileVault({ folder: join(database.folder, "vault") });
  const store = await openStore({ url: database.url, vault });
  const hub = createEventHub(store, { grow: async () => undefined }, { heartbeat: options.heartbeat ?? 15_000 });
  const host = settings.publicUrl === undefined ? `localhost:${port}` : new URL(settings.publicUrl).host;
  const origin = settings.publicUrl ?? `http://${host}`;
  // Of a desk the parts under test ask its name and whom it speaks for.
  const desk = { id: REGION, us: options.us ?? [] } as unknown as Desk;
  const node = {
    settings,
    store,
    databaseUrl: database.url,
    desks: new Map([[REGION, desk]]),
    hub,
    now: Date.now,
    address: () => origin,
  } as unknown as NodeContext;
  const app: App = Fastify({ bodyLimit: 100_000, forceCloseConnections: true })
    .withTypeProvider<TypeBoxTypeProvider>()
    .setValidatorCompiler(TypeBoxValidatorCompiler);
  registerProblems(app);
  await registerSecurity(app, node);
  await registerAuth(app, node);
  registerEvents(app, node);
  app.get("/api/v1/who", async ({ viewers, signedIn }) => ({
    person: signedIn?.person,
    viewers: viewers.map(({ region, party, body, roles }) => ({ region, at: `${party}/${body}`, roles: [...roles] })),
  }));
  for (const role of ["reader", "drafter", "releaser", "administrator"] as const)
    app.get(`/api/v1/regions/:region/${role}`, { preHandler: requires(role) }, async () => ({ ok: true }));
  await registerPages(app, node);
  await app.ready();

  const ask: NodeWorld["ask"] = (method, url, { cookie, payload, headers } = {}) =>
    app.inject({
      method,
      url,
      headers: {
        host,
        ...(method === "GET" ? {} : { origin }),
        ...(cookie === undefined ? {} : { cookie }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
  return {
    app,
    store,
    databaseUrl: database.url,
    origin,
    host,
    ask,
    async signIn(person) {
      const link = await (await app.login()).linkFor(person);
      const response = await ask("GET", link!.slice(origin.length));
      return cookieOf(response.headers["set-cookie"], (await app.login()).sessionCookie)!;
    },
    async person(name, roles) {
      const made = await (await app.login()).addPerson({ name });
      if (made === "taken") throw new Error(name);
      for (const [place, list] of Object.entries(roles)) {
        const [party, body] = place.split("/") as [string, string];
        await store.system.bodies.save({ region: REGION, party, id: body, name: body, kind: "agency" });
        await store.system.bodies.saveMember({ person: made.id, region: REGION, party, body, roles: list });
      }
      return made.id;
    },
    async close() {
      await app.close();
      await hub.close();
      await store.close();
      await vault.close();
      await database.drop();
    },
  };
}

export function cookieOf(header: string | readonly string[] | undefined, name: string): string | undefined {
  const lines = typeof header === "string" ? [header] : (header ?? []);
  return lines.map((line) => line.split(";", 1)[0]!).find((pair) => pair.startsWith(`${name}=`) && !pair.endsWith("="));
}
