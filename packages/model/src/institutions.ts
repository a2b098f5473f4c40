import type { Sourced } from "./region.ts";
import type { Span } from "./span.ts";

/**
 * What one of our organisations is called in a list of others: a code of a file that was taken in ("EAEC" of Correlates of War), a
 * treaty whose parties are its members, or, in the list "status", an agreement of ours that makes its parties members.
 */
export interface OrganisationCode extends Sourced {
  readonly organisation: string;
  /** Data set of a file ("cow-igo", "atop-memberships", "un-mtdsg"), or "status". */
  readonly list: string;
  /** As the list writes it: a name, a number of a treaty, the id of an agreement. */
  readonly code: string;
}

/** The parts of which the two indices of regions are made; what each counts stands in docs/observatory.md. */
export const INDEX_COMPONENTS = [
  "bodies",
  "membership",
  "consultation",
  "non-aggression",
  "exchange",
  "settled",
  "trade",
  "crossings",
  "travel",
  "meetings",
  "exercises",
  "answers",
] as const;
export type IndexComponentId = (typeof INDEX_COMPONENTS)[number];

/** A figure of one component of an index, for this region or for another one that is set beside it. */
export interface IndexFigure extends Sourced {
  readonly component: IndexComponentId;
  /** Years for which it holds, each of them. */
  readonly period: Span;
  /** Exact decimal in the unit of the component; absent: it was looked for and is not known. */
  readonly figure?: string;
  /** Another region; absent: this one. */
  readonly region?: {
    readonly id: string;
    readonly name: string;
    /** Its states, as the row names them. */
    readonly states: readonly string[];
  };
}
