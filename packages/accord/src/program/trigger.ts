import type { Condition } from "./term.ts";

export type CalendarUnit = "month" | "quarter" | "half-year" | "year";

/** What makes a duty or right arise. */
export type Trigger =
  /** A record of this kind; `under` asks that the record names this instrument in its header. */
  | {
      readonly kind: "record";
      readonly record: string;
      readonly variable: string;
      readonly where?: Condition;
      readonly under: boolean;
    }
  /**
   * Every `count` calendar units, counted from `from` (a date, needed when count > 1).
   * Periods are half open and read in the instrument's time zone.
   */
  | { readonly kind: "calendar"; readonly count: number; readonly unit: CalendarUnit; readonly from?: string }
  /** Once for each debtor, when it becomes bound. */
  | { readonly kind: "bound" }
  /** A duty of that clause was concluded not performed by its deadline. Its variables are in scope. */
  | { readonly kind: "miss"; readonly clause: string };
