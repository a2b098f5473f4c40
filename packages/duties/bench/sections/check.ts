import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { join, resolve } from "node:path";
import { below, figure, type Section } from "../report.ts";
import { alternate } from "../rounds.ts";
import { spreadOf } from "../statistics.ts";
import type { Context } from "./context.ts";

const ROOT = resolve(import.meta.dirname, "../../../..");
const COMMAND = join(ROOT, "packages/cli/bin/kelisim.mjs");

/** Whether this checkout has the command at all. */
export function hasCommand(): boolean {
  return existsSync(COMMAND);
}

/** `kelisim check --region central-asia`, the whole process from start to end. */
export function checkSection(context: Context): Section {
  const cache = mkdtempSync(join(context.folder, "compile-cache-"));
  const first = run(cache);
  const warm: number[] = [];
  const cold: number[] = [];
  const note = (into: number[], folder: () => string) => () => {
    const ms = run(folder());
    into.push(ms);
    return `${Math.round(ms)} ms`;
  };
  alternate("check", context.rounds, [
    { name: "with compile cache", measure: note(warm, () => cache) },
    { name: "without", measure: note(cold, () => mkdtempSync(join(context.folder, "compile-cache-"))) },
  ]);
  const usual = spreadOf(warm);
  const fresh = spreadOf([first, ...cold]);
  return {
    title: "kelisim check --region central-asia",
    figures: [
      figure("whole process", "ms", usual, { target: below(usual.median, 1_000, "1 s") }),
      figure("whole process, the very first time", "ms", fresh, { note: "Node's compile cache still empty" }),
    ],
    remarks: ["Wall-clock time from starting the process to its end; its answer is read and must be without problems."],
  };
}

function run(compileCache: string): number {
  const begin = performance.now();
  const ended = spawnSync(process.execPath, [COMMAND, "check", "--region", "central-asia"], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  const ms = performance.now() - begin;
  if (ended.status !== 0) throw new Error(`kelisim check ended with ${ended.status}: ${ended.stderr || ended.stdout}`);
  return ms;
}
