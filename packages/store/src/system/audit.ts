/** Who saw or did what. Append-only in the database. */
export interface AuditEntry {
  readonly seq: number;
  readonly at: string;
  /** A person's login id, or "node". */
  readonly person: string;
  readonly region?: string;
  readonly party?: string;
  readonly body?: string;
  /** "record.read", "draft.release", "member.add". */
  readonly action: string;
  /** Id of what it was done to. */
  readonly about?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface AuditQuery {
  readonly person?: string;
  readonly action?: string;
  readonly about?: string;
  readonly party?: string;
  /** `seq` of the last entry seen. */
  readonly before?: number;
  readonly limit?: number;
}

export interface Audit {
  append(entries: readonly Omit<AuditEntry, "seq" | "at">[]): Promise<void>;
  /** Newest first. */
  page(query: AuditQuery): Promise<readonly AuditEntry[]>;
}
