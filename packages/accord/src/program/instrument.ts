import type { Clause } from "./clause.ts";
import type { Confidence } from "./quantity.ts";

/** Several parties that act as one debtor or creditor. Members count while they are bound. */
export interface Side {
  readonly name: string;
  readonly members: readonly string[];
}

export interface Instrument {
  readonly id: string;
  readonly title: string;
  /** "politically binding": participants with commitments; "voluntary": contributors. */
  readonly kind: "treaty" | "politically binding" | "voluntary";
  readonly signed?: string;
  readonly place?: string;
  /** IANA name; deadlines in days and dates are read in it. "UTC" unless the text names one. */
  readonly timeZone: string;
  /** 31 January + 1 month: "clip" gives the last day of February, "overflow" 1 March. */
  readonly monthEnd: "clip" | "overflow";
  /** Named calendar for working days, where the text uses them. */
  readonly workingCalendar?: string;
  readonly sides: readonly Side[];
  /** Name in the text → id of a zone of the region's places. */
  readonly zones: Readonly<Record<string, string>>;
  readonly source: string;
  readonly confidence: Confidence;
  readonly clauses: readonly Clause[];
  readonly file?: string;
}
