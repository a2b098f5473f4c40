import { type WrittenRecord, writeRecord } from "@kelisim/model";
import type { BodyStore, StoredRecord } from "@kelisim/store";
import type { Desk } from "../desk.ts";

const kept = new WeakMap<Desk, Promise<readonly WrittenRecord[]>>();

/** The records of the region's own folder as they would be written, the latest known first. They are clear to everyone. */
export function regionRecords(desk: Desk): Promise<readonly WrittenRecord[]> {
  let found = kept.get(desk);
  if (found === undefined) {
    found = desk
      .ownRecords()
      .then(({ records }) =>
        records
          .toSorted((a, b) => b.known - a.known || (a.id < b.id ? -1 : 1))
          .map((record) => writeRecord(record, desk.program.vocabulary)),
      );
    found.catch(() => kept.delete(desk));
    kept.set(desk, found);
  }
  return found;
}

/** A record, wherever it is held: by this node for the asking body, or by the region's folder. */
export type Held =
  | { readonly held: "node"; readonly stored: StoredRecord }
  | { readonly held: "region"; readonly stored: Pick<StoredRecord, "record"> & { readonly erased?: true } };

/** Undefined alike for what is not there and for what the body may not read. */
export async function findHeld(desk: Desk, store: BodyStore, id: string): Promise<Held | undefined> {
  const stored = await store.records.get(id);
  if (stored !== undefined) return { held: "node", stored };
  const record = (await regionRecords(desk)).find((each) => each.id === id);
  return record === undefined ? undefined : { held: "region", stored: { record } };
}
