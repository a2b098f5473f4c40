import type { Clause, Kind, Program } from "@kelisim/accord/program";
import type { Board, BoardLine, Explanation, Line, Undetermined } from "@kelisim/duties";
import {
  type CivilDay,
  type Confidence,
  type Dated,
  type Instant,
  type Party,
  type Region,
  translationOf,
} from "@kelisim/model";
import { type Arranged, arrange, type Choice } from "./board/arrange.ts";
import { type Row, rowOf, rowsOf } from "./board/row.ts";
import { actWords, type RowKind, type RowWords, rowWords } from "./board/row-words.ts";
import { ClauseIndex } from "./clause-index.ts";
import { unsure } from "./confidence.ts";
import { explanationWords, type WordedExplanation } from "./explain/explanation.ts";
import { Names, type Titles } from "./names.ts";
import { type RuleFact, ruleFacts } from "./rule.ts";
import type { Setting } from "./setting.ts";
import { type Language, type Texts, textsOf } from "./texts/index.ts";
import { datedWords, dayWords, momentWords, periodWords, shortDayWords } from "./time.ts";
import { translatedProgram } from "./translated.ts";
import { type ArisingWords, arisingWords } from "./what-if/arising.ts";
import { type Field, fieldsOf } from "./what-if/fields.ts";
import { arisingRows } from "./what-if/rows.ts";

/** A region's answers in the words of one language. */
export interface Words extends Setting {
  readonly language: Language;
  readonly say: Texts;
  /** "everybody": a notice to "*". */
  readonly everyone: string;
  rowsOf(lines: readonly BoardLine[]): Row[];
  rowOf(line: Omit<Line, "debtor" | "creditor">, debtors: readonly string[], creditors: readonly string[]): Row;
  arrange(board: Pick<Board, "lines">, today: CivilDay, choice: Choice): Arranged;
  /** The act of a row, with the period it is for. */
  act(row: Row): string;
  row(row: Row, kind: RowKind, today: CivilDay): RowWords;
  state(state: keyof Texts["states"]): string;
  confidence(confidence: Confidence): string;
  /** The title of a kind of record. */
  kind(name: string): string;
  /** What a form asks for. */
  fields(kind: Kind): readonly Field[];
  day(day: CivilDay, weekday?: boolean): string;
  shortDay(day: CivilDay, near: CivilDay): string;
  moment(instant: Instant, timeZone?: string): string;
  dated(date: Dated | undefined): string;
  period(label: string): string;
  /** "in 24 days", "yesterday" */
  distance(days: number): string;
  unsure(text: string, is?: boolean): string;
  /** What a clause says, before anybody is named. */
  rule(clause: string | Clause): readonly RuleFact[];
  explain(
    found: Explanation,
    pairs: Pick<BoardLine, "debtors" | "creditors">,
    options: { readonly today: CivilDay; readonly covered: boolean },
  ): WordedExplanation;
  /** Lines that would arise, those of many creditors as one row. */
  arisingRows(lines: readonly Line[]): readonly Row[];
  arising(row: Row, today: CivilDay, speaker: string): ArisingWords;
  /** What keeps us from saying whether a clause applies. */
  missing(undetermined: Undetermined): readonly string[];
}

/**
 * Makes the words of a region in a language. `titles` names the region's own data (clauses, instruments, parties, kinds,
 * attributes) in it; default: the region's translations, and what these do not have stays as it is.
 *
 * @example
 * const words = createWords("ru", { program, region });
 * words.rowsOf(board.lines).map((row) => [words.act(row), words.state(row.line.state)]);
 */
export function createWords(
  language: Language,
  given: {
    readonly program: Program;
    readonly region: Region;
    /** Versions of agreements that applied before or will: lines may rest on them. */
    readonly others?: readonly Program[];
    /** Default: those of the region. */
    readonly parties?: readonly Party[];
    readonly titles?: Titles;
  },
): Words {
  const { region } = given;
  const say = textsOf(language);
  const titles = given.titles ?? (region.translations.has(language) ? translationOf(region, language) : undefined);
  const program = titles === undefined ? given.program : translatedProgram(given.program, titles);
  const others = (given.others ?? []).map((each) => (titles === undefined ? each : translatedProgram(each, titles)));
  const clauses = new ClauseIndex(program, others);
  const names = new Names(say, given.parties ?? region.parties, clauses.instruments, titles);
  const kinds = new Map(program.vocabulary.map((kind) => [kind.name, kind]));
  const setting: Setting = { region, program, clauses, names };
  return {
    ...setting,
    language,
    say,
    everyone: say.everyone,
    rowsOf: (lines) => rowsOf(lines, clauses),
    rowOf: (line, debtors, creditors) => rowOf(line, debtors, creditors, clauses),
    arrange: (board, today, choice) => arrange(board, clauses, today, choice, say),
    act: (row) => actWords(row, say),
    row: (row, kind, today) => rowWords(row, kind, names, today),
    state: (state) => say.states[state],
    confidence: (confidence) => say.confidence[confidence],
    kind: (name) => kinds.get(name)?.title ?? say.recordKinds[name] ?? name,
    fields: (kind) => fieldsOf(kind, names),
    day: (day, weekday = true) => dayWords(day, say, weekday),
    shortDay: (day, near) => shortDayWords(day, near, say),
    moment: (instant, timeZone = region.timeZone) => momentWords(instant, timeZone, say),
    dated: (date) => datedWords(date, say),
    period: (label) => periodWords(label, say),
    distance: say.distance,
    unsure: (text, is = true) => unsure(text, is, say),
    rule(clause) {
      const placed = clauses.get(typeof clause === "string" ? clause : clause.id);
      return placed === undefined ? [] : ruleFacts(placed, names);
    },
    explain: (found, pairs, options) => explanationWords(found, pairs, setting, options),
    arisingRows: (lines) => arisingRows(lines, clauses),
    arising: (row, today, speaker) => arisingWords(row, names, today, speaker),
    missing: (undetermined) => undetermined.missing.map((each) => names.engine(each)),
  };
}
