import type { Adoption, Store } from "@kelisim/store";

/** A decision by which a text applies from a day on. */
export interface Decision
  extends Pick<Adoption, "id" | "instrument" | "version" | "text" | "decidedBy" | "note" | "at"> {
  /** The first civil day on which it applies. */
  readonly from: string;
}

/** The decisions of a node about a region's agreements, oldest first. */
export async function decisionsOf(store: Store, region: string, instrument?: string): Promise<readonly Decision[]> {
  const all = await store.system.adoptions.list(region, instrument);
  return all.map(decisionOf).reverse();
}

/** Records a decision; `person` is who entered it. Rejects with the store's `WrongEntry`. */
export async function recordDecision(
  store: Store,
  decision: Pick<Adoption, "region" | "instrument" | "text" | "decidedBy" | "note"> & Pick<Decision, "from">,
  person: string,
): Promise<Decision> {
  const { from, ...rest } = decision;
  return decisionOf(await store.system.adoptions.add({ ...rest, inForceFrom: from, person }));
}

function decisionOf({ id, instrument, version, text, inForceFrom, decidedBy, note, at }: Adoption): Decision {
  return { id, instrument, version, text, decidedBy, note, at, from: inForceFrom };
}
