import { spawnSync } from "node:child_process";

export interface ChildOptions {
  readonly cwd?: string;
  /** Flags for node itself, before the script. */
  readonly flags?: readonly string[];
}

/** Runs a script in a fresh process of the same node and gives its standard output; throws with its complaint if it fails. */
export function runScript(script: string, args: readonly string[], options: ChildOptions = {}): string {
  const flags = options.flags ?? [];
  const run = spawnSync(process.execPath, [...flags, script, ...args], {
    cwd: options.cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`${script} ended with ${run.status ?? run.signal}:\n${run.stderr}`);
  return run.stdout;
}

/** As `runScript`, for our own scripts, whose last line of output is one JSON value. */
export function runMeasurement<T>(script: string, args: readonly string[], options: ChildOptions = {}): T {
  const output = runScript(script, args, options).trimEnd();
  return JSON.parse(output.slice(output.lastIndexOf("\n") + 1)) as T;
}
