import { createLedger, type Ledger } from "../../src/index.ts";
import { comparable, type Input, type Outcome, type Question } from "../oracle/outcome.ts";

/** An empty ledger for the programs, parties and places of an input. */
export const emptyLedger = ({ programs, parties, geography, workingDays, us }: Input): Ledger =>
  createLedger({ programs, parties, geography, workingDays, us });

/** A ledger that took everything in at once, facts first. */
export function ledgerOf(input: Input): Ledger {
  const ledger = emptyLedger(input);
  ledger.appendFacts(input.facts);
  ledger.append(input.records);
  return ledger;
}

/** The engine's answer in the form in which it is compared. */
export const answerOf = (ledger: Ledger, question: Question): Outcome => comparable(ledger.outcome(question));
