import type { Compilable } from "kysely";
import pg from "pg";
import { DatabaseAway, isFull, StorageFull } from "./errors.ts";
import type { Viewer } from "./viewer.ts";

/** Queries within one transaction. */
export interface Transaction {
  readonly client: pg.ClientBase;
  /** Runs a query that Kysely built; its types carry over. */
  run<T>(query: Compilable<T>): Promise<readonly T[]>;
  query<T extends pg.QueryResultRow>(config: pg.QueryConfig | string, values?: unknown[]): Promise<pg.QueryResult<T>>;
}

/** Connections that work as one role. */
export interface Connections {
  /** Runs `work` in a transaction, on behalf of `viewer` where there is one. Rejects with `DatabaseAway`. */
  within<T>(viewer: Viewer | undefined, work: (transaction: Transaction) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

/** How long a connection is waited for before the database counts as away. */
export const CONNECT_MS = 3_000;

export function openConnections(url: string, role: string, max: number): Connections {
  const pool = new pg.Pool({
    ...settingsOf(url, role),
    max,
    idleTimeoutMillis: 30_000,
    // A network that swallows everything must not hold a request for ever.
    query_timeout: 60_000,
  });
  pool.on("error", () => {}); // an idle connection was lost; the pool makes another
  // Lost in the middle of a transaction, between two statements: the next statement says so.
  pool.on("connect", (client) => client.on("error", () => {}));
  return {
    async within(viewer, work) {
      let client: pg.PoolClient;
      try {
        client = await pool.connect();
      } catch (error) {
        throw isAway(error) ? new DatabaseAway(error) : error;
      }
      let lost: unknown;
      try {
        await client.query(beginAs(viewer));
        const result = await work(transactionOf(client));
        await client.query("commit");
        return result;
      } catch (error) {
        if (isAway(error)) {
          lost = error;
          throw new DatabaseAway(error);
        }
        await client.query("rollback").catch((second) => {
          lost = second;
        });
        throw namedFault(error);
      } finally {
        client.release(lost === undefined ? undefined : true);
      }
    },
    end: () => pool.end(),
  };
}

/** Settings of a connection that works as `role` from its first statement on, so that RESET ROLE leads back to it. */
export function settingsOf(url: string, role?: string): pg.ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    application_name: "kelisim",
    ...(role === undefined ? {} : { options: `-c role=${role} -c jit=off -c timezone=UTC -c datestyle=ISO` }),
  };
}

/** Begins a transaction; the viewer's names hold until its end (set_config with is_local). */
export function beginAs(viewer: Viewer | undefined): string {
  return viewer === undefined ? "begin" : `begin; ${nameViewer(viewer)}`;
}

export function nameViewer({ region, party, body }: Viewer): string {
  const set = (name: string, value: string) => `set_config('kelisim.${name}', ${pg.escapeLiteral(value)}, true)`;
  return `select ${set("region", region)}, ${set("party", party)}, ${set("body", body)}`;
}

export function transactionOf(client: pg.ClientBase): Transaction {
  return {
    client,
    async run<T>(query: Compilable<T>) {
      const { sql, parameters } = query.compile();
      const { rows } = await client.query(sql, [...parameters]);
      return rows as T[];
    },
    query: (config, values) => client.query(config as string, values),
  };
}

/** SQLSTATE classes that say that the server, not the statement, is the reason (PostgreSQL, appendix A). */
const AWAY_STATES = /^(08...|57P0[1-5]|53300|53400|58000|F0000)$/;
const AWAY_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** The error as it is told further: a fault of the machine by its name, anything else as it is. */
export function namedFault(error: unknown): unknown {
  if (isAway(error)) return new DatabaseAway(error);
  return isFull(error) && !(error instanceof StorageFull) ? new StorageFull(error) : error;
}

/** Whether an error says that the database does not answer now. */
export function isAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true;
  if (error instanceof AggregateError) return error.errors.some(isAway);
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === "string" && (AWAY_STATES.test(code) || AWAY_CODES.has(code))) return true;
  return /Connection terminated|timeout expired|timeout exceeded|Query read timeout|not queryable|Client was closed/i.test(
    error.message,
  );
}
