import type { Holding } from "@kelisim/model";

/** A holding as its page `holding.json` keeps it. */
export interface KeptHolding extends Holding {
  /** Shape of this page. */
  readonly format: 1;
  /** Rows in each year that it holds, where its table has years: `years` may have gaps. */
  readonly held?: readonly { readonly year: number; readonly rows: number }[];
  /** Cells that could not be read, of rows that were taken without them. */
  readonly cellsLeftOut: number;
  /** Rows that the layout knows to say nothing of this table. */
  readonly ignored: readonly { readonly because: string; readonly rows: number }[];
  /** Rows that say of themselves that they are totals. */
  readonly totals: number;
  /** Holdings of the same state of the data set that were there and have no row in common with it: parts of one whole. */
  readonly beside?: readonly string[];
  /** Year of constant prices that was told or found, for all or for each measure; 0 or none: unknown. */
  readonly priceYear?: number | Readonly<Record<string, number>>;
}

/** What is left of a holding that was taken out. */
export interface Forgotten {
  readonly holding: KeptHolding;
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly by: string;
  readonly why: string;
}
