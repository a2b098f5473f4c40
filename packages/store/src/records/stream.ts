import type { Connections } from "../connection.ts";
import type { KeyVault } from "../keys/vault.ts";
import type { Viewer } from "../viewer.ts";
import { readBody } from "./body-reader.ts";
import type { Packs } from "./packs.ts";
import type { StreamedRecord, StreamOptions } from "./records.ts";
import { momentOf, writtenOf } from "./written.ts";

const BATCH = 10_000;

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
    select seq, key_slot, known, header from kelisim.record where seq > $1${condition} order by seq limit $2
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
 * database; bodies come from the packs, and one by one where no pack holds them. The next batch is fetched while the
 * last one is being used. No transaction stays open between batches.
 */
export async function* streamBatches(
  { connections, vault, packs }: StreamPorts,
  viewer: Viewer,
  { afterSeq = 0, batch = BATCH, ownOnly = false }: StreamOptions & { readonly ownOnly?: boolean },
): AsyncGenerator<readonly StreamedRecord[]> {
  async function fetch(after: number): Promise<Batch> {
    const lines = await connections.within(viewer, async (transaction) => {
      // Before its statistics are made, the planner would rather sort the whole rest of the table for each batch.
      await transaction.query("set local enable_sort = off; set local enable_bitmapscan = off");
      const own = [viewer.region, viewer.party, viewer.body];
      const { rows } = await transaction.query<Texts>(
        ownOnly ? OWN_LINES : LINES,
        ownOnly ? [after, batch, ...own] : [after, batch],
      );
      return readLines(rows[0]!);
    });
    const first = lines[0];
    const last = lines.at(-1);
    // A few new records are read by themselves; opening a whole pack for them would cost more.
    const packed = first !== undefined && last !== undefined && lines.length > 64;
    return { lines, bodies: packed ? await packs.read(first.seq, last.seq) : new Map() };
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

  let next: Promise<Batch> | undefined = fetch(afterSeq);
  next.catch(() => {}); // reported where it is awaited
  while (next !== undefined) {
    const current: Batch = await next;
    const last = current.lines.at(-1);
    next = current.lines.length < batch || last === undefined ? undefined : fetch(last.seq);
    next?.catch(() => {});
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
