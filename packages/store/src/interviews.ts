/** What a period for coded interviews is set under, beside those of kinds of records: no kind has a name of two words. */
export const CODED_INTERVIEW = "coded interview";

/** One interview that a body has coded, as that body wrote it: what may stand in it is checked by whoever takes it in. */
export interface CodedInterview {
  readonly id: string;
  /** The body's own number of it; no two of a body have the same. */
  readonly label: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly addedBy: string;
  readonly added: string;
}

export interface NewInterview {
  readonly label: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/** The coded interviews of one body. Nobody else sees them. */
export interface Interviews {
  /** In the order of their labels. */
  list(): Promise<readonly CodedInterview[]>;
  /** Adds all or none. `taken` names labels that are there already; then nothing was added. */
  add(interviews: readonly NewInterview[], by: string): Promise<{ readonly taken: readonly string[] }>;
  /** Erases one for ever: its key is destroyed too, and no import brings it back. */
  remove(id: string): Promise<{ readonly kind: "removed" } | { readonly kind: "absent" }>;
}
