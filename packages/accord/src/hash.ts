import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { Clause } from "./program/index.ts";

/**
 * The version of a clause: SHA-256 (hex, lower case) over the canonical JSON (RFC 8785) of the clause without its
 * hash and its line. Two parties hold the same clause exactly when the hashes are equal; moving it in its file or
 * rewriting the prose around it changes nothing.
 */
export function clauseHash(clause: Omit<Clause, "hash"> & { readonly hash?: string }): string {
  const { hash: _hash, line: _line, ...content } = clause;
  return bytesToHex(sha256(utf8ToBytes(canonicalize(content) ?? "")));
}
