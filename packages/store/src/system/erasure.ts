export interface Erasure {
  readonly record: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export type EraseResult = { readonly kind: "erased" } | { readonly kind: "absent" } | { readonly kind: "repeated" };

export interface RetentionReport {
  /** Bodies of records and coded interviews together. */
  readonly erased: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** The coded interviews among them, by the body that had them: no list of erasures names these. */
  readonly interviews: readonly InterviewsOutlived[];
}

export interface InterviewsOutlived {
  readonly region: string;
  readonly party: string;
  readonly body: string;
  readonly erased: number;
}
