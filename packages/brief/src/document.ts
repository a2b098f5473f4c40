import type { Result } from "@kelisim/analysis";

/** Text within a block. `figure` and `citation` are places in the lists of the brief, in the order of reading. */
export type Inline =
  | { readonly kind: "text"; readonly text: string; readonly strong?: true; readonly emphasis?: true }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly address: string }
  | { readonly kind: "break" }
  | { readonly kind: "figure"; readonly at: number }
  /** Only the footnote of what stands there at that place of the list: a table, the column of a series, a claim. */
  | { readonly kind: "note"; readonly at: number }
  | { readonly kind: "citation"; readonly at: number };

export interface Bar {
  readonly label: string;
  /** Place in the list of figures. */
  readonly figure: number;
}

export type Block =
  | { readonly kind: "heading"; readonly depth: number; readonly inlines: readonly Inline[] }
  | { readonly kind: "paragraph"; readonly inlines: readonly Inline[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "rule" }
  | {
      readonly kind: "table";
      readonly caption?: readonly Inline[];
      /** Columns of numbers, which stand at the right; by place. */
      readonly numbers?: readonly number[];
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: "chart"; readonly title: string; readonly bars: readonly Bar[] }
  | Plot;

/** A picture of series: the same keys for each, an unknown value left out of the picture. */
export interface Plot {
  readonly kind: "plot";
  readonly form: "line" | "bar";
  readonly title: string;
  readonly unit: string;
  readonly keys: readonly string[];
  readonly series: readonly { readonly label: string; readonly values: readonly (number | undefined)[] }[];
}

/** One line of a block that asks: the figure at its place in the list, with a label where it stands beside others. */
export interface AskedLine {
  readonly label?: string;
  readonly figure: number;
}

/** A block that the data fill: a table, a picture of series, claims of the region. `bindBrief` makes blocks of it. */
export interface AskedBlock {
  readonly kind: "asked";
  readonly as: "table" | "plot" | "claim";
  readonly place: Place;
  readonly title: string;
  readonly form: Plot["form"];
  readonly lines: readonly AskedLine[];
}

/** What a brief holds as it is written. */
export type BriefBlock = Block | AskedBlock;

/** Where something stands in the file: 1-based line and column, and its stretch of the text. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** A calculation with what it is asked: `money.share purpose=152 year=2019 recipient=KAZ`. */
export interface Call {
  readonly calculation: string;
  readonly arguments: Readonly<Record<string, string>>;
}

/** What a calculation gives: one value, values by a key, rows, or a statement with what stands behind it. */
export type Shape = "figure" | "series" | "table" | "claim";

/** A figure as the text uses it. */
export interface FigureUse {
  readonly place: Place;
  /** How it stands there: between braces, or as what a line of a block asks for. */
  readonly written: "braces" | "line";
  /** What can stand at its place. */
  readonly wanted: readonly Shape[];
  /** Its name in a block of figures, where it has one. */
  readonly name?: string;
  readonly call: Call;
  /** The value last seen, as written in the file. */
  readonly recorded?: string;
}

export interface CitedItem {
  readonly source: string;
  /** "p. 3", as written. */
  readonly locator?: string;
}

export interface CitationUse {
  readonly place: Place;
  readonly items: readonly CitedItem[];
}

/** A source as it is cited: the row of the region, with authors and date that the brief adds to it. */
export interface CitedSource {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly address?: string;
  /** "Family, Given", or the name of an institution. */
  readonly authors: readonly string[];
  /** A year, a month or a day, ISO 8601. */
  readonly date?: string;
}

/** The value of a figure: an exact decimal or a category; absent: unknown. `unit` is empty where it has none. */
export interface FigureValue {
  readonly value?: string;
  readonly unit: string;
}
export type Figure = Result<FigureValue>;

/** Values of one unit by a key (a year, a donor), in the order in which they are shown. An absent value is unknown. */
export interface SeriesValue {
  readonly unit: string;
  readonly by: string;
  readonly points: readonly { readonly at: string; readonly value?: string }[];
}

/** A cell of a table. No text: unknown. `sources` are cited in it. */
export interface TableCell {
  readonly text?: string;
  /** Text is an exact decimal. */
  readonly isNumber?: true;
  /** Text is one of our own words ("none in our table"), which the brief says in its language. */
  readonly isWord?: true;
  readonly sources?: readonly string[];
}

export interface TableValue {
  /** Ids of columns, which the words of a brief name, or names as they are. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** A statement as it is cited, with its sources. */
export interface Statement {
  readonly id: string;
  readonly claim: string;
  readonly location?: string;
  readonly sources: readonly string[];
  readonly confidence: string;
  /** Independent sources that count. */
  readonly independent: number;
}

export interface ClaimValue extends Statement {
  readonly state: "supported" | "contradicted" | "nothing that counts";
  readonly against: readonly Statement[];
  /** What a look at other sources gave, in the words of the table. */
  readonly check?: string;
  /** The question on which its row and others disagree. */
  readonly dispute?: { readonly question: string; readonly reason?: string; readonly sources: readonly string[] };
}

/** What became of a calculation that was asked for. */
export type Known =
  | { readonly kind: "figure"; readonly figure: Figure }
  | { readonly kind: "series"; readonly figure: Result<SeriesValue> }
  | { readonly kind: "table"; readonly figure: Result<TableValue> }
  | { readonly kind: "claim"; readonly figure: Result<ClaimValue> };
export type Answer = Known | { readonly kind: "refused"; readonly message: string; readonly mend?: string };

/** How the figure of now stands to the one recorded. */
export type FigureState = "current" | "stale" | "not recorded";

export interface BoundFigure extends FigureUse {
  /** What was worked out; its value is of the kind of `shape`. */
  readonly figure: Result<FigureValue | SeriesValue | TableValue | ClaimValue>;
  readonly shape: Shape;
  readonly state: FigureState;
  /** What there is now, as it is recorded: "0.0377 %", "2013: 0.5 %; 2014: unknown", "12 rows, 3f9a1c2b", or "unknown". */
  readonly now: string;
}
