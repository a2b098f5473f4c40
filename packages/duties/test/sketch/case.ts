import assert from "node:assert/strict";
import type { Clause, Instrument } from "@kelisim/accord/program";
import type { Fact, KelisimRecord } from "@kelisim/model";
import type { Input, Outcome, OutcomeLine, Question } from "../oracle/outcome.ts";
import { instrument, program } from "./program.ts";
import { ALL_BOUND } from "./records.ts";
import { at } from "./time.ts";
import { GEOGRAPHY, PARTIES, WORKING_DAYS } from "./vocabulary.ts";

/** A small history with the answer computed by hand. Engine and oracle are both held to it. */
export interface Case {
  readonly name: string;
  readonly input: Input;
  readonly question: Question;
  /** The clause whose lines are compared. */
  readonly clause: string;
  /** Its lines, each with the fields that matter here, in order of debtor, creditor, subject, period, group. */
  readonly lines: readonly Partial<OutcomeLine>[];
  readonly undetermined?: readonly string[];
}

export interface Setting {
  readonly clauses: readonly Clause[];
  readonly instrument?: Partial<Instrument>;
  readonly facts?: readonly Fact[];
  readonly records?: readonly KelisimRecord[];
  readonly us?: readonly string[];
  readonly more?: Partial<Input>;
}

/** An input in which all four states are bound (unless it brings status rows of its own). */
export function inputOf({ clauses, facts = [], records = [], us = [], more, ...rest }: Setting): Input {
  const named = facts.some(
    (fact) => fact.kind === "status" && !["suspension", "resumption", "withdrawal"].includes(fact.act),
  );
  return {
    programs: [program(instrument(clauses, rest.instrument))],
    parties: PARTIES,
    geography: GEOGRAPHY,
    workingDays: WORKING_DAYS,
    facts: named ? facts : [...ALL_BOUND, ...facts],
    records,
    us,
    ...more,
  };
}

/** A question as of a moment, with all that was known then, about the year around it (recurring duties). */
export function asOf(moment: string | number, rest: Partial<Question> = {}): Question {
  const instant = typeof moment === "string" ? at(moment) : moment;
  const year = 366 * 86_400_000;
  return { asOf: instant, knownAt: instant, from: instant - year / 2, until: instant + year / 2, ...rest };
}

const FIELDS = ["debtor", "creditor", "subject", "period", "group"] as const;
const orderOf = (line: OutcomeLine) => FIELDS.map((field) => line[field] ?? "").join("\u0000");

/** Asserts that an answer is the one computed by hand. */
export function assertCase(one: Case, answer: Outcome): void {
  const lines = answer.lines
    .filter((line) => line.clause === one.clause)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const shown = lines.map((line, place) => {
    const fields = Object.keys(one.lines[place] ?? { debtor: "", creditor: "", state: "", deadline: "" });
    return Object.fromEntries(fields.map((field) => [field, line[field as keyof OutcomeLine]]));
  });
  assert.deepEqual(shown, one.lines);
  const unclear = answer.undetermined.filter(({ clause }) => clause === one.clause).map(({ subject }) => subject);
  assert.deepEqual(unclear, one.undetermined ?? []);
}
