import { randomUUID } from "node:crypto";
import { seal, unseal } from "./body-cipher.ts";
import type { BriefSignOff, Briefs, BriefText, KeptBrief, NewVersion, WholeBrief } from "./briefs.ts";
import type { Connections, Transaction } from "./connection.ts";
import type { KeyVault } from "./keys/vault.ts";
import { momentOf } from "./records/written.ts";
import { build } from "./tables.ts";
import type { Viewer } from "./viewer.ts";

export interface BriefPorts {
  readonly connections: Connections;
  readonly vault: KeyVault;
  readonly now: () => Date;
}

const boundOf = (id: string, number: number) => `kelisim brief ${id} version ${number}`;

/** The briefs of one body: see `Briefs`. */
export function createBriefs({ connections, vault, now }: BriefPorts, viewer: Viewer): Briefs {
  const read = (id?: string) => connections.within(viewer, (transaction) => readBriefs(transaction, viewer, id));
  const one = async (id: string) => (await read(id))[0];

  return {
    async list() {
      const last = ({ versions }: KeptBrief) => versions.at(-1)!.at;
      return [...(await read())].sort((a, b) => last(b).localeCompare(last(a)) || (a.id < b.id ? -1 : 1));
    },
    get: one,

    async text(id, number) {
      return connections.within(viewer, (transaction) => readText({ transaction, vault }, viewer, id, number));
    },

    async create(version, by) {
      const id = randomUUID();
      const [taken] = await vault.take(1);
      const at = now().toISOString();
      await connections.within(viewer, async (transaction) => {
        await insertBrief(transaction, viewer, { id, person: by, at }, taken!.slot);
        await insertVersion(transaction, viewer, id, taken!.key, { ...version, number: 1, person: by, at });
      });
      return (await one(id))!;
    },

    async save(id, version, after, by) {
      const brief = await one(id);
      if (brief === undefined) return { kind: "absent" };
      if (brief.versions.length !== after) return { kind: "changed", brief };
      const at = now().toISOString();
      const saved = await connections.within(viewer, async (transaction) => {
        const key = await keyOf({ transaction, vault }, viewer, id);
        if (key === undefined) return undefined;
        return insertVersion(transaction, viewer, id, key, { ...version, number: after + 1, person: by, at });
      });
      if (saved === undefined) return { kind: "absent" };
      const stands = (await one(id))!;
      return { kind: saved ? "saved" : "changed", brief: stands };
    },

    async signOff(id, sign, by) {
      const brief = await one(id);
      if (brief === undefined) return { kind: "absent" };
      if (brief.versions.length !== sign.number) return { kind: "changed", brief };
      const at = now().toISOString();
      const done = await connections.within(viewer, (transaction) =>
        insertSignOff(transaction, viewer, id, { ...sign, person: by, at }),
      );
      return done ? { kind: "saved", brief: (await one(id))! } : { kind: "already" };
    },
  };
}

/** All briefs of a body with their texts. A brief whose key is gone has none, and is left out. */
export async function wholeBriefs(
  { connections, vault }: Pick<BriefPorts, "connections" | "vault">,
  viewer: Viewer,
): Promise<readonly WholeBrief[]> {
  return connections.within(viewer, async (transaction) => {
    const whole: WholeBrief[] = [];
    for (const brief of await readBriefs(transaction, viewer)) {
      const versions: WholeBrief["versions"][number][] = [];
      for (const version of brief.versions) {
        const text = await readText({ transaction, vault }, viewer, brief.id, version.number);
        if (text !== undefined) versions.push({ ...version, ...text });
      }
      if (versions.length === brief.versions.length) whole.push({ ...brief, versions });
    }
    return whole;
  });
}

/** Writes a brief of an export. False: it is there already, and nothing was written. */
export async function keepBrief(
  { transaction, vault }: { readonly transaction: Transaction; readonly vault: KeyVault },
  viewer: Viewer,
  { versions, signOffs, ...brief }: WholeBrief,
): Promise<boolean> {
  const [taken] = await vault.take(1);
  if (!(await insertBrief(transaction, viewer, brief, taken!.slot))) {
    vault.giveBack([taken!]);
    return false;
  }
  for (const version of versions) await insertVersion(transaction, viewer, brief.id, taken!.key, version);
  for (const sign of signOffs) await insertSignOff(transaction, viewer, brief.id, sign);
  return true;
}

async function readBriefs(
  transaction: Transaction,
  { region, party, body }: Viewer,
  id?: string,
): Promise<readonly KeptBrief[]> {
  const own = { region, party, body };
  const where = (Object.entries(own) as [keyof typeof own, string][]).map(
    ([column, value]) => [column, value] as const,
  );
  let briefs = build.selectFrom("kelisim.brief").select(["id", "person", "at"]).orderBy("id");
  let versions = build
    .selectFrom("kelisim.brief_version")
    .select(["brief", "number", "title", "note", "person", "at"])
    .orderBy("number");
  let signOffs = build
    .selectFrom("kelisim.brief_sign_off")
    .select(["brief", "number", "act", "note", "person", "at"])
    .orderBy("seq");
  for (const [column, value] of where) {
    briefs = briefs.where(column, "=", value);
    versions = versions.where(column, "=", value);
    signOffs = signOffs.where(column, "=", value);
  }
  if (id !== undefined) {
    briefs = briefs.where("id", "=", id);
    versions = versions.where("brief", "=", id);
    signOffs = signOffs.where("brief", "=", id);
  }
  const [found, texts, signed] = [
    await transaction.run(briefs),
    await transaction.run(versions),
    await transaction.run(signOffs),
  ];
  return found.map((row) => ({
    id: row.id,
    person: row.person,
    at: momentOf(row.at),
    versions: texts.flatMap(({ brief, at, ...version }) =>
      brief === row.id ? [{ ...version, at: momentOf(at) }] : [],
    ),
    signOffs: signed.flatMap(({ brief, at, act, note, ...sign }) =>
      brief === row.id
        ? [{ ...sign, act: act as BriefSignOff["act"], ...(note === null ? {} : { note }), at: momentOf(at) }]
        : [],
    ),
  }));
}

interface Reading {
  readonly transaction: Transaction;
  readonly vault: KeyVault;
}

async function keyOf({ transaction, vault }: Reading, { region, party, body }: Viewer, id: string) {
  const { rows } = await transaction.query<{ key_slot: string }>(
    "select key_slot from kelisim.brief where id = $1 and region = $2 and party = $3 and body = $4",
    [id, region, party, body],
  );
  return rows[0] === undefined ? undefined : vault.key(Number(rows[0].key_slot));
}

async function readText(reading: Reading, viewer: Viewer, id: string, number: number): Promise<BriefText | undefined> {
  const key = await keyOf(reading, viewer, id);
  if (key === undefined) return undefined;
  const { rows } = await reading.transaction.query<{ nonce: Buffer; ciphertext: Buffer }>(
    "select nonce, ciphertext from kelisim.brief_version where brief = $1 and number = $2",
    [id, number],
  );
  const text = rows[0] === undefined ? undefined : unseal(key, boundOf(id, number), rows[0]);
  return text === undefined ? undefined : JSON.parse(text);
}

async function insertBrief(
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
async function insertVersion(
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
async function insertSignOff(
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
