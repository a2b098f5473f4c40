import { randomUUID } from "node:crypto";
import { seal, unseal } from "./body-cipher.ts";
import type { Connections, Transaction } from "./connection.ts";
import type { CodedInterview, Interviews } from "./interviews.ts";
import type { KeyVault } from "./keys/vault.ts";
import { momentOf } from "./records/written.ts";
import { build } from "./tables.ts";
import type { Viewer } from "./viewer.ts";

export interface InterviewPorts {
  readonly connections: Connections;
  readonly vault: KeyVault;
  readonly now: () => Date;
}

const boundOf = (id: string) => `kelisim interview ${id}`;

/** Somebody of the body added the label while this was being added. */
class TakenMeanwhile extends Error {
  override readonly name = "TakenMeanwhile";
}

/** The coded interviews of one body: see `Interviews`. */
export function createInterviews({ connections, vault, now }: InterviewPorts, viewer: Viewer): Interviews {
  const { region, party, body } = viewer;
  const own = () =>
    build
      .selectFrom("kelisim.interview")
      .where(({ and }) => and({ region, party, body }))
      .orderBy("label");
  return {
    async list() {
      const rows = await connections.within(viewer, (transaction) => transaction.run(own().selectAll()));
      return rows.flatMap((row): CodedInterview[] => {
        const key = vault.key(Number(row.key_slot));
        const text = key === undefined ? undefined : unseal(key, boundOf(row.id), row);
        if (text === undefined) return [];
        const { id, label, added_by: addedBy } = row;
        return [{ id, label, content: JSON.parse(text), addedBy, added: momentOf(row.added) }];
      });
    },

    async add(interviews, by) {
      const labels = interviews.map(({ label }) => label);
      const at = now();
      const added = connections.within(viewer, async (transaction) => {
        const taken = await transaction.run(
          own()
            .select("label")
            .where("label", "in", labels.length === 0 ? [""] : labels),
        );
        if (taken.length > 0) return { taken: taken.map(({ label }) => label) };
        for (const { label, content } of interviews) {
          const made = { id: randomUUID(), label, content, addedBy: by, added: at.toISOString() };
          if (!(await keep({ transaction, vault }, viewer, made))) throw new TakenMeanwhile(label);
        }
        return { taken: [] };
      });
      return added.catch((error: unknown) => {
        if (error instanceof TakenMeanwhile) return { taken: [error.message] };
        throw error;
      });
    },

    async remove(id) {
      const rows = await connections.within(viewer, (transaction) =>
        transaction.run(own().select(["id", "key_slot"]).where("id", "=", id)),
      );
      if (rows[0] === undefined) return { kind: "absent" };
      await eraseInterviews({ vault, within: (work) => connections.within(viewer, work) }, rows);
      return { kind: "removed" };
    },
  };
}

/** Where interviews are erased: their keys, and the transactions that see their rows. */
export interface ErasesInterviews {
  readonly vault: KeyVault;
  readonly within: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;
}

/**
 * Destroys the keys of interviews, then deletes their rows. A stop in between leaves rows that nobody can read; they go with the next
 * start (`purgeErased`), as do those of an older database that was put back.
 */
export async function eraseInterviews(
  { vault, within }: ErasesInterviews,
  rows: readonly { readonly id: string; readonly key_slot: string }[],
): Promise<void> {
  await vault.destroy(rows.map(({ id, key_slot }) => ({ slot: Number(key_slot), record: id })));
  const ids = rows.map(({ id }) => id);
  await within((transaction) => transaction.run(build.deleteFrom("kelisim.interview").where("id", "in", ids)));
}

/** Writes one interview under a new key. False: its id or label is there already, or it was erased here; nothing was written. */
export async function keep(
  { transaction, vault }: { readonly transaction: Transaction; readonly vault: KeyVault },
  { region, party, body }: Viewer,
  { id, label, content, addedBy, added }: CodedInterview,
): Promise<boolean> {
  if (vault.erasedRecord(id)) return false;
  const [taken] = await vault.take(1);
  const { nonce, ciphertext } = seal(taken!.key, boundOf(id), JSON.stringify(content));
  const { rowCount } = await transaction.query(
    `insert into kelisim.interview (id, region, party, body, label, added_by, added, key_slot, nonce, ciphertext)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [id, region, party, body, label, addedBy, added, taken!.slot, nonce, ciphertext],
  );
  if (rowCount === 0) vault.giveBack([taken!]);
  return rowCount === 1;
}
