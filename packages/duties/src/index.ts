export { type Assumed, assumedIn } from "./answer/assumed.ts";
export type { Board, BoardLine, BoardQuestion } from "./board.ts";
export type { Explanation, WhatIf } from "./explanation.ts";
export { FactBook } from "./facts/fact-book.ts";
export type { Binding } from "./facts/status-book.ts";
export { type Appended, createLedger, Ledger } from "./ledger.ts";
export type { LedgerSetting } from "./plan/plan.ts";
export type {
  DutyState,
  LimitState,
  Line,
  Outcome,
  Question,
  RightState,
  StandingState,
  State,
  Undetermined,
} from "./question.ts";
