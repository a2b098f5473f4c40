import type { Holding } from "@kelisim/model";

/** What a figure was made of. */
export interface ResultInput {
  /** Id of a holding or name of a region's table. */
  readonly of: string;
  readonly name: string;
  readonly vintage: string;
  readonly rows: number;
  readonly producer?: Holding["producer"];
  /** Rows of it that were left out before the calculation; they stand among the exclusions of the result. */
  readonly leftOut?: readonly Exclusion[];
}

/** What was left out of a figure, why, and how much. */
export interface Exclusion {
  readonly reason: string;
  readonly rows: number;
  /** Exact decimal with its currency, where it is money. */
  readonly amount?: { readonly sum: string; readonly currency: string };
}

/**
 * Every figure that is shown: its value with the method by which anybody can work it out again, what it was made of and what was
 * left out. An absent value is unknown.
 */
export interface Result<Value> {
  readonly value: Value;
  /** Id of the method, as docs/observatory.md describes it, and its formula in words. */
  readonly method: { readonly id: string; readonly formula: string };
  readonly inputs: readonly ResultInput[];
  readonly exclusions: readonly Exclusion[];
}
