import type { Problem, WrittenRecord } from "@kelisim/model";
import type { StoredRecord } from "./records/records.ts";

/** A record that is being written: only the own body sees it, and it can change. */
export interface Draft {
  readonly id: string;
  readonly kind: string;
  /** One line that says what it is, for lists. */
  readonly title: string;
  /** Whatever is there so far: header fields and content as they will be written. */
  readonly record: Readonly<Record<string, unknown>>;
  /** What belongs to the draft and not to the record (the plan it came from, the duty it answers). */
  readonly context: Readonly<Record<string, unknown>>;
  /** All persons who wrote on it, first to last. */
  readonly draftedBy: readonly string[];
  readonly created: string;
  readonly changed: string;
  /** Counts the changes from 1 on: for ETags. */
  readonly version: number;
}

export interface DraftText {
  /** Absent: a new draft. */
  readonly id?: string;
  readonly kind: string;
  readonly title: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly context?: Readonly<Record<string, unknown>>;
  /** The version that was read; another one in the store gives "changed". Absent: whatever is there. */
  readonly version?: number;
}

export type SaveResult =
  | { readonly kind: "saved"; readonly draft: Draft }
  | { readonly kind: "absent" }
  | { readonly kind: "changed"; readonly draft: Draft };

export type RemoveResult = { readonly kind: "removed" } | { readonly kind: "absent" };

export type ReleaseResult =
  | { readonly kind: "released"; readonly record: StoredRecord }
  | { readonly kind: "absent" }
  | { readonly kind: "changed"; readonly draft: Draft }
  /** The setting `four_eyes` is on, and the person wrote on the draft. */
  | { readonly kind: "four-eyes"; readonly message: string }
  | { readonly kind: "refused"; readonly problem: Problem };

export interface Drafts {
  list(): Promise<readonly Draft[]>;
  get(id: string): Promise<Draft | undefined>;
  save(draft: DraftText, by: string): Promise<SaveResult>;
  remove(id: string): Promise<RemoveResult>;
  /** Appends `record` and removes the draft, both or neither. `version`: as in `DraftText`. */
  release(id: string, record: WrittenRecord, by: string, version?: number): Promise<ReleaseResult>;
}
