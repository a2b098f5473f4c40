import type { KelisimRecord } from "@kelisim/model";
import type { ClauseRow, LimitRow } from "../plan/clause-row.ts";
import { looksAround } from "../plan/terms.ts";
import { isWithdrawal } from "../records/chains.ts";
import type { View } from "../records/view.ts";

/** The clauses to whose answers some records can make a difference. */
export interface Concern {
  readonly rows: ReadonlySet<ClauseRow>;
  readonly limits: ReadonlySet<LimitRow>;
}

/**
 * Finds what records concern: clauses that their kinds trigger or perform, clauses that count other records, and
 * whatever follows a miss of those or gives way to them.
 */
export function concernOf(view: View, records: readonly KelisimRecord[]): Concern {
  const kinds = new Set<string>();
  for (const record of records) {
    if (!isWithdrawal(record)) kinds.add(record.kind);
    // What a correction or withdrawal takes back may be of any kind that its chain has.
    const root = view.slotOf(view.rootOf(record.withdraws ?? record.corrects ?? record.id));
    if (root !== undefined) kinds.add(view.records[root]!.kind);
  }
  const rows = new Set<ClauseRow>();
  for (const row of view.plan.rows) {
    const { trigger, act } = row.clause;
    const byKind = kinds.has(act.record) || (trigger.kind === "record" && kinds.has(trigger.record));
    if (byKind || looksAround(row.clause)) rows.add(row);
  }
  for (let before = -1; before < rows.size; ) {
    before = rows.size;
    const ids = new Set([...rows].map((row) => row.clause.id));
    for (const row of view.plan.rows) {
      const leansOn = [...(row.follows === undefined ? [] : [row.follows]), ...row.clause.subjectTo];
      if (leansOn.some((id) => ids.has(id))) rows.add(row);
    }
  }
  const limits = view.plan.limits.filter((row) => kinds.has(row.clause.record) || looksAround(row.clause));
  return { rows, limits: new Set(limits) };
}
