import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { dataFolder } from "../../../test/data-folder.ts";
import { type NodeOptions, type RunningNode, startNode } from "../src/index.ts";
import { readSettings, type Settings } from "../src/settings.ts";

export { dataFolder };

/** The PostgreSQL that test machines run; where there is none, the node brings its own. */
const SERVER = "postgres://postgres@127.0.0.1:5432";

const CACHE = fileURLToPath(new URL("../../../node_modules/.cache/kelisim-test", import.meta.url));

export interface TestNode extends RunningNode {
  /** The signed-in desk's cookie, as a request header has it. */
  readonly cookie: string;
  get(path: string, query?: Readonly<Record<string, string | number | undefined>>): Promise<TestAnswer>;
  post(path: string, body?: unknown, method?: "POST" | "PUT" | "PATCH" | "DELETE"): Promise<TestAnswer>;
  /** The same node asked with another cookie ("" for nobody). */
  as(cookie: string): Pick<TestNode, "get" | "post">;
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads the answer of whatever route it asks.
  readonly body: any;
}

export interface TestNodeOptions extends NodeOptions {
  readonly regions?: readonly string[];
  readonly us?: readonly string[];
  readonly settings?: Partial<Settings>;
  /** Run on the embedded server even where another one is there. */
  readonly embedded?: boolean;
}

/**
 * Starts a whole node for a test: its own database and data folder, a free port, the desk signed in by its one-time link.
 * `close` stops it and leaves nothing behind.
 */
export async function startTestNode(options: TestNodeOptions = {}): Promise<TestNode> {
  const folder = await dataFolder();
  const database = options.embedded === true ? undefined : await createDatabase();
  const settings: Settings = {
    ...readSettings({ KELISIM_PORT: "0", KELISIM_DATA: folder }, folder),
    // Agreements are compiled once for all tests.
    cacheFolder: CACHE,
    regions: options.regions ?? ["four-rivers"],
    ...(options.us === undefined ? {} : { us: options.us }),
    ...(database === undefined ? {} : { databaseUrl: `${SERVER}/${database}` }),
    ...options.settings,
  };
  const remove = async () => {
    if (database !== undefined) await dropDatabase(database);
    await rm(folder, { recursive: true, force: true });
  };
  let node: RunningNode;
  try {
    // A test asks what it wants to see, and nothing else is asked meanwhile.
    node = await startNode(settings, { ahead: false, ...options });
  } catch (error) {
    await remove();
    throw error;
  }
  const cookie = await signIn(node);
  const asking = (as: string): Pick<TestNode, "get" | "post"> => ({
    async get(path, query = {}) {
      const given = Object.entries(query).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, `${value}`] as [string, string]],
      );
      return answerOf(
        await node.app.inject({
          method: "GET",
          url: `${path.startsWith("/api/") ? path : `/api/v1${path}`}${given.length === 0 ? "" : `?${new URLSearchParams(given)}`}`,
          headers: headersOf(node, as),
        }),
      );
    },
    async post(path, body, method = "POST") {
      return answerOf(
        await node.app.inject({
          method,
          url: path.startsWith("/api/") ? path : `/api/v1${path}`,
          headers: { ...headersOf(node, as), origin: node.address },
          ...(body === undefined ? {} : { payload: body as object }),
        }),
      );
    },
  });
  return {
    ...node,
    cookie,
    ...asking(cookie),
    as: asking,
    async close() {
      await node.close();
      await remove();
    },
  };
}

const headersOf = (node: RunningNode, cookie: string) => ({
  host: new URL(node.address).host,
  ...(cookie === "" ? {} : { cookie }),
});

function answerOf(response: {
  statusCode: number;
  headers: Readonly<Record<string, string | number | string[] | undefined>>;
  body: string;
}): TestAnswer {
  const isJson = `${response.headers["content-type"]}`.includes("json");
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    body: isJson && response.body !== "" ? JSON.parse(response.body) : undefined,
  };
}

/** Follows the one-time link as a browser would, and gives the cookie of the session. */
async function signIn(node: RunningNode): Promise<string> {
  const link = await node.app.startLink();
  if (link === undefined) throw new Error("the node gave no one-time link");
  return followLink(node, link);
}

export async function followLink(node: RunningNode, link: string): Promise<string> {
  const { pathname, search } = new URL(link);
  const response = await node.app.inject({ method: "GET", url: `${pathname}${search}`, headers: headersOf(node, "") });
  const cookies = [response.headers["set-cookie"] ?? []].flat().map((each) => each.split(";")[0]!);
  if (cookies.length === 0) throw new Error(`the link did not sign in: ${response.statusCode} ${response.body}`);
  return cookies.join("; ");
}

async function createDatabase(): Promise<string | undefined> {
  const name = `kelisim_node_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const client = new pg.Client({ connectionString: `${SERVER}/test`, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
  } catch {
    return undefined;
  }
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return name;
}

async function dropDatabase(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${SERVER}/test` });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  // The store's roles belong to the whole server and carry the database's name.
  const { rows } = await client.query("SELECT rolname FROM pg_roles WHERE starts_with(rolname, $1)", [
    `kelisim_${name}`,
  ]);
  for (const { rolname } of rows) await client.query(`DROP ROLE IF EXISTS ${rolname}`);
  await client.end();
}
