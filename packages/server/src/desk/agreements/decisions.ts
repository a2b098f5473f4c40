import type { Adoption, Store } from "@kelisim/store";

/** A decision by which a text applies from a day on. */
export interface Decision extends Adoption {
  /** The first civil day on which it applies. */
  readonly from: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const nameOf = (region: string, id: number) => `agreement.from/${region}/${id}`;

/**
 * The decisions of a node about a region's agreements, oldest first. One whose day cannot be read applies from the day
 * on which it was recorded.
 */
export async function decisionsOf(store: Store, region: string, instrument?: string): Promise<readonly Decision[]> {
  const { adoptions, settings } = store.system;
  const all = await adoptions.list(region, instrument);
  const decisions = await Promise.all(
    all.map(async (adoption): Promise<Decision> => {
      const from = await settings.get(nameOf(region, adoption.id));
      return { ...adoption, from: typeof from === "string" && DAY.test(from) ? from : adoption.at.slice(0, 10) };
    }),
  );
  return decisions.sort((a, b) => a.id - b.id);
}

/** Records a decision; `person` is who entered it. */
export async function recordDecision(
  store: Store,
  decision: Pick<Decision, "region" | "instrument" | "text" | "decidedBy" | "note" | "from">,
  person: string,
): Promise<Decision> {
  const { from, ...rest } = decision;
  const adoption = await store.system.adoptions.add(rest);
  await store.system.settings.set(nameOf(rest.region, adoption.id), from, person);
  return { ...adoption, from };
}
