import { asIfBound, type FilledLedger, fillLedger, type RecordFile, recordSources } from "@kelisim/region-files";
import { readInstrument } from "../arguments/instrument.ts";
import { readParties } from "../arguments/party.ts";
import { answerOf } from "../files/obstacle-words.ts";
import type { Io } from "../io.ts";
import { problemLine } from "../look/problems.ts";
import { type Answer, isRefusal } from "../refusal.ts";
import { texts } from "../texts/index.ts";
import type { OpenRegion } from "./open.ts";

export interface Loaded extends FilledLedger {
  /** The node's own parties. */
  readonly us: readonly string[];
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
  const filled = answerOf(
    await fillLedger(open, recordSources(open, options.records, io.folder), {
      now: io.now,
      us,
      input: io.input,
      facts: ifBound === undefined ? [] : asIfBound(region.facts, program, ifBound),
      read: (file) => {
        reportProblems(io, file);
        reportCounts(io, file);
      },
    }),
  );
  return isRefusal(filled) ? filled : { ...filled, us, ...(ifBound && { ifBound }) };
}

/** The first problems of a file on standard error; the rest are counted. */
export function reportProblems(io: Io, { problems }: Pick<RecordFile, "problems">): void {
  for (const problem of problems.first) io.warn(problemLine(problem));
  if (problems.more > 0) io.warn(`${texts.moreProblems(problems.more)}\n`);
}

function reportCounts(io: Io, { counts, source: { given } }: RecordFile): void {
  if (counts.lines === 0 && given) io.warn(`${texts.emptyFile(counts.file)}\n`);
  else if (given || counts.refused > 0)
    io.warn(`${texts.recordsCounts(counts.file, counts.taken, counts.refused, counts.empty)}\n`);
}
