import type { Question, WhatIf } from "@kelisim/duties";
import { dayOf, writeRecord } from "@kelisim/model";
import {
  arisingRows,
  type Earliest,
  earliest,
  instantText,
  isoDay,
  lastDateOf,
  lineData,
  placesOf,
  togetherRows,
} from "@kelisim/words";
import { readFormat } from "../arguments/format.ts";
import { readStandpoint } from "../arguments/standpoint.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import type { Options } from "../program.ts";
import { isRefusal } from "../refusal.ts";
import { loadLedger } from "../region/ledger.ts";
import { type OpenRegion, openRegion } from "../region/open.ts";
import { noticeProblems } from "../region/problem-notice.ts";
import type { Outcome } from "../run.ts";
import { type Hypothetical, readHypothetical } from "../what-if/hypothetical.ts";
import { drawWhatIf } from "../what-if/page.ts";
import { questionData } from "./board.ts";

const DAY_MS = 86_400_000;

/** `kelisim what-if`: what would follow from records that do not exist. Nothing is stored; passed lead times are no error. */
export async function whatIf(io: Io, what: string, words: readonly string[], options: Options): Promise<Outcome> {
  const format = readFormat(options, "what-if", ["table", "json"]);
  if (isRefusal(format)) return format;
  const open = await openRegion(io, options.region);
  if (isRefusal(open)) return open;
  // Recurring duties do not follow from a plan: the window is no longer than the plan itself asks for.
  const window = { ...options, days: options.days ?? "0", back: options.back ?? "0" };
  const standpoint = readStandpoint(io, window, open.region);
  if (isRefusal(standpoint)) return standpoint;
  const hypothetical = await readHypothetical(io, what, words, options, open, standpoint);
  if (isRefusal(hypothetical)) return hypothetical;
  const errors = noticeProblems(io, open, options.region);
  const loaded = await loadLedger(io, open, options);
  if (isRefusal(loaded)) return loaded;
  const { asOf, knownAt, from } = standpoint;
  // The window reaches to the last date of the plan, so that a limit's window around it is looked at.
  const question: Question = {
    asOf,
    knownAt,
    from,
    until: Math.max(standpoint.until, lastDateOf(hypothetical.records, open.program.vocabulary)),
  };
  const answer = loaded.ledger.whatIf(hypothetical.records, question);
  const first = earliest(
    loaded.ledger,
    hypothetical.records,
    answer.arising,
    question,
    open.program.vocabulary,
    open.clauses,
  );

  if (format === "json") {
    await io.print(
      json("kelisim-what-if", {
        question: questionData(standpoint, loaded, null),
        ...whatIfData(answer, hypothetical, first, open),
      }),
    );
  } else {
    const paper = new Paper(await lookOf(io, options));
    drawWhatIf(paper, answer, hypothetical, first, open, loaded, standpoint);
    await io.print(paper.toString());
  }
  return errors > 0 || loaded.refused > 0 || hypothetical.refused > 0 ? EXIT.problems : EXIT.fine;
}

/** docs/command.md describes it. */
function whatIfData(answer: WhatIf, hypothetical: Hypothetical, first: Earliest | undefined, open: OpenRegion): object {
  const { clauses } = open;
  const rows = arisingRows(answer.arising, clauses);
  const duties = rows.filter((row) => row.line.form === "duty");
  const together = togetherRows(answer.together, duties, open.names, open.program.vocabulary);
  return {
    hypothetical: true,
    records: hypothetical.records.map((record) => writeRecord(record, open.program.vocabulary)),
    places: placesOf(hypothetical.records, open.program, open.geography),
    arising: rows.map((row) => lineData(row.line, row.debtors, row.creditors, null, clauses)),
    changed: answer.changed.map(({ before, after }) => ({
      before: lineData(before, [before.debtor], [before.creditor], null, clauses),
      after: lineData(after, [after.debtor], [after.creditor], null, clauses),
    })),
    limits: answer.limits.map((line) => lineData(line, [line.debtor], [], null, clauses)),
    undetermined: answer.undetermined,
    together: together.map((each) => ({
      record: each.record,
      pairs: each.rows.flatMap((row) =>
        row.creditors.map((creditor) => ({ clause: row.line.clause, debtor: row.debtors[0] ?? "", creditor })),
      ),
    })),
    earliest: first === undefined ? null : earliestData(first, open),
  };
}

/** A day has `date` and `shiftDays`; a moment also `moment` and `shiftMinutes`, and its day is that of the region's time zone. */
function earliestData({ attribute, shift, to }: Earliest, open: OpenRegion): object {
  if (shift === undefined || to === undefined) return { attribute, date: null, shiftDays: null };
  if (to.kind === "day") return { attribute, date: isoDay(to.day), shiftDays: shift / DAY_MS };
  const days = shift / DAY_MS;
  return {
    attribute,
    date: isoDay(dayOf(to.instant, open.region.timeZone)),
    shiftDays: Number.isInteger(days) ? days : null,
    moment: instantText(to.instant),
    shiftMinutes: shift / 60_000,
  };
}
