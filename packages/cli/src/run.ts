import { CommanderError } from "commander";
import { EXIT, type Io } from "./io.ts";
import { wrap } from "./look/cells.ts";
import { harmless } from "./look/harmless.ts";
import { createProgram } from "./program.ts";
import { isRefusal, type Refusal } from "./refusal.ts";

/** What a command comes to: its exit status, or why it was not carried out. */
export type Outcome = number | Refusal;

/**
 * Runs the command with its arguments (without node and script) and gives the exit status: 0 fine, 1 problems
 * found, 2 wrong usage. Throws only for our own bugs.
 */
export async function run(argv: readonly string[], given: Io): Promise<number> {
  const io: Io = { ...given, warn: (text) => given.warn(harmless(text)) };
  let outcome: Outcome = EXIT.fine;
  const program = createProgram(io, (result) => {
    outcome = result;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help that was asked for is fine; everything else that commander stops at is wrong usage.
    return error.code === "commander.helpDisplayed" || error.code === "commander.version" ? EXIT.fine : EXIT.usage;
  }
  return finish(outcome, io);
}

function finish(outcome: Outcome, io: Io): number {
  if (!isRefusal(outcome)) return outcome;
  const width = Math.max(Math.min(io.columns || 100, 120) - 4, 20);
  io.warn(`kelisim: ${outcome.message}\n`);
  for (const line of outcome.mend) io.warn(`  ${wrap(line, width).join("\n    ")}\n`);
  return EXIT.usage;
}
