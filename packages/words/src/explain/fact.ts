import type { Texts } from "../texts/index.ts";

/** What an explanation rests on, by subject; the order of the argument is that of `explanationFacts`. */
export type FactTopic =
  | "clause"
  | "adoption"
  | "status"
  | "membership"
  | "reservation"
  | "trigger"
  | "follows"
  | "rule"
  | "arithmetic"
  | "reading"
  | "channel"
  | "discharge"
  | "counted"
  | "waiver"
  | "coverage"
  | "assumed";

export interface FactSource {
  readonly source: string;
  /** "high", "medium" or "low"; of some suppositions a word of their own. */
  readonly confidence: string;
}

/** One thing that an explanation says, in words, and where it comes from. */
export interface ExplainedFact {
  readonly topic: FactTopic;
  /** The topic in words: "Status". */
  readonly label: string;
  readonly text: string;
  /** Stands before the sources: why sources differ. */
  readonly remark?: string;
  readonly sources: readonly FactSource[];
}

const LABELS = {
  clause: "factClause",
  adoption: "factAdoption",
  status: "factStatus",
  membership: "factMembership",
  reservation: "factReservation",
  trigger: "factTrigger",
  follows: "factFollows",
  rule: "factRule",
  arithmetic: "factArithmetic",
  reading: "factReading",
  channel: "factChannel",
  discharge: "factDischarge",
  counted: "factCounted",
  waiver: "factWaiver",
  coverage: "factCoverage",
  assumed: "factAssumed",
} as const satisfies Readonly<Record<FactTopic, keyof Texts>>;

export function fact(topic: FactTopic, text: string, say: Texts, sources: readonly FactSource[] = []): ExplainedFact {
  return { topic, label: say[LABELS[topic]], text, sources };
}

export const sourceOf = ({ source, confidence }: FactSource): FactSource => ({ source, confidence });
