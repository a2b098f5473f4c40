import type { Instant } from "@kelisim/model";
import { Float64Column, Int32Column } from "./growing.ts";

/** Marks of a duty in the table. */
export const UNVERIFIED = 1;
export const IS_DAY = 2;
/** Counts at any time before: its performance may be older than its trigger. */
export const ANY_TIME = 4;
/** Tied to a date ahead: shown as upcoming until near it. */
export const TIED_AHEAD = 8;
/** Counts from a base that may lie after the trigger's moment. */
export const BASE_MAY_BE_AHEAD = 16;
export const LEAD_PASSED = 32;
export const NOT_APPLICABLE = 64;
/** Taken out because its trigger was restated. */
export const GONE = 128;

/**
 * Duties and rights that records gave rise to, in columns: about 30 bytes each.
 * A deadline that cannot be computed is NaN.
 */
export class DutyTable {
  readonly row = new Int32Column();
  readonly debtor = new Int32Column();
  readonly creditor = new Int32Column();
  readonly slot = new Int32Column();
  readonly marks = new Int32Column();
  readonly deadline = new Float64Column();
  /** Why a duty is not applicable, and the moment at which it had arisen. */
  readonly reasons = new Map<number, { readonly reason: string; readonly arises: Instant }>();

  length = 0;
  #room = 64;

  #grow(): void {
    for (const column of [this.row, this.debtor, this.creditor, this.slot, this.marks, this.deadline]) column.grow();
    this.#room = this.row.values.length;
  }

  push(row: number, debtor: number, creditor: number, slot: number, deadline: number, marks: number): number {
    const n = this.length;
    if (n === this.#room) this.#grow();
    this.row.values[n] = row;
    this.debtor.values[n] = debtor;
    this.creditor.values[n] = creditor;
    this.slot.values[n] = slot;
    this.marks.values[n] = marks;
    this.deadline.values[n] = deadline;
    this.length = n + 1;
    return n;
  }

  /** Forgets everything from `length` on. */
  truncate(length: number): void {
    for (let duty = length; duty < this.length; duty++) this.reasons.delete(duty);
    this.length = length;
  }
}
