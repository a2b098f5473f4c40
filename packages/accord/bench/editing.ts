/**
 * How long a lawyer waits: all agreements of a region checked from nothing in a new process, and again after one file
 * was changed, beside checking everything anew after each change.
 *
 *   npm run bench:check [-- --rounds 15]
 */
import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readRegion } from "@kelisim/model";
import { compile, contextOf, createWorkspace, type SourceFile } from "../src/index.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FOLDER = `${ROOT}/regions/central-asia`;

function readFiles(): ReadonlyMap<string, string> {
  const paths = globSync("**/*.{yaml,csv,geojson,accord.md}", { cwd: FOLDER }).sort();
  return new Map(paths.map((path) => [relative("", path), readFileSync(`${FOLDER}/${path}`, "utf8")]));
}

const { values } = parseArgs({ options: { rounds: { type: "string", default: "15" }, once: { type: "boolean" } } });
const { region } = readRegion(readFiles());
const context = contextOf(region);

if (values.once === true) {
  const start = performance.now();
  compile(region.accordFiles, context);
  console.log(performance.now() - start);
} else measure(Number(values.rounds));

function measure(rounds: number): void {
  const { program } = compile(region.accordFiles, context);
  const clauses = program.instruments.flatMap((instrument) => instrument.clauses).length;
  console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`);
  console.log(`${region.accordFiles.length} files, ${program.instruments.length} instruments, ${clauses} clauses`);
  const self = fileURLToPath(import.meta.url);
  const anew = Array.from({ length: rounds }, () => Number(execFileSync(process.execPath, [self, "--once"])));
  say("all agreements, from nothing, in a new process", anew, 1500);
  const command = Array.from({ length: rounds }, () => {
    const start = performance.now();
    execFileSync(process.execPath, [`${ROOT}/packages/cli/bin/kelisim.mjs`, "check"]);
    return performance.now() - start;
  });
  say("the whole command: kelisim check", command, 1500);
  const workspace = createWorkspace(context);
  for (const { path, text } of region.accordFiles) workspace.set(path, text);
  workspace.compilation();
  const large = fileNamed("VD2011");
  const words = fileNamed("military");
  const middle = large.text.indexOf("within", large.text.length / 2);
  const changes: readonly (readonly [string, (n: number) => SourceFile])[] = [
    [
      "one clause changed",
      (n) => edited(large, `${large.text.slice(0, middle)}// ${n}\n  ${large.text.slice(middle)}`),
    ],
    ["a line of prose added", (n) => edited(large, `${"x".repeat(n + 1)}\n${large.text}`)],
    [
      "a kind changed that many clauses use",
      (n) => edited(words, words.text.replace("personnel: count", `personnel: count max ${900_000 + n}`)),
    ],
  ];
  for (const [name, change] of changes) {
    const times = Array.from({ length: rounds * 4 }, (_, n) => {
      const { path, text } = change(n);
      const start = performance.now();
      workspace.set(path, text);
      workspace.compilation();
      return performance.now() - start;
    });
    say(name, times, 50);
  }
  const whole = Array.from({ length: rounds }, (_, n) => {
    const changed = changes[0]![1](n);
    const files = region.accordFiles.map((file) => (file.path === changed.path ? changed : file));
    const start = performance.now();
    compile(files, context);
    return performance.now() - start;
  });
  say("one clause changed, everything checked anew", whole);
}

function fileNamed(part: string): SourceFile {
  const found = region.accordFiles.find(({ path }) => path.includes(part));
  if (!found) throw new Error(`no file named ${part}`);
  return found;
}

function edited({ path }: SourceFile, text: string): SourceFile {
  return { path, text };
}

function say(name: string, times: readonly number[], target?: number): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  const ms = (value: number) => `${value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
  const judged = target === undefined ? "" : `  target ${target} ms: ${at(0.5) < target ? "met" : "not met"}`;
  console.log(
    `${name.padEnd(50)} median ${ms(at(0.5)).padStart(8)}  slowest twentieth ${ms(at(0.95)).padStart(8)}${judged}`,
  );
}
