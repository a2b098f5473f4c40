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
  readonly holds: "records" | "drafts" | "erasures" | "bodies";
  /** The body whose records or drafts it holds. */
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
  readonly problems: readonly Problem[];
}
