import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";

/** The server that test machines run; where it is absent, an embedded one is started. */
const SHARED = "postgres://postgres@127.0.0.1:5432";

export interface FreshDatabase {
  /** Owner connection of a new, empty database. */
  readonly url: string;
  readonly folder: string;
  drop(): Promise<void>;
}

/** A database of its own and a folder of its own, both gone after `drop`. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "kelisim-login-"));
  const shared = await reachable(SHARED);
  const embedded = shared
    ? undefined
    : await (await import("@kelisim/store")).startEmbedded({ folder, log: () => undefined });
  const server = embedded?.url ?? `${SHARED}/postgres`;
  const name = `a5_login_${randomBytes(6).toString("hex")}`;
  await run(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    folder,
    async drop() {
      await run(server, `drop database if exists ${name} with (force)`);
      // The store's roles belong to the whole server and carry the database's name.
      const roles = await run(server, "select rolname from pg_roles where starts_with(rolname, $1)", [
        `kelisim_${name}`,
      ]);
      for (const { rolname } of roles) await run(server, `drop role if exists ${rolname}`);
      await embedded?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function reachable(url: string): Promise<boolean> {
  const client = new Client({ connectionString: `${url}/postgres`, connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** One statement on one connection. */
export async function run(url: string, statement: string, values: readonly unknown[] = []) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** A port that nothing listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
