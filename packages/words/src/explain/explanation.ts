import type { BoardLine, Explanation } from "@kelisim/duties";
import type { CivilDay, Dispute } from "@kelisim/model";
import { type Row, rowOf } from "../board/row.ts";
import { actWords } from "../board/row-words.ts";
import type { Setting } from "../setting.ts";
import { type ArithmeticStep, arithmeticSteps } from "./arithmetic.ts";
import { changesOf } from "./changes.ts";
import { explanationFacts } from "./explanation-facts.ts";
import type { ExplainedFact } from "./fact.ts";
import { explanationSentences, type SentencePart } from "./sentence.ts";
import { disputesOf } from "./status-facts.ts";

/** Why a line stands as it does, in words and in the order in which a person reads it. */
export interface WordedExplanation {
  readonly row: Row;
  readonly act: string;
  readonly sentences: readonly (readonly SentencePart[])[];
  readonly facts: readonly ExplainedFact[];
  readonly steps: readonly ArithmeticStep[];
  /** What we do not know that could change the answer. */
  readonly unknown: readonly string[];
  /** Which record, fact, reading or declaration would change the state or the date. */
  readonly change: readonly string[];
  /** Questions on which the sources behind it differ. */
  readonly disputes: readonly Dispute[];
}

/**
 * Words an explanation. `pairs`: all debtors and creditors of the line as the board has it; `today`: the day of as-of;
 * `covered`: whether the records are declared complete for anything at all.
 */
export function explanationWords(
  found: Explanation,
  pairs: Pick<BoardLine, "debtors" | "creditors">,
  setting: Setting,
  { today, covered }: { readonly today: CivilDay; readonly covered: boolean },
): WordedExplanation {
  const row = rowOf(found.line, pairs.debtors, pairs.creditors, setting.clauses);
  const { names } = setting;
  return {
    row,
    act: actWords(row, names.say),
    sentences: explanationSentences(found, row, setting, today),
    facts: explanationFacts(found, row, setting, covered),
    steps: arithmeticSteps(found, row, setting),
    unknown: found.unknown.map((each) => names.engine(each)),
    change: changesOf(found, setting),
    disputes: disputesOf(found, setting),
  };
}
