import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { WrittenRecord } from "./record.ts";

/**
 * SHA-256 (hex) of a record's content in canonical JSON (RFC 8785). A record without content has that of `{}`.
 * It is taken of the record as written, so that two nodes with different vocabularies agree on it.
 */
export function contentHash(record: Pick<WrittenRecord, "content">): string {
  const canonical = canonicalize(record.content ?? {});
  if (canonical === undefined) throw new TypeError("content is not JSON");
  return bytesToHex(sha256(utf8ToBytes(canonical)));
}
