import type { Dated } from "../dated.ts";

/** A stretch of an interview, and what each coder made of it; null: looked at and given no code. */
export interface InterviewSegment {
  readonly unit: string;
  readonly excerpt?: string;
  readonly codes: Readonly<Record<string, string | null>>;
}

/** An interview that was coded, without identities: where, in which sector and when, never with whom or by whom. */
export interface CodedInterview {
  /** The body's own number: "I-01". */
  readonly label: string;
  readonly city: string;
  /** Id of a party of the region. */
  readonly country: string;
  readonly sector: string;
  /** A day, or a month where the day would tell too much. */
  readonly date: Dated;
  /** BCP 47: "ky". */
  readonly language?: string;
  readonly segments: readonly InterviewSegment[];
}

/** What stands in the way of a file of interviews. `line` counts from 1, the header. */
export interface InterviewProblem {
  readonly line: number;
  readonly column?: string;
  readonly message: string;
  readonly mend?: string;
}

/** A file as it was read; with one problem nothing of it is to be kept. */
export interface InterviewFile {
  readonly interviews: readonly CodedInterview[];
  /** Lines behind the header. */
  readonly lines: number;
  readonly problems: readonly InterviewProblem[];
}
