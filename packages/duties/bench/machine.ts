import { spawnSync } from "node:child_process";
import { availableParallelism, cpus, loadavg, totalmem, type } from "node:os";

/** Where and on what the figures were measured. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGB: number;
  readonly system: string;
  readonly node: string;
  /** ISO date (UTC). */
  readonly date: string;
  /** Abbreviated; "+ changes" where the checkout differs from it; "unknown" without git. */
  readonly commit: string;
  /** Processes that wanted a processor in the minute before the run. */
  readonly loadBefore: number;
}

/** Others at work on the machine make every figure worse, and those of quick engines more than those of slow ones. */
export function isBusy(m: Machine): boolean {
  return m.loadBefore > m.cores / 2;
}

export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() || "unknown processor",
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 2 ** 30),
    system: type(),
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
    commit: commit(),
    loadBefore: Math.round(loadavg()[0]! * 10) / 10,
  };
}

export function describeMachine(m: Machine): string {
  const what = `${m.processor}, ${m.cores} cores, ${m.memoryGB} GB, ${m.system}, Node ${m.node}, ${m.date}, commit ${m.commit}`;
  return isBusy(m) ? `${what}; the machine was busy with other work (load ${m.loadBefore})` : what;
}

function commit(): string {
  const head = git(["rev-parse", "--short=10", "HEAD"]);
  if (!head) return "unknown";
  return git(["status", "--porcelain"]) === "" ? head : `${head} + changes`;
}

function git(args: readonly string[]): string | undefined {
  const run = spawnSync("git", args, { cwd: import.meta.dirname, encoding: "utf8" });
  return run.status === 0 ? run.stdout.trim() : undefined;
}
