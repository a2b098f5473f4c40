import { runMeasurement } from "../child.ts";
import type { LoadRun } from "../kelisim/load.ts";
import { clipsVersion, runClips } from "../peers/clips.ts";
import { floorList, runFloor } from "../peers/floor.ts";
import { runJsonRulesEngine } from "../peers/json-rules-engine.ts";
import { checkAnswer, type PeerRun } from "../peers/peer.ts";
import type { SqliteRun } from "../peers/sqlite.ts";
import { atLeast, type Figure, figure, formatNumber, type Section } from "../report.ts";
import { alternate, type Contender } from "../rounds.ts";
import { median, spreadOf } from "../statistics.ts";
import { type Context, script } from "./context.ts";
import { verifyLists } from "./verify.ts";
import { readyWorkload } from "./workload-folder.ts";

/** How often each engine that can repeats the work in one process. The floor's script fixes this number. */
const REPEATS = 5;
const EVENTS = 100_000;

/** From records in memory to the board: Kelisim beside the floor and four other engines, in turn. */
export function boardSection(context: Context): Section {
  const { folder, workload } = readyWorkload(context, EVENTS);
  const shared = context.shared!;
  const clips = clipsVersion();
  const { run: expected, list } = floorList(shared, folder);
  verifyLists(folder, list, clips !== undefined);

  const floor: number[] = [];
  const best: number[] = [];
  const middle: number[] = [];
  const first: number[] = [];
  const sqlite: number[] = [];
  const sqliteQuery: number[] = [];
  const jsonRules: number[] = [];
  const clipsMs: number[] = [];

  const single = (name: string, into: number[], measure: () => PeerRun): Contender => ({
    name,
    measure: () => {
      const run = measure();
      checkAnswer(name, expected, run);
      into.push(run.ms);
      return `${Math.round(run.ms)} ms`;
    },
  });
  const contenders: Contender[] = [
    single("floor", floor, () => runFloor(shared, folder)),
    {
      name: "Kelisim",
      measure: () => {
        const times = kelisimTimes(folder, expected);
        best.push(Math.min(...times));
        middle.push(median(times));
        first.push(times[0]!);
        return `${Math.round(Math.min(...times))} ms`;
      },
    },
    {
      name: "SQLite",
      measure: () => {
        const runs = runMeasurement<SqliteRun[]>(script("../peers/sqlite.ts"), [folder, String(REPEATS)]);
        for (const run of runs) checkAnswer("SQLite", expected, run);
        sqlite.push(median(runs.map((r) => r.loadMs + r.queryMs)));
        sqliteQuery.push(median(runs.map((r) => r.queryMs)));
        return `${Math.round(sqlite.at(-1)!)} ms`;
      },
    },
    single("json-rules-engine", jsonRules, () => runJsonRulesEngine(shared, folder, EVENTS)),
    ...(clips ? [single("CLIPS", clipsMs, () => runClips(folder))] : []),
  ];
  alternate("board", context.rounds, contenders);

  const rate = (name: string, times: readonly number[], note: string): Figure =>
    figure(name, "records/s", spreadOf(times.map((ms) => (EVENTS / ms) * 1_000)), { note });
  const times = (name: string, theirs: readonly number[], ours: readonly number[], bound: number): Figure => {
    const value = median(theirs) / median(ours);
    const cold = formatNumber(median(theirs) / median(first));
    const note = `${cold} on our first run in a fresh process`;
    return { name, unit: "times", value, target: atLeast(value, bound, String(bound)), note };
  };
  return {
    title: `From ${formatNumber(EVENTS)} records in memory to the board`,
    figures: [
      rate("floor", floor, "best of 5 in a process, as its script prints"),
      rate("Kelisim", middle, "median of 5 in a process"),
      rate("Kelisim, best run", best, "best of 5 in a process"),
      rate("Kelisim, first run", first, "first of 5 in a process"),
      rate("SQLite, loading included", sqlite, "one batch in memory, median of 5"),
      rate("SQLite, loading left out", sqliteQuery, "the query alone"),
      ...(clips ? [rate(`CLIPS ${clips}`, clipsMs, "reading its facts from a file included")] : []),
      rate("json-rules-engine", jsonRules, "one engine a kind, duties kept outside it"),
      times("Kelisim against the floor (best runs)", floor, best, 0.25),
      times("Kelisim against json-rules-engine", jsonRules, middle, 20),
      ...(clips ? [times(`Kelisim against CLIPS ${clips}`, clipsMs, middle, 10)] : []),
      times("Kelisim against SQLite, loading included", sqlite, middle, 2),
      times("Kelisim against SQLite, loading left out", sqliteQuery, middle, 2),
    ],
    remarks: [
      `${formatNumber(workload.rules.length)} clauses, ${formatNumber(expected.met + expected.missed)} duties: ` +
        `${formatNumber(expected.met)} met, ${formatNumber(expected.missed)} not met by their deadline. ` +
        "Every engine's list was compared with the floor's, duty by duty, before anything was timed; counts in every run.",
      "Kelisim: a new ledger, 50 status facts and full coverage, all records in one append, the count of duties by state; " +
        "what its explanations need is kept. The floor keeps no audit trail; SQLite, CLIPS and json-rules-engine neither know late arrivals nor known-at.",
      ...(clips ? [] : ["CLIPS is not installed here and was left out (Debian: apt-get install clips)."]),
    ],
  };
}

/** Milliseconds of each run in one fresh process; the answers are checked. */
function kelisimTimes(folder: string, expected: PeerRun): number[] {
  const runs = runMeasurement<LoadRun[]>(script("load.ts"), [folder, "in order", String(REPEATS)]);
  return runs.map((run) => {
    const ms = run.setupMs + run.appendMs + run.boardMs;
    const missed = (run.states.overdue ?? 0) + (run.states["met late"] ?? 0);
    checkAnswer("Kelisim", expected, { met: run.states.met ?? 0, missed });
    return ms;
  });
}
