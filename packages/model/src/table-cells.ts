import type { Confidence } from "./confidence.ts";
import { type Dated, formatDated } from "./dated.ts";
import { propose } from "./nearest.ts";
import { refuse } from "./refusal.ts";
import type { Source } from "./region.ts";
import type { RegionTables } from "./region-tables.ts";
import type { TableRow } from "./table.ts";

/** What rows may refer to: the tables read so far. */
export interface References {
  readonly sources: ReadonlyMap<string, Source>;
  readonly parties: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  readonly programmes: ReadonlySet<string>;
  /** Notes that a row takes part in a dispute. */
  dispute(id: string, row: TableRow): void;
}

export function referencesOf(table: string, tables: RegionTables): References {
  return {
    sources: new Map(tables.sources.map((source) => [source.id, source])),
    parties: new Set(tables.parties.map((party) => party.id)),
    organisations: new Set(tables.organisations.map((organisation) => organisation.id)),
    programmes: new Set(tables.programmes.map((programme) => programme.id)),
    dispute(id, { file, line }) {
      const rows = tables.disputed.get(id) ?? [];
      tables.disputed.set(id, [...rows, { table, file, line }]);
    },
  };
}

/** What `sourced` reads of every row. */
type SourcedCells = {
  readonly source: string;
  readonly confidence: Confidence;
  readonly dispute?: string;
  readonly note?: string;
};

/** Source, confidence, dispute and note of a row. Where the region has a table of sources, the ids must stand in it. */
export function sourced(row: TableRow, references: References): SourcedCells | undefined {
  const confidence = row.confidence();
  row.need("source");
  const source = sourceTitles(row, "source", references);
  const dispute = row.text("dispute");
  if (dispute !== undefined) references.dispute(dispute, row);
  if (source === undefined || confidence === undefined) return undefined;
  return { source, confidence, ...given({ dispute, note: row.text("note") }) };
}

/** The sources of a cell, in words with their ids: "Law 57-I [S104]; Tashkent Times [S210]". */
export function sourceTitles(row: TableRow, column: string, references: References): string | undefined {
  const cell = row.text(column);
  if (cell === undefined || references.sources.size === 0) return cell;
  const titles: string[] = [];
  for (const id of row.list(column)) {
    const source = references.sources.get(id);
    if (source !== undefined) titles.push(`${source.title} [${id}]`);
    else row.fault(column, refuse(`there is no source "${id.slice(0, 40)}"`, propose(id, references.sources.keys())));
  }
  return titles.join("; ");
}

export function uniqueId(row: TableRow, seen: Map<string, number>): string | undefined {
  const id = row.need("id");
  if (id === undefined) return undefined;
  if (/[\s;:+*]/.test(id)) {
    row.fault("id", refuse(`"${id.slice(0, 40)}" has a space or one of ; : + *`, "those have a meaning of their own"));
    return undefined;
  }
  return isRepeated(row, id, seen) ? undefined : id;
}

export function isRepeated(row: TableRow, id: string, seen: Map<string, number>): boolean {
  const first = seen.get(id);
  if (first === undefined) {
    seen.set(id, row.line);
    return false;
  }
  row.fault(
    "row",
    refuse(
      `${id} stands on line ${first} already`,
      "keep one of them, or tell them apart by date",
      "table/repeated-row",
    ),
  );
  return true;
}

export function known(
  row: TableRow,
  column: string,
  id: string | undefined,
  ids: ReadonlySet<string>,
  what: string,
): string | undefined {
  if (id === undefined || ids.has(id)) return id;
  row.fault(column, refuse(`there is no ${what} "${id.slice(0, 40)}"`, propose(id, ids), "table/missing-reference"));
  return undefined;
}

export function knownOrAll(row: TableRow, column: string, references: References): string | undefined {
  const id = row.need(column);
  return id === "*" ? id : known(row, column, id, references.parties, "party");
}

export function datePart(date: Dated | undefined): string {
  return date === undefined ? "" : `:${formatDated(date)}`;
}

/** The fields of an object that are given at all: a missing cell leaves no field. */
export function given<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  // Only fields without a value were taken out.
  return Object.fromEntries(kept) as { [K in keyof T]?: NonNullable<T[K]> };
}
