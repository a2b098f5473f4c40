import type { BetweenAnswer } from "@kelisim/compare";
import { type Compared, factData, questionData, standingData } from "./data.ts";

/** The same as data; docs/command.md describes it. */
export function betweenData(answer: BetweenAnswer, comparison: Compared): object {
  return {
    ...questionData(comparison),
    instruments: answer.instruments.map((each) => ({
      instrument: each.instrument,
      form: each.form ?? null,
      group: each.group,
      parties: each.parties.map(standingData),
      sides: each.sides.map((side) => side ?? null),
      sameSide: each.sameSide,
      owed: each.owed,
      reservations: each.reservations.map(({ fact, clauses }) => ({ ...factData(fact), clauses })),
      remarks: each.remarks.map(({ kind, acts, effect, source, confidence }) => ({
        kind,
        acts,
        effect,
        source,
        confidence,
      })),
    })),
    organisations: answer.organisations.map(({ organisation, facts, unverified }) => ({
      organisation,
      memberships: facts.map(factData),
      unverified,
    })),
  };
}
