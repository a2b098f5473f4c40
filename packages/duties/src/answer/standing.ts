import type { StandingRow } from "../plan/clause-row.ts";
import type { Actor } from "../plan/roles.ts";
import type { Question, StandingState } from "../question.ts";
import type { View } from "../records/view.ts";
import { EVERYONE_WANTED, type Wanted } from "./cases.ts";

export interface StandingCase {
  readonly row: StandingRow;
  readonly debtor: Actor;
  readonly creditor: Actor;
  readonly state: StandingState;
}

/** Standing clauses for each pair that is wanted. A suspended party is looked at as if it were bound, so that it can be shown. */
export function* standingCases(
  view: View,
  { asOf }: Question,
  wanted: Wanted = EVERYONE_WANTED,
): Iterable<StandingCase> {
  for (const row of view.plan.standing) {
    if (asOf < row.from || asOf >= row.to) continue;
    const clause = row.clause.id;
    const instrument = row.instrument.id;
    const { status } = view.book;
    const scope = { ...view.scope(instrument, asOf), evenSuspended: true };
    const suspended = (actor: Actor) =>
      actor.members.length > 0 && actor.members.every((id) => status.suspended(instrument, id, clause, asOf) === true);
    for (const debtor of row.debtor({ scope, clause, debtor: undefined, missed: undefined }) ?? []) {
      for (const creditor of row.creditor({ scope, clause, debtor, missed: undefined }) ?? []) {
        if (creditor.id === debtor.id || creditor.members.includes(debtor.id)) continue;
        if (!wanted(debtor, creditor)) continue;
        const state = suspended(debtor) || suspended(creditor) ? "suspended" : "in force";
        yield { row, debtor, creditor, state };
      }
    }
  }
}
