/**
 * A request that could not be carried out as it was written: wrong usage, an unknown name, a file that cannot be
 * read. A value and never an exception, so that every command says what was wrong and how to mend it.
 */
export interface Refusal {
  readonly kind: "refusal";
  /** What is wrong, in one line. */
  readonly message: string;
  /** How to mend it: further lines, printed indented. */
  readonly mend: readonly string[];
}

export type Answer<T> = T | Refusal;

export function refuse(message: string, ...mend: readonly string[]): Refusal {
  return { kind: "refusal", message, mend };
}

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === "object" && answer !== null && "kind" in answer && answer.kind === "refusal";
}
