import { runMeasurement } from "../child.ts";
import type { ParseRun } from "../kelisim/parse.ts";
import { figure, formatNumber, type Section } from "../report.ts";
import { alternate } from "../rounds.ts";
import { spreadOf } from "../statistics.ts";
import { type Context, script } from "./context.ts";
import { readyWorkload } from "./workload-folder.ts";

/** What comes before the engine and is not part of its figures: reading records and compiling the agreement. */
export function parsingSection(context: Context): Section {
  const { folder } = readyWorkload(context, 100_000);
  const runs: ParseRun[] = [];
  const measure = () => {
    const run = runMeasurement<ParseRun>(script("parse.ts"), [folder, "records"]);
    runs.push(run);
    return `${Math.round(run.compileMs)} + ${Math.round(run.readMs!)} ms`;
  };
  alternate("parsing", context.rounds, [{ name: "compile + read", measure }]);
  const clauses = runs[0]!.clauses;
  return {
    title: "Before the engine, measured apart",
    figures: [
      figure("JSON Lines to record objects", "records/s", spreadOf(runs.map((r) => (r.records! / r.readMs!) * 1_000))),
      figure(`Accord to program, ${formatNumber(clauses)} clauses`, "ms", spreadOf(runs.map((r) => r.compileMs))),
    ],
    remarks: ["Each in a fresh process, once, the time to start it left out."],
  };
}
