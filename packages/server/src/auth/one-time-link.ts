import { createHash } from "node:crypto";

/** How long a link to sign in is good for, in seconds. */
export const LINK_SECONDS = 15 * 60;
/** An invitation travels by hand or by letter; it is good for three days, once. */
export const INVITATION_SECONDS = 3 * 24 * 3600;

/**
 * What the database keeps of a link: SHA-256 of its token. Whoever reads the table or a backup cannot sign in with it.
 */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/**
 * Addresses of people without e-mail: better-auth identifies people by one. `.invalid` is reserved to lead nowhere
 * (RFC 2606, section 2), so nothing is ever sent there.
 */
export const addressWithoutMail = (id: string) => `${id.toLowerCase()}@person.invalid`;
export const hasMail = (address: string) => !address.endsWith(".invalid");

/** Until when an invitation made at `now` (milliseconds) is good, as RFC 3339. */
export const linkEnds = (now: number): string => new Date(now + INVITATION_SECONDS * 1000).toISOString();
