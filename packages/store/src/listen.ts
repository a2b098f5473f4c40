import pg from "pg";
import { settingsOf } from "./connection.ts";

const RETRY_MS = 500;

export interface Listener {
  add(callback: (seq: number) => void): () => void;
  end(): Promise<void>;
}

/**
 * Hears of commits by LISTEN. What was said while the connection was lost is not repeated by PostgreSQL, so after
 * a reconnection everybody is called with the highest `seq` there is.
 */
export function createListener(url: string, role: string, lastSeq: () => Promise<number>): Listener {
  const callbacks = new Set<(seq: number) => void>();
  let client: pg.Client | undefined;
  let closed = false;
  let started = false;

  const tell = (seq: number) => {
    for (const callback of callbacks) callback(seq);
  };

  async function connect(): Promise<void> {
    const fresh = new pg.Client(settingsOf(url, role));
    let over = false;
    const lost = () => {
      if (over) return;
      over = true;
      if (client === fresh) client = undefined;
      fresh.end().catch(() => {});
      if (!closed) setTimeout(() => void connect(), RETRY_MS).unref();
    };
    fresh.on("error", lost);
    fresh.on("end", lost);
    fresh.on("notification", ({ payload }) => tell(Number(payload)));
    try {
      await fresh.connect();
      await fresh.query("listen kelisim_records");
      if (closed) return void fresh.end().catch(() => {});
      client = fresh;
      const seq = await lastSeq();
      if (seq > 0) tell(seq);
    } catch {
      lost();
    }
  }

  return {
    add(callback) {
      callbacks.add(callback);
      if (!started) {
        started = true;
        void connect();
      }
      return () => callbacks.delete(callback);
    },
    async end() {
      closed = true;
      await client?.end().catch(() => {});
    },
  };
}
