import type { Problem } from "@kelisim/model";

/** `manifest.json` of an export. */
export interface ExportManifest {
  readonly format: 1;
  readonly region: string;
  readonly party: string;
  readonly at: string;
  /** The last `seq` that was looked at. */
  readonly throughSeq: number;
  readonly files: readonly ExportFile[];
}

export interface ExportFile {
  readonly name: string;
  readonly holds: "records" | "drafts" | "interviews" | "decisions" | "briefs" | "erasures" | "bodies";
  /** The body of whose work it holds something. */
  readonly body?: string;
  readonly lines: number;
  readonly sha256: string;
}

export interface ImportReport {
  readonly taken: number;
  readonly repeated: number;
  /** Ids whose body was erased here: the header was taken or held, the body was not. */
  readonly erased: readonly string[];
  readonly drafts: number;
  readonly interviews: number;
  readonly decisions: number;
  readonly briefs: number;
  readonly problems: readonly Problem[];
}
