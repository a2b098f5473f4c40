import pg from "pg";
import { createBriefs } from "./briefs-of-body.ts";
import { isAway, openConnections, settingsOf } from "./connection.ts";
import { createDrafts } from "./drafts-of-body.ts";
import { DatabaseAway, DatabaseTooOld } from "./errors.ts";
import { createInterviews } from "./interviews-of-body.ts";
import type { KeyVault } from "./keys/vault.ts";
import { createListener } from "./listen.ts";
import { takeLock } from "./lock-connection.ts";
import { MIGRATIONS } from "./migrations/index.ts";
import { migrate } from "./migrations/migrate.ts";
import { createRecommendationDecisions } from "./recommendation-decisions.ts";
import { createRecords } from "./records/body-records.ts";
import { createPacks } from "./records/packs.ts";
import { createSights } from "./records/sights.ts";
import { createWriter } from "./records/writer.ts";
import { checkBound, grantRights, type Roles, rolesOf } from "./rights.ts";
import { createSeen } from "./seen-by-person.ts";
import type { Store, StoreOptions } from "./store.ts";
import { createSystem } from "./system/create-system.ts";
import { purgeErased } from "./system/erase.ts";
import { checkViewer } from "./viewer.ts";

const KEEPERS = 4;

/**
 * Opens the database: takes the lock of the one server, brings the tables up to date, makes the roles and makes certain
 * that row-level security binds the one that answers requests, and brings database and keys together.
 * Throws `StoreInUse` (with the other's address), `DatabaseAway`, `DatabaseTooOld`, `DatabaseIsNewer`,
 * `MigrationChanged`, `MigrationStopped`, `SecurityBypassed`. The caller keeps the vault and closes it after the store.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { url, vault } = options;
  const now = options.now ?? (() => new Date());
  const log = options.log ?? (() => {});
  const lock = await takeLock(url, log);
  const closers: (() => Promise<void>)[] = [() => lock.end()];
  const closeAll = async () => {
    for (const close of closers.reverse()) await close().catch(() => {});
  };
  try {
    const roles = await prepareDatabase(url, vault);
    await lock.workAs(roles.desk);
    await checkBound(await lock.client(), roles.desk);
    const desk = openConnections(url, roles.desk, options.connections ?? 10);
    const keeper = openConnections(url, roles.keeper, KEEPERS);
    closers.push(
      () => desk.end(),
      () => keeper.end(),
    );
    await desk.within(undefined, (transaction) => checkBound(transaction.client, roles.desk));
    const packs = createPacks(keeper, vault, log);
    closers.push(() => packs.close());
    const sights = createSights(desk, () => packs.lastSeq());
    const purged = await purgeErased({ connections: keeper, vault, packs, now });
    if (purged.keys > 0) log(`${purged.keys} keys of erased bodies had come back and were destroyed again`);
    if (purged.rows > 0) log(`${purged.rows} erasures were noted again in a restored database`);
    const writer = createWriter({
      client: () => lock.client(),
      vault,
      now,
      heldKnown: () => lock.heldKnown(),
      committed: (taken) => packs.note(taken),
    });
    closers.push(() => writer.idle());
    const system = createSystem({ keeper, desk, vault, packs, writer, now });
    const listener = createListener(url, roles.desk, async () => (await system.counts()).lastSeq);
    closers.push(() => listener.end());
    const setAddress = async (address: string) => {
      await keeper.within(undefined, (transaction) =>
        transaction.query(
          `insert into kelisim.node_address (address, at) values ($1, $2)
           on conflict (single) do update set address = excluded.address, at = excluded.at`,
          [address, now()],
        ),
      );
    };
    await keeper.within(undefined, (transaction) => transaction.query("delete from kelisim.node_address"));
    if (options.address !== undefined) await setAddress(options.address);
    void packs.complete().catch(() => {});
    return {
      as(viewer) {
        checkViewer(viewer);
        const records = createRecords({ connections: desk, vault, packs, writer, sights }, viewer);
        return {
          viewer,
          records,
          drafts: createDrafts({ connections: desk, vault, writer, now, records }, viewer),
          interviews: createInterviews({ connections: desk, vault, now }, viewer),
          briefs: createBriefs({ connections: desk, vault, now }, viewer),
          decisions: createRecommendationDecisions({ connections: desk, now }, viewer),
          seen: createSeen(desk, now, viewer),
        };
      },
      system,
      listen: (callback) => listener.add(callback),
      setAddress,
      async ready() {
        try {
          await keeper.within(undefined, (transaction) => transaction.query("select"));
          return true;
        } catch {
          return false;
        }
      },
      async close() {
        await writer.idle();
        await keeper
          .within(undefined, (transaction) => transaction.query("delete from kelisim.node_address"))
          .catch(() => {});
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** As the database's owner: tables, roles, and the slots of keys that are in use. */
async function prepareDatabase(url: string, vault: KeyVault): Promise<Roles> {
  const owner = new pg.Client(settingsOf(url));
  owner.on("error", () => {});
  try {
    await owner.connect();
    const { rows } = await owner.query<{ version: string; number: number; name: string }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
         current_database() as name`,
    );
    if (rows[0]!.number < 150_000) throw new DatabaseTooOld(rows[0]!.version);
    await migrate(owner, MIGRATIONS);
    const roles = rolesOf(rows[0]!.name);
    await grantRights(owner, roles);
    const slots = await owner.query<{ slot: string }>(
      `select greatest(
         (select max(key_slot) from kelisim.record), (select max(key_slot) from kelisim.draft),
         (select max(key_slot) from kelisim.interview), (select max(key_slot) from kelisim.brief),
         (select max(key_slot) from kelisim.pack), (select max(slot) from kelisim.erasure, unnest(key_slots) as slot)
       )::text as slot`,
    );
    if (slots.rows[0]!.slot !== null) await vault.reserveThrough(Number(slots.rows[0]!.slot));
    return roles;
  } catch (error) {
    throw isAway(error) ? new DatabaseAway(error) : error;
  } finally {
    await owner.end().catch(() => {});
  }
}
