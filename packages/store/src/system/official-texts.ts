/** An official text of an agreement in one language, as the node holds it. */
export interface HeldText {
  readonly id: number;
  readonly region: string;
  readonly instrument: string;
  /** BCP 47, "zh", "uz-Cyrl". */
  readonly language: string;
  readonly text: string;
  /** SHA-256 (hex) of the text. */
  readonly sha256: string;
  /** Where it was taken from, in words. */
  readonly source: string;
  /** The day on which it was read there, "2026-11-21". */
  readonly readOn: string;
  readonly authentic: boolean;
  /** Who added it, as it is shown. */
  readonly addedBy: string;
  /** Login id of who added it. */
  readonly person: string;
  readonly at: string;
}

/** Which text is meant. */
export type HeldTextName = Pick<HeldText, "region" | "instrument" | "language">;

/** What is known of a text without the text itself. */
export type HeldTextHead = Omit<HeldText, "text">;

/**
 * Official texts of the node, over all its bodies. Append-only in the database: the newest row of a language counts, and
 * a row without text says that none is held from then on.
 */
export interface OfficialTexts {
  /** Takes the place of what was held in this language. Rejects with `WrongEntry`. */
  add(text: Omit<HeldText, "id" | "sha256" | "at">): Promise<HeldText>;
  /** Says that none is held any more; false where none was. */
  remove(name: HeldTextName, by: Pick<HeldText, "addedBy" | "person">): Promise<boolean>;
  /** What is held now, by instrument and language, without the texts themselves. */
  list(region: string, instrument?: string): Promise<readonly HeldTextHead[]>;
  get(name: HeldTextName): Promise<HeldText | undefined>;
}
