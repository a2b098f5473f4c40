import type { Briefs } from "./briefs.ts";
import type { Drafts } from "./drafts.ts";
import type { Interviews } from "./interviews.ts";
import type { KeyVault } from "./keys/vault.ts";
import type { RecommendationDecisions } from "./recommendation-decisions.ts";
import type { Records } from "./records/records.ts";
import type { Seen } from "./seen.ts";
import type { SystemStore } from "./system/system.ts";
import type { Viewer } from "./viewer.ts";

export interface StoreOptions {
  /** Connection string of the database's owner. */
  readonly url: string;
  /** Where the keys of record bodies are kept, apart from the database. */
  readonly vault: KeyVault;
  /** The clock; the machine's by default. */
  readonly now?: () => Date;
  /** Where this server answers, told to whoever opens the same database; see also `setAddress`. */
  readonly address?: string;
  /** How many connections answer requests (default 10). */
  readonly connections?: number;
  /** Told about what the operator should know: connection lost and found again, keys purged again. */
  readonly log?: (message: string) => void;
}

/** What one body sees and does. */
export interface BodyStore {
  readonly viewer: Viewer;
  readonly records: Records;
  readonly drafts: Drafts;
  readonly interviews: Interviews;
  readonly decisions: RecommendationDecisions;
  readonly briefs: Briefs;
  readonly seen: Seen;
}

/** The open database. */
export interface Store {
  /** Work on behalf of a body. Cheap: make one a request. */
  as(viewer: Viewer): BodyStore;
  /** Work of administrators and of the node itself. Who may ask for it is the server's to check. */
  readonly system: SystemStore;
  /** Calls back with the highest `seq` after records were committed, and after a lost connection came back. */
  listen(callback: (seq: number) => void): () => void;
  /** Says where this server answers; a second server that opens the database is told so. */
  setAddress(address: string): Promise<void>;
  /** Whether the database answers now. */
  ready(): Promise<boolean>;
  /** Waits for what is under way, then gives the lock and all connections back. */
  close(): Promise<void>;
}
