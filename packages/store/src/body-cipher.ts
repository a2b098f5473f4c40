import { createCipheriv, createDecipheriv, createSecretKey, hash, randomFillSync } from "node:crypto";

/** AES-256-GCM (NIST SP 800-38D): a nonce of 96 bits, a tag of 128, which stands behind the text. */
const CIPHER = "aes-256-gcm";
const NONCE = 12;
const TAG = 16;

export interface Sealed {
  readonly nonce: Buffer;
  /** Text and tag. */
  readonly ciphertext: Buffer;
}

/**
 * Encrypts a body. `bound` is text that goes with it openly, here the record's canonical header: a body put under
 * another header does not open. A key serves few bodies (one record, the versions of one draft), so random nonces do.
 */
export function seal(key: Uint8Array, bound: string, body: string): Sealed {
  const nonce = freshNonce();
  // As a key object: with bytes, Node 24 spends three times as long on finding out what it was given.
  const cipher = createCipheriv(CIPHER, createSecretKey(key), nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(bound));
  const text = cipher.update(body, "utf8");
  cipher.final();
  return { nonce, ciphertext: Buffer.concat([text, cipher.getAuthTag()]) };
}

/** Nonces are drawn many at a time: one call a nonce would cost a tenth of the encryption. */
let pool = Buffer.alloc(0);

function freshNonce(): Buffer {
  if (pool.length < NONCE) pool = randomFillSync(Buffer.alloc(NONCE * 1_024));
  const nonce = pool.subarray(0, NONCE);
  pool = pool.subarray(NONCE);
  return nonce;
}

/** Decrypts a body; undefined where key, header or bytes do not belong together. */
export function unseal(key: Uint8Array, bound: string, { nonce, ciphertext }: Sealed): string | undefined {
  if (ciphertext.length < TAG) return undefined;
  const end = ciphertext.length - TAG;
  const decipher = createDecipheriv(CIPHER, createSecretKey(key), nonce, { authTagLength: TAG });
  decipher.setAuthTag(ciphertext.subarray(end));
  decipher.setAAD(Buffer.from(bound));
  try {
    const body = decipher.update(ciphertext.subarray(0, end), undefined, "utf8");
    return body + decipher.final("utf8");
  } catch {
    return undefined;
  }
}

const SALT_NAME = Buffer.from("kelisim body hash");
/** Filled anew for each hash, and emptied of the key: keys are 32 bytes (AES-256). */
const SALTED = Buffer.concat([SALT_NAME, Buffer.alloc(32)]);

/**
 * SHA-256 over a salt and the body. The salt comes from the record's key and goes with it: the hash that stays
 * after an erasure does not let anybody try out what the body may have said.
 */
export function saltedHash(key: Uint8Array, body: string): Buffer {
  SALTED.set(key, SALT_NAME.length);
  const salt = hash("sha256", SALTED, "hex");
  SALTED.fill(0, SALT_NAME.length);
  return hash("sha256", `${salt}${body}`, "buffer");
}
