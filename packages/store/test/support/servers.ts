import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import pg from "pg";
import { type KeyVault, openFileVault, openStore, type Store, startEmbedded } from "../../src/index.ts";
import { rolesOf } from "../../src/rights.ts";

/** A PostgreSQL that tests may make databases on. */
export interface TestServer {
  /** Makes an empty database and gives its owner's connection string. */
  database(): Promise<string>;
}

const INSTALLED = "postgres://postgres@127.0.0.1:5432/postgres";

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function tempFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `kelisim-store-${name}-`));
  folders.push(folder);
  chmodSync(folder, 0o755); // as root the server runs as another user, who must get through
  return folder;
}

/**
 * Runs the same cases over the embedded server and over the one that is installed on this machine; where none is, over
 * a second embedded one.
 */
export function overServers(title: string, cases: (server: TestServer) => void): void {
  for (const kind of ["embedded", "own"] as const) {
    describe(`${title} (${kind} PostgreSQL)`, () => {
      const made: string[] = [];
      let url = "";
      let stop = async () => {};
      before(async () => {
        if (kind === "own" && (await answers(INSTALLED))) url = INSTALLED;
        else {
          const folder = tempFolder("server");
          const server = await startEmbedded({ folder });
          url = server.url;
          stop = async () => {
            await server.stop();
            rmSync(folder, { recursive: true, force: true });
          };
        }
      });
      after(async () => {
        for (const name of made) await drop(url, name);
        await stop();
      });
      cases({
        async database() {
          const name = `a1_${randomBytes(6).toString("hex")}`;
          await owner(url, (client) => client.query(`create database ${name}`));
          made.push(name);
          const own = new URL(url);
          own.pathname = `/${name}`;
          return own.href;
        },
      });
    });
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await owner(url, (client) => client.query("select"));
    return true;
  } catch {
    return false;
  }
}

async function drop(url: string, name: string): Promise<void> {
  await owner(url, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    for (const role of Object.values(rolesOf(name))) await client.query(`drop role if exists ${role}`);
  });
}

/** Does something as the owner of a database. */
export async function owner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

export interface OpenStore {
  readonly url: string;
  readonly folder: string;
  readonly vault: KeyVault;
  readonly store: Store;
  close(): Promise<void>;
}

/** Opens a store on a new or given database, with keys in a new or given folder. */
export async function openTestStore(
  server: TestServer,
  given: {
    readonly url?: string;
    readonly folder?: string;
    readonly log?: (message: string) => void;
    readonly now?: () => Date;
  } = {},
): Promise<OpenStore> {
  const url = given.url ?? (await server.database());
  const folder = given.folder ?? tempFolder("keys");
  const vault = await openFileVault({ folder: join(folder, "keys") });
  const store = await openStore({
    url,
    vault,
    ...(given.log === undefined ? {} : { log: given.log }),
    ...(given.now === undefined ? {} : { now: given.now }),
  });
  return {
    url,
    folder,
    vault,
    store,
    async close() {
      await store.close();
      await vault.close();
    },
  };
}
