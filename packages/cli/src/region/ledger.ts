import { join, resolve } from "node:path";
import { createLedger, type Ledger } from "@kelisim/duties";
import { type Instant, type KelisimRecord, timelineRecords } from "@kelisim/model";
import { readInstrument } from "../arguments/instrument.ts";
import { readParties } from "../arguments/party.ts";
import type { Io } from "../io.ts";
import { problemLine } from "../look/problems.ts";
import { ProblemList } from "../records/problem-list.ts";
import { type StreamCounts, streamRecords } from "../records/stream.ts";
import { type Answer, isRefusal } from "../refusal.ts";
import { texts } from "../texts/index.ts";
import { geographyOf } from "./geography.ts";
import type { OpenRegion } from "./open.ts";
import { asIfBound } from "./supposed.ts";

/** Problems of records printed beside an answer; the rest are counted. */
const PROBLEMS_SHOWN = 10;

export interface Loaded {
  readonly ledger: Ledger;
  /** The node's own parties. */
  readonly us: readonly string[];
  readonly files: number;
  readonly records: number;
  readonly refused: number;
  /** Whether records are declared complete for anything at all. */
  readonly covered: boolean;
  /** The instrument that was taken as binding those who signed it. */
  readonly ifBound?: string;
}

/**
 * The ledger of a region: its facts, its own records, and those of the files given. Files are streamed; what was
 * refused is reported on standard error with its place, and what was taken is counted there.
 */
export async function loadLedger(
  io: Io,
  open: OpenRegion,
  options: { readonly records?: readonly string[]; readonly us?: readonly string[]; readonly ifBound?: string },
): Promise<Answer<Loaded>> {
  const { region, program } = open;
  const own = options.us !== undefined ? readParties(options.us, region.parties, region.name) : undefined;
  if (isRefusal(own)) return own;
  const ifBound = options.ifBound === undefined ? undefined : readInstrument(options.ifBound, open);
  if (isRefusal(ifBound)) return ifBound;
  const us = own === undefined ? region.us : own.map((party) => party.id);
  const geography = geographyOf(region);
  const ledger = createLedger({
    programs: [program],
    parties: region.parties,
    workingDays: region.calendars,
    us,
    ...(geography === undefined ? {} : { geography }),
  });
  ledger.appendFacts(region.facts);
  if (ifBound !== undefined) ledger.appendFacts(asIfBound(region.facts, program, ifBound));
  ledger.append(timelineRecords(region.timeline, region.timeZone));
  let covered = region.facts.some((fact) => fact.kind === "coverage");
  const sources = [
    ...region.recordFiles.map((file) => ({
      path: join(open.folder.path, file.path),
      shown: `${open.shown}/${file.path}`,
      given: false,
    })),
    ...(options.records ?? []).map((path) => ({
      path: path === "-" ? path : resolve(io.folder, path),
      shown: path,
      given: true,
    })),
  ];
  let records = 0;
  let refused = 0;
  for (const { path, shown, given } of sources) {
    const problems = new ProblemList(PROBLEMS_SHOWN);
    let batch: KelisimRecord[] = [];
    const flush = () => {
      ledger.append(batch);
      batch = [];
    };
    const counts = await streamRecords(io, path, shown, program.vocabulary, readerOptions(open, io.now), {
      record: (record) => {
        batch.push(record);
        if (batch.length >= BATCH) flush();
      },
      fact: (fact) => {
        ledger.appendFacts([fact]);
        if (fact.kind === "coverage") covered = true;
      },
      problem: problems.add,
    });
    if (isRefusal(counts)) return counts;
    flush();
    records += counts.taken;
    refused += counts.refused;
    reportRecords(io, problems, counts, given);
  }
  return { ledger, us, files: sources.length, records, refused, covered, ...(ifBound && { ifBound }) };
}

/** Records appended to the ledger at once. */
const BATCH = 4096;

/** What records may name. A story may play ahead of the clock: only in a real region is knowledge from the future refused. */
export function readerOptions(open: OpenRegion, now: Instant) {
  return {
    ...(open.region.fictional ? {} : { now }),
    parties: open.region.parties,
    instruments: [...open.clauses.instruments.keys()],
  };
}

function reportRecords(io: Io, problems: ProblemList, counts: StreamCounts, given: boolean): void {
  for (const problem of problems.first) io.warn(problemLine(problem));
  if (problems.more > 0) io.warn(`${texts.moreProblems(problems.more)}\n`);
  if (counts.lines === 0 && given) io.warn(`${texts.emptyFile(counts.file)}\n`);
  else if (given || counts.refused > 0)
    io.warn(`${texts.recordsCounts(counts.file, counts.taken, counts.refused, counts.empty)}\n`);
}
