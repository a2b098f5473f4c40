import type { CoverageNote, DisputeView } from "@kelisim/api";
import type { Confidence, Region, Sourced } from "@kelisim/model";
import { formatDated } from "@kelisim/model";
import type { Desk } from "../desk.ts";

/** What of a row says where it comes from. */
export interface Backed {
  readonly source: string;
  readonly confidence: Confidence;
  readonly dispute?: string;
  readonly note?: string;
}

export type SourcedData = Backed & { readonly unverified: boolean };

/**
 * Source, confidence, dispute and note of a row as the screens take them. `unverified`: nothing but general knowledge
 * stands behind it; who reads a figure is told so beside it.
 */
export function sourcedData(row: Backed, general: GeneralKnowledge): SourcedData {
  return {
    source: row.source,
    confidence: row.confidence,
    unverified: general(row.source),
    ...(row.dispute === undefined ? {} : { dispute: row.dispute }),
    ...(row.note === undefined ? {} : { note: row.note }),
  };
}

/** Whether nothing but general knowledge stands behind a source cell ("General knowledge, not verified here [GK]"). */
export type GeneralKnowledge = (source: string) => boolean;

/** Looks the ids of a source cell up among the sources of a region; the answer of each cell is kept. */
export function generalKnowledge(sources: Region["sources"]): GeneralKnowledge {
  const kinds = new Map(sources.map(({ id, kind }) => [id, kind]));
  const known = new Map<string, boolean>();
  return (source) => {
    const before = known.get(source);
    if (before !== undefined) return before;
    const named = [...source.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]!).filter((id) => kinds.has(id));
    const general =
      named.length > 0
        ? named.every((id) => kinds.get(id) === "general knowledge")
        : /^general knowledge\b/i.test(source);
    known.set(source, general);
    return general;
  };
}

/** What tables say of what they cover: "others may exist" is said beside every list made of a partial one. */
export function coverageOf(desk: Desk, tables: readonly string[]): CoverageNote[] {
  return desk.region.tables
    .filter(({ table }) => tables.includes(table))
    .map(({ table, coverage, of, asOf }) => ({
      table,
      coverage,
      ...(of === undefined ? {} : { of }),
      ...(asOf === undefined ? {} : { asOf: formatDated(asOf) }),
    }));
}

/** The questions on which sources disagree that any of the rows names, in the region's order. */
export function disputesOf(desk: Desk, rows: Iterable<Pick<Sourced, "dispute">>): DisputeView[] {
  const named = new Set<string>();
  for (const { dispute } of rows) if (dispute !== undefined) named.add(dispute);
  return desk.region.disputes
    .filter(({ id }) => named.has(id))
    .map(({ id, question, reason, source, confidence }) => ({ id, question, reason, source, confidence }));
}
