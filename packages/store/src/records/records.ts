import type { Instant, Problem, WrittenRecord } from "@kelisim/model";
import type { BodyText } from "./body-reader.ts";

/** A record as the store keeps it. */
export interface StoredRecord {
  /** Position in the node's stream; increasing, with gaps. */
  readonly seq: number;
  /** As written, with `known` as this node gave it; without content where it was erased or cannot be read. */
  readonly record: WrittenRecord;
  /** The body that keeps it (not always who speaks in it: see `record.from`). */
  readonly owner: { readonly party: string; readonly body: string };
  /** SHA-256 (hex) of the canonical header. */
  readonly headerSha256: string;
  /** The body was erased; header and hash stay. */
  readonly erased?: true;
  /** The key of the body is not in the vault (an older key folder, for instance). */
  readonly unreadable?: true;
}

/** What a stream gives of each record: the least that the engine needs. */
export interface StreamedRecord {
  readonly seq: number;
  readonly record: WrittenRecord;
  readonly erased?: true;
  readonly unreadable?: true;
}

/** A record as texts, for a reader that takes many: canonical JSON (RFC 8785) of header and content. */
export interface RecordText {
  readonly seq: number;
  readonly header: string;
  readonly known: Instant;
  /** "erased" and "unreadable": see `StoredRecord`. */
  readonly body: BodyText;
}

/** What is asked for; all parts must hold. */
export interface RecordQuery {
  readonly kinds?: readonly string[];
  /** Party that speaks. */
  readonly from?: string;
  /** Party that is addressed; "*" finds what is addressed to everyone. */
  readonly to?: string;
  /** Occurred at or after `from` and before `to` (RFC 3339). */
  readonly between?: { readonly from?: string; readonly to?: string };
  /** Known at or after `from` and before `to` (RFC 3339). */
  readonly known?: { readonly from?: string; readonly to?: string };
  /** Only records kept by the own body. */
  readonly own?: boolean;
  /** Corrects or withdraws this record. */
  readonly about?: string;
  /** Words that all stand somewhere in header or content, in any case. Bodies are decrypted to look. */
  readonly text?: string;
}

export interface PageQuery extends RecordQuery {
  /** Where the last page ended: `next` of that page. */
  readonly after?: string;
  /** At most so many (default 50, at most 1000). */
  readonly limit?: number;
  /** By the moment of taking in (`seq`) or of occurring; newest first by default. */
  readonly order?: "newest" | "oldest" | "occurred" | "occurred-oldest";
}

export interface RecordPage {
  readonly records: readonly StoredRecord[];
  /** Pass it as `after` to go on; absent at the end. */
  readonly next?: string;
}

export interface AppendReport {
  readonly taken: readonly { readonly id: string; readonly seq: number; readonly known: string }[];
  /** Held already, word for word. */
  readonly repeated: readonly { readonly id: string; readonly seq: number }[];
  /** Not taken; `index` is the place in the list that was given, from 0. */
  readonly refused: readonly { readonly index: number; readonly id?: string; readonly problem: Problem }[];
}

/** Records as one body sees them. Nothing that the body may not read is ever given, counted or hinted at. */
export interface Records {
  /**
   * Takes records in. When it returns, what was taken is on disk. Each record is taken or refused by itself. All
   * records taken together in one commit share one `known`, later than every earlier one. Rejects with `DatabaseAway`
   * or `StorageFull`; what an unanswered call has taken is answered as `repeated` when it comes again.
   */
  append(written: readonly WrittenRecord[]): Promise<AppendReport>;
  page(query: PageQuery): Promise<RecordPage>;
  /** Undefined alike for what is not there and for what the body may not read. */
  get(id: string): Promise<StoredRecord | undefined>;
  count(query: RecordQuery): Promise<number>;
  /** All records after `afterSeq` in order of `seq`, up to what is there when it begins. */
  stream(options?: StreamOptions): AsyncIterable<StreamedRecord>;
  /** The same, a batch at a time: for many records. */
  batches(options?: StreamOptions): AsyncIterable<readonly StreamedRecord[]>;
  /** The same as texts, not parsed. */
  texts(options?: StreamOptions): AsyncIterable<readonly RecordText[]>;
  /** The highest `seq` that the body may read; 0 where there is none. */
  lastSeq(): Promise<number>;
}

export interface StreamOptions {
  readonly afterSeq?: number;
  /** Numbers of `seq` that are read at a time (default 10,000); a batch holds those of them that the body may read. */
  readonly batch?: number;
}
