import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Witness, WitnessGap } from "@kelisim/accord";
import type { Clause, Program } from "@kelisim/accord/program";
import type { Line } from "@kelisim/duties";
import {
  type CoverageFact,
  civilDay,
  dayParts,
  type Fact,
  formatInstant,
  type Instant,
  type KelisimRecord,
  type Region,
  startOfDay,
} from "@kelisim/model";
import { bindingFacts, ledgerFor, type OpenRegion, openRegion } from "./open-region.ts";
import { regionIds } from "./region-files.ts";

/*
 * The compiler makes up a course of events for each clause with a deadline that can be computed; the engine, which
 * knows nothing of how they were made, must answer as the clause says: open until the deadline; overdue after it where
 * nothing is recorded and records are complete; met where the act is done. What the table of a region says about
 * single parties (suspensions, reservations, own thresholds) is left out: a witness is about the clause.
 */

const DAY = 86_400_000;
const KNOWN: Instant = Date.parse("2100-01-01T00:00:00Z");

const EVERYTHING: CoverageFact = {
  kind: "coverage",
  id: "everything",
  known: Date.parse("1900-01-01T00:00:00Z"),
  source: "made up for this test",
  confidence: "high",
  kinds: ["*"],
  parties: ["*"],
  to: ["*"],
  from: Date.parse("1900-01-01T00:00:00Z"),
  until: Date.parse("2200-01-01T00:00:00Z"),
};

/** 2 March of a year in which all are bound: no clock changes near it, and every period of the year has begun. */
function witnessFrom(region: Region): Instant {
  const last = Math.max(
    civilDay(2025, 1, 1),
    ...bindingFacts(region.facts).flatMap(({ effectDate }) => (typeof effectDate === "number" ? [effectDate] : [])),
  );
  return startOfDay(civilDay(dayParts(last).year + 1, 3, 2), "UTC") + 8 * 3_600_000;
}

const isWitness = (made: Witness | WitnessGap): made is Witness => "performance" in made;

function plainFacts(facts: readonly Fact[]): readonly Fact[] {
  return [...bindingFacts(facts), ...facts.filter((fact) => fact.kind === "membership"), EVERYTHING];
}

/** The clauses that decide a witness: its own, those whose miss it follows, and those that go before them. */
function closure(program: Program, id: string): Program {
  const all = new Map(program.instruments.flatMap(({ clauses }) => clauses.map((clause) => [clause.id, clause])));
  const needed = new Set<string>();
  const add = (clause: Clause | undefined): void => {
    if (clause === undefined || needed.has(clause.id)) return;
    needed.add(clause.id);
    for (const other of clause.subjectTo) add(all.get(other));
    if ("trigger" in clause && clause.trigger.kind === "miss") add(all.get(clause.trigger.clause));
  };
  add(all.get(id));
  const instruments = program.instruments.map((instrument) => ({
    ...instrument,
    clauses: instrument.clauses.filter((clause) => needed.has(clause.id)),
  }));
  return { ...program, instruments };
}

interface Trial {
  readonly open: OpenRegion;
  readonly program: Program;
  readonly clause: Clause;
  readonly witness: Witness;
}

/** The lines of a witness's clause and pair, from the records given. */
function linesOf({ open, program, clause, witness }: Trial, records: readonly KelisimRecord[], asOf: Instant): Line[] {
  const ledger = ledgerFor(open, [], program);
  ledger.appendFacts(plainFacts(open.facts));
  ledger.append(records);
  // Wide enough for the deadline, whose exact instant is for the engine to find.
  const around = { from: witness.metAt - 3 * DAY, until: witness.unperformedAt + 3 * DAY };
  const lines: Line[] = [];
  ledger.forEachDuty({ asOf, knownAt: KNOWN, ...around }, (line) => {
    const joint = "jointly" in clause && clause.jointly && line.debtor.split("+").includes(witness.debtor);
    if (line.clause !== witness.clause || !(line.debtor === witness.debtor || joint)) return;
    if (line.creditor === witness.creditor && line.period === (witness.period ?? line.period)) lines.push(line);
  });
  return lines;
}

