// Runs every test of the workspace and closes with one line that counts them.
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { run } from "node:test";
import { spec as Spec } from "node:test/reporters";

const named = process.argv.slice(2);
// The screens are walked in a browser by a command of their own, `npm run test:browser`: it takes many minutes.
const WALKS = "packages/server/test/browser/";
const files = (named.length > 0 ? named : globSync(["packages/*/test/**/*.test.ts", "test/**/*.test.ts"]))
  .filter((file) => named.length > 0 || !file.startsWith(WALKS))
  .sort();
if (files.length === 0) {
  console.error("no test files found");
  process.exit(2);
}

let counts = { passed: 0, failed: 0, cancelled: 0, skipped: 0, todo: 0 };
const stream = run({ files, concurrency: Math.max(1, Math.min(2, availableParallelism())) });
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
