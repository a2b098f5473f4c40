import { runMeasurement } from "../child.ts";
import type { MillionRun } from "../kelisim/million.ts";
import { below, figure, formatNumber, type Section } from "../report.ts";
import { alternate } from "../rounds.ts";
import { median, quantile, spreadOf } from "../statistics.ts";
import { type Context, script } from "./context.ts";
import { readyWorkload } from "./workload-folder.ts";

/** The workload makes 2.5 duties an event. */
const EVENTS = 400_000;
const QUESTIONS = 200;
/** Questions with what was known at an earlier moment: slower, so fewer. */
const EARLIER = 20;
/** Loading takes long and the questions are many: more processes than this add nothing. */
const MOST_ROUNDS = 5;

/** A million duties in memory: how quickly one party's board comes, and what a duty weighs. */
export function millionSection(context: Context): Section {
  const { folder } = readyWorkload(context, EVENTS);
  const runs: MillionRun[] = [];
  const measure = () => {
    const run = runMeasurement<MillionRun>(script("million.ts"), [folder, String(QUESTIONS), String(EARLIER)], {
      flags: ["--expose-gc"],
    });
    runs.push(run);
    return `${median(run.asKnownNow).toFixed(2)} ms, ${Math.round(run.bytes / run.duties)} bytes a duty`;
  };
  alternate("a million duties", Math.min(context.rounds, MOST_ROUNDS), [{ name: "board", measure }]);
  const { duties, records, lines } = runs[0]!;
  const then = spreadOf(runs.map((r) => median(r.asKnownThen)));
  const now = spreadOf(runs.map((r) => median(r.asKnownNow)));
  const slow = spreadOf(runs.map((r) => quantile(r.asKnownNow, 0.95)));
  const bytes = spreadOf(runs.map((r) => r.bytes / r.duties));
  return {
    title: `${formatNumber(duties)} duties in memory`,
    figures: [
      figure("one party's 90-day board", "ms", now, { target: below(now.median, 5, "5 ms") }),
      figure("the slowest twentieth of them", "ms or more", slow),
      figure("the same with what was known at that time", "ms", then, { note: `${EARLIER} questions` }),
      figure("a duty weighs", "bytes", bytes, { target: below(bytes.median, 150, "150 bytes") }),
      figure(
        "a duty weighs, after the questions",
        "bytes",
        spreadOf(runs.map((r) => r.bytesAfterQuestions / r.duties)),
      ),
      figure("loading all", "ms", spreadOf(runs.map((r) => r.loadMs))),
    ],
    remarks: [
      `${formatNumber(records)} records. ${QUESTIONS} questions over all parties and dates through the whole time, with what is known now; the median board has ${formatNumber(lines)} lines.`,
      "Weight: heap and buffers that the ledger adds to the records, which are in memory before and not counted, after collecting garbage.",
    ],
  };
}
