import type { Connections } from "../connection.ts";
import type { KeyVault } from "../keys/vault.ts";
import type { Viewer } from "../viewer.ts";
import { readBody } from "./body-reader.ts";
import { IN_ORDER } from "./in-order.ts";
import type { Packs } from "./packs.ts";
import type { StreamedRecord, StreamOptions } from "./records.ts";
import { momentOf, writtenOf } from "./written.ts";

const BATCH = 10_000;
/** Stretches under way at once. */
const AHEAD = 2;

/**
 * A batch as one row of long texts, which costs the driver a tenth of ten thousand rows. Headers are JSON without line
 * ends; `known` stands only where it changes, since records of one commit share it.
 */
const linesOf = (condition: string) => `
select string_agg(header, E'\\n') as headers, string_agg(seq::text, ',') as seqs,
  string_agg(coalesce(key_slot::text, ''), ',') as slots, string_agg(known, ',') as knowns
from (
  select seq, key_slot, header, case when known is distinct from lag(known) over () then known::text else '' end as known
  from (
    select seq, key_slot, known, header from kelisim.record where seq > $1 and seq <= $2${condition} order by seq
  ) as batch
) as r`;

const LINES = linesOf("");
const OWN_LINES = linesOf(" and region = $3 and owner_party = $4 and owner_body = $5");

interface Line {
  readonly seq: number;
  readonly slot: number | undefined;
  readonly known: string;
  readonly header: string;
}

interface Batch {
  readonly lines: readonly Line[];
  readonly bodies: ReadonlyMap<number, string>;
}

export interface StreamPorts {
  readonly connections: Connections;
  readonly vault: KeyVault;
  readonly packs: Packs;
}

/**
 * Reads records in order of `seq`, a batch at a time. The rows are those the viewer may read, by the policy of the
 * database; bodies come from the packs, and one by one where no pack holds them. Batches are stretches of `seq`, so that
 * the next ones are fetched while one is being used. No transaction stays open between batches.
 */
export async function* streamBatches(
  { connections, vault, packs }: StreamPorts,
  viewer: Viewer,
  { afterSeq = 0, batch = BATCH, ownOnly = false }: StreamOptions & { readonly ownOnly?: boolean },
): AsyncGenerator<readonly StreamedRecord[]> {
  async function readHeaders(after: number): Promise<readonly Line[]> {
    return connections.within(viewer, async (transaction) => {
      await transaction.query(IN_ORDER);
      const own = [viewer.region, viewer.party, viewer.body];
      const { rows } = await transaction.query<Texts>(
        ownOnly ? OWN_LINES : LINES,
        ownOnly ? [after, after + batch, ...own] : [after, after + batch],
      );
      return readLines(rows[0]!);
    });
  }

  async function fetch(after: number): Promise<Batch> {
    const lines = await readHeaders(after);
    // A few records are read by themselves; opening whole packs for them would cost more.
    const packed = lines.length > Math.max(32, batch / 64);
    return { lines, bodies: packed ? await packs.read(lines[0]!.seq, lines.at(-1)!.seq) : new Map() };
  }

  async function readRest({ lines, bodies }: Batch): Promise<ReadonlyMap<number, SealedRow>> {
    const rest = lines.filter(({ seq, slot }) => !bodies.has(seq) && slot !== undefined && !vault.destroyed(slot));
    if (rest.length === 0) return new Map();
    return connections.within(viewer, async (transaction) => {
      const { rows } = await transaction.query<{ seq: string; nonce: Buffer; ciphertext: Buffer }>(
        "select seq, nonce, ciphertext from kelisim.record where seq = any($1)",
        [rest.map(({ seq }) => seq)],
      );
      return new Map(rows.map((row) => [Number(row.seq), row]));
    });
  }

  const end = await packs.lastSeq();
  const ahead: Promise<Batch>[] = [];
  let from = afterSeq;
  for (;;) {
    while (ahead.length < AHEAD && from < end) {
      const next = fetch(from);
      next.catch(() => {}); // reported where it is awaited
      ahead.push(next);
      from += batch;
    }
    const current = await ahead.shift();
    if (current === undefined) return;
    const rest = await readRest(current);
    const records: StreamedRecord[] = [];
    for (const { seq, slot, known, header } of current.lines) {
      const packedBody = current.bodies.get(seq);
      if (packedBody !== undefined && (slot === undefined || !vault.destroyed(slot))) {
        records.push({ seq, record: writtenOf(header, known, packedBody) });
        continue;
      }
      const row = rest.get(seq);
      const body = readBody(vault, { header, slot, nonce: row?.nonce, ciphertext: row?.ciphertext });
      if (body.kind === "body") records.push({ seq, record: writtenOf(header, known, body.text) });
      else if (body.kind === "erased") records.push({ seq, record: writtenOf(header, known, undefined), erased: true });
      else records.push({ seq, record: writtenOf(header, known, undefined), unreadable: true });
    }
    if (records.length > 0) yield records;
  }
}

interface SealedRow {
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
}

interface Texts {
  readonly headers: string | null;
  readonly seqs: string;
  readonly slots: string;
  readonly knowns: string;
}

function readLines({ headers, seqs, slots, knowns }: Texts): readonly Line[] {
  if (headers === null) return [];
  const seq = seqs.split(",");
  const slot = slots.split(",");
  const changes = knowns.split(",");
  let known = "";
  return headers.split("\n").map((header, index) => {
    if (changes[index] !== "") known = momentOf(changes[index]!);
    return { seq: Number(seq[index]), slot: slot[index] === "" ? undefined : Number(slot[index]), known, header };
  });
}
