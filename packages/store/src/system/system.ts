import type { Adoptions } from "./adoptions.ts";
import type { Audit } from "./audit.ts";
import type { Bodies } from "./bodies.ts";
import type { EraseResult, Erasure, RetentionReport } from "./erasure.ts";
import type { ExportManifest, ImportReport } from "./exchange-files.ts";
import type { OfficialTexts } from "./official-texts.ts";
import type { Settings } from "./settings.ts";
import type { Subscriptions } from "./subscriptions.ts";
import type { CalendarTokens } from "./tokens.ts";

/** Work of administrators and of the node itself, over all bodies. */
export interface SystemStore {
  readonly bodies: Bodies;
  readonly settings: Settings;
  readonly audit: Audit;
  readonly adoptions: Adoptions;
  readonly officialTexts: OfficialTexts;
  readonly subscriptions: Subscriptions;
  readonly tokens: CalendarTokens;
  /** Destroys the key of a record's body; header and hash stay. */
  erase(recordId: string, reason: string, by: string): Promise<EraseResult>;
  erasures(): Promise<readonly Erasure[]>;
  /**
   * Erases bodies of records that are older (by `recorded`) than their kind is kept, and coded interviews that are older (by when they
   * were taken in) than `CODED_INTERVIEW` is kept. What is not named is kept.
   */
  retention(days: Readonly<Record<string, number>>, by: string): Promise<RetentionReport>;
  /** Writes everything a party owns into an empty or new folder: records and drafts a body, erasures, a manifest. */
  exportParty(options: {
    readonly region: string;
    readonly party: string;
    readonly folder: string;
  }): Promise<ExportManifest>;
  /** Takes such a folder in. What is held already is counted as repeated; an erased body stays erased. */
  importParty(folder: string, by: string): Promise<ImportReport>;
  /** How much is held. */
  counts(): Promise<{ readonly records: number; readonly lastSeq: number; readonly erased: number }>;
}
