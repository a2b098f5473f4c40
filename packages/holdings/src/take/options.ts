import type { Layout } from "@kelisim/sources";
import type { Encoding } from "../file/kinds.ts";

/** What a file does not say of itself, or what is said instead of it. */
export interface FileOptions {
  /** The layout or its id; several ids: the one of them that is recognised; absent: recognised among all. */
  readonly layout?: Layout | string | readonly string[];
  readonly vintage?: string;
  /** Year of constant prices, for all or for each measure; absent: as the file shows it. */
  readonly priceYear?: number | Readonly<Record<string, number>>;
  /** Which file of an archive. */
  readonly entry?: string;
  readonly encoding?: Encoding;
}

/** How far a taking is. `of` is 0 where it is not known. Making passes over the rows twice, to sort and to write them: both are counted. */
export interface Progress {
  readonly step: "reading" | "scanning" | "making";
  readonly bytes?: { readonly done: number; readonly of: number };
  readonly rows?: { readonly done: number; readonly of: number };
}

export interface TakeControl {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}
