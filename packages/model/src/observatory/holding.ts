import type { ObservationTable } from "./columns.ts";

/** Who made a data set, on what terms, and what a reader must know. Goes into every file handed out. */
export interface Producer {
  /** Id of the data set: "oecd-crs", "undp-projects" ... */
  readonly dataset: string;
  /** Its name in full. */
  readonly name: string;
  /** How the producer asks to be cited. */
  readonly citation: string;
  /** Its terms as far as we have read them; absent: not seen. */
  readonly licence?: string;
  /** What the figures are not, in sentences. */
  readonly caveats: readonly string[];
}

/** A row, or a cell of it, that was not taken. */
export interface RefusedRow {
  readonly row: number;
  readonly column?: string;
  /** The text that could not be read, clipped. */
  readonly text?: string;
  readonly problem: string;
}

/** How one column of a file became a column of a table. */
export interface MappedColumn {
  /** Columns of the file. */
  readonly from: readonly string[];
  readonly to: string;
  /** What was done to the text, in words: "million US dollars, times 1,000,000". */
  readonly how?: string;
}

/**
 * One file as it was taken in, for ever: what is taken again after a change is another holding beside it. Its id is made of the
 * file's bytes and of the layout by which they were read, so that the same file taken twice is one.
 */
export interface Holding {
  readonly id: string;
  readonly table: ObservationTable;
  readonly producer: Producer;
  /** Which state of the data set this is, as the producer dates it ("2025-08"); later ones sort after earlier ones. */
  readonly vintage: string;
  /** By which rule the vintage was found: said in the file, in its name, or by whoever took it in. */
  readonly vintageFrom: "file" | "name" | "given" | "day taken";
  readonly layout: { readonly id: string; readonly version: number };
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string };
  /** Instant, ISO 8601. */
  readonly taken: string;
  /** Who took it in: a body, or "command line". */
  readonly takenBy: string;
  /** Rows of the file, rows of the table made of them, rows refused. */
  readonly rows: { readonly read: number; readonly made: number; readonly refused: number };
  readonly columns: readonly MappedColumn[];
  /** Columns of the file that were not taken. */
  readonly leftOut: readonly string[];
  /** First and last year of its rows, where the table has years. */
  readonly years?: readonly [number, number];
  /** Totals that the file prints of itself, and what its rows give. */
  readonly reconciled?: readonly { readonly what: string; readonly printed: string; readonly summed: string }[];
}
