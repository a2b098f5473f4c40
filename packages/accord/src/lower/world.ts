import type { CivilDay, Instant, Kind, Party, Place, Problem } from "@kelisim/model";
import type { Code } from "../codes.ts";
import type * as ast from "../generated/ast.ts";
import type { ItemText } from "../parse/items.ts";
import type { Mark } from "../parse/places.ts";
import type { ParsedItem } from "../parse/syntax.ts";
import type { Assumption, Clause, Confidence, Side } from "../program/index.ts";

/** What the compiler must know besides the texts. */
export interface CompileContext {
  readonly parties: readonly Party[];
  /** Ids of the region's zones. */
  readonly zones: readonly string[];
  /** Names of the calendars that list working days. */
  readonly calendars?: readonly string[];
  /** Ids of the organisations whose memberships the region knows. */
  readonly memberships?: readonly string[];
  /** Parties with status rows for an instrument that may bind them. */
  readonly boundParties?: (instrument: string) => readonly string[];
  /** A place inside a zone, in the part of a party where one is named; for witnesses. */
  readonly sampleInZone?: (zone: string, party?: string) => Place | undefined;
  /** The day from which a party is certainly bound by an instrument; for witnesses. */
  readonly boundSince?: (instrument: string, party: string) => CivilDay | undefined;
  /** When the hypothetical records of witnesses begin; 2 March 2026, 08:00 UTC, where absent. */
  readonly witnessFrom?: Instant;
}

export type ClauseNode = ast.Duty | ast.Right | ast.Limit | ast.Prohibition | ast.Standing;

/** A declaration of the vocabulary, read. */
export interface KindFacts {
  readonly kind: Kind;
  /** Declared with an error: what refers to it cannot be judged. */
  readonly faulty: boolean;
}

export interface KindEntry {
  facts: KindFacts;
  readonly source: ItemText;
  readonly text: ParsedItem;
  readonly node: ast.Kind | undefined;
  used: boolean;
  /** Attributes that some clause reads. */
  readonly read: Set<string>;
}

/** An instrument as its clauses see it. */
export interface InstrumentFacts {
  readonly id: string;
  readonly head: InstrumentHead;
}

export interface InstrumentEntry {
  readonly id: string;
  readonly facts: InstrumentFacts;
  readonly source: ItemText;
  readonly node: ast.Instrument | undefined;
  readonly usedSides: Set<string>;
  readonly usedZones: Set<string>;
  readonly clauses: ClauseEntry[];
}

/** The lines of an instrument, read. */
export interface InstrumentHead {
  readonly title: string;
  readonly kind: "treaty" | "politically binding" | "voluntary";
  readonly signed?: string;
  readonly place?: string;
  readonly timeZone: string;
  readonly monthEnd: "clip" | "overflow";
  readonly workingCalendar?: string;
  readonly sides: readonly Side[];
  readonly zones: Readonly<Record<string, string>>;
  readonly source: string;
  readonly confidence: Confidence;
  readonly assumption?: Assumption;
}

/** A clause by itself, with places counted from its first line. */
export interface ClauseText {
  readonly id: string;
  readonly source: ItemText;
  readonly node: ClauseNode;
  readonly instrument: InstrumentFacts;
}

/** Names that a clause uses, whether or not it has an error. */
export interface Uses {
  readonly kinds: Set<string>;
  /** Kind → attributes. */
  readonly attributes: Map<string, Set<string>>;
  readonly sides: Set<string>;
  readonly zones: Set<string>;
}

/** What reading one clause gave. Places in it are counted from the first line of the clause. */
export interface Reading {
  readonly text: ClauseText;
  /** Missing where the clause has an error. */
  readonly clause: Clause | undefined;
  readonly problems: readonly Problem[];
  readonly uses: Uses;
  /** Where a condition, role or deadline of the clause stands. */
  readonly places: WeakMap<object, Mark>;
}

export interface ClauseEntry {
  readonly id: string;
  /** Where it stands in its file. */
  readonly source: ItemText;
  readonly text: ParsedItem;
  /** Missing where the text has syntax errors. */
  readonly node: ClauseNode | undefined;
  readonly instrument: InstrumentEntry | undefined;
  reading?: Reading;
  /** Missing where an error leaves the clause out. */
  clause?: Clause;
}

/** All that the texts given say together. */
export interface World {
  readonly context: CompileContext;
  readonly problems: Problem[];
  readonly parties: ReadonlyMap<string, Party>;
  /** Names of all kinds that are declared, sound or not. */
  readonly declared: ReadonlySet<string>;
  /** By name; of several versions the highest. */
  readonly kinds: Map<string, KindEntry>;
  readonly allKinds: KindEntry[];
  readonly instruments: Map<string, InstrumentEntry>;
  readonly clauses: Map<string, ClauseEntry>;
}

export interface ProblemText {
  readonly message: string;
  readonly why?: string;
  readonly mend?: string;
  /** Text that mends it when put in the marked place. */
  readonly edit?: string;
}

/** Adds a problem at a place. */
export function report(
  to: { readonly problems: Problem[] },
  severity: Problem["severity"],
  code: Code,
  mark: Mark,
  { message, why, mend, edit }: ProblemText,
): void {
  to.problems.push({
    code: `accord/${code}`,
    severity,
    ...mark,
    message: message.length > 600 ? `${message.slice(0, 600)}...` : message,
    ...(why === undefined ? {} : { why }),
    ...(mend === undefined ? {} : { mend }),
    ...(edit === undefined ? {} : { edit: { line: mark.line, column: mark.column, length: mark.length, text: edit } }),
  });
}

export { HEADER_ATTRIBUTES } from "../program/index.ts";
