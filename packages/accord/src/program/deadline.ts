import type { Assumption, Duration } from "./quantity.ts";
import type { Condition, Term } from "./term.ts";

/** By when. The last instant of a deadline still counts; a deadline that is a date ends with that day. */
export type Deadline =
  /** So long after `base`. */
  | { readonly kind: "after"; readonly duration: Duration; readonly base: Term }
  /** So long before `base`; zero means "no later than base". */
  | { readonly kind: "before"; readonly duration: Duration; readonly base: Term }
  /**
   * A day of a year: 15 December. The year is that of `of`, or of the first day of a recurring duty's period, and
   * `years` later (or, if negative, earlier).
   */
  | {
      readonly kind: "calendar date";
      readonly month: number;
      readonly day: number;
      readonly years: number;
      readonly of?: Term;
      readonly assumed?: Assumption;
    }
  /** One fixed date. */
  | { readonly kind: "date"; readonly date: string; readonly assumed?: Assumption }
  /** A vague term ("immediately"). Without a reading there is no date. */
  | {
      readonly kind: "vague";
      readonly term: string;
      readonly base: Term;
      readonly reading?: { readonly duration: Duration; readonly by: string };
    }
  /** The text sets no number; or (`unread`) nobody has read whether it does. */
  | { readonly kind: "none"; readonly unread?: true };

/** Deadlines are tried in order; the first whose guard holds applies. An unknown guard leaves no date. */
export interface GuardedDeadline {
  readonly when?: Condition;
  readonly deadline: Deadline;
}