/** What the engine must say of a clause before, after and with the act. */
function expected(clause: Clause): { ahead: readonly string[]; without: readonly string[]; performed: string } {
  if (clause.kind === "right") return { ahead: ["available"], without: ["expired"], performed: "used" };
  const silence = clause.kind === "duty" && clause.silence !== undefined;
  return {
    ahead: ["open", "upcoming"],
    without: [silence ? "closed by silence" : "overdue"],
    performed: "met",
  };
}

/** Runs a witness; gives what is wrong, or nothing. */
function tryWitness(trial: Trial): string | undefined {
  const { clause, witness } = trial;
  const wanted = expected(clause);
  const shown = (lines: readonly Line[]) =>
    lines.length === 0
      ? "no line"
      : lines.map((l) => `${l.state}${l.reason ? ` (${l.reason})` : ""} by ${dated(l.deadline)}`).join("; ");
  const without = linesOf(trial, witness.records, witness.unperformedAt);
  const missed = without.filter((line) => wanted.without.includes(line.state));
  if (missed.length === 0) return `not performed: ${shown(without)} at ${dated(witness.unperformedAt)}`;
  const same = (line: Line) => missed.find((other) => other.subject === line.subject && other.period === line.period);
  const ahead = linesOf(trial, witness.records, witness.metAt);
  if (!ahead.some((line) => same(line) && wanted.ahead.includes(line.state)))
    return `before the deadline: ${shown(ahead)} at ${dated(witness.metAt)}`;
  const done = linesOf(trial, [...witness.records, witness.performance], witness.metAt);
  const met = done.find((line) => same(line) && line.state === wanted.performed);
  if (!met) return `performed: ${shown(done)} at ${dated(witness.metAt)}`;
  if (met.performance !== witness.performance.id)
    return `performed by ${met.performance}, not ${witness.performance.id}`;
  if (witness.deadline !== undefined && met.deadline !== witness.deadline)
    return `the deadline is ${dated(met.deadline)}, the witness says ${dated(witness.deadline)}`;
  return undefined;
}

const dated = (at: Instant | null) => (at === null ? "no date" : formatInstant(at));

describe("witnesses", async () => {
  for (const id of await regionIds()) {
    it(`of ${id}: open until the deadline, met where done, overdue where not`, async (t) => {
      const open = await openRegion(id, { witnessFrom });
      const { program, witnesses } = open.compilation;
      const clauses = new Map(
        program.instruments.flatMap(({ clauses }) => clauses.map((clause) => [clause.id, clause])),
      );
      let tried = 0;
      const wrong: string[] = [];
      for (const made of witnesses) {
        if (!isWitness(made)) {
          assert.ok(made.reason.length > 10, `${made.clause} has no witness, and no reason why`);
          t.diagnostic(`${made.clause}: no witness, ${made.reason}`);
          continue;
        }
        const clause = clauses.get(made.clause)!;
        const fault = tryWitness({ open, program: closure(program, made.clause), clause, witness: made });
        if (fault !== undefined) wrong.push(`${made.clause}, ${made.debtor} to ${made.creditor || "nobody"}, ${fault}`);
        tried++;
      }
      t.diagnostic(`${tried} witnesses of ${id} tried`);
      assert.ok(tried > 0, `no witness of ${id} was tried`);
      assert.deepEqual(wrong, []);
    });

    it(`of ${id}: every clause with a date has one, or a reason why not`, async () => {
      const { compilation } = await openRegion(id, { witnessFrom });
      const named = new Set(compilation.witnesses.map((made) => made.clause));
      for (const { clauses } of compilation.program.instruments) {
        for (const clause of clauses) {
          if (clause.kind !== "duty" && clause.kind !== "right") continue;
          const computed = clause.deadlines.some(
            ({ deadline }) =>
              deadline.kind !== "none" && !(deadline.kind === "vague" && deadline.reading === undefined),
          );
          assert.equal(
            named.has(clause.id),
            computed,
            `${clause.id}: ${computed ? "not a word of it" : "has no date"}`,
          );
        }
      }
    });
  }
});
