import { grantLogin } from "@kelisim/store";
import type { BetterAuthOptions } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import type { Pool } from "pg";

/** The tables of the login stand in a way that cannot be brought forward without losing something. */
export class LoginTablesStandApart extends Error {
  override readonly name = "LoginTablesStandApart";
}

export const AUTH_SCHEMA = "auth";

/** Any number that nothing else locks: "kelisim login" folded to 32 bits. */
const LOCK = 1_263_357_793;

/**
 * Makes or extends the tables of the login in schema `auth`, as better-auth's own migration function says, and gives the
 * role that works on them. Its statements run in one transaction under an advisory lock, so that a full disk or a second
 * start leaves the old state. `owner`: connections of the database's owner, with `auth` as search_path.
 */
export async function migrateLogin(owner: Pool, options: BetterAuthOptions): Promise<string> {
  const client = await owner.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    try {
      await client.query(`create schema if not exists ${AUTH_SCHEMA}`);
      const plan = await getMigrations(options);
      if (plan.unsafeChanges.length > 0)
        throw new LoginTablesStandApart(
          `Schema "${AUTH_SCHEMA}" cannot be brought forward: ${JSON.stringify(plan.unsafeChanges)}`,
        );
      if (plan.toBeCreated.length + plan.toBeAdded.length + plan.toBeAddedIndexes.length > 0) {
        const statements = await plan.compileMigrations();
        await client.query("begin");
        try {
          await client.query(statements);
          await client.query("commit");
        } catch (error) {
          await client.query("rollback");
          throw error;
        }
      }
      return await grantLogin(client, AUTH_SCHEMA);
    } finally {
      await client.query("select pg_advisory_unlock($1)", [LOCK]);
    }
  } finally {
    client.release();
  }
}
