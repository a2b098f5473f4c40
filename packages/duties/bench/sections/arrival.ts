import { runMeasurement } from "../child.ts";
import type { LoadRun } from "../kelisim/load.ts";
import { WAYS, type Way } from "../kelisim/ways.ts";
import { atLeast, type Figure, figure, type Section } from "../report.ts";
import { alternate } from "../rounds.ts";
import { median, spreadOf } from "../statistics.ts";
import { type Context, script } from "./context.ts";
import { readyWorkload } from "./workload-folder.ts";

const REPEATS = 5;

/** The same records in random order, at once and in parts with questions in between, against in order. */
export function arrivalSection(context: Context): Section {
  const { folder, workload } = readyWorkload(context, 100_000);
  const times = new Map<Way, number[]>(WAYS.map((way) => [way, []]));
  const measure = (way: Way) => () => {
    const runs = runMeasurement<LoadRun[]>(script("load.ts"), [folder, way, String(REPEATS)]);
    const ms = median(runs.map((r) => r.setupMs + r.appendMs + r.boardMs));
    times.get(way)!.push(ms);
    return `${Math.round(ms)} ms`;
  };
  alternate(
    "arrival",
    context.rounds,
    WAYS.map((way) => ({ name: way, measure: measure(way) })),
  );
  const rates = (way: Way) => times.get(way)!.map((ms) => (workload.events.length / ms) * 1_000);
  const share = (way: Way, of: Way): Figure => {
    const value = median(rates(way)) / median(rates(of));
    return { name: `${way}: share of ${of}`, unit: "times", value, target: atLeast(value, 1 / 3, "1/3") };
  };
  return {
    title: "Late arrival",
    figures: [
      ...WAYS.map((way) => figure(way, "records/s", spreadOf(rates(way)))),
      share("shuffled", "in order"),
      share("shuffled, 100 parts", "in order, 100 parts"),
      share("shuffled, 100 parts", "in order"),
    ],
    remarks: [
      "The same record objects, in random order with a fixed seed. In 100 parts: after each, one party's 90-day board is asked. Median of 5 runs in a process.",
    ],
  };
}
