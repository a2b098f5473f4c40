/**
 * Many duties in memory: `million.ts FOLDER QUESTIONS EARLIER`, with --expose-gc. Prints one JSON line: what a duty
 * weighs, and how long one party's 90-day board takes, over all parties and over dates spread through the whole time;
 * EARLIER of them with what was known at the date.
 */
import { createLedger } from "@kelisim/duties";
import { partyName } from "../agreement.ts";
import { DAY, PARTIES } from "../workload.ts";
import { prepare } from "./prepare.ts";

export interface MillionRun {
  readonly records: number;
  readonly duties: number;
  readonly loadMs: number;
  /** Bytes that the ledger holds (heap and buffers), without the records, after the load. */
  readonly bytes: number;
  /** The same after the questions as known now, with whatever they made the ledger keep. */
  readonly bytesAfterQuestions: number;
  /** One time a question: as-of a past moment, with what was known then. */
  readonly asKnownThen: readonly number[];
  /** One time a question: as-of a past moment, with what is known now. */
  readonly asKnownNow: readonly number[];
  /** Lines on a board: the median. */
  readonly lines: number;
}

function heldBytes(): number {
  if (!globalThis.gc) throw new Error("needs --expose-gc");
  for (let i = 0; i < 4; i++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage(); // external holds the array buffers too
  return heapUsed + external;
}

const [folder, questions, earlier] = process.argv.slice(2);
const prepared = prepare(folder!);
const before = heldBytes();
const begin = performance.now();
const ledger = createLedger({ programs: [prepared.program], parties: prepared.parties, us: [] });
ledger.appendFacts(prepared.facts);
ledger.append(prepared.records);
const states = ledger.tally(prepared.question);
const loadMs = performance.now() - begin;
const bytes = heldBytes() - before;

const { from, asOf: end } = prepared.question;
const lines: number[] = [];

/** The times of so many questions, their dates spread evenly. */
function ask(count: number, knownThen: boolean): number[] {
  return Array.from({ length: count }, (_, i) => {
    const asOf = Math.floor(from + ((i + 0.5) / count) * (end - from));
    const party = partyName((i * 7) % PARTIES); // 7 and 50 have no common divisor: every party is asked
    const start = performance.now();
    const board = ledger.board({ asOf, knownAt: knownThen ? asOf : end, from: asOf, until: asOf + 90 * DAY, party });
    const ms = performance.now() - start;
    lines.push(board.lines.length);
    return ms;
  });
}

const asKnownNow = ask(Number(questions), false);
const bytesAfterQuestions = heldBytes() - before;
const asKnownThen = ask(Number(earlier), true);
const run: MillionRun = {
  records: prepared.records.length,
  duties: Object.values(states).reduce((sum, n) => sum + n, 0),
  loadMs,
  bytes,
  bytesAfterQuestions,
  asKnownThen,
  asKnownNow,
  lines: lines.sort((a, b) => a - b)[lines.length >> 1] ?? 0,
};
process.stdout.write(`${JSON.stringify(run)}\n`);
