import { seal, unseal } from "../body-cipher.ts";
import type { Connections } from "../connection.ts";
import type { KeyVault } from "../keys/vault.ts";
import { readBody } from "./body-reader.ts";

/** Numbers of `seq` that one pack covers: 1 to 1024, 1025 to 2048, and so on. */
export const PACK = 1_024;

/** Bodies that wait for their pack to be full, at most. */
const MOST_WAITING = 50_000;

/**
 * Copies of bodies, many encrypted together under one key of the vault. Opening one cipher a record costs more than all
 * else when a million are read; with packs it is one a thousand. A pack is only ever a copy: it can be left out, and
 * is made again. To erase a record's body destroys the pack's key too.
 */
export interface Packs {
  /** Canonical bodies by `seq`, of the packs that touch the range. */
  read(fromSeq: number, toSeq: number): Promise<ReadonlyMap<number, string>>;
  /** The highest `seq` there is, whoever may read it. */
  lastSeq(): Promise<number>;
  /** New records: their packs are made in the background once they are full. */
  note(taken: readonly { readonly seq: number; readonly body: string | undefined }[]): void;
  /** Makes every pack that is full and missing. */
  complete(): Promise<void>;
  /** Runs `work` while no pack is being made, after forgetting the bodies; gives the slots of packs that hold any of them. */
  without<T>(seqs: readonly number[], work: (slots: readonly number[]) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function createPacks(connections: Connections, vault: KeyVault, log: (message: string) => void): Packs {
  const waiting = new Map<number, string>();
  let highest = 0;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let chain: Promise<unknown> = Promise.resolve();

  /** One thing at a time: making a pack and erasing a body must not cross. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    const result = chain.then(work);
    chain = result.catch(() => {});
    return result;
  }

  const boundOf = (first: number) => `kelisim pack ${first}`;
  const firstOf = (seq: number) => Math.floor((seq - 1) / PACK) * PACK + 1;

  async function makeOne(first: number): Promise<void> {
    const last = first + PACK - 1;
    await connections.within(undefined, async (transaction) => {
      const { rows } = await transaction.query<{ seq: string; header: string; key_slot: string | null }>(
        "select seq, header, key_slot from kelisim.record where seq between $1 and $2 order by seq",
        [first, last],
      );
      const missing = rows.filter((row) => !waiting.has(Number(row.seq))).map((row) => Number(row.seq));
      const bodies = await transaction.query<{ seq: string; nonce: Buffer | null; ciphertext: Buffer | null }>(
        "select seq, nonce, ciphertext from kelisim.record where seq = any($1)",
        [missing],
      );
      const sealedBodies = new Map(bodies.rows.map((row) => [row.seq, row]));
      const lines: string[] = [];
      for (const { seq, header, key_slot } of rows) {
        const slot = key_slot === null ? undefined : Number(key_slot);
        if (slot === undefined || vault.destroyed(slot)) continue;
        let text = waiting.get(Number(seq));
        if (text === undefined) {
          const row = sealedBodies.get(seq);
          const body = readBody(vault, {
            header,
            slot,
            nonce: row?.nonce ?? undefined,
            ciphertext: row?.ciphertext ?? undefined,
          });
          if (body.kind !== "body") continue;
          text = body.text;
        }
        lines.push(`${seq} ${text}`);
      }
      const [taken] = await vault.take(1);
      const { nonce, ciphertext } = seal(taken!.key, boundOf(first), lines.join("\n"));
      await transaction.query(
        `insert into kelisim.pack (first_seq, last_seq, key_slot, nonce, ciphertext) values ($1, $2, $3, $4, $5)
         on conflict (first_seq) do nothing`,
        [first, last, taken!.slot, nonce, ciphertext],
      );
      for (let seq = first; seq <= last; seq += 1) waiting.delete(seq);
    });
  }

  async function complete(): Promise<void> {
    const missing = await connections.within(undefined, async (transaction) => {
      const { rows } = await transaction.query<{ first: string }>(
        `select first from generate_series(1, (select coalesce(max(seq), 0) from kelisim.record) - ${PACK} + 1, ${PACK}) as first
         where not exists (select from kelisim.pack where first_seq = first) order by first`,
      );
      return rows.map((row) => Number(row.first));
    });
    for (const first of missing) {
      if (closed) return;
      await alone(() => makeOne(first));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  function schedule(): void {
    if (closed || timer !== undefined) return;
    timer = setTimeout(() => {
      complete()
        .catch((error: Error) => log(`packs of bodies will be made later: ${error.message}`))
        .finally(() => {
          timer = undefined;
        });
    }, 250);
    timer.unref();
  }

  return {
    async read(fromSeq, toSeq) {
      const bodies = new Map<number, string>();
      const rows = await connections.within(undefined, async (transaction) => {
        const result = await transaction.query<{ first: string; slot: string; nonce: Buffer; ciphertext: Buffer }>(
          `select first_seq as first, key_slot as slot, nonce, ciphertext from kelisim.pack
           where first_seq between $1 and $2`,
          [firstOf(Math.max(1, fromSeq)), toSeq],
        );
        return result.rows;
      });
      for (const { first, slot, nonce, ciphertext } of rows) {
        const key = vault.key(Number(slot));
        const text = key === undefined ? undefined : unseal(key, boundOf(Number(first)), { nonce, ciphertext });
        if (text === undefined || text === "") continue;
        for (const line of text.split("\n")) {
          const space = line.indexOf(" ");
          bodies.set(Number(line.slice(0, space)), line.slice(space + 1));
        }
      }
      return bodies;
    },
    async lastSeq() {
      const { rows } = await connections.within(undefined, (transaction) =>
        transaction.query<{ seq: string }>("select coalesce(max(seq), 0) as seq from kelisim.record"),
      );
      return Number(rows[0]!.seq);
    },
    note(taken) {
      for (const { seq, body } of taken) {
        highest = Math.max(highest, seq);
        if (body !== undefined && waiting.size < MOST_WAITING) waiting.set(seq, body);
      }
      if (taken.length > 0 && firstOf(highest) > firstOf(taken[0]!.seq)) schedule();
    },
    complete,
    without(seqs, work) {
      return alone(async () => {
        for (const seq of seqs) waiting.delete(seq);
        const slots = await connections.within(undefined, async (transaction) => {
          const { rows } = await transaction.query<{ key_slot: string }>(
            "select key_slot from kelisim.pack where first_seq = any($1)",
            [[...new Set(seqs.map(firstOf))]],
          );
          return rows.map((row) => Number(row.key_slot));
        });
        const result = await work(slots);
        if (slots.length > 0) schedule();
        return result;
      });
    },
    async close() {
      closed = true;
      if (timer !== undefined) clearTimeout(timer);
      await chain;
    },
  };
}
