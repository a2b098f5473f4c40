import { spawnSync } from "node:child_process";
import { availableParallelism, cpus, totalmem, type } from "node:os";

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
  };
}

export function describeMachine(m: Machine): string {
  return `${m.processor}, ${m.cores} cores, ${m.memoryGB} GB, ${m.system}, Node ${m.node}, ${m.date}, commit ${m.commit}`;
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
