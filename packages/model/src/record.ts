import type { Big } from "big.js";
import type { Dated } from "./dated.ts";
import type { Instant } from "./instant.ts";

/**
 * A record as it is written: one JSON object, header and content. Nothing in it changes when it is later
 * signed, sealed, logged or sent.
 */
export interface WrittenRecord {
  readonly id: string;
  /** A kind of the vocabulary, or one of the kinds the engine itself knows (see `FACT_KINDS`). */
  readonly kind: string;
  /** Version of the kind; 1 where absent. */
  readonly version?: number;
  /** The party that speaks. */
  readonly from?: string;
  /** The agency of that party. */
  readonly body?: string;
  /** Whom a notice is addressed to; ["*"] is everyone. */
  readonly to?: readonly string[];
  /** Instruments it is made under. Absent: it is not limited to any. */
  readonly under?: readonly string[];
  /** The channel it went by, where it is recorded; "kelisim" is this system itself. */
  readonly channel?: string;
  /** TLP 2.0 label and release-to list. */
  readonly marking?: string;
  /** When it was sent, took effect or happened; for a plan, when the plan was made. RFC 3339. */
  readonly occurred: string;
  /** When the receiver got it. RFC 3339. */
  readonly received?: string;
  /** When it was written down. RFC 3339. */
  readonly recorded: string;
  /** When this node took it in: given once, increasing, by the node that appends. Default: `recorded`. */
  readonly known?: string;
  /** Restates the named record in full (same kind, same `from`). */
  readonly corrects?: string;
  /** Takes the named record back (same `from`; the kind is "withdrawal"). */
  readonly withdraws?: string;
  readonly content?: Readonly<Record<string, unknown>>;
}

/** A point, in degrees. */
export interface Corner {
  readonly lat: number;
  readonly lon: number;
}

/**
 * A place: a point, with the accuracy of the point where it is known. Of an area the corners of its outline in their order
 * (two are a stretch), and the point is one of it, for whoever reads a point only; zones are asked about the whole area.
 */
export interface Place extends Corner {
  readonly accuracyKm?: number;
  readonly corners?: readonly Corner[];
}

/** An attribute's value after reading: what each attribute type becomes in memory. */
export type Value =
  | number // count (whole), instant (ms)
  | string // text, choice, party, period, record id
  | boolean // yes/no
  | Big // amount, in the unit that the vocabulary declares
  | { readonly amount: Big; readonly currency: string } // money
  | readonly string[] // parties
  | Dated // date: a day number, or a coarse date
  | Place;

/** A record after reading: instants are numbers, content follows the vocabulary. Input to the engine. */
export interface KelisimRecord {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly from: string;
  readonly body?: string | undefined;
  /** Empty: addressed to nobody in particular. Contains "*": addressed to everyone. */
  readonly to: readonly string[];
  readonly under?: readonly string[] | undefined;
  readonly channel?: string | undefined;
  readonly marking?: string | undefined;
  readonly occurred: Instant;
  readonly received?: Instant | undefined;
  readonly recorded: Instant;
  readonly known: Instant;
  readonly corrects?: string | undefined;
  readonly withdraws?: string | undefined;
  readonly content: Readonly<Record<string, Value | undefined>>;
}
