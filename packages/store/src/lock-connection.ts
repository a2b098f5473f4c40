import pg from "pg";
import { isAway, settingsOf } from "./connection.ts";
import { DatabaseAway, StoreClosed, StoreInUse } from "./errors.ts";

/** Any number, the same in every Kelisim: the advisory lock of the one server a database. */
const SERVER_LOCK = 7_305_200;
/** A killed server's connection ends within moments; so long is waited before its lock counts as somebody's. */
const PATIENCE_MS = 2_000;
const RETRY_MS = 500;

/** The connection that holds the lock of the one server, and on which alone records are written. */
export interface LockConnection {
  /** The connection, working as the role that was set. Rejects with `DatabaseAway`, or `StoreInUse` if another came. */
  client(): Promise<pg.Client>;
  /** From now on the connection works as this role. */
  workAs(role: string): Promise<void>;
  /** The latest `known` that was held when the connection was made, in milliseconds. */
  heldKnown(): number;
  end(): Promise<void>;
}

/**
 * Takes the lock, or throws `StoreInUse` with the address that its holder wrote. The lock lives and dies with the
 * connection, so a server that lost it cannot write; it is taken again as soon as the database is back.
 */
export async function takeLock(url: string, log: (message: string) => void): Promise<LockConnection> {
  let current: pg.Client | undefined;
  let connecting: Promise<pg.Client> | undefined;
  let role: string | undefined;
  let known = 0;
  let taken: StoreInUse | undefined;
  let closed = false;

  async function connect(patience: number): Promise<pg.Client> {
    const client = new pg.Client({ ...settingsOf(url), query_timeout: 60_000 });
    const lost = () => {
      if (current !== client) return;
      current = undefined;
      if (closed) return;
      log("the connection to the database was lost; trying to get it back");
      void comeBack();
    };
    client.on("error", lost);
    client.on("end", lost);
    try {
      await client.connect();
      const since = Date.now();
      for (;;) {
        const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [SERVER_LOCK]);
        if (rows[0]!.got) break;
        if (Date.now() - since > patience) throw new StoreInUse(await readAddress(client));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      if (role !== undefined) {
        known = await readKnown(client);
        await client.query(`set role ${pg.escapeIdentifier(role)}`);
      }
      current = client;
      return client;
    } catch (error) {
      client.end().catch(() => {});
      throw isAway(error) ? new DatabaseAway(error) : error;
    }
  }

  /** One attempt at a time; whoever asks meanwhile waits for the same one. */
  function again(): Promise<pg.Client> {
    connecting ??= connect(0).finally(() => {
      connecting = undefined;
    });
    return connecting;
  }

  async function comeBack(): Promise<void> {
    const since = Date.now();
    while (!closed && current === undefined) {
      try {
        await again();
        log("the database is back");
      } catch (error) {
        // The own old connection may hold the lock for a while on the other side.
        if (error instanceof StoreInUse && Date.now() - since > 60_000) taken = error;
        if (taken !== undefined) return;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
      }
    }
  }

  await connect(PATIENCE_MS);

  async function ask(): Promise<pg.Client> {
    if (closed) throw new StoreClosed();
    if (taken !== undefined) throw taken;
    if (current !== undefined) return current;
    try {
      return await again();
    } catch (error) {
      throw error instanceof StoreInUse ? new DatabaseAway(error) : error;
    }
  }

  return {
    client: ask,
    async workAs(next) {
      role = next;
      const client = await ask();
      known = await readKnown(client);
      await client.query(`set role ${pg.escapeIdentifier(next)}`);
    },
    heldKnown: () => known,
    async end() {
      closed = true;
      const client = current;
      current = undefined;
      await client?.end().catch(() => {});
    },
  };
}

async function readAddress(client: pg.Client): Promise<string | undefined> {
  try {
    const { rows } = await client.query<{ address: string }>("select address from kelisim.node_address");
    return rows[0]?.address;
  } catch {
    return undefined; // the other server is about to make the tables
  }
}

/** `known` increases with `seq`. */
async function readKnown(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ known: Date }>("select known from kelisim.record order by seq desc limit 1");
  return rows[0]?.known.getTime() ?? 0;
}
