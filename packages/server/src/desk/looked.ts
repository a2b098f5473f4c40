import type { Store } from "@kelisim/store";
import type { Viewer } from "../context.ts";

/** When a person last looked at Today, by person and body. One server works on a database, so what is kept here is true. */
const looked = new WeakMap<Store, Map<string, Promise<string | undefined>>>();

const keyOf = ({ person, region, party, body }: Viewer) => JSON.stringify([person, region, party, body]);

function ofStore(store: Store): Map<string, Promise<string | undefined>> {
  const known = looked.get(store);
  if (known !== undefined) return known;
  const made = new Map<string, Promise<string | undefined>>();
  looked.set(store, made);
  return made;
}

/** RFC 3339; undefined where this person has not looked before. */
export function lastLookedOf(store: Store, viewer: Viewer): Promise<string | undefined> {
  const kept = ofStore(store);
  const key = keyOf(viewer);
  let found = kept.get(key);
  if (found === undefined) {
    found = store
      .as(viewer)
      .seen.get(viewer.person, "today")
      .then((mark) => mark?.at);
    kept.set(key, found);
    found.catch(() => kept.delete(key));
  }
  return found;
}

/** The person has seen what is there now. */
export async function markLooked(store: Store, viewer: Viewer): Promise<void> {
  const session = store.as(viewer);
  await session.seen.mark(viewer.person, "today", await session.records.lastSeq());
  ofStore(store).delete(keyOf(viewer));
}
