import type { Compilation, Witness } from "@kelisim/accord";
import type { Clause } from "@kelisim/accord/program";
import { createLedger, type LedgerSetting } from "@kelisim/duties";
import type { CoverageFact, Fact, Instant, KelisimRecord } from "@kelisim/model";

const DAY = 86_400_000;
const KNOWN: Instant = Date.parse("2100-01-01T00:00:00Z");

const EVERYTHING: CoverageFact = {
  kind: "coverage",
  id: "everything",
  known: Date.parse("1900-01-01T00:00:00Z"),
  source: "made up for the witnesses",
  confidence: "high",
  kinds: ["*"],
  parties: ["*"],
  to: ["*"],
  from: Date.parse("1900-01-01T00:00:00Z"),
  until: Date.parse("2200-01-01T00:00:00Z"),
};

/** What the engine must say of a clause: ahead of its date, after it without the act, and with the act. */
function expected(clause: Clause): { ahead: readonly string[]; without: string; performed: string } {
  if (clause.kind === "right") return { ahead: ["available"], without: "expired", performed: "used" };
  const silent = clause.kind === "duty" && clause.silence !== undefined;
  return { ahead: ["open", "upcoming"], without: silent ? "closed by silence" : "overdue", performed: "met" };
}

/**
 * Runs the witnesses of an instrument: open until the deadline, met where the act is done, overdue where nothing is
 * recorded and records are complete. Gives how many were run, and what is wrong.
 */
export function runWitnesses(
  compilation: Compilation,
  instrument: string,
  setting: Omit<LedgerSetting, "programs">,
  facts: readonly Fact[],
): { readonly run: number; readonly wrong: readonly string[] } {
  const { program } = compilation;
  const clauses = new Map(
    program.instruments.find(({ id }) => id === instrument)!.clauses.map((clause) => [clause.id, clause]),
  );
  const wrong: string[] = [];
  let run = 0;
  for (const made of compilation.witnesses) {
    const clause = clauses.get(made.clause);
    if (clause === undefined) continue;
    run++;
    if (!("performance" in made)) {
      wrong.push(`${made.clause}: no witness, ${made.reason}`);
      continue;
    }
    const linesOf = (records: readonly KelisimRecord[], asOf: Instant) => statesOf(made, records, asOf);
    const wanted = expected(clause);
    const [ahead, without, performed] = [
      linesOf(made.records, made.metAt),
      linesOf(made.records, made.unperformedAt),
      linesOf([...made.records, made.performance], made.metAt),
    ];
    if (!ahead.some((state) => wanted.ahead.includes(state))) wrong.push(`${made.clause} before: ${ahead}`);
    if (!without.includes(wanted.without)) wrong.push(`${made.clause} not performed: ${without}`);
    if (!performed.includes(wanted.performed)) wrong.push(`${made.clause} performed: ${performed}`);
  }
  return { run, wrong };

  function statesOf(witness: Witness, records: readonly KelisimRecord[], asOf: Instant): readonly string[] {
    const ledger = createLedger({ ...setting, programs: [program] });
    ledger.appendFacts([...facts, EVERYTHING]);
    ledger.append(records);
    const states: string[] = [];
    const around = { from: witness.metAt - 3 * DAY, until: witness.unperformedAt + 3 * DAY };
    ledger.forEachDuty({ asOf, knownAt: KNOWN, ...around }, (line) => {
      if (line.clause !== witness.clause || line.creditor !== witness.creditor) return;
      if (line.debtor !== witness.debtor && !line.debtor.split("+").includes(witness.debtor)) return;
      if (witness.period === undefined || witness.period === line.period) states.push(line.state);
    });
    return states;
  }
}
