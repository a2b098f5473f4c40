import type { Result } from "@kelisim/analysis";

/** Text within a block. `figure` and `citation` are places in the lists of the brief, in the order of reading. */
export type Inline =
  | { readonly kind: "text"; readonly text: string; readonly strong?: true; readonly emphasis?: true }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly address: string }
  | { readonly kind: "break" }
  | { readonly kind: "figure"; readonly at: number }
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
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: "chart"; readonly title: string; readonly bars: readonly Bar[] };

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

/** A figure as the text uses it. */
export interface FigureUse {
  readonly place: Place;
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

/** What became of a calculation that was asked for. */
export type Answer =
  | { readonly kind: "figure"; readonly figure: Figure }
  | { readonly kind: "refused"; readonly message: string; readonly mend?: string };

/** How the figure of now stands to the one recorded. */
export type FigureState = "current" | "stale" | "not recorded";

export interface BoundFigure extends FigureUse {
  readonly figure: Figure;
  readonly state: FigureState;
  /** The figure of now, as it is recorded: "0.0377 %", or "unknown". */
  readonly now: string;
}
