import type { Instant, KelisimRecord } from "@kelisim/model";
import type { FactBook } from "../facts/fact-book.ts";
import type { ClauseRow } from "../plan/clause-row.ts";
import { type Actor, joined, type RoleScope } from "../plan/roles.ts";
import { newScope, type Scope, type World } from "../plan/scope.ts";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../plan/values.ts";

/** A debtor and creditor, resolved. */
export interface Pair {
  readonly debtor: Actor;
  readonly creditor: Actor;
}

/** Whether a record falls under a clause version: by its moment, and by the instrument it names. */
export function concerns(row: ClauseRow, record: KelisimRecord): boolean {
  if (record.occurred < row.from || record.occurred >= row.to) return false;
  const { trigger } = row.clause;
  return trigger.kind !== "record" || !trigger.under || (record.under?.includes(row.instrument.id) ?? false);
}

/** Whether a record, taken as it stands, triggers a row, and for which pairs. */
export function tryTrigger(
  world: World,
  row: ClauseRow,
  record: KelisimRecord,
): { readonly truth: Truth; readonly scope: Scope; readonly pairs: readonly Pair[] } {
  const scope = newScope(world, row.instrument.id, record.occurred);
  scope.trigger = record;
  const { trigger } = row.clause;
  if (trigger.kind !== "record" || record.kind !== trigger.record || !concerns(row, record)) {
    return { truth: FALSE, scope, pairs: [] };
  }
  const truth = row.whole ? row.whole(scope) : TRUE;
  const pairs = truth === TRUE ? pairsOf(row, scope, undefined) : [];
  return pairs ? { truth, scope, pairs } : { truth: UNKNOWN, scope, pairs: [] };
}

/** Debtors and creditors at the scope's moment; undefined if who they are is not given. */
export function pairsOf(row: ClauseRow, scope: Scope, missed: RoleScope["missed"]): readonly Pair[] | undefined {
  const clause = row.clause.id;
  const all = row.debtor({ scope, clause, debtor: undefined, missed });
  if (!all) return undefined;
  const pairs: Pair[] = [];
  for (const debtor of row.clause.jointly ? joined(all) : all) {
    // "The creditor" of a missed duty may be nobody in particular, who cannot owe.
    if (debtor.id === "") continue;
    const creditors = row.creditor({ scope: { ...scope, debtor: debtor.parties }, clause, debtor, missed });
    if (!creditors) return undefined;
    for (const creditor of creditors) {
      if (creditor.id === debtor.id || creditor.members.includes(debtor.id)) continue;
      pairs.push({ debtor, creditor });
    }
  }
  return pairs;
}

/** Why a reservation keeps the clause from applying between two actors, if one does. */
export function reservationOf(
  book: FactBook,
  row: ClauseRow,
  { debtor, creditor }: Pair,
  t: Instant,
): string | undefined {
  for (const actor of [debtor, creditor]) {
    if (actor.members.length !== 1 || actor.members[0] !== actor.id) continue;
    if (book.reservation(row.instrument.id, actor.id, row.clause.id, t)) return `reservation of ${actor.id}`;
  }
  return undefined;
}
