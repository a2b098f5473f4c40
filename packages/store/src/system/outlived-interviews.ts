import type { Connections } from "../connection.ts";
import { eraseInterviews } from "../interviews-of-body.ts";
import type { KeyVault } from "../keys/vault.ts";
import { build } from "../tables.ts";
import type { InterviewsOutlived } from "./erasure.ts";

/** What goes in one commit: a stop loses no more than the work on so many, and others get their turn in between. */
export const TOGETHER = 1_000;

export interface OutlivedPorts {
  /** Connections that see the interviews of all bodies. */
  readonly connections: Connections;
  readonly vault: KeyVault;
}

/**
 * Erases the coded interviews that were taken in before a moment, whole, so many at a time. Each batch is done for good: a run that was
 * cut off is gone on with by the next one. Gives how many of which body.
 */
export async function eraseOutlivedInterviews(
  { connections, vault }: OutlivedPorts,
  before: Date,
): Promise<readonly InterviewsOutlived[]> {
  const counts = new Map<string, InterviewsOutlived>();
  for (;;) {
    const rows = await connections.within(undefined, (transaction) =>
      transaction.run(
        build
          .selectFrom("kelisim.interview")
          .select(["id", "key_slot", "region", "party", "body"])
          .where("added", "<", before)
          .orderBy("added")
          .orderBy("id")
          .limit(TOGETHER),
      ),
    );
    if (rows.length === 0) return [...counts.values()];
    await eraseInterviews({ vault, within: (work) => connections.within(undefined, work) }, rows);
    for (const { region, party, body } of rows) {
      const key = JSON.stringify([region, party, body]);
      counts.set(key, { region, party, body, erased: (counts.get(key)?.erased ?? 0) + 1 });
    }
  }
}
