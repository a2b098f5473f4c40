import { randomUUID } from "node:crypto";
import type { Connections, Transaction } from "./connection.ts";
import { momentOf } from "./records/written.ts";
import { build } from "./tables.ts";
import type { Viewer } from "./viewer.ts";

/** What a body decided on a recommendation, or holds to have become of it. */
export interface RecordedDecision {
  readonly id: string;
  /** Id of the claim that recommends. */
  readonly claim: string;
  readonly state: "done" | "rejected" | "open";
  /** At the precision of its source: "2026-11-21", "2026-11" or "2026". */
  readonly decided: string;
  /** In words: the paper or meeting that says so. */
  readonly source: string;
  readonly note?: string;
  /** The login of whoever entered it, and when. */
  readonly person: string;
  readonly at: string;
}

export type NewDecision = Pick<RecordedDecision, "claim" | "state" | "decided" | "source" | "note">;

/** Decisions of one body on recommendations: only ever added, and seen by it alone. */
export interface RecommendationDecisions {
  /** First to last. */
  list(): Promise<readonly RecordedDecision[]>;
  add(decision: NewDecision, person: string): Promise<RecordedDecision>;
}

export interface DecisionPorts {
  readonly connections: Connections;
  readonly now: () => Date;
}

/** The decisions of one body: see `RecommendationDecisions`. */
export function createRecommendationDecisions(
  { connections, now }: DecisionPorts,
  viewer: Viewer,
): RecommendationDecisions {
  const { region, party, body } = viewer;
  return {
    async list() {
      const rows = await connections.within(viewer, (transaction) =>
        transaction.run(
          build
            .selectFrom("kelisim.recommendation_decision")
            .selectAll()
            .where(({ and }) => and({ region, party, body }))
            .orderBy("seq"),
        ),
      );
      return rows.map(({ id, claim, state, decided, source, note, person, at }) => ({
        id,
        claim,
        state: state as RecordedDecision["state"],
        decided,
        source,
        ...(note === null ? {} : { note }),
        person,
        at: momentOf(at),
      }));
    },

    async add(decision, person) {
      const made = { ...decision, id: randomUUID(), person, at: now().toISOString() };
      await connections.within(viewer, (transaction) => keepDecision(transaction, viewer, made));
      return made;
    },
  };
}

/** Adds one decision. False: its id is there already. */
export async function keepDecision(
  transaction: Transaction,
  { region, party, body }: Viewer,
  { id, claim, state, decided, source, note, person, at }: RecordedDecision,
): Promise<boolean> {
  const { rowCount } = await transaction.query(
    `insert into kelisim.recommendation_decision
       (id, region, party, body, claim, state, decided, source, note, person, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [id, region, party, body, claim, state, decided, source, note ?? null, person, at],
  );
  return rowCount === 1;
}
