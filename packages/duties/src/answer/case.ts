import type { Instant } from "@kelisim/model";
import type { ClauseRow } from "../plan/clause-row.ts";
import type { PeriodAt } from "../plan/scope.ts";
import type { DutyState, RightState } from "../question.ts";

/** From when on a performance counts. */
export type Opens =
  /** At any time. */
  | "any time"
  /** After the trigger, by (moment, subject id). */
  | "after trigger"
  /** From an instant on. */
  | "from"
  /** Strictly after an instant. */
  | "after";

/**
 * One duty or right of one pair, to be judged. The same object is filled again and again: who keeps one
 * copies it. `deadline` and `base` are NaN where there is none.
 */
export interface Case {
  row: ClauseRow;
  /** The row's number and traits, kept beside it because they are asked for each time. */
  index: number;
  traits: number;
  debtor: number;
  creditor: number;
  /** Slot of the trigger; -1 for recurring ones. */
  slot: number;
  period: PeriodAt | undefined;
  label: string | undefined;
  arises: Instant;
  deadline: number;
  deadlineIsDay: boolean;
  base: number;
  unverified: boolean;
  leadPassed: boolean;
  /** Tied to a date ahead. */
  tied: boolean;
  opens: Opens;
  opensAt: Instant;
  /** First instant from which a performance no longer counts for this one. */
  closesAt: Instant;
  /** From when on the clause lets the act count; NaN: no such rule, or its base is not given. */
  notBefore: number;
  notApplicable: string | undefined;

  state: DutyState | RightState;
  reason: string | undefined;
  performance: number;
  performedAt: number;
  waivedAt: number;
}

export function emptyCase(row: ClauseRow): Case {
  return {
    row,
    traits: 0,
    index: 0,
    debtor: 0,
    creditor: 0,
    slot: -1,
    period: undefined,
    label: undefined,
    arises: 0,
    deadline: Number.NaN,
    deadlineIsDay: false,
    base: Number.NaN,
    unverified: false,
    leadPassed: false,
    tied: false,
    opens: "any time",
    opensAt: Number.NEGATIVE_INFINITY,
    closesAt: Number.POSITIVE_INFINITY,
    notBefore: Number.NaN,
    notApplicable: undefined,
    state: "open",
    reason: undefined,
    performance: -1,
    performedAt: Number.NaN,
    waivedAt: Number.NaN,
  };
}
