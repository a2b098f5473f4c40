import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Program } from "@kelisim/accord/program";
import type { Question } from "@kelisim/duties";
import { ALWAYS, type Fact, type KelisimRecord, NEVER, type Party, readRecords } from "@kelisim/model";
import { workloadParties } from "../agreement.ts";
import { endOf, readWorkload, WORKLOAD_START } from "../workload.ts";

/** What the engine is given for the workload in a folder. */
export interface Prepared {
  readonly program: Program;
  readonly parties: readonly Party[];
  readonly facts: readonly Fact[];
  /** In the order in which they happened, as the record reader makes them. */
  readonly records: readonly KelisimRecord[];
  /** After every deadline, with everything known, over the whole time. */
  readonly question: Question;
}

/** Reads the compiled program and the records in `folder` into the objects that the engine takes. Nothing of this is timed. */
export function prepare(folder: string): Prepared {
  const end = endOf(readWorkload(folder));
  const program = JSON.parse(readFileSync(join(folder, "program.json"), "utf8")) as Program;
  return {
    program,
    parties: workloadParties(),
    facts: workloadFacts(),
    records: readWorkloadRecords(folder, program),
    question: { asOf: end, knownAt: end, from: WORKLOAD_START, until: end },
  };
}

export function readWorkloadRecords(folder: string, program: Program): readonly KelisimRecord[] {
  const lines = readFileSync(join(folder, "records.jsonl"), "utf8");
  const { records, problems } = readRecords(lines, program.vocabulary, { file: "records.jsonl" });
  if (problems.length > 0) throw new Error(`records.jsonl, line ${problems[0]!.line}: ${problems[0]!.message}`);
  return records;
}

/** All parties bound long before; records of every kind complete for all time, so that silence means missed. */
function workloadFacts(): Fact[] {
  const head = { known: ALWAYS, source: "invented for measuring", confidence: "high" } as const;
  const date = 7_305; // 1990-01-01
  const bound = workloadParties().map(
    ({ id }): Fact => ({
      ...head,
      id: `status-${id}`,
      kind: "status",
      instrument: "BENCH",
      party: id,
      act: "ratification",
      actDate: date,
      effectDate: date,
    }),
  );
  const all = ["*"];
  const complete = { kinds: all, parties: all, to: all, from: ALWAYS, until: NEVER };
  return [...bound, { ...head, id: "coverage", kind: "coverage", ...complete }];
}
