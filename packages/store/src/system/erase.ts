import type { Connections } from "../connection.ts";
import { CODED_INTERVIEW } from "../interviews.ts";
import type { KeyVault } from "../keys/vault.ts";
import type { Packs } from "../records/packs.ts";
import { momentOf } from "../records/written.ts";
import { build } from "../tables.ts";
import type { EraseResult, Erasure, InterviewsOutlived, RetentionReport } from "./erasure.ts";
import { eraseOutlivedInterviews, TOGETHER } from "./outlived-interviews.ts";

export interface ErasePorts {
  readonly connections: Connections;
  readonly vault: KeyVault;
  readonly packs: Packs;
  readonly now: () => Date;
}

/** A record whose body is to go. */
interface Doomed {
  readonly id: string;
  readonly seq: number;
  readonly slot: number | undefined;
}

/** Erases the body of a record. */
export async function erase(ports: ErasePorts, recordId: string, reason: string, by: string): Promise<EraseResult> {
  const rows = await ports.connections.within(undefined, (transaction) =>
    transaction.run(build.selectFrom("kelisim.record").select(["id", "seq", "key_slot"]).where("id", "=", recordId)),
  );
  if (rows[0] === undefined) return { kind: "absent" };
  return { kind: (await eraseAll(ports, rows.map(doomedOf), reason, by)) === 1 ? "erased" : "repeated" };
}

const doomedOf = ({ id, seq, key_slot }: { id: string; seq: string; key_slot: string | null }): Doomed => ({
  id,
  seq: Number(seq),
  slot: key_slot === null ? undefined : Number(key_slot),
});

/**
 * Erases bodies together: first the rows that say so are on disk, then the keys go. A stop in between is made good at
 * the next start (`purgeErased`). Gives how many were not erased before.
 */
function eraseAll(
  { connections, vault, packs, now }: ErasePorts,
  doomed: readonly Doomed[],
  reason: string,
  by: string,
): Promise<number> {
  const seqs = doomed.map(({ seq }) => seq);
  return packs.without(seqs, async (packSlots) => {
    const own = doomed.filter((each): each is Doomed & { readonly slot: number } => each.slot !== undefined);
    const fresh = await connections.within(undefined, async (transaction) => {
      // Keys of packs go with the first row, so that a stop in between destroys them too.
      const slots = doomed.map(({ slot }, index) => [
        ...(slot === undefined ? [] : [slot]),
        ...(index === 0 ? packSlots : []),
      ]);
      const { rowCount } = await transaction.query(
        `insert into kelisim.erasure (record, key_slots, reason, by_person, at)
         select record, string_to_array(slots, ',')::bigint[], $3, $4, $5
         from unnest($1::text[], $2::text[]) as r(record, slots)
         on conflict (record) do nothing`,
        [doomed.map(({ id }) => id), slots.map((list) => list.join(",")), reason, by, now()],
      );
      await transaction.query("delete from kelisim.pack where key_slot = any($1)", [packSlots]);
      return rowCount ?? 0;
    });
    await vault.destroy([...own.map(({ slot, id }) => ({ slot, record: id })), ...packSlots.map((slot) => ({ slot }))]);
    return fresh;
  });
}

export async function listErasures(connections: Connections): Promise<readonly Erasure[]> {
  const rows = await connections.within(undefined, (transaction) =>
    transaction.run(build.selectFrom("kelisim.erasure").selectAll().orderBy("at").orderBy("record")),
  );
  return rows.map(({ record, reason, by_person, at }) => ({ record, reason, by: by_person, at: momentOf(at) }));
}

/**
 * Erases what is older than its kind is kept, so many at a time. Each batch is done for good; a run that was cut off is
 * gone on with by the next one, which finds what is left.
 */
export async function runRetention(
  ports: ErasePorts,
  days: Readonly<Record<string, number>>,
  by: string,
): Promise<RetentionReport> {
  for (const [kind, kept] of Object.entries(days))
    if (!(kept >= 0)) throw new RangeError(`retention of ${kind}: ${kept} is no number of days`);
  const byKind: Record<string, number> = {};
  let interviews: readonly InterviewsOutlived[] = [];
  for (const [kind, kept] of Object.entries(days)) {
    const before = new Date(ports.now().getTime() - kept * 86_400_000);
    let fresh: number;
    if (kind === CODED_INTERVIEW) {
      interviews = await eraseOutlivedInterviews(ports, before);
      fresh = sum(interviews.map((of) => of.erased));
    } else fresh = await eraseOutlived(ports, kind, before, `kept for ${kept} days`, by);
    if (fresh > 0) byKind[kind] = fresh;
  }
  return { erased: sum(Object.values(byKind)), byKind, interviews };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0);

/** Erases the bodies of a kind that were recorded before a moment; gives how many. */
async function eraseOutlived(
  ports: ErasePorts,
  kind: string,
  before: Date,
  reason: string,
  by: string,
): Promise<number> {
  let erased = 0;
  let after = 0;
  for (;;) {
    const doomed = await outlived(ports.connections, kind, before, after);
    if (doomed.length === 0) return erased;
    erased += await eraseAll(ports, doomed, reason, by);
    after = doomed.at(-1)!.seq;
  }
}

/** The next records of a kind that were recorded before a moment and have their body still, in order of `seq`. */
async function outlived(
  connections: Connections,
  kind: string,
  before: Date,
  afterSeq: number,
): Promise<readonly Doomed[]> {
  const { rows } = await connections.within(undefined, (transaction) =>
    transaction.query<{ id: string; seq: string; key_slot: string }>(
      `select id, seq, key_slot from kelisim.record as r
       where kind = $1 and recorded < $2 and seq > $3 and key_slot is not null
         and not exists (select from kelisim.erasure where record = r.id)
       order by seq limit ${TOGETHER}`,
      [kind, before, afterSeq],
    ),
  );
  return rows.map(doomedOf);
}

/**
 * Brings database and vault together when the store opens. What the database says is erased is destroyed again (an
 * older key folder may have been put back, or the last erasure was cut off); what the vault says is erased is noted in
 * the database again (an older database may have been put back). Gives how many keys and rows that were.
 */
export async function purgeErased({ connections, vault, now }: ErasePorts): Promise<{ keys: number; rows: number }> {
  const { erasures, restored, stale } = await connections.within(undefined, async (transaction) => {
    const rows = await transaction.query<{ record: string; slots: string[] }>(
      "select record, key_slots::text[] as slots from kelisim.erasure",
    );
    const bare = await transaction.query<{ id: string; slot: string | null }>(
      `select r.id, r.key_slot as slot from kelisim.record as r
       where (r.key_slot is null or r.key_slot = any($1)) and not exists (select from kelisim.erasure where record = r.id)`,
      [vault.destroyedSlots()],
    );
    let stale = 0;
    for (const table of ["pack", "interview"])
      stale +=
        (await transaction.query(`delete from kelisim.${table} where key_slot = any($1)`, [vault.destroyedSlots()]))
          .rowCount ?? 0;
    return { erasures: rows.rows, restored: bare.rows, stale };
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
  return { keys: back.length, rows: restored.length + stale };
}
