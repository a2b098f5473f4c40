import type { Instant } from "@kelisim/model";

/** What is asked of a ledger. All instants are milliseconds since 1970 (UTC). */
export interface Question {
  /** The moment the answer is about. What happened later does not count. */
  readonly asOf: Instant;
  /** What was known then. Later knowledge does not count. */
  readonly knownAt: Instant;
  /** The asked window, both ends inclusive: recurring duties exist for it only. */
  readonly from: Instant;
  readonly until: Instant;
}

export type DutyState =
  | "upcoming"
  | "open"
  | "met"
  | "met late"
  | "overdue"
  | "not received by us"
  | "date passed, nothing recorded here"
  | "lead time already passed"
  | "waived by creditor"
  | "closed by silence"
  | "not applicable";
export type RightState = "upcoming" | "available" | "used" | "expired" | "not applicable";
export type LimitState = "within" | "exceeded" | "unknown";
export type StandingState = "in force" | "suspended";
export type State = DutyState | RightState | LimitState | StandingState;

/** One line of an answer: a duty or right of one pair, a limit of one bearer, a standing clause of one pair. */
export interface Line {
  readonly form: "duty" | "right" | "limit" | "standing";
  readonly instrument: string;
  readonly clause: string;
  /** Hash of the clause version under which it arose. */
  readonly version: string;
  /** Actor: a party, a side ("SH1996:Joint") or a joint group ("KAZ+KGZ"). Of a limit: its bearer. */
  readonly debtor: string;
  /** Actor; empty: owed to nobody in particular. Of a limit: empty. */
  readonly creditor: string;
  /** The subject (id of the first record of the chain) that gave rise to it. */
  readonly subject?: string;
  /** Label of the recurring period, or of a limit's window. */
  readonly period?: string;
  /** A limit's group values, joined by ", ". */
  readonly group?: string;
  readonly state: State;
  /** Why it is not applicable; the effect of silence. */
  readonly reason?: string;
  readonly arises: Instant;
  /** The last instant that still counts; null: no date can be computed. */
  readonly deadline: Instant | null;
  /** Whether the deadline is a whole day (in the instrument's time zone) or an instant. */
  readonly deadlineIsDay: boolean;
  /** From when on the act counts, where the clause says so ("no sooner than"). */
  readonly notBefore?: Instant;
  /** Subject of the first performance, and its moment. */
  readonly performance?: string;
  readonly performedAt?: Instant;
  /** A waiver, whether or not it decided the state. */
  readonly waivedAt?: Instant;
  /** A limit's present value and amount, as exact decimals. */
  readonly value?: string;
  readonly amount?: string;
  /** The binding of debtor or creditor is not verified for the moment that matters. */
  readonly unverified: boolean;
}

/** A trigger about which we cannot say whether the clause applies, and what is missing for that. */
export interface Undetermined {
  readonly clause: string;
  readonly instrument: string;
  readonly subject: string;
  /** "e.personnel is not given", "e.place lies within the map's error of zone …". */
  readonly missing: readonly string[];
}

/** Everything a ledger answers to a question, before a board chooses from it. */
export interface Outcome {
  readonly lines: readonly Line[];
  readonly undetermined: readonly Undetermined[];
}
