import { unseal } from "../body-cipher.ts";
import type { KeyVault } from "../keys/vault.ts";

/** What a row says about its body. */
export interface SealedBody {
  readonly header: string;
  readonly slot: number | undefined;
  readonly nonce: Buffer | undefined;
  readonly ciphertext: Buffer | undefined;
}

/** A body, or why there is none. */
export type BodyText =
  | { readonly kind: "body"; readonly text: string }
  | { readonly kind: "erased" }
  /** No key for it, or one that does not fit: an older key folder stands in the place of the right one. */
  | { readonly kind: "unreadable" };

export function readBody(vault: KeyVault, { header, slot, nonce, ciphertext }: SealedBody): BodyText {
  if (slot === undefined || nonce === undefined || ciphertext === undefined) return { kind: "erased" };
  if (vault.destroyed(slot)) return { kind: "erased" };
  const key = vault.key(slot);
  const text = key === undefined ? undefined : unseal(key, header, { nonce, ciphertext });
  return text === undefined ? { kind: "unreadable" } : { kind: "body", text };
}
