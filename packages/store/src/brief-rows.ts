import { seal, unseal } from "./body-cipher.ts";
import type { BriefAct, BriefSignOff, BriefText, KeptBrief, NewVersion } from "./briefs.ts";
import type { Transaction } from "./connection.ts";
import type { KeyVault } from "./keys/vault.ts";
import { momentOf } from "./records/written.ts";
import { build } from "./tables.ts";
import type { Viewer } from "./viewer.ts";

export interface Reading {
  readonly transaction: Transaction;
  readonly vault: KeyVault;
}

const boundOf = (id: string, number: number) => `kelisim brief ${id} version ${number}`;

/**
 * The briefs of a body (one of them, where `id` is given) with what became of them, by id. One whose key was destroyed is gone, also
 * where an older database was put back.
 */
export async function readBriefs(
  { transaction, vault }: Reading,
  { region, party, body }: Viewer,
  id?: string,
): Promise<readonly KeptBrief[]> {
  let briefs = build.selectFrom("kelisim.brief").select(["id", "person", "at", "key_slot"]).orderBy("id");
  let versions = build
    .selectFrom("kelisim.brief_version")
    .select(["brief", "number", "title", "note", "person", "at"])
    .orderBy("number");
  let signOffs = build
    .selectFrom("kelisim.brief_sign_off")
    .select(["brief", "number", "act", "note", "person", "at"])
    .orderBy("seq");
  let acts = build
    .selectFrom("kelisim.brief_act")
    .select(["brief", "act", "number", "reason", "person", "at"])
    .orderBy("seq");
  for (const [column, value] of [
    ["region", region],
    ["party", party],
    ["body", body],
  ] as const) {
    briefs = briefs.where(column, "=", value);
    versions = versions.where(column, "=", value);
    signOffs = signOffs.where(column, "=", value);
    acts = acts.where(column, "=", value);
  }
  if (id !== undefined) {
    briefs = briefs.where("id", "=", id);
    versions = versions.where("brief", "=", id);
    signOffs = signOffs.where("brief", "=", id);
    acts = acts.where("brief", "=", id);
  }
  const found = await transaction.run(briefs);
  const texts = byBrief(await transaction.run(versions));
  const signed = byBrief(await transaction.run(signOffs));
  const done = byBrief(await transaction.run(acts));
  return found
    .filter(({ key_slot }) => vault.key(Number(key_slot)) !== undefined)
    .map(({ id: brief, person, at }) => ({
      id: brief,
      person,
      at: momentOf(at),
      versions: texts(brief),
      signOffs: signed(brief).map(
        ({ act, note, ...sign }): BriefSignOff => ({
          ...sign,
          act: act as BriefSignOff["act"],
          ...(note === null ? {} : { note }),
        }),
      ),
      acts: done(brief).map(
        ({ act, number, reason, ...by }) =>
          ({ act, ...(number === null ? {} : { number, reason: reason ?? "" }), ...by }) as BriefAct,
      ),
    }));
}

/** Rows of briefs by brief, each with its moment as text. */
function byBrief<Row extends { readonly brief: string; readonly at: Date }>(rows: readonly Row[]) {
  const groups = Map.groupBy(rows, ({ brief }) => brief);
  return (id: string) => (groups.get(id) ?? []).map(({ brief: _, at, ...row }) => ({ ...row, at: momentOf(at) }));
}

/** The key of a brief of the body; undefined: it is not there, or its key was destroyed. */
export async function keyOf({ transaction, vault }: Reading, { region, party, body }: Viewer, id: string) {
  const { rows } = await transaction.query<{ key_slot: string }>(
    "select key_slot from kelisim.brief where id = $1 and region = $2 and party = $3 and body = $4",
    [id, region, party, body],
  );
  return rows[0] === undefined ? undefined : vault.key(Number(rows[0].key_slot));
}

export async function readText(
  reading: Reading,
  viewer: Viewer,
  id: string,
  number: number,
): Promise<BriefText | undefined> {
  const key = await keyOf(reading, viewer, id);
  if (key === undefined) return undefined;
  const { rows } = await reading.transaction.query<{ nonce: Buffer; ciphertext: Buffer }>(
    "select nonce, ciphertext from kelisim.brief_version where brief = $1 and number = $2",
    [id, number],
  );
  const text = rows[0] === undefined ? undefined : unseal(key, boundOf(id, number), rows[0]);
  return text === undefined ? undefined : JSON.parse(text);
}

/** False: a brief of this id is there already. */
export async function insertBrief(
  transaction: Transaction,
  { region, party, body }: Viewer,
  { id, person, at }: Pick<KeptBrief, "id" | "person" | "at">,
  slot: number,
): Promise<boolean> {
  const { rowCount } = await transaction.query(
    `insert into kelisim.brief (id, region, party, body, person, at, key_slot)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [id, region, party, body, person, at, slot],
  );
  return rowCount === 1;
}

/** False: somebody saved the version of this number meanwhile. */
export async function insertVersion(
  transaction: Transaction,
  { region, party, body }: Viewer,
  brief: string,
  key: Uint8Array,
  {
    number,
    title,
    note,
    person,
    at,
    text,
    figures,
  }: NewVersion & { readonly number: number; readonly person: string; readonly at: string },
): Promise<boolean> {
  const { nonce, ciphertext } = seal(key, boundOf(brief, number), JSON.stringify({ text, figures }));
  const { rowCount } = await transaction.query(
    `insert into kelisim.brief_version (brief, region, party, body, number, title, note, person, at, nonce, ciphertext)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [brief, region, party, body, number, title, note, person, at, nonce, ciphertext],
  );
  return rowCount === 1;
}

/** False: this person did so before. */
export async function insertSignOff(
  transaction: Transaction,
  { region, party, body }: Viewer,
  brief: string,
  { number, act, note, person, at }: BriefSignOff,
): Promise<boolean> {
  const { rowCount } = await transaction.query(
    `insert into kelisim.brief_sign_off (brief, region, party, body, number, act, note, person, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [brief, region, party, body, number, act, note ?? null, person, at],
  );
  return rowCount === 1;
}

/** False: the version was withdrawn before. */
export async function insertAct(
  transaction: Transaction,
  { region, party, body }: Viewer,
  brief: string,
  act: BriefAct,
): Promise<boolean> {
  const [number, reason] = act.act === "withdrawn" ? [act.number, act.reason] : [null, null];
  const { rowCount } = await transaction.query(
    `insert into kelisim.brief_act (brief, region, party, body, act, number, reason, person, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [brief, region, party, body, act.act, number, reason, act.person, act.at],
  );
  return rowCount === 1;
}

/** Deletes a brief with its versions and acts. Gives the slot of its key; undefined: there is none. Rejects where a sign-off refers to it. */
export async function deleteBrief(
  transaction: Transaction,
  { region, party, body }: Viewer,
  id: string,
): Promise<number | undefined> {
  const { rows } = await transaction.query<{ key_slot: string }>(
    "delete from kelisim.brief where id = $1 and region = $2 and party = $3 and body = $4 returning key_slot",
    [id, region, party, body],
  );
  return rows[0] === undefined ? undefined : Number(rows[0].key_slot);
}
