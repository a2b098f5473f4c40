import { hash } from "node:crypto";
import type pg from "pg";
import { DatabaseIsNewer, MigrationChanged, MigrationStopped } from "../errors.ts";
import { checkList } from "./check-list.ts";
import type { Migration } from "./migration.ts";

/** Any number, the same in every Kelisim: the advisory lock under which migrations run. */
const MIGRATION_LOCK = 7_305_201;

export interface MigrationReport {
  readonly ran: readonly number[];
  readonly now: number;
}

/**
 * Brings the database to the last migration of the list, each in a transaction of its own: one that stops (a full
 * disk, a kill) leaves the database as it was before it. Throws `MigrationGap`, `MigrationChanged`,
 * `DatabaseIsNewer`, `MigrationStopped`. `client` is the database's owner.
 */
export async function migrate(client: pg.ClientBase, migrations: readonly Migration[]): Promise<MigrationReport> {
  checkList(migrations);
  await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
  try {
    const done = await readDone(client);
    const last = Math.max(0, ...done.keys());
    if (last > migrations.length) throw new DatabaseIsNewer(last, migrations.length);
    for (const { id, name, sql } of migrations) {
      const ran = done.get(id);
      if (ran !== undefined && ran !== hash("sha256", sql)) throw new MigrationChanged(id, name);
    }
    const ran: number[] = [];
    for (const migration of migrations) {
      if (done.has(migration.id)) continue;
      await runOne(client, migration);
      ran.push(migration.id);
    }
    return { ran, now: migrations.length };
  } finally {
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]).catch(() => {});
  }
}

async function readDone(client: pg.ClientBase): Promise<ReadonlyMap<number, string>> {
  const there = await client.query<{ there: boolean }>("select to_regclass('kelisim.migration') is not null as there");
  if (!there.rows[0]!.there) return new Map();
  const { rows } = await client.query<{ id: number; sha256: string }>("select id, sha256 from kelisim.migration");
  return new Map(rows.map((row) => [row.id, row.sha256]));
}

async function runOne(client: pg.ClientBase, { id, name, sql }: Migration): Promise<void> {
  try {
    await client.query("begin");
    await client.query(`create schema if not exists kelisim;
      create table if not exists kelisim.migration (
        id integer primary key, name text not null, sha256 text not null, at timestamptz not null default now())`);
    await client.query(sql);
    await client.query("insert into kelisim.migration (id, name, sha256) values ($1, $2, $3)", [
      id,
      name,
      hash("sha256", sql),
    ]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback").catch(() => {});
    throw new MigrationStopped(id, name, cause);
  }
}
