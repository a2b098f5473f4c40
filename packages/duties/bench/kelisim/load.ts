/**
 * From records in memory to the board, through the real engine: `load.ts FOLDER WAY RUNS [live | list]`.
 * Prints one JSON line: the runs, or the list per duty in the form of the floor's. With `live`, the empty ledger has
 * answered a question before the records come, so that taking the program in is over and every record is taken in by itself.
 */
import { createLedger, type Ledger, type Line } from "@kelisim/duties";
import { ruleOf } from "../agreement.ts";
import { MINUTE, WORKLOAD_START } from "../workload.ts";
import { prepare } from "./prepare.ts";
import { arrival, WAYS, type Way } from "./ways.ts";

export interface LoadRun {
  /** A new ledger with its facts; if live, with the program taken in. */
  readonly setupMs: number;
  /** All records appended, with the questions in between where the way has some. */
  readonly appendMs: number;
  /** The board: how many duties stand in which state. */
  readonly boardMs: number;
  readonly states: Readonly<Record<string, number>>;
}

const [folder, way, runs, mode] = process.argv.slice(2);
const prepared = prepare(folder!);
const bring = arrival(WAYS.find((w) => w === way) ?? (WAYS[0] satisfies Way), prepared);

function ready(): Ledger {
  const ledger = createLedger({ programs: [prepared.program], parties: prepared.parties, us: [] });
  ledger.appendFacts(prepared.facts);
  return ledger;
}

function runOnce(): LoadRun {
  const begin = performance.now();
  const ledger = ready();
  if (mode === "live") ledger.tally(prepared.question);
  const set = performance.now();
  bring(ledger);
  const appended = performance.now();
  const states = ledger.tally(prepared.question);
  const done = performance.now();
  return { setupMs: set - begin, appendMs: appended - set, boardMs: done - appended, states: { ...states } };
}

/** One line a duty: rule, party, minute of the trigger, F (met in time) or B (not met by its deadline). */
function listDuties(): string {
  const ledger = ready();
  bring(ledger);
  const list: string[] = [];
  const examples = new Map<string, Line>();
  ledger.forEachDuty(prepared.question, (line) => {
    const minute = (line.arises - WORKLOAD_START) / MINUTE;
    const letter =
      line.state === "met" ? "F" : line.state === "overdue" || line.state === "met late" ? "B" : line.state;
    if (!examples.has(line.state)) examples.set(line.state, line);
    list.push(`${ruleOf(line.clause)} ${line.debtor.slice(1)} ${minute} ${letter}`);
  });
  for (const line of examples.values()) checkExplained(ledger, line);
  return `${list.sort().join("\n")}\n`;
}

/** What was measured must be explainable: trigger, deadline and performance, from the same ledger. */
function checkExplained(ledger: Ledger, line: Line): void {
  const told = ledger.explain(line, prepared.question);
  const whole =
    told !== undefined &&
    told.trigger[0]?.id === line.subject &&
    told.deadline?.result === line.deadline &&
    told.performance?.id === line.performance &&
    told.binding.length > 0;
  if (!whole)
    throw new Error(`no full explanation of ${line.clause} for ${line.debtor}, ${line.subject} (${line.state})`);
}

const result = mode === "list" ? listDuties() : Array.from({ length: Number(runs) }, runOnce);
process.stdout.write(`${JSON.stringify(result)}\n`);
