/** A decision by which a version of an agreement's text counts on this node. */
export interface Adoption {
  /** Grows in the order in which decisions were committed. */
  readonly id: number;
  readonly region: string;
  readonly instrument: string;
  /** SHA-256 (hex) of the text. */
  readonly version: string;
  readonly text: string;
  /** The first civil day on which the text applies, "2026-12-01". */
  readonly inForceFrom: string;
  /** The body or office that decided, as it is shown. */
  readonly decidedBy: string;
  /** Login id of who entered the decision; "node" where nobody did. */
  readonly person: string;
  /** What the decision rests on, in words. */
  readonly note: string;
  readonly at: string;
}

/** Decisions of the node, over all its bodies. Append-only: a later decision takes the place of an earlier one. */
export interface Adoptions {
  /** Rejects with `WrongEntry` where `inForceFrom` is no day or a text is empty. */
  add(adoption: Omit<Adoption, "id" | "at" | "version">): Promise<Adoption>;
  /** Newest first. */
  list(region: string, instrument?: string): Promise<readonly Adoption[]>;
}
