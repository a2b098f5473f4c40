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

/** Follows links to the root's id. An unseen id ends the way; in a circle the smallest id is the root. */
export function rootIdOf(record: KelisimRecord, byId: (id: string) => KelisimRecord | undefined): string {
  const way: string[] = [];
  let at: KelisimRecord | undefined = record;
  let id = record.id;
  while (at) {
    const circle = way.indexOf(id);
    if (circle >= 0) return way.slice(circle).sort()[0]!;
    way.push(id);
    const link = linkOf(at);
    if (link === undefined) return id;
    id = link;
    at = byId(link);
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
  const members: KelisimRecord[] = [];
  const strangers: KelisimRecord[] = [];
  const seen = new Set<string>([root]);
  // Each entry: an id that means this subject, and the version that its corrections must agree with.
  const queue: { id: string; version: KelisimRecord | undefined }[] = [{ id: root, version: first }];
  if (first) members.push(first);
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const record of [...linking(next.id)].sort(inOrder)) {
      if (seen.has(record.id)) continue;
      seen.add(record.id);
      const model = next.version;
      const agrees =
        model === undefined ||
        (record.from === model.from && (isWithdrawal(record) || isWithdrawal(model) || record.kind === model.kind));
      if (!agrees) {
        strangers.push(record);
        continue;
      }
      members.push(record);
      // Of a root that is not visible the first visible version takes the place.
      if (model === undefined) next.version = record;
      queue.push({ id: record.id, version: isWithdrawal(record) ? model : record });
    }
  }
  members.sort((a, b) => (a.id === root ? -1 : b.id === root ? 1 : inOrder(a, b)));
  return {
    root,
    versions: members,
    aliases: [root, ...members.map((m) => m.id).filter((id) => id !== root)],
    strangers,
  };
}
