import type { Clause, Instrument } from "@kelisim/accord/program";
import canonicalize from "canonicalize";
import type { Placed } from "./change.ts";
import { content, plain } from "./plain.ts";

export interface Pairing {
  readonly pairs: readonly { readonly before: Placed; readonly now: Placed }[];
  readonly added: readonly Placed[];
  readonly removed: readonly Placed[];
}

/**
 * Finds for each clause of the old text the one that follows it: of the same id, else of the same content under another id,
 * else of the same title and form. A title or content that several have decides nothing.
 */
export function pairClauses(before: readonly Instrument[], now: readonly Instrument[]): Pairing {
  const removed = placedOf(before);
  const added = placedOf(now);
  const pairs: { before: Placed; now: Placed }[] = [];
  const all = [removed, added].map((list) => list.map(({ clause }) => clause)) as [Clause[], Clause[]];
  const match = (oldKey: (placed: Placed) => string, newKey: (placed: Placed) => string) => {
    const [mine, theirs] = [grouped(removed, oldKey), grouped(added, newKey)];
    for (const [key, [first, ...more]] of mine) {
      const [found, ...others] = theirs.get(key) ?? [];
      if (first === undefined || found === undefined || more.length + others.length > 0) continue;
      pairs.push({ before: first, now: found });
      removed.splice(removed.indexOf(first), 1);
      added.splice(added.indexOf(found), 1);
    }
  };
  const byId = ({ clause }: Placed) => clause.id;
  const byContent = (clauses: readonly Clause[]) => (placed: Placed) =>
    canonicalize(content(plain(placed.clause, clauses))) ?? "";
  const byTitle = ({ clause }: Placed) => `${clause.kind} ${clause.title}`;
  match(byId, byId);
  match(byContent(all[0]), byContent(all[1]));
  match(byTitle, byTitle);
  return { pairs, added, removed };
}

function placedOf(instruments: readonly Instrument[]): Placed[] {
  return instruments.flatMap((instrument) => instrument.clauses.map((clause) => ({ clause, instrument })));
}

function grouped(list: readonly Placed[], key: (placed: Placed) => string): ReadonlyMap<string, readonly Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const each of list) {
    const name = key(each);
    const group = groups.get(name);
    if (group) group.push(each);
    else groups.set(name, [each]);
  }
  return groups;
}
