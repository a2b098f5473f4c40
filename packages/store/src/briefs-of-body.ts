import { randomUUID } from "node:crypto";
import {
  deleteBrief,
  insertAct,
  insertBrief,
  insertSignOff,
  insertVersion,
  keyOf,
  readBriefs,
  readText,
} from "./brief-rows.ts";
import { type ActDone, type Briefs, isArchived, type KeptBrief, type WholeBrief } from "./briefs.ts";
import type { Connections, Transaction } from "./connection.ts";
import type { KeyVault } from "./keys/vault.ts";
import type { Viewer } from "./viewer.ts";

export interface BriefPorts {
  readonly connections: Connections;
  readonly vault: KeyVault;
  readonly now: () => Date;
}

/** The briefs of one body: see `Briefs`. */
export function createBriefs({ connections, vault, now }: BriefPorts, viewer: Viewer): Briefs {
  const read = (id?: string) =>
    connections.within(viewer, (transaction) => readBriefs({ transaction, vault }, viewer, id));
  const one = async (id: string) => (await read(id))[0];
  /** Adds one row to a brief; `write` gives false where it stands there already. */
  const added = async (id: string, write: (transaction: Transaction) => Promise<boolean>): Promise<ActDone> => {
    const done = await orReferred(connections.within(viewer, write), "absent");
    if (done === "absent") return { kind: "absent" };
    return done ? { kind: "saved", brief: (await one(id))! } : { kind: "already" };
  };

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
      const saved = await orReferred(
        connections.within(viewer, async (transaction) => {
          const key = await keyOf({ transaction, vault }, viewer, id);
          if (key === undefined) return "absent";
          return insertVersion(transaction, viewer, id, key, { ...version, number: after + 1, person: by, at });
        }),
        "absent",
      );
      if (saved === "absent") return { kind: "absent" };
      const stands = (await one(id))!;
      return { kind: saved ? "saved" : "changed", brief: stands };
    },

    async signOff(id, sign, by) {
      const brief = await one(id);
      if (brief === undefined) return { kind: "absent" };
      if (brief.versions.length !== sign.number) return { kind: "changed", brief };
      const at = now().toISOString();
      return added(id, (transaction) => insertSignOff(transaction, viewer, id, { ...sign, person: by, at }));
    },

    async withdraw(id, number, reason, by) {
      if ((await one(id)) === undefined) return { kind: "absent" };
      const act = { act: "withdrawn", number, reason, person: by, at: now().toISOString() } as const;
      return added(id, (transaction) => insertAct(transaction, viewer, id, act));
    },

    async archive(id, away, by) {
      const brief = await one(id);
      if (brief === undefined) return { kind: "absent" };
      if (isArchived(brief) === away) return { kind: "already" };
      const act = { act: away ? "archived" : "restored", person: by, at: now().toISOString() } as const;
      return added(id, (transaction) => insertAct(transaction, viewer, id, act));
    },

    async remove(id) {
      if ((await one(id)) === undefined) return { kind: "absent" };
      const gone = await orReferred(
        connections.within(viewer, (transaction) => deleteBrief(transaction, viewer, id)),
        "signed",
      );
      if (gone === "signed") return { kind: "signed" };
      if (gone === undefined) return { kind: "absent" };
      await vault.destroy([{ slot: gone }]);
      return { kind: "removed" };
    },
  };
}

/**
 * What was written, or `otherwise` where rows that refer to each other forbid it (SQLSTATE 23503, foreign key violation): what it
 * refers to went meanwhile, or what was to go is referred to.
 */
async function orReferred<T, const Otherwise>(work: Promise<T>, otherwise: Otherwise): Promise<T | Otherwise> {
  try {
    return await work;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "23503") return otherwise;
    throw error;
  }
}

/** All briefs of a body with their texts. */
export async function wholeBriefs(
  { connections, vault }: Pick<BriefPorts, "connections" | "vault">,
  viewer: Viewer,
): Promise<readonly WholeBrief[]> {
  return connections.within(viewer, async (transaction) => {
    const whole: WholeBrief[] = [];
    for (const brief of await readBriefs({ transaction, vault }, viewer)) {
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

/**
 * Writes a brief of an export (those of before briefs could be put away have no acts). False: it is there already, and nothing was
 * written.
 */
export async function keepBrief(
  { transaction, vault }: { readonly transaction: Transaction; readonly vault: KeyVault },
  viewer: Viewer,
  { versions, signOffs, acts = [], ...brief }: Omit<WholeBrief, "acts"> & Partial<Pick<WholeBrief, "acts">>,
): Promise<boolean> {
  const [taken] = await vault.take(1);
  if (!(await insertBrief(transaction, viewer, brief, taken!.slot))) {
    vault.giveBack([taken!]);
    return false;
  }
  for (const version of versions) await insertVersion(transaction, viewer, brief.id, taken!.key, version);
  for (const sign of signOffs) await insertSignOff(transaction, viewer, brief.id, sign);
  for (const act of acts) await insertAct(transaction, viewer, brief.id, act);
  return true;
}
