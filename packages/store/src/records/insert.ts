import type { QueryConfig } from "pg";
import type { Sealed } from "../body-cipher.ts";
import type { Viewer } from "../viewer.ts";
import type { PreparedRecord } from "./prepare.ts";

/** A record with its encrypted body; without one where the body was erased before it came (back) in. */
export interface SealedRecord {
  readonly prepared: PreparedRecord;
  readonly sealed: (Sealed & { readonly slot: number; readonly hash: Buffer }) | undefined;
}

/** Between the parties of one record. */
const LIST = "\u001f";
/** Between the values of a column. No id, kind, moment or canonical JSON holds a line end, and none is empty. */
const LINE = "\n";

const SQL = `
insert into kelisim.record (
  id, region, kind, from_party, to_parties, owner_party, owner_body, marking, label, release_to,
  occurred, recorded, known, corrects, withdraws, header, key_slot, body_sha256, nonce, ciphertext
)
select r.id, $1, r.kind, r.from_party, string_to_array(r.to_parties, e'\\x1f'), $2, $3, r.marking, r.label,
  string_to_array(r.release_to, e'\\x1f'), r.occurred, r.recorded, r.known, r.corrects, r.withdraws, r.header, r.key_slot,
  case when r.size > 0 then substring($4::bytea from r.at for 32) end,
  case when r.size > 0 then substring($4::bytea from r.at + 32 for 12) end,
  case when r.size > 0 then substring($4::bytea from r.at + 44 for r.size - 44) end
from unnest(
  string_to_array($5, e'\\n'), string_to_array($6, e'\\n'), $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
  string_to_array($12, e'\\n')::timestamptz[], string_to_array($13, e'\\n')::timestamptz[],
  string_to_array($14, e'\\n')::timestamptz[], $15::text[], $16::text[], string_to_array($17, e'\\n'),
  $18::bigint[], $19::int[], $20::int[]
) with ordinality as r(
  id, kind, from_party, to_parties, marking, label, release_to, occurred,
  recorded, known, corrects, withdraws, header, key_slot, at, size, place
)
order by r.place
on conflict (id) do nothing
returning id, seq`;

/**
 * One statement for many records of one body. What is binary travels as one value with places in it: a driver that
 * writes arrays as text would double it; long columns of text travel as lines, which need no quoting. Ids that are held already are left out and not returned.
 */
export function insertRecords(viewer: Viewer, records: readonly SealedRecord[], known: readonly string[]): QueryConfig {
  const parts: Buffer[] = [];
  const at: number[] = [];
  const size: number[] = [];
  let end = 1; // SQL counts bytes from 1
  for (const { sealed } of records) {
    const length = sealed === undefined ? 0 : sealed.hash.length + sealed.nonce.length + sealed.ciphertext.length;
    if (sealed !== undefined) parts.push(sealed.hash, sealed.nonce, sealed.ciphertext);
    at.push(end);
    size.push(length);
    end += length;
  }
  const column = <T>(read: (prepared: PreparedRecord) => T) => records.map(({ prepared }) => read(prepared));
  return {
    name: "kelisim-insert-records",
    text: SQL,
    values: [
      viewer.region,
      viewer.party,
      viewer.body,
      Buffer.concat(parts),
      column((r) => r.id).join(LINE),
      column((r) => r.kind).join(LINE),
      column((r) => r.from ?? null),
      column((r) => r.to.join(LIST)),
      column((r) => r.marking ?? null),
      column((r) => r.rule.label),
      column((r) => r.rule.releaseTo.join(LIST)),
      column((r) => r.occurred).join(LINE),
      column((r) => r.recorded).join(LINE),
      known.join(LINE),
      column((r) => r.corrects ?? null),
      column((r) => r.withdraws ?? null),
      column((r) => r.header).join(LINE),
      records.map(({ sealed }) => sealed?.slot ?? null),
      at,
      size,
    ],
  };
}
