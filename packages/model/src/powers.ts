import type { Dated } from "./dated.ts";
import type { Sourced } from "./region.ts";

/** Ways in which a power from outside engages with a state. */
export const ENGAGEMENT_KINDS = ["treaty", "base", "training", "arms", "aid", "dialogue", "cyber"] as const;
export type EngagementKind = (typeof ENGAGEMENT_KINDS)[number];

/** A party or organisation that the region looks at as a power from outside. */
export interface Power extends Sourced {
  readonly id: string;
}

/** An engagement of a power with states that no other table of the region tells of. */
export interface EngagementRow extends Sourced {
  readonly id: string;
  readonly power: string;
  readonly states: readonly string[];
  readonly kind: EngagementKind;
  readonly title: string;
  readonly from?: Dated;
  /** Last day; absent: not known. */
  readonly to?: Dated;
  /** Where no last day is known: the last day on which its source tells of it. */
  readonly seen?: Dated;
}

/** Of what a row of `engagement-kinds` speaks: a programme, an event or an organisation by its id, or a word that events have in `what`. */
export const CODED_ROWS = ["programme", "event", "what", "organisation"] as const;

/** Which kind of engagement rows of another table are; "none": they are none, and the note says why. */
export interface EngagementCode extends Sourced {
  readonly of: (typeof CODED_ROWS)[number];
  readonly id: string;
  readonly kind: EngagementKind | "none";
}

/** One line of a coding by hand: which statement sets how much weight on which threat, for whom, as whom read it. */
export interface Coding extends Sourced {
  readonly id: string;
  /** Id of a claim or an undertaking. */
  readonly statement: string;
  readonly actor: string;
  readonly threat: string;
  /** From 0 (none) to 1 (first priority). */
  readonly weight: number;
  readonly coder: string;
}

/** A rule that codes every undertaking whose text has one of the words, for each of those that undertook it. */
export interface WordRule extends Sourced {
  readonly id: string;
  readonly threat: string;
  /** Beginnings of words, letters of either case. */
  readonly words: readonly string[];
  readonly weight: number;
}

/** What one actor says a term means, in our own words. */
export interface DefinitionRow extends Sourced {
  readonly id: string;
  readonly term: string;
  readonly actor: string;
  readonly definition: string;
  /** Where in the source. */
  readonly location?: string;
}
