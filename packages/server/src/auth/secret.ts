import { randomBytes } from "node:crypto";
import { chmod, mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The secret that signs session cookies cannot be used. */
export class SecretUnusable extends Error {
  override readonly name = "SecretUnusable";
}

/** 256 bits: twice what OWASP ASVS 5.0 asks of a session token (7.2.3). */
const BYTES = 32;

/**
 * The secret under which cookies of this node are signed: read from `auth-secret` in the folder, made there (readable
 * by its owner only) at the first start. Throws `SecretUnusable` when the file is there but too short to be ours.
 */
export async function readOrMakeSecret(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "auth-secret");
  try {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(`${randomBytes(BYTES).toString("base64url")}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const secret = (await readFile(path, "utf8")).trim();
  if (secret.length < BYTES)
    throw new SecretUnusable(
      `${path} holds no usable secret; remove the file to have a new one made (everybody signs in again)`,
    );
  await chmod(path, 0o600);
  return secret;
}
