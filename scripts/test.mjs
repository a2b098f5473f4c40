// Runs every test of the workspace and closes with one line that counts them.
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { run } from "node:test";
import { spec as Spec } from "node:test/reporters";

const named = process.argv.slice(2);
// The walks through the screens in a browser come last, beside nothing else that takes the processor.
const WALKS = "packages/server/test/browser/";
const isWalk = (file) => Number(file.startsWith(WALKS));
const files = (named.length > 0 ? named : globSync(["packages/*/test/**/*.test.ts", "test/**/*.test.ts"])).sort(
  (a, b) => isWalk(a) - isWalk(b) || (a < b ? -1 : 1),
);
if (files.length === 0) {
  console.error("no test files found");
  process.exit(2);
}

/** Twice what all of it takes on two cores, in milliseconds. */
const LONGEST_RUN = 26 * 60_000;

let counts = { passed: 0, failed: 0, cancelled: 0, skipped: 0, todo: 0 };
const stream = run({
  files,
  concurrency: Math.max(1, Math.min(2, availableParallelism())),
  // A file that hangs fails, so that the run ends and says which it was.
  signal: AbortSignal.timeout(LONGEST_RUN),
});
stream.on("test:summary", (summary) => {
  // One summary comes for each file, and one without a file for the whole run.
  if (summary.file === undefined) counts = summary.counts;
});
stream.on("end", () => {
  const failed = counts.failed + counts.cancelled;
  process.exitCode = failed === 0 && counts.passed > 0 ? 0 : 1;
  const skipped = counts.skipped + counts.todo;
  process.once("exit", () => {
    console.log(`${counts.passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  });
});
stream.compose(new Spec()).pipe(process.stdout);
