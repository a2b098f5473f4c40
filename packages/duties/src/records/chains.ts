import type { KelisimRecord } from "@kelisim/model";

/** All visible records that speak of one subject, and what they come to. */
export interface Chain {
  /** Id of the root record: the subject, also where the root itself is not visible. */
  readonly root: string;
  /** Versions in order (docs/engine.md, "Subject"); a withdrawal is a version without content. */
  readonly versions: readonly KelisimRecord[];
  /** Every id that means this subject. */
  readonly aliases: readonly string[];
  /** Records that name this chain but are no part of it (another kind, another sender). */
  readonly strangers: readonly KelisimRecord[];
}

export const isWithdrawal = (record: KelisimRecord) => record.withdraws !== undefined;
export const linkOf = (record: KelisimRecord) => record.corrects ?? record.withdraws;

const inOrder = (a: KelisimRecord, b: KelisimRecord) =>
  a.known - b.known || a.recorded - b.recorded || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Follows links to the root's id. An unseen id ends the way; a circle of links has no root. */
export function rootIdOf(record: KelisimRecord, byId: (id: string) => KelisimRecord | undefined): string | undefined {
  const way = new Set<string>();
  let id = record.id;
  for (let at: KelisimRecord | undefined = record; at; at = byId(id)) {
    if (way.has(id)) return undefined;
    way.add(id);
    const link = linkOf(at);
    if (link === undefined) return id;
    id = link;
  }
  return id;
}

/** Gathers the chain of a root id from the records that link to one another. */
export function gatherChain(
  root: string,
  byId: (id: string) => KelisimRecord | undefined,
  linking: (id: string) => readonly KelisimRecord[],
): Chain {
  const first = byId(root);
  const versions: KelisimRecord[] = first ? [first] : [];
  const strangers: KelisimRecord[] = [];
  // All versions share kind and sender. Of a root that is not visible the first visible version tells them.
  let { kind, from } = (first ?? {}) as { kind?: string; from?: string };
  const queue = [root];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const record of [...linking(id)].sort(inOrder)) {
      const withdraws = isWithdrawal(record);
      const agrees = (from ?? record.from) === record.from && (withdraws || (kind ?? record.kind) === record.kind);
      if (!agrees) {
        strangers.push(record);
        continue;
      }
      from = record.from;
      if (!withdraws) kind = record.kind;
      versions.push(record);
      // What corrects or withdraws a withdrawal is no part of the chain.
      if (!withdraws) queue.push(record.id);
    }
  }
  versions.sort((a, b) => (a.id === root ? -1 : b.id === root ? 1 : inOrder(a, b)));
  const aliases = [root, ...versions.map((version) => version.id).filter((id) => id !== root)];
  return { root, versions, aliases, strangers };
}
