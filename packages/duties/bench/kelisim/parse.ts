/**
 * What happens before the engine is asked: `parse.ts FOLDER [records]`. Compiles FOLDER/agreement.accord.md, writes the
 * program to FOLDER/program.json, reads FOLDER/records.jsonl where asked, and prints the times as one JSON line.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "@kelisim/accord";
import { workloadParties } from "../agreement.ts";
import { readWorkloadRecords } from "./prepare.ts";

export interface ParseRun {
  readonly compileMs: number;
  readonly clauses: number;
  /** Of JSON Lines to record objects, the file read included; where asked. */
  readonly readMs?: number;
  readonly records?: number;
}

const [folder, mode] = process.argv.slice(2);
const parties = workloadParties();
const text = readFileSync(join(folder!, "agreement.accord.md"), "utf8");
const begin = performance.now();
const { program, problems } = compile([{ path: "agreement.accord.md", text }], {
  parties,
  zones: [],
  boundParties: () => parties.map((p) => p.id),
});
const compileMs = performance.now() - begin;
const faults = problems.filter((p) => p.severity === "error");
if (faults.length > 0)
  throw new Error(
    faults
      .slice(0, 5)
      .map((p) => `${p.line}:${p.column} ${p.message}`)
      .join("\n"),
  );
writeFileSync(join(folder!, "program.json"), JSON.stringify(program));

let read: Pick<ParseRun, "readMs" | "records"> = {};
if (mode === "records") {
  const start = performance.now();
  const records = readWorkloadRecords(folder!, program).length;
  read = { readMs: performance.now() - start, records };
}
const clauses = program.instruments.reduce((sum, i) => sum + i.clauses.length, 0);
const run: ParseRun = { compileMs, clauses, ...read };
process.stdout.write(`${JSON.stringify(run)}\n`);
