import type { Clause, Instrument } from "@kelisim/accord/program";

/** How much of something: later or longer, more records caught, more parties. */
export type Order = "more" | "less" | "same" | "other" | "unknown";

/**
 * What a change means to the one who owes (a duty, a limit) or holds (a right): a duty becomes stricter or looser, a right
 * wider or narrower. "other": it differs, and neither holds in every case. "unknown": it could not be compared. "none":
 * nothing is computed differently.
 */
export type Effect = "stricter" | "looser" | "wider" | "narrower" | "other" | "unknown" | "none";

export type Aspect =
  | "form"
  | "trigger"
  | "condition"
  | "debtor"
  | "creditor"
  | "act"
  | "which acts count"
  | "deadline"
  | "opening"
  | "silence"
  | "amount"
  | "counting"
  | "excess"
  | "consent"
  | "priority"
  | "channel"
  | "assumption"
  | "confidence"
  | "source"
  | "article"
  | "title"
  | "id"
  | "instrument";

/** A number of a condition that became another. */
export interface ThresholdChange {
  readonly attribute: string;
  readonly before: string;
  readonly after: string;
}

/** One respect in which two versions of a clause differ. */
export interface Change {
  readonly aspect: Aspect;
  readonly effect: Effect;
  /** Whether the effect is certain; where it is not, it is the best that can be said. */
  readonly exact: boolean;
  readonly before: unknown;
  readonly after: unknown;
  /** Of a condition: its numbers that changed. */
  readonly thresholds?: readonly ThresholdChange[];
}

export interface Placed {
  readonly clause: Clause;
  readonly instrument: Instrument;
}

/** A clause of the old text and what became of it. */
export type ClauseChange =
  | { readonly kind: "added"; readonly now: Placed }
  | { readonly kind: "removed"; readonly before: Placed }
  /** The same content under another id or in another instrument. */
  | { readonly kind: "moved"; readonly before: Placed; readonly now: Placed; readonly changes: readonly Change[] }
  | { readonly kind: "changed"; readonly before: Placed; readonly now: Placed; readonly changes: readonly Change[] };
