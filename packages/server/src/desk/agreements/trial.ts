import type { Program } from "@kelisim/accord/program";
import type { TextProblem, Trial } from "@kelisim/api";
import { createLedger } from "@kelisim/duties";
import type { Fact, Instant, KelisimRecord, Problem } from "@kelisim/model";
import { createWords, stateShown, type Words } from "@kelisim/words";
import { lineView } from "../line-view.ts";
import { type Asked, standpointData } from "../standpoint.ts";
import type { View } from "../views.ts";
import { concerned, differencesOf } from "./differences.ts";

const LINES_SHOWN = 60;

export interface TrialInput {
  readonly before: Program;
  readonly now: Program;
  readonly problems: readonly Problem[];
  readonly records: readonly KelisimRecord[];
  readonly adoptOn: Instant;
}

/**
 * A draft run over the past records of a view: which lines stand under it now, and what differs from the version in
 * force. The view's own ledger is left alone; this one holds the same facts, and is let go with the answer.
 */
export function tryOut(view: View, asked: Asked, words: Words, input: TrialInput): Trial {
  const { desk, facts } = view;
  const { region, geography } = desk;
  const { now, problems, records } = input;
  const program = concerned(now, desk.program);
  const own = new Set(now.instruments.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  const ledger = createLedger({
    programs: [program],
    parties: region.parties,
    workingDays: region.calendars,
    us: desk.us,
    ...(geography === undefined ? {} : { geography }),
  });
  ledger.appendFacts(facts.filter((fact) => !isAdoptionOf(fact, own)));
  ledger.append(records);
  const { asOf, knownAt, from, until, party } = asked;
  const question = { asOf, knownAt, from, until, ...(party === undefined ? {} : { party }) };
  const lines = ledger.board(question).lines.filter(({ clause }) => own.has(clause));
  const draft = createWords(words.language, { program, region });
  const states = new Map<string, number>();
  for (const line of lines) {
    const shown = stateShown({ line, placed: draft.clauses.of(line) });
    states.set(shown, (states.get(shown) ?? 0) + 1);
  }
  return {
    standpoint: standpointData(asked, desk),
    problems: problems.map(problemData),
    states: [...states].map(([state, count]) => ({ state, count })).sort((a, b) => b.count - a.count),
    lines: draft.rowsOf(lines.slice(0, LINES_SHOWN)).map((row) => lineView(row, draft)),
    more: Math.max(0, lines.length - LINES_SHOWN),
    diff: differencesOf(view, asked, words, input),
  };
}

const isAdoptionOf = (fact: Fact, clauses: ReadonlySet<string>) => fact.kind === "adoption" && clauses.has(fact.clause);

/** A problem of a text as the screens take it. */
export function problemData({ code, severity, line, column, message, why, mend }: Problem): TextProblem {
  return {
    code,
    severity,
    line: line ?? 1,
    column: column ?? 1,
    message,
    ...(why === undefined ? {} : { why }),
    ...(mend === undefined ? {} : { mend }),
  };
}
