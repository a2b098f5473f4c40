import type { Fact, FactKind } from "./facts.ts";

/** The written form of one field of a fact's content. */
export type FactFieldType =
  | "id"
  | "ids"
  | "text"
  | "count"
  | "party"
  /** A party, or "*" for all. */
  | "party or all"
  /** A list of parties; ["*"] is all. */
  | "parties or all"
  /** A party, a side ("SH1996:Joint") or a joint group ("KAZ+KGZ"). */
  | "actor"
  | "date"
  | "instant"
  | { readonly of: readonly string[] };

export interface FactField {
  readonly type: FactFieldType;
  readonly required: boolean;
  /** What it says, for schemas and messages. */
  readonly says: string;
}

/** Fields of the head: from the record's header, or common to all facts. */
type HeadField = "kind" | "id" | "known" | "occurred" | "source" | "confidence" | "dispute" | "note";
type FieldsOf<F> = { readonly [P in Exclude<keyof F, HeadField>]-?: FactField };

const required = (type: FactFieldType, says: string): FactField => ({ type, required: true, says });
const optional = (type: FactFieldType, says: string): FactField => ({ type, required: false, says });

export const STATUS_ACTS = [
  "signature",
  "ratification",
  "accession",
  "acceptance",
  "approval",
  "succession",
  "participation",
  "provisional application",
  "suspension",
  "resumption",
  "withdrawal",
  "expiry",
] as const;

const READING_UNITS = ["minute", "hour", "day", "working day", "week", "month", "year"] as const;

/** Fields that every fact has beside its own. "A fact without a source cannot exist." */
export const FACT_HEAD = {
  source: required("text", "where the fact comes from"),
  confidence: required({ of: ["high", "medium", "low"] }, "how sure it is"),
  dispute: optional("id", "the question on which this fact and others disagree"),
  note: optional("text", "a remark shown beside the fact"),
} as const;

/** Fact kinds whose header's `occurred` is part of the fact. */
export const OCCURRING_FACTS: ReadonlySet<FactKind> = new Set<FactKind>(["reading", "waiver", "consent"]);

/** What the content of a fact record of each kind holds: the type demands that no field of facts.ts is missing. */
export const FACT_SHAPES: { readonly [K in FactKind]: FieldsOf<Extract<Fact, { kind: K }>> } = {
  status: {
    instrument: required("id", "the instrument"),
    party: required("party or all", 'the party, or "*" for the instrument\'s own entry into force'),
    act: required({ of: STATUS_ACTS }, "what was done"),
    actDate: optional("date", "when it was done"),
    effectDate: optional("date", "from when it binds this party; leave out where unknown"),
    provisionalFrom: optional("date", "from when it is applied provisionally"),
    clauses: optional("ids", "the clauses suspended or resumed, where not all"),
  },
  reservation: {
    instrument: required("id", "the instrument"),
    party: required("party", "who made it"),
    clauses: required("ids", "the clauses that do not apply"),
    from: optional("date", "from when; left out: always"),
    effect: required("text", "its effect, in plain words"),
  },
  threshold: {
    instrument: required("id", "the instrument"),
    party: required("party", "who set it"),
    name: required("id", "the threshold's name in the instrument"),
    value: required("count", "the threshold"),
    from: optional("date", "from when"),
  },
  membership: {
    organisation: required("id", "the organisation"),
    party: required("party", "who belongs to it"),
    status: required("text", "as what: member, observer, partner"),
    from: optional("date", "since when; left out: unknown"),
    to: optional("date", "first day no longer; left out: no end known"),
  },
  reading: {
    clause: required("id", "the clause with the vague term"),
    value: required("count", "the number given to it"),
    unit: required({ of: READING_UNITS }, "its unit"),
    by: required("text", "who decided it"),
  },
  coverage: {
    kinds: required("ids", 'kinds of records that are complete here; ["*"]: all'),
    parties: required("parties or all", 'who speaks or acts; ["*"]: all'),
    to: required("parties or all", 'to whom; ["*"]: all'),
    from: required("instant", "first instant covered"),
    until: required("instant", "first instant no longer covered"),
  },
  waiver: {
    clause: required("id", "the clause"),
    debtor: required("actor", "who is let off"),
    creditor: required("actor", "who lets off"),
    subject: optional("id", "id of the record that triggered the duty"),
    period: optional("text", "the period of a recurring duty"),
  },
  consent: {
    clause: required("id", "the clause"),
    by: required("actor", "who consents"),
    to: required("actor", "who may do it"),
    about: optional("id", "id of the event it is about; left out: any from then on"),
  },
  adoption: {
    clause: required("id", "the clause"),
    hash: required("text", "hash of the version"),
    from: required("instant", "from when this version applies"),
  },
  arrangement: {
    instrument: required("id", "the instrument"),
    channel: required("text", "the channel this node is"),
    from: required("instant", "from when"),
  },
};
