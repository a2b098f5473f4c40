import type { AttributeType, CivilDay, Instant, Kind, Party, Place, Problem } from "@kelisim/model";
import type { Code } from "../codes.ts";
import type * as ast from "../generated/ast.ts";
import type { ItemText } from "../parse/items.ts";
import type { Mark } from "../parse/places.ts";
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

export interface KindEntry {
  readonly kind: Kind;
  readonly source: ItemText;
  readonly node: ast.Kind | undefined;
  /** Declared with an error: what refers to it cannot be judged. */
  readonly faulty: boolean;
  used: boolean;
  /** Attributes that some clause reads. */
  readonly read: Set<string>;
}

export interface InstrumentEntry {
  readonly id: string;
  readonly source: ItemText;
  readonly node: ast.Instrument | undefined;
  readonly head: InstrumentHead;
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

export interface ClauseEntry {
  readonly id: string;
  readonly source: ItemText;
  /** Missing where the text has syntax errors. */
  readonly node: ClauseNode | undefined;
  readonly instrument: InstrumentEntry | undefined;
  /** Missing where an error leaves the clause out. */
  clause?: Clause;
}

export interface Workspace {
  readonly context: CompileContext;
  readonly problems: Problem[];
  /** By name; of several versions the highest. */
  readonly kinds: Map<string, KindEntry>;
  readonly allKinds: KindEntry[];
  readonly instruments: Map<string, InstrumentEntry>;
  readonly clauses: Map<string, ClauseEntry>;
  readonly parties: ReadonlyMap<string, Party>;
  /** Where a condition, role or deadline of the program stands in the text. */
  readonly places: WeakMap<object, Mark>;
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
  workspace: { readonly problems: Problem[] },
  severity: Problem["severity"],
  code: Code,
  mark: Mark,
  { message, why, mend, edit }: ProblemText,
): void {
  workspace.problems.push({
    code: `accord/${code}`,
    severity,
    ...mark,
    message: message.length > 600 ? `${message.slice(0, 600)}...` : message,
    ...(why === undefined ? {} : { why }),
    ...(mend === undefined ? {} : { mend }),
    ...(edit === undefined ? {} : { edit: { line: mark.line, column: mark.column, length: mark.length, text: edit } }),
  });
}

/** The attributes that every record has besides those of its kind. */
export const HEADER_ATTRIBUTES: Readonly<Record<string, AttributeType>> = {
  from: { type: "party" },
  to: { type: "parties" },
  sent: { type: "instant" },
  occurred: { type: "instant" },
  received: { type: "instant" },
};
