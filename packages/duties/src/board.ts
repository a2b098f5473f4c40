import type { Line, Question, State, Undetermined } from "./question.ts";

/** A question about one party, or about all. */
export interface BoardQuestion extends Question {
  /** Lines in which this party (or a side it belongs to) is debtor or creditor. Absent: all. */
  readonly party?: string;
  readonly instrument?: string;
  readonly states?: readonly State[];
}

/**
 * Lines of one clause, subject, period, state and dates, taken together: what a debtor owes to many creditors, or
 * what many debtors owe to the asked party. People see one line; it splits by itself where the pairs differ.
 */
export interface BoardLine extends Omit<Line, "debtor" | "creditor"> {
  /** Alphabetical. More than one only where the line is owed to the asked party. */
  readonly debtors: readonly string[];
  /** Alphabetical; empty: owed to nobody in particular. */
  readonly creditors: readonly string[];
  /** Whether the asked party (or a side or group it belongs to) owes it or is owed it. */
  readonly standpoint: "owes" | "owed" | "neither";
}

export interface Board {
  readonly question: BoardQuestion;
  /** Ordered by deadline (undated last), then clause id, debtor, subject. */
  readonly lines: readonly BoardLine[];
  readonly undetermined: readonly Undetermined[];
  /** How many dated lines (pairs, before they are taken together) lie outside the window and are not shown. */
  readonly left: { readonly earlier: number; readonly later: number };
}
