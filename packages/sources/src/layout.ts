import type { MappedColumn, ObservationRow, ObservationTable, Producer, RefusedRow } from "@kelisim/model";

/** What is known of a file before it is read: its name, its first bytes as text, and of a table its header. */
export interface Sample {
  readonly name: string;
  readonly bytes: number;
  /** The first 64 KiB, decoded; empty for a binary file. */
  readonly head: string;
  /** Names of the columns, of delimited text and Parquet. */
  readonly header?: readonly string[];
}

/** What a date looks like, in the letters yyyy, mm (mmm: Jan, Feb ...) and dd. */
export type DateForm = "yyyy-mm-dd" | "dd.mm.yyyy" | "dd/mm/yyyy" | "mm/dd/yyyy" | "d mmm yyyy" | "yyyy";

/** What of a date is written: "day", "month" or "year". */
export type Precision = "day" | "month" | "year";

/**
 * How the text of a cell is read. Each reading has one meaning, told in words to whoever takes a file in; the exact rules, which
 * an executor must follow to the letter, stand at the functions of `readings/`. Outer spaces are cut first; text that is empty
 * then, or that the cell names as `absent`, is absent.
 */
export type CellReading =
  | { readonly as: "text" }
  /** A text by a table of words ("1" is "member"); what the table does not hold is kept as written. */
  | { readonly as: "word"; readonly words: Readonly<Record<string, string>> }
  | { readonly as: "count" }
  | { readonly as: "number" }
  /** "2013", "2012-2013" and "FY 2013" give 2013, 2012 and 2013. */
  | { readonly as: "year" }
  /** Written in millions, thousands or units of the currency. A "$", commas between thousands and (brackets) for minus are read. */
  | { readonly as: "amount"; readonly times: 1 | 1_000 | 1_000_000 }
  /** Coarser text gives its first day. `after`: the first day after what is written, for "last year" columns that become `to`. */
  | { readonly as: "date"; readonly like: DateForm; readonly after?: true }
  /** The precision of such a date. */
  | { readonly as: "precision"; readonly like: DateForm }
  /** A date in columns of its own for year (`from`), month and day; a part that is empty, zero or negative is unknown. */
  | { readonly as: "date parts"; readonly month: string; readonly day?: string; readonly after?: true }
  /** The precision of such a date. */
  | { readonly as: "precision of parts"; readonly month: string; readonly day?: string }
  /** A state or donor by a list of codes; what the list does not hold is kept as `prefix:text`. */
  | { readonly as: "coded"; readonly list: CodeListName; readonly prefix: string }
  /** Several of them, in all columns of `from` together and in each between `between`: ids sorted, once each, between ";". */
  | { readonly as: "coded list"; readonly list: CodeListName; readonly prefix: string; readonly between: string };

export type CodeListName =
  | "iso3"
  | "iso2"
  | "iso number"
  | "cow"
  | "gw"
  | "country names"
  | "crs recipients"
  | "crs donors";

/** Texts that mean that nothing is given ("NA", "-9"), compared to the letter after outer spaces are cut. */
interface MayBeAbsent {
  readonly absent?: readonly string[];
}

/** One column of the table: read from the file, or the same in each row. A column that the file does not have is empty. */
export type Cell =
  /** Of several columns the first that holds something. */
  | ({ readonly from: string | readonly string[] } & CellReading & MayBeAbsent)
  /** The part of `each` of which this row is made. */
  | ({ readonly part: true } & CellReading & MayBeAbsent)
  | { readonly constant: string | number }
  /** The year of constant prices: told by whoever takes the file in or found by `inferPriceYears`; 0 is unknown. */
  | { readonly file: "price year" };

/** Which rows of the file make a row. Text is compared after outer spaces are cut; a column that is not there holds "". */
export type RowTest =
  | { readonly column: string; readonly in: readonly string[] }
  | { readonly column: string; readonly notIn: readonly string[] }
  | { readonly column: string; readonly filled: true }
  /** A regular expression that RE2 and JavaScript read alike, found anywhere in the text. */
  | { readonly column: string; readonly matches: string };

/** One row of the table for each row of the file that passes all the tests. */
export interface RowMaker {
  readonly when: readonly RowTest[];
  /** One row for each part instead: the texts of these columns, cut at `between`, that are not empty. */
  readonly each?: { readonly columns: readonly string[]; readonly between?: string };
  readonly cells: Readonly<Record<string, Cell>>;
}

/** Rows of the file that are known to say nothing of this table. */
export interface Ignored {
  readonly when: readonly RowTest[];
  readonly because: string;
}

/**
 * Delimited text or Parquet: columns of the file become columns of a table, by data alone. Columns are found by their exact name,
 * else by letters and digits alone in either case ("DonorCode" is "donor_code").
 *
 * A row of the file makes one row for each maker whose tests it passes. A cell that cannot be read is reported: where the table
 * requires the column the row is refused, else the row is taken without the cell. A row that is no total, is not ignored and
 * passes no maker's tests is refused too, so that nothing is lost silently.
 */
export interface TableLayout {
  readonly form: "table";
  readonly id: string;
  /** Grows whenever the same file would give other rows. */
  readonly version: number;
  readonly table: ObservationTable;
  readonly producer: Producer;
  /** Columns without which it is another file; letters of either case, spaces and underlines alike. */
  readonly header: readonly string[];
  /** A look at the name or the sample where headers alone do not tell. */
  readonly accepts?: (sample: Sample) => boolean;
  readonly makes: readonly RowMaker[];
  readonly ignores?: readonly Ignored[];
  /** Rows that say of themselves that they are totals: left out, counted, and compared with what they should sum. */
  readonly totals?: RowTest;
  /** Columns of the table by which totals are compared, and the column that they sum. Totals are read by the first maker. */
  readonly reconciles?: { readonly by: readonly string[]; readonly sum: string };
  /**
   * What is done to the rows made, in the order of the file. "equal": rows equal in all columns but `row` are one, the first.
   * "spells": so are rows equal in all but `from` and `to` whose stretches touch or overlap: member years become spells.
   */
  readonly joins?: "equal" | "spells";
  readonly vintage?: (sample: Sample) => string | undefined;
}

/** What a reader of documents gives, in the order of the document. */
export type Taken =
  /** `without`: cells of the row that could not be read and were left out. */
  { readonly row: ObservationRow; readonly without?: readonly RefusedRow[] } | { readonly refused: RefusedRow };

/** XML and JSON: read as a stream, element by element. */
export interface DocumentLayout {
  readonly form: "document";
  readonly id: string;
  readonly version: number;
  readonly table: ObservationTable;
  readonly producer: Producer;
  readonly accepts: (sample: Sample) => boolean;
  readonly columns: readonly MappedColumn[];
  /** Reads chunks of decoded text. Never throws on wrong input: what cannot be read is refused with its place. */
  readonly read: (chunks: AsyncIterable<string>, sample: Sample) => AsyncIterable<readonly Taken[]>;
  readonly vintage?: (sample: Sample) => string | undefined;
}

export type Layout = TableLayout | DocumentLayout;
