import type { Confidence } from "./confidence.ts";
import type { CivilDay, Dated } from "./dated.ts";
import type { Fact } from "./facts.ts";
import type { IndexFigure, OrganisationCode } from "./institutions.ts";
import type {
  Backing,
  BorderSection,
  Citation,
  Claim,
  Decision,
  Dispute,
  GlossaryTerm,
  Indicator,
  PrintedFigures,
  Programme,
  PurposeRow,
  SameFigure,
  Threat,
  TimelineEvent,
  Town,
  Undertaking,
} from "./observations.ts";
import type { Party } from "./party.ts";
import type { Coding, DefinitionRow, EngagementCode, EngagementRow, Power, WordRule } from "./powers.ts";
import type { TranslationRow } from "./translation.ts";

/** Where statements come from: one document, page or collection. */
export interface Source {
  readonly id: string;
  readonly title: string;
  /** What it is: law, treaty text, treaty collection, press, map, general knowledge ... */
  readonly kind: string;
  /** Where it is found, as far as it is known. */
  readonly address?: string;
  readonly note?: string;
}

/** What every row of a table carries beside its own columns. */
export interface Sourced {
  /** Titles and ids of the sources: "Law 57-I of 24 December 1996 [S004]". */
  readonly source: string;
  readonly confidence: Confidence;
  /** The question on which this row and others disagree (`Dispute.id`). */
  readonly dispute?: string;
  readonly note?: string;
}

export interface Organisation extends Sourced {
  readonly id: string;
  readonly name: string;
  readonly shortName?: string;
  readonly kind: string;
  readonly founded?: Dated;
  readonly dissolved?: Dated;
  readonly seat?: string;
  readonly purpose?: string;
  /** The agreements that its members are expected to be bound by; ids. */
  readonly instruments?: readonly string[];
  /** Of founding and end, where it is not that of the row. */
  readonly dates?: Backing;
}

/** Who speaks for a side of an instrument. The side itself is defined in the instrument. */
export interface SideRow extends Sourced {
  readonly instrument: string;
  readonly side: string;
  readonly members: readonly string[];
  readonly whoSpeaks?: string;
}

/**
 * Something that changes how an instrument applies to parties. `acts` says what it does: "excludes" and "suspends"
 * (and "threshold") have become facts; "zone" and "note" are only shown beside the clauses.
 */
export interface Modifier extends Sourced {
  readonly instruments: readonly string[];
  readonly parties: readonly string[];
  readonly kind: string;
  readonly acts: "excludes" | "suspends" | "threshold" | "zone" | "note";
  readonly clauses: readonly string[];
  readonly effect: string;
  readonly actDate?: Dated;
  readonly from?: Dated;
}

/** By which channel an act under a clause is done. */
export interface Channel extends Sourced {
  readonly clause: string;
  readonly channel: string;
}

/** What a table declares about itself: "all others" over a partial table reads "and others not in our table". */
export interface TableCoverage {
  readonly table: string;
  readonly file: string;
  readonly coverage: "partial" | "complete";
  /** Of what: "the five states, CHN, RUS and the OSCE participating States for VD2011". */
  readonly of?: string;
  readonly asOf?: Dated;
}

/** A file of the region that others read: Accord texts, places, records. */
export interface RegionFile {
  readonly path: string;
  readonly text: string;
}

/** A region: everything that its folder says, read but not yet compiled. */
export interface Region {
  readonly id: string;
  readonly name: string;
  /** Invented, for courses and tests; every screen says so. */
  readonly fictional: boolean;
  /** Shown as training. */
  readonly training: boolean;
  /** IANA name; dates of the command line and of screens are read in it. */
  readonly timeZone: string;
  readonly note?: string;
  readonly disclaimer?: string;
  /** Parties that the region is about, shown first; ids. */
  readonly focus: readonly string[];
  /** The node's own parties; empty: a public copy that belongs to nobody. */
  readonly us: readonly string[];
  /** Agreements open to all states, apart from those of this part of the world; ids. */
  readonly worldWide: readonly string[];
  /** How many days ahead recurring duties are shown where nothing else is asked. */
  readonly horizonDays: number;
  readonly parties: readonly Party[];
  readonly sources: readonly Source[];
  readonly organisations: readonly Organisation[];
  /** Facts of the tables, known always: status, reservations, suspensions, memberships, thresholds. */
  readonly facts: readonly Fact[];
  readonly sides: readonly SideRow[];
  readonly modifiers: readonly Modifier[];
  readonly channels: readonly Channel[];
  /** Calendars by name: whether a day is a working day. */
  readonly calendars: Readonly<Record<string, (day: CivilDay) => boolean>>;
  readonly programmes: readonly Programme[];
  readonly timeline: readonly TimelineEvent[];
  readonly threats: readonly Threat[];
  readonly indicators: readonly Indicator[];
  readonly claims: readonly Claim[];
  readonly printed: readonly PrintedFigures[];
  /** What became of recommendations. */
  readonly decisions: readonly Decision[];
  /** Which purposes of aid speak to which threat. */
  readonly purposes: readonly PurposeRow[];
  /** Which curated indicators measure the same as one of a producer's data set. */
  readonly sameFigures: readonly SameFigure[];
  readonly undertakings: readonly Undertaking[];
  /** Parties and organisations looked at as powers from outside, in the order in which they are shown. */
  readonly powers: readonly Power[];
  /** Engagements of powers that no other table tells of. */
  readonly engagements: readonly EngagementRow[];
  /** Which kind of engagement the rows of other tables are. */
  readonly engagementKinds: readonly EngagementCode[];
  /** Stated priorities, coded by hand, and the rules of words that code the rest. */
  readonly codings: readonly Coding[];
  readonly priorityRules: readonly WordRule[];
  readonly definitions: readonly DefinitionRow[];
  /** How the lines between parties stand: agreed, described or disputed, and by which acts. */
  readonly borders: readonly BorderSection[];
  /** Names to be written on the map. */
  readonly towns: readonly Town[];
  /** How languages say the fixed terms of the field. */
  readonly glossary: readonly GlossaryTerm[];
  /** What our organisations are called in lists of others. */
  readonly organisationCodes: readonly OrganisationCode[];
  /** Figures of the components of the indices, for this region and for others that are set beside it. */
  readonly indexFigures: readonly IndexFigure[];
  readonly disputes: readonly Dispute[];
  /** What the tables name of the agreements; `checkCitations` judges them once these are compiled. */
  readonly citations: readonly Citation[];
  /** Names and titles in other languages, by language ("ru"); see `translationOf`. */
  readonly translations: ReadonlyMap<string, readonly TranslationRow[]>;
  readonly tables: readonly TableCoverage[];
  /** GeoJSON, as text and parsed: give `json` to `readGeography`. */
  readonly places?: RegionFile & { readonly json: unknown };
  /** Vocabulary and instruments, in the order in which they are compiled. */
  readonly accordFiles: readonly RegionFile[];
  /** `vocabulary.lock.json`: the kinds under which records are kept somewhere. */
  readonly vocabularyLock?: RegionFile;
  /** Paths of JSON Lines files; `text` only where it was given. */
  readonly recordFiles: readonly { readonly path: string; readonly text?: string }[];
}
