import { join, resolve } from "node:path";
import type { Kind } from "@kelisim/accord/program";
import { type Fact, type KelisimRecord, timelineRecords } from "@kelisim/model";
import type { Io } from "../io.ts";
import { problemLine } from "../look/problems.ts";
import { ProblemList } from "../records/problem-list.ts";
import { streamRecords } from "../records/stream.ts";
import { type Answer, isRefusal } from "../refusal.ts";
import { readerOptions } from "../region/ledger.ts";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";

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
  const sources = [
    ...region.recordFiles.map(({ path }) => ({ path: join(open.folder.path, path), shown: `${open.shown}/${path}` })),
    ...given.map((path) => ({ path: path === "-" ? path : resolve(io.folder, path), shown: path })),
  ];
  let refused = 0;
  for (const { path, shown } of sources) {
    const problems = new ProblemList(10);
    const counts = await streamRecords(io, path, shown, kinds, readerOptions(open, io.now), {
      record: (record) => records.push(record),
      fact: (fact) => facts.push(fact),
      problem: problems.add,
    });
    if (isRefusal(counts)) return counts;
    refused += counts.refused;
    for (const problem of problems.first) io.warn(problemLine(problem));
    if (problems.more > 0) io.warn(`${texts.moreProblems(problems.more)}\n`);
  }
  return { records, facts, files: sources.length, refused };
}
