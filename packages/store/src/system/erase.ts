import type { Connections } from "../connection.ts";
import type { KeyVault } from "../keys/vault.ts";
import type { Packs } from "../records/packs.ts";
import { momentOf } from "../records/written.ts";
import { build } from "../tables.ts";
import type { EraseResult, Erasure, RetentionReport } from "./erasure.ts";

export interface ErasePorts {
  readonly connections: Connections;
  readonly vault: KeyVault;
  readonly packs: Packs;
  readonly now: () => Date;
}

/**
 * Erases the body of a record: first the row that says so is on disk, then the keys go. A stop in between is made
 * good at the next start (`purgeErased`).
 */
export async function erase(ports: ErasePorts, recordId: string, reason: string, by: string): Promise<EraseResult> {
  const { connections, vault, packs, now } = ports;
  const found = await connections.within(undefined, (transaction) =>
    transaction.run(build.selectFrom("kelisim.record").select(["seq", "key_slot"]).where("id", "=", recordId)),
  );
  const row = found[0];
  if (row === undefined) return { kind: "absent" };
  return packs.without(Number(row.seq), async (packSlots) => {
    const slots = [...(row.key_slot === null ? [] : [Number(row.key_slot)]), ...packSlots];
    const fresh = await connections.within(undefined, async (transaction) => {
      const { rowCount } = await transaction.query(
        `insert into kelisim.erasure (record, key_slots, reason, by_person, at) values ($1, $2, $3, $4, $5)
         on conflict (record) do nothing`,
        [recordId, slots, reason, by, now()],
      );
      await transaction.query("delete from kelisim.pack where $1 between first_seq and last_seq", [Number(row.seq)]);
      return rowCount === 1;
    });
    await vault.destroy(slots.map((slot) => (slot === Number(row.key_slot) ? { slot, record: recordId } : { slot })));
    return { kind: fresh ? "erased" : "repeated" };
  });
}

export async function listErasures(connections: Connections): Promise<readonly Erasure[]> {
  const rows = await connections.within(undefined, (transaction) =>
    transaction.run(build.selectFrom("kelisim.erasure").selectAll().orderBy("at").orderBy("record")),
  );
  return rows.map(({ record, reason, by_person, at }) => ({ record, reason, by: by_person, at: momentOf(at) }));
}

/** Erases what is older than its kind is kept. */
export async function runRetention(
  ports: ErasePorts,
  days: Readonly<Record<string, number>>,
  by: string,
): Promise<RetentionReport> {
  const byKind: Record<string, number> = {};
  let erased = 0;
  for (const [kind, kept] of Object.entries(days)) {
    if (!(kept >= 0)) throw new RangeError(`retention of ${kind}: ${kept} is no number of days`);
    const before = new Date(ports.now().getTime() - kept * 86_400_000);
    const rows = await ports.connections.within(undefined, (transaction) =>
      transaction.run(
        build
          .selectFrom("kelisim.record")
          .select("id")
          .where("kind", "=", kind)
          .where("recorded", "<", before)
          .where("key_slot", "is not", null)
          .where((on) =>
            on.not(
              on.exists(
                on
                  .selectFrom("kelisim.erasure")
                  .select("record")
                  .whereRef("kelisim.erasure.record", "=", "kelisim.record.id"),
              ),
            ),
          )
          .orderBy("seq"),
      ),
    );
    for (const { id } of rows) {
      const result = await erase(ports, id, `kept for ${kept} days`, by);
      if (result.kind !== "erased") continue;
      byKind[kind] = (byKind[kind] ?? 0) + 1;
      erased += 1;
    }
  }
  return { erased, byKind };
}

/**
 * Brings database and vault together when the store opens. What the database says is erased is destroyed again (an
 * older key folder may have been put back, or the last erasure was cut off); what the vault says is erased is noted in
 * the database again (an older database may have been put back). Gives how many keys and rows that were.
 */
export async function purgeErased({ connections, vault, now }: ErasePorts): Promise<{ keys: number; rows: number }> {
  const { erasures, restored, packs } = await connections.within(undefined, async (transaction) => {
    const rows = await transaction.query<{ record: string; slots: string[] }>(
      "select record, key_slots::text[] as slots from kelisim.erasure",
    );
    const bare = await transaction.query<{ id: string; slot: string | null }>(
      `select r.id, r.key_slot as slot from kelisim.record as r
       where (r.key_slot is null or r.key_slot = any($1)) and not exists (select from kelisim.erasure where record = r.id)`,
      [vault.destroyedSlots()],
    );
    const stale = await transaction.query("delete from kelisim.pack where key_slot = any($1)", [
      vault.destroyedSlots(),
    ]);
    return { erasures: rows.rows, restored: bare.rows, packs: stale.rowCount };
  });
  const back = erasures.flatMap(({ record, slots }) =>
    slots
      .map(Number)
      .filter((slot) => !vault.destroyed(slot))
      .map((slot, index) => (index === 0 ? { slot, record } : { slot })),
  );
  if (back.length > 0) await vault.destroy(back);
  for (const { id, slot } of restored) {
    await connections.within(undefined, (transaction) =>
      transaction.query(
        `insert into kelisim.erasure (record, key_slots, reason, by_person, at) values ($1, $2, $3, $4, $5)
         on conflict (record) do nothing`,
        [
          id,
          slot === null ? [] : [Number(slot)],
          "erased before an older copy of the database was put back",
          "node",
          now(),
        ],
      ),
    );
  }
  return { keys: back.length, rows: restored.length + (packs ?? 0) };
}
