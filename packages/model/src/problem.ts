/** Something wrong in what a person wrote: a value, never an exception. */
export interface Problem {
  /** Stable, for machines: "record/unknown-kind". */
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
  /** Length of the marked text in UTF-16 code units, where known. */
  readonly length?: number;
  /** What is wrong. */
  readonly message: string;
  /** Why it matters. */
  readonly why?: string;
  /** How to mend it. */
  readonly mend?: string;
  /** A mend a machine can apply: put `text` in place of the marked place. */
  readonly edit?: { readonly line: number; readonly column: number; readonly length: number; readonly text: string };
}
