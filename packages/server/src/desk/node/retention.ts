import type { RetentionRun } from "@kelisim/api";
import type { NodeContext } from "../../context.ts";

/** Settings in the database: days to keep bodies of records by kind, and the last run over them. */
export const RETENTION = "retention_days";
const LAST = "last_retention";

/** How long the body of a record is kept, in days from `recorded`, by kind; a kind that is not named is kept. */
export async function retentionDays({ store }: Pick<NodeContext, "store">): Promise<Readonly<Record<string, number>>> {
  const kept = await store.system.settings.get(RETENTION);
  if (typeof kept !== "object" || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, number] => Number.isInteger(entry[1]) && entry[1] > 0),
  );
}

export async function lastRetention({ store }: Pick<NodeContext, "store">): Promise<RetentionRun | undefined> {
  return ((await store.system.settings.get(LAST)) as RetentionRun | null | undefined) ?? undefined;
}

/**
 * Erases the bodies that are older than their kind is kept, lets views go that still hold them, and notes the run.
 * `by`: a person's id, or "node".
 */
export async function runRetention(
  node: Pick<NodeContext, "store" | "views" | "desks" | "now">,
  by: string,
): Promise<RetentionRun> {
  const days = await retentionDays(node);
  const { erased, byKind } = await node.store.system.retention(days, by).catch((error: unknown) => {
    // A run that was cut off has erased a part.
    forgetViews(node);
    throw error;
  });
  if (erased > 0) forgetViews(node);
  const run: RetentionRun = { at: new Date(node.now()).toISOString(), by, erased, byKind: { ...byKind } };
  await node.store.system.settings.set(LAST, run, by);
  await node.store.system.audit.append([{ person: by, action: "retention.run", detail: { days, erased, byKind } }]);
  return run;
}

/** Ledgers are memory: what was erased from the store must not stay in them. */
export function forgetViews(node: Pick<NodeContext, "views" | "desks">): void {
  for (const region of node.desks.keys()) node.views.forget(region);
}
