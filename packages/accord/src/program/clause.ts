import type { GuardedDeadline } from "./deadline.ts";
import type { Assumption, Confidence, Duration, Scalar } from "./quantity.ts";
import type { Role } from "./role.ts";
import type { Condition, Term } from "./term.ts";
import type { CalendarUnit, Trigger } from "./trigger.ts";

/** What every clause carries. */
export interface ClauseHead {
  readonly id: string;
  readonly title: string;
  /** Article or paragraph, as cited: "9(1)-(2)". */
  readonly article: string;
  /** Marks an article reference that was not checked against the text. */
  readonly articleAssumed?: Assumption;
  /** SHA-256 (hex) of the canonical clause without this field and without places in the text. */
  readonly hash: string;
  readonly confidence: Confidence;
  readonly source?: string;
  /** How the act is validly done: "diplomatic channel, written". */
  readonly channel?: string;
  readonly channelAssumed?: Assumption;
  /** Clauses that displace this one for the same debtor, creditor and subject. Priority only where written. */
  readonly subjectTo: readonly string[];
  /** Where the clause stands in its file (1-based line), for a reader; not part of the hash. */
  readonly line?: number;
}

/** The performance that discharges a duty or uses a right. */
export interface Act {
  readonly verb: "send" | "hold" | "do";
  readonly record: string;
  readonly variable: string;
  readonly where?: Condition;
  /** From when it counts. */
  readonly counts: "sent" | "received";
  /** Cumulative acts: performed at the moment the running sum of `attribute` reaches `amount`. */
  readonly total?: { readonly attribute: string; readonly amount: Scalar; readonly assumed?: Assumption };
}

/** So long before or after `base`; from a date, the first instant of the resulting day. */
export interface Opening {
  readonly direction: "before" | "after";
  readonly duration: Duration;
  readonly base: Term;
}

export interface DutyClause extends ClauseHead {
  readonly kind: "duty";
  readonly trigger: Trigger;
  readonly debtor: Role;
  /** Several debtors owe together as one; the act of any of them discharges. */
  readonly jointly: boolean;
  readonly creditor: Role;
  readonly act: Act;
  readonly deadlines: readonly GuardedDeadline[];
  /** From when on the act counts at all. */
  readonly notBefore?: Opening;
  /** The effect that the clause itself gives to silence. */
  readonly silence?: { readonly means: string };
}

export interface RightClause extends ClauseHead {
  readonly kind: "right";
  readonly trigger: Trigger;
  readonly debtor: Role;
  readonly jointly: boolean;
  readonly creditor: Role;
  readonly act: Act;
  /** Until when it may be used; none: as long as the instrument binds. */
  readonly deadlines: readonly GuardedDeadline[];
  /** From when on the act counts at all. */
  readonly notBefore?: Opening;
}

/** A ceiling, quota or (with `form` "prohibition") something not to be done at all. */
export interface LimitClause extends ClauseHead {
  readonly kind: "limit";
  readonly form: "ceiling" | "quota" | "prohibition";
  readonly amount: Scalar;
  readonly amountAssumed?: Assumption;
  readonly aggregate:
    | { readonly kind: "count" }
    | { readonly kind: "sum"; readonly attribute: string }
    /** The attribute's value in the latest record: a stock, such as personnel. */
    | { readonly kind: "level"; readonly attribute: string }
    /** How many at the same time, from the date attributes `start` to `end` (both inclusive). */
    | { readonly kind: "simultaneous"; readonly start: string; readonly end: string };
  readonly record: string;
  readonly variable: string;
  /** Only records that name this instrument in their header count. */
  readonly under?: true;
  readonly where?: Condition;
  /** The moment by which a record is placed in the window; default the record's own moment. */
  readonly time?: Term;
  readonly window:
    | { readonly kind: "calendar"; readonly unit: CalendarUnit }
    | { readonly kind: "rolling"; readonly value: number; readonly unit: "day" | "month" | "year" }
    | { readonly kind: "always" };
  /** Who is limited: a term of the record that names a party, or its side. Instances are one a bearer and group. */
  readonly bearer: {
    readonly term: Term;
    readonly side: boolean;
    /** Who is limited, where that is not each party or each side; `where` says the same of the record. */
    readonly who?: Role;
  };
  readonly groups: readonly Term[];
  /** Temporary excess of a level. */
  readonly excess?: {
    readonly percent: number;
    readonly forAtMost: Duration;
    readonly times?: { readonly value: number; readonly unit: CalendarUnit };
    readonly assumed?: Assumption;
  };
  /** A recorded consent takes the record out of the count. */
  readonly unlessConsent: boolean;
}

/** A standing principle: in force or suspended for each pair; nothing to compute beyond that. */
export interface StandingClause extends ClauseHead {
  readonly kind: "standing";
  readonly debtor: Role;
  readonly creditor: Role;
}

export type Clause = DutyClause | RightClause | LimitClause | StandingClause;
