import type { Clause, Deadline, Instrument } from "@kelisim/accord/program";
import type {
  AdoptionFact,
  CoverageFact,
  Instant,
  KelisimRecord,
  ReadingFact,
  ReservationFact,
  StatusFact,
  WaiverFact,
} from "@kelisim/model";
import type { Line } from "./question.ts";

/** Why one line stands as it does: every fact it rests on. Derived on demand; nothing is stored for it. */
export interface Explanation {
  readonly line: Line;
  readonly instrument: Instrument;
  readonly clause: Clause;
  readonly adoption?: AdoptionFact;
  /** The trigger's visible versions, first to current. */
  readonly trigger: readonly KelisimRecord[];
  /** For a follow-up: the duty that was not performed. */
  readonly follows?: Line;
  readonly binding: readonly {
    readonly party: string;
    readonly role: "debtor" | "creditor";
    readonly status: "bound" | "not bound" | "unverified";
    readonly facts: readonly StatusFact[];
  }[];
  readonly reservations: readonly ReservationFact[];
  readonly deadline?: {
    readonly rule: Deadline;
    /** The base as it was read: an instant, or a civil date with its text. */
    readonly base?: {
      readonly name: string;
      readonly instant?: Instant;
      readonly day?: number;
      readonly text?: string;
    };
    readonly timeZone: string;
    readonly timeZoneData: string;
    readonly monthEnd: "clip" | "overflow";
    readonly before: Instant | null;
    /** After adding suspended time. */
    readonly result: Instant | null;
    readonly suspendedMs: number;
    readonly reading?: ReadingFact;
    /** From when the plan could be acted on; set where the lead time had passed. */
    readonly plannableFrom?: Instant;
    /** Why there is no date. */
    readonly missing?: string;
  };
  readonly coverage: readonly CoverageFact[];
  readonly performance?: KelisimRecord;
  readonly waiver?: WaiverFact;
  /** Numbers and references of the clause that no source we hold confirms. */
  readonly assumed: readonly { readonly what: string; readonly source: string; readonly confidence: string }[];
  /** The records counted for a limit, or towards the total of a cumulative act. */
  readonly counted: readonly KelisimRecord[];
  /** Of a cumulative act: what the counted records come to, as an exact decimal. */
  readonly reached?: string;
  /** What we do not know that could change the answer. */
  readonly unknown: readonly string[];
}

/** What would follow from hypothetical records. */
export interface WhatIf {
  /** Lines that would arise, strictest (earliest deadline) first; lead times passed come before all. */
  readonly arising: readonly Line[];
  /** Lines of the ledger whose state, deadline or performance would change. */
  readonly changed: readonly { readonly before: Line; readonly after: Line }[];
  /** Limits that the hypothetical records count towards. */
  readonly limits: readonly Line[];
  readonly undetermined: readonly import("./question.ts").Undetermined[];
  /** Lines that one record of a kind would discharge together. */
  readonly together: readonly { readonly record: string; readonly lines: readonly Line[] }[];
}
