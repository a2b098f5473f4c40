import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { numberAfter, type PeerRun } from "./peer.ts";

/** Version of the CLIPS on this machine ("6.30"); undefined where there is none. */
export function clipsVersion(): string | undefined {
  const run = spawnSync("clips", ["-f2", "/dev/null"], { encoding: "utf8", input: "(exit)\n" });
  if (run.error) return undefined;
  return /CLIPS \(V?([0-9.]+)/.exec(run.stdout)?.[1] ?? "unknown version";
}

/** One run over the generated rules (rules.clp) and events (events.clp.txt); reading the events from their file is part of it. */
export function runClips(folder: string): PeerRun {
  const output = clips(folder, [
    "(bind ?*start* (time))",
    '(feed "events.clp.txt")',
    '(printout t "met " ?*met* " missed " ?*missed* " seconds " (- (time) ?*start*) crlf)',
  ]);
  return {
    ms: numberAfter(output, "seconds") * 1_000,
    met: numberAfter(output, "met"),
    missed: numberAfter(output, "missed"),
  };
}

/** The list per duty, sorted as the floor sorts its own. */
export function clipsList(folder: string): string {
  clips(folder, ["(bind ?*list* TRUE)", '(open "clips-list.txt" list "w")', '(feed "events.clp.txt")', "(close list)"]);
  const lines = readFileSync(join(folder, "clips-list.txt"), "utf8").trimEnd().split("\n");
  return `${lines.sort().join("\n")}\n`;
}

function clips(folder: string, commands: readonly string[]): string {
  const rules = resolve(import.meta.dirname, "clips-duties.clp");
  const batch = [`(load* ${JSON.stringify(rules)})`, '(load* "rules.clp")', ...commands, "(exit)", ""].join("\n");
  writeFileSync(join(folder, "clips-batch.clp"), batch);
  const run = spawnSync("clips", ["-f2", "clips-batch.clp"], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26 });
  if (run.error) throw run.error;
  return run.stdout;
}
