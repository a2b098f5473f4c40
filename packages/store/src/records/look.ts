import { hash } from "node:crypto";
import type { Connections, Transaction } from "../connection.ts";
import type { KeyVault } from "../keys/vault.ts";
import { build } from "../tables.ts";
import type { Viewer } from "../viewer.ts";
import { type BodyText, readBody } from "./body-reader.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { conditionsOf, wordFinder } from "./filter.ts";
import { IN_ORDER } from "./in-order.ts";
import type { PageQuery, RecordPage, RecordQuery, StoredRecord } from "./records.ts";
import type { Sights } from "./sights.ts";
import { momentOf, writtenOf } from "./written.ts";

const MOST = 1_000;
/** Rows decrypted at a time while words are looked for. */
const SEARCH_STEP = 2_000;

const COLUMNS = [
  "seq",
  "header",
  "known",
  "occurred",
  "owner_party",
  "owner_body",
  "key_slot",
  "nonce",
  "ciphertext",
] as const;

type Few = readonly number[] | undefined;

interface Row {
  readonly seq: string;
  readonly header: string;
  readonly known: Date;
  readonly occurred: Date;
  readonly owner_party: string;
  readonly owner_body: string;
  readonly key_slot: string | null;
  readonly nonce: Buffer | null;
  readonly ciphertext: Buffer | null;
}

/** Reading what a body may see: one record, a page, a count. */
export function createLook(
  { connections, vault, sights }: { connections: Connections; vault: KeyVault; sights: Sights },
  viewer: Viewer,
) {
  const bodyOf = (row: Row): BodyText =>
    readBody(vault, {
      header: row.header,
      slot: row.key_slot === null ? undefined : Number(row.key_slot),
      nonce: row.nonce ?? undefined,
      ciphertext: row.ciphertext ?? undefined,
    });

  /** `few`: all that the body may read, where that is known. */
  function select(query: PageQuery, after: string | undefined, limit: number, few: Few) {
    const order = query.order ?? "newest";
    const down = order === "newest" || order === "occurred";
    const way = down ? "desc" : "asc";
    const beyond = down ? "<" : ">";
    const rows = build
      .selectFrom("kelisim.record")
      .select(COLUMNS)
      .where(conditionsOf(query, viewer, few))
      .limit(limit);
    const cursor = after === undefined ? undefined : readCursor(after);
    if (order === "newest" || order === "oldest") {
      const sorted = rows.orderBy("seq", way);
      return cursor === undefined ? sorted : sorted.where("seq", beyond, cursor.seq as never);
    }
    const sorted = rows.orderBy("occurred", way).orderBy("seq", way);
    if (cursor?.occurred === undefined) return sorted;
    return sorted.where((on) =>
      on(on.refTuple("occurred", "seq"), beyond, on.tuple(cursor.occurred as never, cursor.seq as never) as never),
    );
  }

  const cursorOf = (row: Row, query: PageQuery): string =>
    query.order === "occurred" || query.order === "occurred-oldest"
      ? writeCursor({ seq: Number(row.seq), occurred: row.occurred.toISOString() })
      : writeCursor({ seq: Number(row.seq) });

  /** Rows that hold the words, up to `limit`; looks on through the table until there are so many. */
  async function find(transaction: Transaction, query: PageQuery, limit: number, few: Few): Promise<readonly Row[]> {
    if (few === undefined) await transaction.query(IN_ORDER);
    const fits = wordFinder(query.text);
    if (fits === undefined) return transaction.run(select(query, query.after, limit, few));
    const found: Row[] = [];
    let after = query.after;
    for (;;) {
      const rows = await transaction.run(select(query, after, SEARCH_STEP, few));
      for (const row of rows) {
        const body = bodyOf(row);
        if (!fits(row.header, body.kind === "body" ? body.text : "")) continue;
        found.push(row);
        if (found.length === limit) return found;
      }
      if (rows.length < SEARCH_STEP) return found;
      after = cursorOf(rows.at(-1)!, query);
    }
  }

  function storedOf(row: Row): StoredRecord {
    const body = bodyOf(row);
    return {
      seq: Number(row.seq),
      record: writtenOf(row.header, momentOf(row.known), body.kind === "body" ? body.text : undefined),
      owner: { party: row.owner_party, body: row.owner_body },
      headerSha256: hash("sha256", row.header),
      ...(body.kind === "erased" ? { erased: true } : {}),
      ...(body.kind === "unreadable" ? { unreadable: true } : {}),
    };
  }

  return {
    async page(query: PageQuery): Promise<RecordPage> {
      const limit = Math.min(Math.max(1, query.limit ?? 50), MOST);
      const few = await sights.of(viewer);
      const rows = await connections.within(viewer, (transaction) => find(transaction, query, limit + 1, few));
      const shown = rows.slice(0, limit);
      const records = shown.map(storedOf);
      return rows.length > limit ? { records, next: cursorOf(shown.at(-1)!, query) } : { records };
    },

    get(id: string): Promise<StoredRecord | undefined> {
      return connections.within(viewer, async (transaction) => {
        const rows = await transaction.run(build.selectFrom("kelisim.record").select(COLUMNS).where("id", "=", id));
        const row = rows[0];
        return row === undefined ? undefined : storedOf(row);
      });
    },

    async count(query: RecordQuery): Promise<number> {
      const few = await sights.of(viewer);
      return connections.within(viewer, async (transaction) => {
        if (wordFinder(query.text) !== undefined) {
          return (await find(transaction, { ...query, order: "oldest" }, Number.POSITIVE_INFINITY, few)).length;
        }
        const rows = await transaction.run(
          build
            .selectFrom("kelisim.record")
            .select((on) => on.fn.countAll<string>().as("count"))
            .where(conditionsOf(query, viewer, few)),
        );
        return Number(rows[0]!.count);
      });
    },

    lastSeq(): Promise<number> {
      return connections.within(viewer, async (transaction) => {
        const rows = await transaction.run(
          build.selectFrom("kelisim.record").select("seq").orderBy("seq", "desc").limit(1),
        );
        return Number(rows[0]?.seq ?? 0);
      });
    },
  };
}
