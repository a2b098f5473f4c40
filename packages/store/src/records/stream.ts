import { formatInstant, type Instant } from "@kelisim/model";
import type { Connections } from "../connection.ts";
import type { KeyVault } from "../keys/vault.ts";
import type { Viewer } from "../viewer.ts";
import { readBody } from "./body-reader.ts";
import { IN_ORDER } from "./in-order.ts";
import type { Packs } from "./packs.ts";
import type { RecordText, StreamedRecord, StreamOptions } from "./records.ts";
import { writtenOf } from "./written.ts";

const BATCH = 10_000;
/** Stretches under way at once. */
const AHEAD = 3;

/**
 * A batch as one row of long texts, which costs the driver a tenth of ten thousand rows. Headers are JSON without line
 * ends; numbers are PostgreSQL's written arrays, `known` in milliseconds.
 */
const linesOf = (condition: string) => `
select string_agg(header, E'\\n') as headers, array_agg(seq)::text as seqs, array_agg(key_slot)::text as slots,
  array_agg((date_part('epoch', known) * 1000)::bigint)::text as knowns
from (
  select seq, key_slot, known, header from kelisim.record where seq > $1 and seq <= $2${condition} order by seq
) as batch`;

const LINES = linesOf("");
const OWN_LINES = linesOf(" and region = $3 and owner_party = $4 and owner_body = $5");

interface Line {
  readonly seq: number;
  readonly slot: number | undefined;
  readonly known: Instant;
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
export async function* streamTexts(
  { connections, vault, packs }: StreamPorts,
  viewer: Viewer,
  { afterSeq = 0, batch = BATCH, ownOnly = false }: StretchOptions,
): AsyncGenerator<readonly RecordText[]> {
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
    const records = current.lines.map(({ seq, slot, known, header }): RecordText => {
      const packed = current.bodies.get(seq);
      if (packed !== undefined && (slot === undefined || !vault.destroyed(slot)))
        return { seq, header, known, body: { kind: "body", text: packed } };
      const row = rest.get(seq);
      const body = readBody(vault, { header, slot, nonce: row?.nonce, ciphertext: row?.ciphertext });
      return { seq, header, known, body };
    });
    if (records.length > 0) yield records;
  }
}

/** The same, put together again. */
export async function* streamBatches(
  ports: StreamPorts,
  viewer: Viewer,
  options: StretchOptions,
): AsyncGenerator<readonly StreamedRecord[]> {
  for await (const texts of streamTexts(ports, viewer, options)) yield texts.map(streamedOf);
}

function streamedOf({ seq, header, known, body }: RecordText): StreamedRecord {
  const record = writtenOf(header, formatInstant(known), body.kind === "body" ? body.text : undefined);
  return body.kind === "body" ? { seq, record } : { seq, record, [body.kind]: true };
}

export interface StretchOptions extends StreamOptions {
  readonly ownOnly?: boolean;
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
  const seq = itemsOf(seqs);
  const slot = itemsOf(slots);
  const known = itemsOf(knowns);
  return headers.split("\n").map((header, index) => ({
    seq: Number(seq[index]),
    slot: slot[index] === "NULL" ? undefined : Number(slot[index]),
    known: Number(known[index]),
    header,
  }));
}

/** "{1,2,NULL}" */
const itemsOf = (array: string): readonly string[] => array.slice(1, -1).split(",");
