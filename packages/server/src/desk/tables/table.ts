import type { Proof, Standpoint } from "@kelisim/api";
import { type Dated, formatDated } from "@kelisim/model";
import type { Words } from "@kelisim/words";
import type { NodeContext, Viewer } from "../../context.ts";
import type { Asked } from "../standpoint.ts";
import type { View } from "../views.ts";
import type { ColumnId } from "./columns.ts";

/** Null: not known. It is written as an empty cell, never as a zero. */
export type Cell = string | number | null;
export type TableRow = Readonly<Partial<Record<ColumnId, Cell | undefined>>>;

/** What a table is made from: one body's view at one standpoint, and the filters of the screen it is asked from. */
export interface TableNeeds {
  readonly node: NodeContext;
  readonly view: View;
  readonly viewer: Viewer;
  readonly asked: Asked;
  readonly words: Words;
  readonly filters: Readonly<Record<string, string>>;
}

export interface TableDefinition {
  readonly id: string;
  readonly title: { readonly en: string; readonly ru: string };
  readonly columns: readonly ColumnId[];
  /** Tables of the region behind it: what they declare to cover becomes a caveat. */
  readonly from: readonly string[];
  /** Filters that the rows obey already; others narrow by the column of their name. */
  readonly obeys?: readonly string[];
  /** The rows are the asking body's own and no compilation of ours: its licence and what the region says of its maps do not hold. */
  readonly isOfBody?: true;
  readonly rows: (needs: TableNeeds) => Promise<TableAnswer> | TableAnswer;
}

/** Rows; with figures of files that were taken in also those files, so that their producers' terms and caveats go along. */
export type TableAnswer = readonly TableRow[] | RowsOfFiles;

export interface RowsOfFiles {
  readonly rows: readonly TableRow[];
  readonly files: Proof["inputs"];
}

/** A table ready to be written in any format. */
export interface MadeTable {
  readonly id: string;
  readonly title: string;
  readonly region: string;
  readonly standpoint: Standpoint;
  readonly readAs: string;
  readonly licence: string;
  readonly caveats: readonly string[];
  readonly cite: string;
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    readonly address?: string;
  }[];
  readonly columns: readonly { readonly id: ColumnId; readonly title: string; readonly description: string }[];
  readonly rows: readonly TableRow[];
}

/** Source, confidence, dispute and note, as every row of a region's table carries them. */
export function backing(row: {
  readonly source: string;
  readonly confidence: string;
  readonly dispute?: string;
  readonly note?: string;
}): TableRow {
  return { source: row.source, confidence: row.confidence, dispute: row.dispute, note: row.note };
}
export const BACKING = ["source", "confidence", "dispute", "note"] as const satisfies readonly ColumnId[];

export const dated = (date: Dated | undefined): string | null => (date === undefined ? null : formatDated(date));
export const listed = (ids: readonly string[] | undefined): string => (ids ?? []).join(" ");
