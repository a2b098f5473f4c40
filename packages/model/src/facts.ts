import type { Confidence } from "./confidence.ts";
import type { Dated } from "./dated.ts";
import type { Instant } from "./instant.ts";

/**
 * Facts are records too: they are dated twice and a later one changes only later answers. Their kinds are
 * fixed; the content of a fact record of kind K has the shape named here. A region's tables become fact
 * records that were always known.
 */
export const FACT_KINDS = [
  "status",
  "reservation",
  "threshold",
  "membership",
  "reading",
  "coverage",
  "waiver",
  "consent",
  "adoption",
  "arrangement",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

interface FactHead {
  /** Id of the record that states it. */
  readonly id: string;
  readonly known: Instant;
  readonly source: string;
  readonly confidence: Confidence;
  /** The question on which this fact and others disagree. */
  readonly dispute?: string;
  /** A remark shown beside the fact. */
  readonly note?: string;
}

/** What a party did about an instrument, and from when it binds that party. */
export interface StatusFact extends FactHead {
  readonly kind: "status";
  readonly instrument: string;
  /** A party, or "*" for the instrument's own entry into force. */
  readonly party: string;
  readonly act:
    | "signature"
    | "ratification"
    | "accession"
    | "acceptance"
    | "approval"
    | "succession"
    | "participation"
    | "provisional application"
    | "suspension"
    | "resumption"
    | "withdrawal"
    | "expiry";
  readonly actDate?: Dated;
  /** When it takes effect for this party. Missing: unknown, and then binding is unverified. */
  readonly effectDate?: Dated;
  readonly provisionalFrom?: Dated;
  /** Suspension or resumption of some clauses only. */
  readonly clauses?: readonly string[];
}

/** Acts that bind the party that makes them, once they take effect. Signature alone binds nobody. */
export const BINDING_ACTS: ReadonlySet<StatusFact["act"]> = new Set([
  "ratification",
  "accession",
  "acceptance",
  "approval",
  "succession",
  "participation",
  "provisional application",
] as const);

/** A reservation, or a declaration with the effect of one: the clauses do not apply between it and others. */
export interface ReservationFact extends FactHead {
  readonly kind: "reservation";
  readonly instrument: string;
  readonly party: string;
  readonly clauses: readonly string[];
  readonly from?: Dated;
  readonly effect: string;
}

/** A threshold that a party set for itself. */
export interface ThresholdFact extends FactHead {
  readonly kind: "threshold";
  readonly instrument: string;
  readonly party: string;
  readonly name: string;
  readonly value: number;
  readonly from?: Dated;
}

export interface MembershipFact extends FactHead {
  readonly kind: "membership";
  readonly organisation: string;
  readonly party: string;
  readonly status: string;
  /** Missing: unknown. */
  readonly from?: Dated;
  /** First day no longer a member. Missing: no end known. */
  readonly to?: Dated;
}

/** The number given to a vague term, and who decided it. Applies to what arises from `occurred` on. */
export interface ReadingFact extends FactHead {
  readonly kind: "reading";
  readonly occurred: Instant;
  readonly clause: string;
  readonly value: number;
  readonly unit: "minute" | "hour" | "day" | "working day" | "week" | "month" | "year";
  readonly by: string;
}

/** Records of these kinds, from these parties to those, are complete here over this period. */
export interface CoverageFact extends FactHead {
  readonly kind: "coverage";
  /** Names of kinds; ["*"]: all. */
  readonly kinds: readonly string[];
  /** Who speaks or acts; ["*"]: all. */
  readonly parties: readonly string[];
  /** To whom; ["*"]: all. */
  readonly to: readonly string[];
  readonly from: Instant;
  /** First instant no longer covered. */
  readonly until: Instant;
}

/** A creditor lets a debtor off. Subject or period narrows it; neither: all of that clause that arose before. */
export interface WaiverFact extends FactHead {
  readonly kind: "waiver";
  readonly occurred: Instant;
  readonly clause: string;
  readonly debtor: string;
  readonly creditor: string;
  /** Id of the record that triggered the duty. */
  readonly subject?: string;
  readonly period?: string;
}

/** A party consents that another does what a prohibition forbids. */
export interface ConsentFact extends FactHead {
  readonly kind: "consent";
  readonly occurred: Instant;
  readonly clause: string;
  readonly by: string;
  readonly to: string;
  /** Id of the event it is about; absent: any from `occurred` on. */
  readonly about?: string;
}

/** From when a version of a clause (by its hash) is the one that applies. */
export interface AdoptionFact extends FactHead {
  readonly kind: "adoption";
  readonly clause: string;
  readonly hash: string;
  readonly from: Instant;
}

/** An arrangement that makes this node a valid channel ("kelisim") for an instrument. */
export interface ArrangementFact extends FactHead {
  readonly kind: "arrangement";
  readonly instrument: string;
  readonly channel: string;
  readonly from: Instant;
}

export type Fact =
  | StatusFact
  | ReservationFact
  | ThresholdFact
  | MembershipFact
  | ReadingFact
  | CoverageFact
  | WaiverFact
  | ConsentFact
  | AdoptionFact
  | ArrangementFact;
