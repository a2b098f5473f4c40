import type { WrittenRecord } from "@kelisim/model";
import type { BodyStore } from "@kelisim/store";
import type { Desk } from "../desk.ts";
import { findHeld, type Held, regionRecords } from "./held.ts";

/** No chain of corrections is followed further than so many records. */
const MOST = 100;

/**
 * A record's whole chain as this body may read it: the first statement, its corrections and withdrawal, in the order in
 * which they came to be known.
 */
export async function chainOf(desk: Desk, store: BodyStore, start: Held): Promise<readonly Held[]> {
  const found = new Map([[start.stored.record.id, start]]);
  const waiting = [start];
  for (let next = waiting.pop(); next !== undefined && found.size < MOST; next = waiting.pop()) {
    const { record } = next.stored;
    const before = record.corrects ?? record.withdraws;
    const earlier = before === undefined || found.has(before) ? undefined : await findHeld(desk, store, before);
    const later = await aboutOf(desk, store, record.id, next.held);
    for (const held of [...(earlier === undefined ? [] : [earlier]), ...later]) {
      if (found.has(held.stored.record.id)) continue;
      found.set(held.stored.record.id, held);
      waiting.push(held);
    }
  }
  const known = ({ stored: { record } }: Held) => Date.parse(record.known ?? record.recorded);
  return [...found.values()].sort(
    (a, b) => known(a) - known(b) || Number(isFirst(b.stored.record)) - Number(isFirst(a.stored.record)),
  );
}

async function aboutOf(desk: Desk, store: BodyStore, id: string, held: Held["held"]): Promise<readonly Held[]> {
  if (held === "node") {
    const { records } = await store.records.page({ about: id, order: "oldest", limit: MOST });
    return records.map((stored) => ({ held, stored }));
  }
  return (await regionRecords(desk))
    .filter((record) => record.corrects === id || record.withdraws === id)
    .map((record) => ({ held, stored: { record } }));
}

const isFirst = (record: WrittenRecord) => record.corrects === undefined && record.withdraws === undefined;

/** How a record of a chain stands: it, a later one in its place, or none. */
export function standingOf(id: string, chain: readonly WrittenRecord[]): "stands" | "corrected" | "withdrawn" {
  const own = chain.find((record) => record.id === id);
  if (own?.withdraws !== undefined) return "stands";
  if (chain.some((record) => record.withdraws !== undefined)) return "withdrawn";
  return chain.findLast((record) => record.withdraws === undefined)?.id === id ? "stands" : "corrected";
}
