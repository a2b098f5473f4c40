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
/**
 * Between the values of a column. No id, name, marking, moment or canonical JSON holds a line end. Where one may be
 * missing it travels as an empty text, which none of them is.
 */
const LINE = "\n";

const SQL = `
insert into kelisim.record (
  id, region, kind, from_party, to_parties, owner_party, owner_body, marking, label, release_to,
  occurred, recorded, known, corrects, withdraws, header, key_slot, body_sha256, nonce, ciphertext
)
select r.id, $1, r.kind, nullif(r.from_party, ''), string_to_array(coalesce(r.to_parties, ''), e'\\x1f'), $2, $3,
  nullif(r.marking, ''), r.label, string_to_array(coalesce(r.release_to, ''), e'\\x1f'), r.occurred, r.recorded, r.known,
  nullif(r.corrects, ''), nullif(r.withdraws, ''), r.header, r.key_slot,
  case when r.size > 0 then substring($4::bytea from r.at for 32) end,
  case when r.size > 0 then substring($4::bytea from r.at + 32 for 12) end,
  case when r.size > 0 then substring($4::bytea from r.at + 44 for r.size - 44) end
from unnest(
  string_to_array($5, e'\\n'), string_to_array($6, e'\\n'), string_to_array($7, e'\\n'), string_to_array($8, e'\\n'),
  string_to_array($9, e'\\n'), string_to_array($10, e'\\n'), string_to_array($11, e'\\n'),
  string_to_array($12, e'\\n')::timestamptz[], string_to_array($13, e'\\n')::timestamptz[],
  string_to_array($14, e'\\n')::timestamptz[], string_to_array($15, e'\\n'), string_to_array($16, e'\\n'),
  string_to_array($17, e'\\n'), string_to_array($18, ',', '')::bigint[], string_to_array($19, ',')::int[],
  string_to_array($20, ',')::int[]
) with ordinality as r(
  id, kind, from_party, to_parties, marking, label, release_to, occurred,
  recorded, known, corrects, withdraws, header, key_slot, at, size, place
)
order by r.place
on conflict (id) do nothing
returning id, seq`;

/**
 * One statement for many records of one body. What is binary travels as one value with places in it: a driver that
 * writes arrays as text would double it; columns travel as lines, which need no quoting. Ids that are held already are left out and not returned.
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
  const lines = (read: (prepared: PreparedRecord) => string | undefined) =>
    records.map(({ prepared }) => read(prepared) ?? "").join(LINE);
  return {
    name: "kelisim-insert-records",
    text: SQL,
    values: [
      viewer.region,
      viewer.party,
      viewer.body,
      Buffer.concat(parts),
      lines((r) => r.id),
      lines((r) => r.kind),
      lines((r) => r.from),
      lines((r) => r.to.join(LIST)),
      lines((r) => r.marking),
      lines((r) => r.rule.label),
      lines((r) => r.rule.releaseTo.join(LIST)),
      lines((r) => r.occurred),
      lines((r) => r.recorded),
      known.join(LINE),
      lines((r) => r.corrects),
      lines((r) => r.withdraws),
      lines((r) => r.header),
      records.map(({ sealed }) => sealed?.slot ?? "").join(","),
      at.join(","),
      size.join(","),
    ],
  };
}
