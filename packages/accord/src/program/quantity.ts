import type { Confidence } from "@kelisim/model";

export type { Confidence };

/**
 * Marks a number (or a date, or a word) that no source we hold confirms.
 * It is shown as unverified wherever the number appears.
 */
export interface Assumption {
  /** Where the number comes from, for example "general knowledge". */
  readonly source: string;
  readonly confidence: Confidence;
}

/**
 * Units of time. Minutes and hours are exact stretches; the others are calendar steps in the
 * instrument's time zone: "48 hours" is not "2 days".
 */
export type TimeUnit = "minute" | "hour" | "day" | "working day" | "week" | "month" | "year";

/** A stretch of time as the text states it. `value` is a whole number, zero or more. */
export interface Duration {
  readonly value: number;
  readonly unit: TimeUnit;
  readonly assumed?: Assumption;
}

/** The value of a constant in a condition. Decimal numbers are kept as text: exact, never floats. */
export type Scalar =
  | { readonly type: "count"; readonly value: number }
  | { readonly type: "amount"; readonly value: string; readonly unit: string }
  | { readonly type: "money"; readonly value: string; readonly currency: string }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "yes/no"; readonly value: boolean }
  | { readonly type: "party"; readonly value: string }
  | { readonly type: "date"; readonly value: string };
