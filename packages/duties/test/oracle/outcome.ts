import type { Program } from "@kelisim/accord/program";
import type { CivilDay, Fact, Geography, KelisimRecord, Party } from "@kelisim/model";
import type { Outcome as EngineOutcome, Line, Question } from "../../src/question.ts";

/** Everything an answer rests on. */
export interface Input {
  readonly programs: readonly Program[];
  readonly parties: readonly Party[];
  readonly geography?: Geography;
  /** Named calendars: whether a day is a working day. */
  readonly workingDays?: Readonly<Record<string, (day: CivilDay) => boolean>>;
  readonly facts: readonly Fact[];
  readonly records: readonly KelisimRecord[];
  readonly us?: readonly string[];
}

export type { Question };

/** The part of a line that the rules fix; how it is shown (whether a deadline is a day, a limit's amount) is left out. */
export type OutcomeLine = Omit<Line, "instrument" | "deadlineIsDay" | "amount">;

export interface Outcome {
  readonly lines: readonly OutcomeLine[];
  readonly undetermined: readonly { readonly clause: string; readonly subject: string }[];
}

/**
 * The engine's answer (or the oracle's) in the one form in which the two are compared: fields in a fixed order,
 * absent fields left out, lines sorted. No rule says what `arises` is of limits and standing clauses (0 here), nor what
 * stands beside a line that is not applicable (nothing here).
 */
export function comparable(outcome: Outcome | EngineOutcome): Outcome {
  const lines = outcome.lines.map((line): OutcomeLine => {
    const applies = line.state !== "not applicable";
    const given = {
      form: line.form,
      clause: line.clause,
      version: line.version,
      debtor: line.debtor,
      creditor: line.creditor,
      subject: line.subject,
      period: line.period,
      group: line.group,
      state: line.state,
      reason: line.reason,
      arises: line.form === "duty" || line.form === "right" ? line.arises : 0,
      deadline: applies ? line.deadline : null,
      performance: applies ? line.performance : undefined,
      performedAt: applies ? line.performedAt : undefined,
      waivedAt: applies ? line.waivedAt : undefined,
      value: line.value,
      unverified: line.unverified,
    };
    return JSON.parse(JSON.stringify(given)) as OutcomeLine;
  });
  const undetermined = outcome.undetermined.map(({ clause, subject }) => ({ clause, subject }));
  return { lines: sorted(lines), undetermined: sorted(undetermined) };
}

function sorted<T>(items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: JSON.stringify(item) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item);
}
