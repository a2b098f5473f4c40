import { join, resolve } from "node:path";
import type { Fact, Instant, KelisimRecord, Kind, Problem } from "@kelisim/model";
import { isObstacle, type Obstacle } from "./obstacle.ts";
import type { OpenRegion } from "./open.ts";
import { ProblemList } from "./problem-list.ts";
import { type StreamCounts, streamRecords } from "./stream.ts";

/** Where records come from. */
export interface RecordSource {
  /** "-" is the stream given beside it. */
  readonly path: string;
  readonly shown: string;
  /** Asked for by the person, and not one of the region's own. */
  readonly given: boolean;
}

/** One source as it was read; of its problems the first few. */
export interface RecordFile {
  readonly source: RecordSource;
  readonly counts: StreamCounts;
  readonly problems: ProblemList;
}

/** The region's own files of records, then those given, whose paths are relative to `from`. */
export function recordSources(
  open: Pick<OpenRegion, "folder" | "shown" | "region">,
  given: readonly string[] = [],
  from: string = process.cwd(),
): readonly RecordSource[] {
  return [
    ...open.region.recordFiles.map(({ path }) => ({
      path: join(open.folder.path, path),
      shown: `${open.shown}/${path}`,
      given: false,
    })),
    ...given.map((path) => ({ path: path === "-" ? path : resolve(from, path), shown: path, given: true })),
  ];
}

/** What records may name. A story may play ahead of the clock: only in a real region is knowledge from the future refused. */
export function readerOptions({ region, program }: Pick<OpenRegion, "region" | "program">, now: Instant) {
  return {
    ...(region.fictional ? {} : { now }),
    parties: region.parties,
    instruments: program.instruments.map(({ id }) => id),
  };
}

/** Records handed on at once. */
const BATCH = 4096;
/** Problems of one file that are kept; the rest are counted. */
const PROBLEMS_KEPT = 10;

/**
 * Streams all sources, in order: records in batches, facts one by one. `read` is told of each file once it is through.
 * Gives the sums; the first file that cannot be read at all ends it as an obstacle.
 */
export async function readRecordFiles(
  open: Pick<OpenRegion, "region" | "program">,
  sources: readonly RecordSource[],
  options: {
    readonly now: Instant;
    /** Kinds to read by, where they are not those of the region. */
    readonly kinds?: readonly Kind[];
    /** The stream that "-" stands for. */
    readonly input?: AsyncIterable<Uint8Array>;
    readonly records?: (batch: readonly KelisimRecord[]) => void;
    readonly fact?: (fact: Fact) => void;
    readonly read?: (file: RecordFile) => void;
  },
): Promise<{ readonly files: number; readonly records: number; readonly refused: number } | Obstacle> {
  const kinds = options.kinds ?? open.program.vocabulary;
  const reading = readerOptions(open, options.now);
  let records = 0;
  let refused = 0;
  for (const source of sources) {
    const problems = new ProblemList(PROBLEMS_KEPT);
    let batch: KelisimRecord[] = [];
    const flush = () => {
      if (batch.length > 0) options.records?.(batch);
      batch = [];
    };
    const input = source.path === "-" ? (options.input ?? source.path) : source.path;
    const counts = await streamRecords(input, source.shown, kinds, reading, {
      ...(options.records && {
        record: (record) => {
          batch.push(record);
          if (batch.length >= BATCH) flush();
        },
      }),
      ...(options.fact && { fact: options.fact }),
      problem: problems.add,
    });
    if (isObstacle(counts)) return counts;
    flush();
    records += counts.taken;
    refused += counts.refused;
    options.read?.({ source, counts, problems });
  }
  return { files: sources.length, records, refused };
}

/** The region's own records and facts, kept in memory: what a node puts beside the records of its store. */
export async function regionRecords(
  open: Pick<OpenRegion, "folder" | "shown" | "region" | "program">,
  now: Instant = Date.now(),
): Promise<{
  readonly records: readonly KelisimRecord[];
  readonly facts: readonly Fact[];
  readonly refused: number;
  /** The first problems of each file; one that cannot be read at all is one of them. */
  readonly problems: readonly Problem[];
}> {
  const records: KelisimRecord[] = [];
  const facts: Fact[] = [];
  const problems: Problem[] = [];
  let refused = 0;
  for (const source of recordSources(open)) {
    const counts = await readRecordFiles(open, [source], {
      now,
      records: (batch) => records.push(...batch),
      fact: (fact) => facts.push(fact),
      read: (file) => problems.push(...file.problems.first),
    });
    if (!isObstacle(counts)) refused += counts.refused;
    else {
      const message = `the file cannot be read: ${counts.what}`;
      problems.push({ code: "record/unreadable", severity: "error", file: source.shown, message });
    }
  }
  return { records, facts, refused, problems };
}
