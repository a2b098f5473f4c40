/** A decision by which a version of an agreement's text counts on this node. */
export interface Adoption {
  readonly id: number;
  readonly region: string;
  readonly instrument: string;
  /** SHA-256 (hex) of the text. */
  readonly version: string;
  readonly text: string;
  readonly decidedBy: string;
  /** What the decision rests on, in words. */
  readonly note: string;
  readonly at: string;
}

export interface Adoptions {
  add(adoption: Omit<Adoption, "id" | "at" | "version">): Promise<Adoption>;
  /** Newest first. */
  list(region: string, instrument?: string): Promise<readonly Adoption[]>;
}
