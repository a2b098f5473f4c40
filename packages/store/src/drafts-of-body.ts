import { randomUUID } from "node:crypto";
import { seal, unseal } from "./body-cipher.ts";
import type { Connections, Transaction } from "./connection.ts";
import type { Draft, Drafts, DraftText } from "./drafts.ts";
import type { KeyVault } from "./keys/vault.ts";
import { sealRecords } from "./records/body-records.ts";
import { isPrepared, prepareRecord } from "./records/prepare.ts";
import type { Records } from "./records/records.ts";
import type { Writer } from "./records/writer.ts";
import { momentOf } from "./records/written.ts";
import { build } from "./tables.ts";
import type { Viewer } from "./viewer.ts";

export interface DraftPorts {
  readonly connections: Connections;
  readonly vault: KeyVault;
  readonly writer: Writer;
  readonly now: () => Date;
  /** The records of the same body. */
  readonly records: Records;
}

/** A draft's row. `record` and `context` are encrypted under a key of its own, destroyed when the draft goes. */
type Row = Awaited<ReturnType<typeof readRows>>[number];

const boundOf = (id: string) => `kelisim draft ${id}`;

function readRows(transaction: Transaction, id?: string) {
  const rows = build.selectFrom("kelisim.draft").selectAll().orderBy("changed", "desc").orderBy("id");
  return transaction.run(id === undefined ? rows : rows.where("id", "=", id));
}

/** The drafts of one body: see `Drafts`. */
export function createDrafts({ connections, vault, writer, now, records }: DraftPorts, viewer: Viewer): Drafts {
  function draftOf(row: Row): Draft {
    const key = vault.key(Number(row.key_slot));
    const text = key === undefined ? undefined : unseal(key, boundOf(row.id), row);
    const { record, context } = JSON.parse(text ?? '{"record":{},"context":{}}');
    return {
      id: row.id,
      kind: row.kind,
      title: row.title,
      record,
      context,
      draftedBy: row.drafted_by,
      created: momentOf(row.created),
      changed: momentOf(row.changed),
      version: row.version,
    };
  }

  async function find(id: string): Promise<Row | undefined> {
    return (await connections.within(viewer, (transaction) => readRows(transaction, id)))[0];
  }

  const encrypt = (key: Uint8Array, id: string, { record, context = {} }: DraftText) =>
    seal(key, boundOf(id), JSON.stringify({ record, context }));

  async function create(draft: DraftText, by: string): Promise<Draft> {
    const id = randomUUID();
    const [taken] = await vault.take(1);
    const { nonce, ciphertext } = encrypt(taken!.key, id, draft);
    const at = now();
    const { region, party, body } = viewer;
    const values = { id, region, party, body, kind: draft.kind, title: draft.title, drafted_by: [by] };
    const rows = await connections.within(viewer, (transaction) =>
      transaction.run(
        build
          .insertInto("kelisim.draft")
          .values({ ...values, created: at, changed: at, version: 1, key_slot: taken!.slot, nonce, ciphertext })
          .returningAll(),
      ),
    );
    return draftOf(rows[0]!);
  }

  return {
    async list() {
      return (await connections.within(viewer, (transaction) => readRows(transaction))).map(draftOf);
    },

    async get(id) {
      const row = await find(id);
      return row === undefined ? undefined : draftOf(row);
    },

    async save(draft, by) {
      const { id } = draft;
      if (id === undefined) return { kind: "saved", draft: await create(draft, by) };
      const row = await find(id);
      if (row === undefined) return { kind: "absent" };
      const key = vault.key(Number(row.key_slot));
      if (key === undefined) return { kind: "absent" };
      const expected = draft.version ?? row.version;
      const { nonce, ciphertext } = encrypt(key, id, draft);
      const drafted_by = row.drafted_by.includes(by) ? row.drafted_by : [...row.drafted_by, by];
      const changes = { kind: draft.kind, title: draft.title, drafted_by, changed: now(), nonce, ciphertext };
      const rows = await connections.within(viewer, (transaction) =>
        transaction.run(
          build
            .updateTable("kelisim.draft")
            .set({ ...changes, version: expected + 1 })
            .where("id", "=", id)
            .where("version", "=", expected)
            .returningAll(),
        ),
      );
      if (rows[0] !== undefined) return { kind: "saved", draft: draftOf(rows[0]) };
      const other = await find(id);
      return other === undefined ? { kind: "absent" } : { kind: "changed", draft: draftOf(other) };
    },

    async remove(id) {
      const rows = await connections.within(viewer, (transaction) =>
        transaction.run(build.deleteFrom("kelisim.draft").where("id", "=", id).returning("key_slot")),
      );
      if (rows[0] === undefined) return { kind: "absent" };
      await vault.destroy([{ slot: Number(rows[0].key_slot) }]);
      return { kind: "removed" };
    },

    async release(id, record, by, version) {
      const row = await find(id);
      if (row === undefined) return { kind: "absent" };
      if (version !== undefined && row.version !== version) return { kind: "changed", draft: draftOf(row) };
      const fourEyes = await connections.within(viewer, async (transaction) => {
        const settings = build.selectFrom("kelisim.setting").select("value").where("name", "=", "four_eyes");
        return (await transaction.run(settings))[0]?.value === true;
      });
      if (fourEyes && row.drafted_by.includes(by)) {
        return {
          kind: "four-eyes",
          message: "This node asks for four eyes: somebody who did not write on the draft releases it.",
        };
      }
      const prepared = prepareRecord(record);
      if (!isPrepared(prepared)) return { kind: "refused", problem: prepared };
      const outcomes = await writer.write({
        viewer,
        records: await sealRecords(vault, [prepared]),
        async alongside(client) {
          const gone = await client.query("delete from kelisim.draft where id = $1 and version = $2", [
            id,
            row.version,
          ]);
          return gone.rowCount === 1;
        },
        allOrNothing: true,
      });
      const outcome = outcomes?.[0];
      if (outcome === undefined) {
        const other = await find(id);
        return other === undefined ? { kind: "absent" } : { kind: "changed", draft: draftOf(other) };
      }
      if (outcome.kind === "refused") return { kind: "refused", problem: outcome.problem };
      await vault.destroy([{ slot: Number(row.key_slot) }]);
      return { kind: "released", record: (await records.get(prepared.id))! };
    },
  };
}
