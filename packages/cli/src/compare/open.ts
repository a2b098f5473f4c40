import { type ComparisonSetting, createWorld, type Pair, type World } from "@kelisim/compare";
import type { Fact } from "@kelisim/model";
import { readRecordFiles, recordSources } from "@kelisim/region-files";
import { readParty } from "../arguments/party.ts";
import { readStandpoint, type Standpoint } from "../arguments/standpoint.ts";
import { answerOf } from "../files/obstacle-words.ts";
import type { Io } from "../io.ts";
import type { Options } from "../program.ts";
import { type Answer, isRefusal, refuse } from "../refusal.ts";
import { reportProblems } from "../region/ledger.ts";
import { type OpenRegion, openRegion } from "../region/open.ts";
import { noticeProblems } from "../region/problem-notice.ts";
import { texts } from "../texts/index.ts";

/** A region opened for a question about one day. */
export interface Comparison {
  readonly open: OpenRegion;
  readonly standpoint: Standpoint;
  readonly world: World;
  /** The two parties asked about, where two were. */
  readonly pair: Pair | undefined;
  /** Errors of the region's files and refused records. */
  readonly problems: number;
}

/** Opens a region and reads what is known of it on the day asked for. */
export async function openComparison(
  io: Io,
  options: Options,
  named: readonly string[] | undefined,
): Promise<Answer<Comparison>> {
  const open = await openRegion(io, options.region);
  if (isRefusal(open)) return open;
  const standpoint = readDay(io, options, open);
  if (isRefusal(standpoint)) return standpoint;
  const pair = readPair(named, open);
  if (isRefusal(pair)) return pair;
  const errors = noticeProblems(io, open, options.region);
  const read = await readFacts(io, open, options);
  if (isRefusal(read)) return read;
  const { region, program } = open;
  const setting: ComparisonSetting = {
    program,
    parties: region.parties,
    facts: [...region.facts, ...read.facts].filter((fact) => fact.known <= standpoint.knownAt),
    sources: region.sources,
    organisations: region.organisations,
    modifiers: region.modifiers,
    channels: region.channels,
    threats: region.threats,
    geography: open.geography,
  };
  return {
    open,
    standpoint,
    world: createWorld(setting, standpoint.asOf),
    pair,
    problems: errors + read.refused,
  };
}

/** `--on` is read as `--as-of` is, and named in what is said of it. */
function readDay(io: Io, options: Options, open: OpenRegion): Answer<Standpoint> {
  const { on, knownAt } = options;
  const standpoint = readStandpoint(
    io,
    { ...(on === undefined ? {} : { asOf: on }), ...(knownAt === undefined ? {} : { knownAt }) },
    open.region,
  );
  if (!isRefusal(standpoint)) return standpoint;
  return refuse(standpoint.message.replace("--as-of", "--on"), ...standpoint.mend);
}

function readPair(named: readonly string[] | undefined, open: OpenRegion): Answer<Pair | undefined> {
  if (named === undefined) return undefined;
  const given = named.flatMap((each) => each.split(",")).filter((each) => each.trim() !== "");
  const [first, second, ...more] = given;
  if (first === undefined || second === undefined || more.length > 0) return refuse(texts.compare.twoPartiesNeeded);
  const { parties, name } = open.region;
  const a = readParty(first, parties, name);
  if (isRefusal(a)) return a;
  const b = readParty(second, parties, name);
  if (isRefusal(b)) return b;
  return a.id === b.id ? refuse(texts.compare.onePartyTwice(a.name), texts.compare.twoPartiesNeeded) : [a.id, b.id];
}

/** Facts among the records of the region and of the files given. What was refused is told on standard error. */
async function readFacts(
  io: Io,
  open: OpenRegion,
  options: Options,
): Promise<Answer<{ readonly facts: readonly Fact[]; readonly refused: number }>> {
  const facts: Fact[] = [];
  const read = answerOf(
    await readRecordFiles(open, recordSources(open, options.records, io.folder), {
      now: io.now,
      input: io.input,
      fact: (fact) => facts.push(fact),
      read: (file) => reportProblems(io, file),
    }),
  );
  return isRefusal(read) ? read : { facts, refused: read.refused };
}
