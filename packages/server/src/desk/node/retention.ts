import type { RetentionRun } from "@kelisim/api";
import { CODED_INTERVIEW } from "@kelisim/store";
import type { NodeContext } from "../../context.ts";

/** Settings in the database: days to keep bodies of records by kind, and coded interviews; and the last run over them. */
export const RETENTION = "retention_days";
const LAST = "last_retention";

/** How coded interviews are called among the kinds that a period can be set for. */
const INTERVIEWS = { en: "Coded interviews", ru: "Закодированные интервью" } as const;

/** What a period can be set for beside kinds of records, in the reader's language. */
export const interviewKind = (language: keyof typeof INTERVIEWS) => ({
  id: CODED_INTERVIEW,
  name: INTERVIEWS[language],
});

/**
 * How long the body of a record is kept, in days from `recorded`, by kind; under `CODED_INTERVIEW` how long a coded interview is, in days
 * from when it was taken in. What is not named is kept.
 */
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
 * Erases what is older than its kind is kept, lets views go that still hold it, and notes the run; where coded interviews went, it notes
 * that for their body too, since no list of erasures names them. `by`: a person's id, or "node".
 */
export async function runRetention(
  node: Pick<NodeContext, "store" | "views" | "desks" | "now">,
  by: string,
): Promise<RetentionRun> {
  const days = await retentionDays(node);
  const { erased, byKind, interviews } = await node.store.system.retention(days, by).catch((error: unknown) => {
    // A run that was cut off has erased a part.
    forgetViews(node);
    throw error;
  });
  if (erased > 0) forgetViews(node);
  const own = byKind[CODED_INTERVIEW];
  const run: RetentionRun = {
    at: new Date(node.now()).toISOString(),
    by,
    erased,
    byKind: { ...byKind },
    ...(own === undefined ? {} : { interviews: own }),
  };
  await node.store.system.settings.set(LAST, run, by);
  await node.store.system.audit.append([
    { person: by, action: "retention.run", detail: { days, erased, byKind } },
    ...interviews.map(({ erased: count, ...body }) => ({
      ...body,
      person: by,
      action: "interviews.erase",
      detail: { interviews: count, days: days[CODED_INTERVIEW] },
    })),
  ]);
  return run;
}

/** Ledgers are memory: what was erased from the store must not stay in them. */
export function forgetViews(node: Pick<NodeContext, "views" | "desks">): void {
  for (const region of node.desks.keys()) node.views.forget(region);
}
