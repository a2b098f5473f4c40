import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { State } from "../src/question.ts";
import { scenario } from "./arbitraries/scenario.ts";
import { oracle } from "./oracle/oracle.ts";

/** The laws are worth what their cases reach: over a fixed seed every state, and what leads to it, must occur often. */
const STATES: Readonly<Record<string, readonly State[]>> = {
  duty: [
    "upcoming",
    "open",
    "met",
    "met late",
    "overdue",
    "not received by us",
    "date passed, nothing recorded here",
    "lead time already passed",
    "waived by creditor",
    "closed by silence",
    "not applicable",
  ],
  right: ["upcoming", "available", "used", "expired", "not applicable"],
  limit: ["within", "exceeded", "unknown"],
  standing: ["in force", "suspended"],
};
const REASONS = ["reservation of", "trigger corrected", "trigger withdrawn", "displaced by"];
const CASES = 2000;
const LEAST = 8;

test("every state of duty, right, limit and standing occurs in the random cases", () => {
  const seen = new Map<string, number>();
  const tick = (name: string) => seen.set(name, (seen.get(name) ?? 0) + 1);
  for (const { input, questions } of fc.sample(scenario, { numRuns: CASES, seed: 20_260_301 })) {
    for (const question of questions) {
      const { lines, undetermined } = oracle(input, question);
      const inThisCase = new Set(lines.map((line) => `${line.form} ${line.state}`));
      for (const line of lines) {
        for (const reason of REASONS) if (line.reason?.startsWith(reason)) inThisCase.add(reason);
        if (line.deadline === question.asOf) inThisCase.add("asked at the deadline");
        if (line.deadline !== null && line.performedAt === line.deadline) inThisCase.add("performed at the deadline");
        if (line.unverified) inThisCase.add("unverified");
      }
      if (undetermined.length > 0) inThisCase.add("undetermined");
      for (const name of inThisCase) tick(name);
    }
  }
  const wanted = Object.entries(STATES).flatMap(([form, states]) => states.map((state) => `${form} ${state}`));
  const all = [
    ...wanted,
    ...REASONS,
    "asked at the deadline",
    "performed at the deadline",
    "unverified",
    "undetermined",
  ];
  const rare = all.map((name) => [name, seen.get(name) ?? 0] as const).filter(([, times]) => times < LEAST);
  assert.deepEqual(rare, []);
  if (process.env.KELISIM_STATISTICS !== undefined) console.log([...seen].sort((a, b) => a[1] - b[1]));
});
