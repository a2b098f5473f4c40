import type { Big } from "big.js";
import type { Dated } from "./dated.ts";
import type { Position } from "./places.ts";
import type { Place } from "./record.ts";
import type { Sourced } from "./region.ts";
import type { Span } from "./span.ts";

/** Source and confidence of one number of a row, where they are not those of the row. */
export type Backing = Pick<Sourced, "source" | "confidence">;

/** Money and projects: who pays for what, where, from when to when. What is missing is unknown, never zero. */
export interface Programme extends Sourced {
  readonly id: string;
  readonly name: string;
  /** Parties or organisations that pay; ids. */
  readonly donors: readonly string[];
  /** Who carries it out, in words. */
  readonly implementers?: string;
  readonly start?: Dated;
  readonly end?: Dated;
  readonly budget?: { readonly amount: Big; readonly currency: string };
  /** Where; ids of parties. */
  readonly countries: readonly string[];
  readonly themes?: string;
  readonly backing: { readonly dates?: Backing; readonly budget?: Backing };
}

/** Something that happened in the region, as public sources tell it. Read as a record by `timelineRecords`. */
export interface TimelineEvent extends Sourced {
  readonly id: string;
  readonly date: Dated;
  readonly end?: Dated;
  /** The day on which it was written down here. */
  readonly recorded: Dated;
  /** "treaty", "summit", "exercise", "hazard" ... */
  readonly what: string;
  readonly title: string;
  /** Parties or organisations; ids. */
  readonly actors: readonly string[];
  readonly instrument?: string;
  readonly placeName?: string;
  readonly place?: Place;
}

export interface Threat extends Sourced {
  readonly id: string;
  readonly name: string;
  readonly definition?: string;
  readonly category: string;
  /** Ids of instruments, programmes and clauses that speak to it. */
  readonly instruments: readonly string[];
  readonly programmes: readonly string[];
  readonly duties: readonly string[];
  /** What of the timeline, and which kinds of records, are events of it. */
  readonly kinds?: readonly string[];
}

/** One figure of one party for one stretch of time. */
export interface Indicator extends Sourced {
  readonly id: string;
  readonly party: string;
  readonly indicator: string;
  readonly period: Span;
  /** A number as written, or a category ("Not free"); absent: unknown. */
  readonly value?: string;
  readonly unit?: string;
}

/** One atomic statement of a source. That it stands here does not make it true. */
export interface Claim extends Sourced {
  readonly id: string;
  /** Where in the source. */
  readonly location?: string;
  readonly claim: string;
  readonly subject?: string;
  readonly predicate?: string;
  readonly object?: string;
  readonly assessment?: string;
  readonly period?: Span;
  /** Ids of claims that it contradicts. */
  readonly contradicts: readonly string[];
  /** What a look at other sources gave. */
  readonly check?: string;
  /** Ids of threats that it speaks of, as whoever keeps the table read it; absent: nobody said. */
  readonly threats?: readonly string[];
}

/** How printed figures hang together: which of them must follow from the others. */
export const PRINTED_KINDS = ["growth", "parts", "some parts", "list", "series"] as const;

/**
 * Figures that a source prints and that can be judged by each other. In this order: "growth": before, after, per cent; "parts" and
 * "some parts": the whole, then all or some of its parts; "list": rows of a table; "series": one figure through time.
 */
export interface PrintedFigures extends Sourced {
  readonly id: string;
  readonly kind: (typeof PRINTED_KINDS)[number];
  /** Values are decimals as printed: the last digit tells how far they were rounded. */
  readonly figures: readonly { readonly name: string; readonly value: string }[];
  readonly unit?: string;
  /** Where in the source. */
  readonly location?: string;
  /** The claim that they are of, where one stands in the table. */
  readonly claim?: string;
}

/** What became of a recommendation, as a source tells it. */
export interface Decision extends Sourced {
  /** Id of the claim that recommends. */
  readonly claim: string;
  readonly state: "done" | "rejected" | "open";
  readonly date: Dated;
  /** Where in the source. */
  readonly location?: string;
}

/** Purposes of aid that speak to a threat, as whoever keeps the table reads it. */
export interface PurposeRow extends Sourced {
  readonly threat: string;
  /** Beginnings of purpose codes: "152" takes 15210 to 15261. */
  readonly codes: readonly string[];
  /** Beginnings of words of the title, of which one must stand there; empty: any title. */
  readonly words: readonly string[];
}

/** A curated indicator, and the id under which a producer's data set has the same figures. */
export interface SameFigure extends Sourced {
  readonly indicator: string;
  readonly dataset: string;
  readonly measured: string;
}

/** Something decided at a meeting that somebody is to do. */
export interface Undertaking extends Sourced {
  readonly id: string;
  readonly decidedAt: string;
  readonly decidedOn?: Dated;
  readonly undertaking: string;
  /** Who is to do it, for whom; ids of parties or organisations. */
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly due?: Dated;
  /** The clause that says the same, where an instrument has one. */
  readonly entry?: string;
}

/**
 * How the line of one section of a border stands from a day on. "agreed": by an act of both sides on the line itself;
 * "described": acts of both sides speak of the line, none on the line itself is held; "disputed": they draw it apart.
 */
export interface BorderSection extends Sourced {
  readonly id: string;
  readonly between: readonly [string, string];
  readonly status: "agreed" | "described" | "disputed";
  /** Which stretch, where it is not all of the border. */
  readonly part?: string;
  readonly from?: Dated;
  /** First day on which it no longer stands so. */
  readonly to?: Dated;
  readonly instruments: readonly string[];
  /** Ids of rows of the timeline. */
  readonly events: readonly string[];
  /** The side whose line it is. */
  readonly view?: string;
  /** Absent: the line that the map draws between the two. */
  readonly line?: readonly Position[];
  readonly accuracyKm?: number;
}

/** A town whose name is written on the map. */
export interface Town extends Sourced {
  readonly name: string;
  readonly kind: "capital" | "city" | "town";
  readonly place: Place;
}

/** How a language says a fixed term of the field: translations are held to it. */
export interface GlossaryTerm extends Sourced {
  /** Of the term: the same in every language. */
  readonly id: string;
  /** BCP 47. */
  readonly language: string;
  readonly term: string;
  /** Beginnings of words, in small letters, by which the term is found in a text (`holdsStem`). */
  readonly stems: readonly string[];
}

/** A question on which sources disagree. Nothing is chosen between them: all rows that name it are kept. */
export interface Dispute extends Sourced {
  readonly id: string;
  readonly question: string;
  /** Why it is not settled. */
  readonly reason: string;
  /** The rows of all tables that answer it, each in its own way. */
  readonly rows: readonly { readonly table: string; readonly file: string; readonly line: number }[];
}

/** A row's mention of something that stands in the agreements: checked once these are compiled. */
export interface Citation {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly of: "instrument" | "clause";
  readonly id: string;
}
