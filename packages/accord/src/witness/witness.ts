import type { Instant, KelisimRecord } from "@kelisim/model";
import type { DutyClause, RightClause } from "../program/index.ts";

/**
 * A made-up course of events that a clause must answer in a known way: with `records` alone, its duty is open until
 * the deadline and not performed at `unperformedAt`; with `performance` too, it is met at `metAt`.
 */
export interface Witness {
  readonly clause: string;
  /** Which of the clause's deadlines it tries, from 0. */
  readonly deadlineIndex: number;
  /** What makes the duty arise, and what that needs. Empty for a duty that recurs or begins with being bound. */
  readonly records: readonly KelisimRecord[];
  readonly performance: KelisimRecord;
  /** After the performance and not after the deadline. */
  readonly metAt: Instant;
  /** After the deadline. */
  readonly unperformedAt: Instant;
  readonly debtor: string;
  /** Empty: owed to nobody in particular. */
  readonly creditor: string;
  /** The deadline itself, where it follows without any rule of the calendar that could be read in two ways. */
  readonly deadline?: Instant;
  /** Label of the period, for a recurring duty. */
  readonly period?: string;
}

/** Why a clause with a deadline has no witness. */
export interface WitnessGap {
  readonly clause: string;
  readonly reason: string;
}

/** A clause that asks for an act, or allows one. */
export type ActClause = DutyClause | RightClause;
