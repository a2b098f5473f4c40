import type { Kind } from "@kelisim/accord/program";
import { type Fact, type KelisimRecord, timelineRecords } from "@kelisim/model";
import { readRecordFiles, recordSources } from "@kelisim/region-files";
import { answerOf } from "../files/obstacle-words.ts";
import type { Io } from "../io.ts";
import { type Answer, isRefusal } from "../refusal.ts";
import { reportProblems } from "../region/ledger.ts";
import type { OpenRegion } from "../region/open.ts";

export interface Kept {
  readonly records: readonly KelisimRecord[];
  readonly facts: readonly Fact[];
  readonly files: number;
  readonly refused: number;
}

/** The region's own records and those of the files given, kept in memory: several ledgers are made of them. */
export async function readKept(
  io: Io,
  open: OpenRegion,
  kinds: readonly Kind[],
  given: readonly string[],
): Promise<Answer<Kept>> {
  const { region } = open;
  const records: KelisimRecord[] = [...timelineRecords(region.timeline, region.timeZone)];
  const facts: Fact[] = [...region.facts];
  const read = answerOf(
    await readRecordFiles(open, recordSources(open, given, io.folder), {
      now: io.now,
      kinds,
      input: io.input,
      records: (batch) => records.push(...batch),
      fact: (fact) => facts.push(fact),
      read: (file) => reportProblems(io, file),
    }),
  );
  return isRefusal(read) ? read : { records, facts, files: read.files, refused: read.refused };
}
