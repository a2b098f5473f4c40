import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runMeasurement } from "../child.ts";
import type { LoadRun } from "../kelisim/load.ts";
import { below, type Figure, figure, formatNumber, type Section } from "../report.ts";
import { alternate } from "../rounds.ts";
import { median, spreadOf } from "../statistics.ts";
import { DAY, MINUTE, PARTIES, type Rule, type Workload, type WorkloadEvent } from "../workload.ts";
import { type Context, script } from "./context.ts";
import { writeForKelisim } from "./workload-folder.ts";

const SIZES = [100, 1_000, 10_000];
const CLAUSES_A_KIND = 10;
const ACTS = 100;
const EVENTS = 100_000;
const REPEATS = 5;
const WINDOWS = [2, 5, 14, 30, 42].map((days) => (days * DAY) / MINUTE);

/**
 * Cost of a record while the number of clauses grows a hundredfold: ten clauses a trigger kind, so that there are more kinds
 * and no more duties. The events are the same ones but for which trigger kind they have.
 */
export function clausesSection(context: Context): Section {
  const folders = new Map<number, string>();
  const compileMs = new Map<number, number>();
  for (const size of SIZES) {
    const folder = join(context.folder, `clauses-${size}`);
    mkdirSync(folder);
    const workload = invent(size);
    writeFileSync(join(folder, "rules.csv"), table(workload.rules, ["id", "trigger", "threshold", "minutes", "act"]));
    writeFileSync(join(folder, "events.csv"), table(workload.events, ["minute", "kind", "party", "value"]));
    compileMs.set(size, writeForKelisim(folder, workload, size / CLAUSES_A_KIND + ACTS).compileMs);
    folders.set(size, folder);
  }
  const costs = new Map<number, number[]>(SIZES.map((size) => [size, []]));
  const setups = new Map<number, number[]>(SIZES.map((size) => [size, []]));
  const duties = new Map<number, number>();
  const measure = (size: number) => () => {
    const runs = runMeasurement<LoadRun[]>(script("load.ts"), [
      folders.get(size)!,
      "in order",
      String(REPEATS),
      "live",
    ]);
    const cost = median(runs.map((r) => ((r.appendMs + r.boardMs) * 1_000) / EVENTS));
    costs.get(size)!.push(cost);
    setups.get(size)!.push(median(runs.map((r) => r.setupMs)));
    duties.set(
      size,
      Object.values(runs[0]!.states).reduce((sum, n) => sum + n, 0),
    );
    return `${cost.toFixed(2)} µs`;
  };
  alternate(
    "clauses",
    context.rounds,
    SIZES.map((size) => ({ name: String(size), measure: measure(size) })),
  );
  const growth = median(costs.get(SIZES.at(-1)!)!) / median(costs.get(SIZES[0]!)!) - 1;
  return {
    title: "Clauses that do not concern a record",
    figures: [
      ...SIZES.map(
        (size): Figure =>
          figure(`${formatNumber(size)} clauses`, "µs a record", spreadOf(costs.get(size)!), {
            note: `${formatNumber(duties.get(size)!)} duties; taking the program in ${formatNumber(median(setups.get(size)!))} ms, compiling it once ${formatNumber(compileMs.get(size)!)} ms`,
          }),
      ),
      {
        name: `growth from ${formatNumber(SIZES[0]!)} to ${formatNumber(SIZES.at(-1)!)} clauses`,
        unit: "%",
        value: growth * 100,
        target: below(growth, 0.3, "30 %"),
      },
    ],
    remarks: [
      `${formatNumber(EVENTS)} records, the same but for their trigger kinds; ${CLAUSES_A_KIND} clauses a trigger kind, ${ACTS} kinds of acts, the same number of duties. Taking the program in is left out and stated.`,
    ],
  };
}

function invent(clauses: number): Workload {
  const kinds = clauses / CLAUSES_A_KIND;
  const draw = generator(4_711);
  const rules = Array.from({ length: clauses }, (_, id): Rule => {
    const rank = Math.floor(id / kinds); // the same ten thresholds for every kind: duties depend on the value alone
    return {
      id,
      trigger: id % kinds,
      threshold: rank * (10_000 / CLAUSES_A_KIND) + 500,
      minutes: WINDOWS[draw(WINDOWS.length)]!,
      act: kinds + draw(ACTS),
    };
  });
  const next = generator(12_345);
  let minute = 0;
  const events = Array.from({ length: EVENTS }, (): WorkloadEvent => {
    minute += 1 + next(5);
    const triggers = next(2) === 0;
    const place = next(1_000_000) / 1_000_000;
    const kind = triggers ? Math.floor(place * kinds) : kinds + Math.floor(place * ACTS);
    return { minute, kind, party: next(PARTIES), value: next(10_000) };
  });
  return { rules, events };
}

/** Whole numbers below a bound, from a fixed seed (mulberry32). */
function generator(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return Math.floor((((x ^ (x >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

function table<Row>(rows: readonly Row[], columns: readonly (keyof Row)[]): string {
  return `${rows.map((row) => columns.map((c) => row[c]).join(",")).join("\n")}\n`;
}
