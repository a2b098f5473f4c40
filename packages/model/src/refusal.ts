/**
 * A text that could not be read: why, and how to mend it. Functions that read text return either the value
 * or a refusal; the caller, who knows file and line, makes a `Problem` of it.
 */
export interface Refusal {
  readonly refusal: string;
  readonly mend?: string;
  /** Code of the problem that this makes, where it is a particular one. */
  readonly code?: string;
}

export function refuse(refusal: string, mend?: string, code?: string): Refusal {
  return { refusal, ...(mend === undefined ? {} : { mend }), ...(code === undefined ? {} : { code }) };
}

/** Whether a result is a refusal rather than a value. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "refusal" in value;
}
