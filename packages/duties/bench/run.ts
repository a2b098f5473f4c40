/**
 * `npm run bench:duties`: measures the duty engine beside others and prints every figure with its target.
 * Options: --quick (3 rounds instead of 15), --rounds N, --only NAME[,NAME] (board, parsing, arrival, clauses, million,
 * check), --json FILE, --write (puts the figures into docs/benchmarks.md).
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeMachine, isBusy, thisMachine } from "./machine.ts";
import { writePage } from "./page.ts";
import { asText, type Section } from "./report.ts";
import { roundsText } from "./rounds.ts";
import { arrivalSection } from "./sections/arrival.ts";
import { boardSection } from "./sections/board.ts";
import { checkSection, hasCommand } from "./sections/check.ts";
import { clausesSection } from "./sections/clauses.ts";
import type { Context } from "./sections/context.ts";
import { millionSection } from "./sections/million.ts";
import { parsingSection } from "./sections/parsing.ts";
import { sharedBench } from "./workload.ts";

const ROUNDS = 15;
const QUICK_ROUNDS = 3;

const WITHOUT_WORKLOAD = "left out: the shared workload (../shared/bench beside the checkout) is absent";
const WITHOUT_COMMAND = "left out: packages/cli/bin/kelisim.mjs is absent";

interface Part {
  readonly title: string;
  readonly measure: (context: Context) => Section;
  /** Why it cannot be measured here. */
  readonly missing: (context: Context) => string | undefined;
}

const workload = (context: Context) => (context.shared ? undefined : WITHOUT_WORKLOAD);
const PARTS: Readonly<Record<string, Part>> = {
  board: { title: "From records in memory to the board", measure: boardSection, missing: workload },
  parsing: { title: "Before the engine", measure: parsingSection, missing: workload },
  arrival: { title: "Late arrival", measure: arrivalSection, missing: workload },
  clauses: { title: "Clauses that do not concern a record", measure: clausesSection, missing: () => undefined },
  million: { title: "A million duties in memory", measure: millionSection, missing: workload },
  check: {
    title: "kelisim check --region central-asia",
    measure: checkSection,
    missing: () => (hasCommand() ? undefined : WITHOUT_COMMAND),
  },
};

function options() {
  const { values } = parseArgs({
    options: {
      quick: { type: "boolean", default: false },
      rounds: { type: "string" },
      only: { type: "string" },
      json: { type: "string" },
      write: { type: "boolean", default: false },
    },
  });
  const rounds = values.rounds === undefined ? (values.quick ? QUICK_ROUNDS : ROUNDS) : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError("--rounds wants a whole number from 1 on");
  const names = values.only?.split(",") ?? Object.keys(PARTS);
  const unknown = names.find((name) => !PARTS[name]);
  if (unknown !== undefined) throw new RangeError(`--only knows ${Object.keys(PARTS).join(", ")}; not "${unknown}"`);
  if (values.write && values.only) throw new RangeError("--write wants all parts: leave --only out");
  return { rounds, names, json: values.json, write: values.write };
}

function measureAll(names: readonly string[], rounds: number): Section[] {
  const folder = mkdtempSync(join(tmpdir(), "kelisim-bench-"));
  const clean = () => rmSync(folder, { recursive: true, force: true });
  process.once("SIGINT", () => {
    clean();
    process.exit(130);
  });
  try {
    const context: Context = { folder, rounds, shared: sharedBench() };
    return names.map((name): Section => {
      const part = PARTS[name]!;
      const missing = part.missing(context);
      return missing ? { title: part.title, figures: [], remarks: [missing] } : part.measure(context);
    });
  } finally {
    clean();
  }
}

function main(): number {
  let chosen: ReturnType<typeof options>;
  try {
    chosen = options();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const machine = thisMachine();
  if (isBusy(machine)) process.stderr.write(`the machine is busy (load ${machine.loadBefore}): figures will be poor\n`);
  const sections = measureAll(chosen.names, chosen.rounds);
  process.stdout.write(`\n${describeMachine(machine)}\n${roundsText(chosen.rounds)}\n\n${asText(sections)}`);
  if (chosen.json) {
    const result = { format: "kelisim-benchmarks", version: 1, machine, rounds: chosen.rounds, sections };
    writeFileSync(chosen.json, `${JSON.stringify(result, null, 2)}\n`);
  }
  if (chosen.write) process.stderr.write(`figures written to ${writePage(machine, chosen.rounds, sections)}\n`);
  return 0;
}

process.exitCode = main();
