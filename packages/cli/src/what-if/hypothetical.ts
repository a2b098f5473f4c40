import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { KelisimRecord, Kind } from "@kelisim/model";
import { ProblemList, readerOptions, streamRecords } from "@kelisim/region-files";
import { hypotheticalRecord, visible } from "@kelisim/words";
import { nearest } from "../arguments/nearest.ts";
import { readParties, readParty } from "../arguments/party.ts";
import type { Standpoint } from "../arguments/standpoint.ts";
import { answerOf } from "../files/obstacle-words.ts";
import type { Io } from "../io.ts";
import { problemLine } from "../look/problems.ts";
import type { Options } from "../program.ts";
import { type Answer, isRefusal, refuse } from "../refusal.ts";
import { reportProblems } from "../region/ledger.ts";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";
import { readAttributes, setOptions } from "./attribute-options.ts";

export interface Hypothetical {
  readonly records: readonly KelisimRecord[];
  readonly refused: number;
  /** The kind, where one record was described by options. */
  readonly kind?: Kind;
}

/** The hypothetical records: one of a kind described by options, or a file of JSON Lines. */
export async function readHypothetical(
  io: Io,
  what: string,
  words: readonly string[],
  options: Options,
  open: OpenRegion,
  standpoint: Standpoint,
): Promise<Answer<Hypothetical>> {
  const kinds = open.program.vocabulary;
  const kind = findKind(what, kinds);
  if (kind !== undefined) return oneRecord(kind, words, options, open, standpoint, io);
  const path = what === "-" ? what : resolve(io.folder, what);
  const isFile = what === "-" || /[./\\]/.test(what) || (await exists(path));
  if (!isFile) {
    const close = nearest(
      what,
      kinds.map((each) => each.name),
    );
    return refuse(
      texts.kindOrFile(what),
      ...(close.length > 0 ? [texts.didYouMean(close)] : []),
      texts.kindsAre(kinds.map((each) => each.name)),
    );
  }
  if (words.length > 0) return refuse(texts.strayWord(words[0]!));
  const records: KelisimRecord[] = [];
  const problems = new ProblemList(10);
  const counts = answerOf(
    await streamRecords(path === "-" ? io.input : path, what, kinds, readerOptions(open, Number.POSITIVE_INFINITY), {
      record: (record) => {
        records.push(visible(record, standpoint.knownAt));
      },
      problem: problems.add,
    }),
  );
  if (isRefusal(counts)) return counts;
  reportProblems(io, { problems });
  io.warn(`${texts.recordsCounts(what, counts.taken, counts.refused, counts.empty)}\n`);
  return { records, refused: counts.refused };
}

/** A kind by its name in any case, also as words: "border-closure" is BorderClosure. */
function findKind(name: string, kinds: readonly Kind[]): Kind | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[-_ ]/g, "");
  return kinds.findLast((kind) => plain(kind.name) === plain(name));
}

function oneRecord(
  kind: Kind,
  words: readonly string[],
  options: Options,
  open: OpenRegion,
  standpoint: Standpoint,
  io: Io,
): Answer<Hypothetical> {
  const { parties, name } = open.region;
  const set = setOptions(options.set ?? []);
  if (isRefusal(set)) return set;
  const content = readAttributes([...words, ...set], { kind, parties, region: name });
  if (isRefusal(content)) return content;
  const from = options.from === undefined ? undefined : readParty(options.from, parties, name);
  if (isRefusal(from)) return from;
  const to = options.to === undefined ? undefined : readParties([options.to], parties, name);
  if (isRefusal(to)) return to;
  const { record, problems } = hypotheticalRecord(
    {
      kind,
      content,
      ...(from && { from: from.id }),
      ...(to && { to: to.map((party) => party.id) }),
      ...(options.under === undefined ? {} : { under: options.under }),
    },
    open,
    standpoint,
  );
  const said = problems.map((problem) => problemLine(problem).trimEnd());
  if (record === undefined) {
    const [first = "", ...rest] = said;
    return refuse(first, ...rest);
  }
  for (const line of said) io.warn(`${line}\n`);
  return { records: [record], refused: 0, kind };
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
