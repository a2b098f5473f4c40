import type { Program } from "@kelisim/accord/program";
import { createLedger, type Ledger } from "@kelisim/duties";
import { type Fact, type Instant, timelineRecords } from "@kelisim/model";
import { isObstacle, type Obstacle } from "./obstacle.ts";
import type { OpenRegion } from "./open.ts";
import { type RecordFile, type RecordSource, readRecordFiles } from "./record-files.ts";

export interface FilledLedger {
  readonly ledger: Ledger;
  readonly files: number;
  readonly records: number;
  readonly refused: number;
  /** Whether records are declared complete for anything at all. */
  readonly covered: boolean;
}

/** A ledger of the region that holds its facts and its timeline, and no records of files yet. */
export function createRegionLedger(
  open: Pick<OpenRegion, "region" | "program" | "geography"> & {
    /** Versions of agreements that applied before or will: duties keep the one under which they arose. */
    readonly others?: readonly Program[];
  },
  us?: readonly string[],
): Ledger {
  const { region, program, geography, others = [] } = open;
  const ledger = createLedger({
    programs: [...others, program],
    parties: region.parties,
    workingDays: region.calendars,
    us: us ?? region.us,
    ...(geography === undefined ? {} : { geography }),
  });
  ledger.appendFacts(region.facts);
  ledger.append(timelineRecords(region.timeline, region.timeZone));
  return ledger;
}

/** The ledger of a region with the records of all sources in it; `facts` are suppositions beside its own. */
export async function fillLedger(
  open: Pick<OpenRegion, "region" | "program" | "geography">,
  sources: readonly RecordSource[],
  options: {
    readonly now: Instant;
    readonly us?: readonly string[];
    readonly facts?: readonly Fact[];
    readonly input?: AsyncIterable<Uint8Array>;
    readonly read?: (file: RecordFile) => void;
  },
): Promise<FilledLedger | Obstacle> {
  const ledger = createRegionLedger(open, options.us);
  if (options.facts !== undefined) ledger.appendFacts(options.facts);
  let covered = open.region.facts.some((fact) => fact.kind === "coverage");
  const { now, input, read } = options;
  const counts = await readRecordFiles(open, sources, {
    now,
    ...(input && { input }),
    ...(read && { read }),
    records: (batch) => {
      ledger.append(batch);
    },
    fact: (fact) => {
      ledger.appendFacts([fact]);
      if (fact.kind === "coverage") covered = true;
    },
  });
  return isObstacle(counts) ? counts : { ledger, ...counts, covered };
}
