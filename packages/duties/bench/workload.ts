import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** One clause of the workload: an event of kind `trigger` above `threshold` makes its party owe an event of kind `act`. */
export interface Rule {
  readonly id: number;
  readonly trigger: number;
  readonly threshold: number;
  readonly minutes: number;
  readonly act: number;
}

export interface WorkloadEvent {
  readonly minute: number;
  readonly kind: number;
  readonly party: number;
  readonly value: number;
}

export interface Workload {
  readonly rules: readonly Rule[];
  readonly events: readonly WorkloadEvent[];
}

/** Minute 0 of the workload, a Monday. */
export const WORKLOAD_START = Date.UTC(2024, 0, 1);
export const PARTIES = 50;
export const KINDS = 200;
export const MINUTE = 60_000;
export const DAY = 1_440 * MINUTE;

/** The folder of the shared workload, read in place and never copied; undefined where this checkout has none beside it. */
export function sharedBench(): string | undefined {
  const folder = resolve(import.meta.dirname, "../../../../shared/bench");
  return existsSync(join(folder, "duty-workload.cjs")) ? folder : undefined;
}

/** Runs the shared generator in `folder`: it writes rules.csv, events.csv and the forms for other engines there. */
export function generateWorkload(shared: string, folder: string, events: number): void {
  const run = spawnSync(process.execPath, [join(shared, "duty-workload.cjs"), String(events)], {
    cwd: folder,
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`the workload's generator failed: ${run.stderr}`);
}

/** Reads what the generator wrote. Minutes are strictly increasing over the events. */
export function readWorkload(folder: string): Workload {
  return {
    rules: readTable(join(folder, "rules.csv")).map(([id, trigger, threshold, minutes, act]) => ({
      id: id!,
      trigger: trigger!,
      threshold: threshold!,
      minutes: minutes!,
      act: act!,
    })),
    events: readTable(join(folder, "events.csv")).map(([minute, kind, party, value]) => ({
      minute: minute!,
      kind: kind!,
      party: party!,
      value: value!,
    })),
  };
}

function readTable(file: string): number[][] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => line.split(",").map(Number));
}

/** An instant after every deadline of the workload: the longest window is 42 days. */
export function endOf(workload: Workload): number {
  return WORKLOAD_START + workload.events.at(-1)!.minute * MINUTE + 43 * DAY;
}
