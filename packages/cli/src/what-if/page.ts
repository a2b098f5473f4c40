import type { WhatIf } from "@kelisim/duties";
import type { CivilDay } from "@kelisim/model";
import {
  actWords,
  arisingRows,
  arisingWords,
  camelWords,
  clockOf,
  dayWords,
  type Earliest,
  isNotice,
  type PlannedMoment,
  placesOf,
  placeWords,
  type Row,
  rowOf,
  togetherRows,
  togetherWords,
} from "@kelisim/words";
import type { Standpoint } from "../arguments/standpoint.ts";
import { type DrawnRow, drawnRow, drawRow, widthsFor } from "../board/draw.ts";
import type { Paper } from "../look/paper.ts";
import { standpointWords, todayOf } from "../page/header.ts";
import type { Loaded } from "../region/ledger.ts";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";
import type { Hypothetical } from "./hypothetical.ts";

/** What would arise, strictest first; what one notice would do; limits; the earliest date that keeps every lead time. */
export function drawWhatIf(
  paper: Paper,
  answer: WhatIf,
  hypothetical: Hypothetical,
  first: Earliest | undefined,
  open: OpenRegion,
  _loaded: Loaded,
  standpoint: Standpoint,
): void {
  const { names, clauses, region } = open;
  const today = todayOf(standpoint);
  const late = hypothetical.records.filter((record) => record.occurred > standpoint.asOf).length;
  const one = hypothetical.records[0];
  const title =
    hypothetical.kind !== undefined && one !== undefined && one.from !== ""
      ? texts.ifDone(names.party(one.from), camelWords(hypothetical.kind.name), hypothetical.kind.form === "notice")
      : texts.ifRecorded(hypothetical.records.length);
  paper
    .gap()
    .ends(
      title,
      region.fictional ? `${texts.nothingRecorded}; ${texts.training(region.name)}` : texts.nothingRecorded,
      "bold",
      "reverse",
    );
  paper.text(`${region.name}, ${standpointWords(standpoint)}`, { style: "dim" });
  for (const place of placeWords(placesOf(hypothetical.records, open.program, open.geography), texts))
    paper.text(place);
  if (late > 0) paper.text(texts.afterAsOf(late));

  const duties = arisingRows(
    answer.arising.filter((line) => line.form === "duty"),
    clauses,
  );
  const rights = arisingRows(
    answer.arising.filter((line) => line.form === "right"),
    clauses,
  );
  const speaker = one?.from ?? "";
  const drawnDuties = duties.map((row, index) => ({
    ...arisingRow(row, open, today, speaker),
    number: String(index + 1),
  }));
  const drawnRights = rights.map((row) => ({ ...arisingRow(row, open, today, speaker), number: " " }));
  const limits = answer.limits
    .map((line) => rowOf(line, [line.debtor], [], clauses))
    .map((row) => limitRow(row, open, today));
  const widths = widthsFor([...drawnDuties, ...drawnRights], paper.look, true);

  paper.gap().text(duties.length === 0 ? texts.nothingWouldArise : texts.wouldArise(duties.length), { style: "bold" });
  for (const row of drawnDuties) drawRow(paper, row, widths);
  drawTogether(paper, answer, duties, open, today);
  if (drawnRights.length > 0) {
    paper.gap().text(texts.rightsWouldArise, { style: "bold" });
    for (const row of drawnRights) drawRow(paper, row, widths);
  }
  if (limits.length > 0) {
    paper.gap().text(texts.limitsTouched, { style: "bold" });
    const limitWidths = widthsFor(limits, paper.look);
    for (const row of limits) drawRow(paper, row, limitWidths);
  }
  drawChanged(paper, answer, open);
  if (answer.undetermined.length > 0) {
    paper.gap().text(texts.undecided, { style: "bold" });
    for (const each of answer.undetermined) {
      const placed = clauses.get(each.clause);
      const named = placed === undefined ? each.clause : `${placed.clause.title} (${each.clause})`;
      paper.text(`${named}: ${texts.missing(each.missing)}`, { indent: 2, hang: 2 });
    }
  }
  paper.gap();
  if (first !== undefined) {
    const what = camelWords(first.attribute);
    const words = first.to === undefined ? undefined : plannedWords(first.to, region.timeZone);
    paper.text(words === undefined ? texts.earliestNone(what) : texts.earliest(what, words), { style: "bold" });
  } else if (duties.length > 0) paper.text(texts.noLeadTimes);
  paper.text(texts.whatIfFooter, { style: "dim" });
  paper.gap();
}

function plannedWords(planned: PlannedMoment, timeZone: string): string {
  if (planned.kind === "day") return dayWords(planned.day, texts);
  const clock = clockOf(planned.instant, timeZone);
  return `${dayWords(clock.day, texts)} ${clock.time} ${clock.zone}`;
}

function arisingRow(row: Row, { names }: OpenRegion, today: CivilDay, speaker: string): DrawnRow {
  const { style } = drawnRow(row, "owes", names, today);
  const { date, ...words } = arisingWords(row, names, today, speaker);
  return { ...words, style, id: date, confidence: "" };
}

function limitRow(row: Row, open: OpenRegion, today: CivilDay): DrawnRow {
  return { ...drawnRow(row, "limits", open.names, today), confidence: "" };
}

function drawTogether(paper: Paper, answer: WhatIf, duties: readonly Row[], open: OpenRegion, today: CivilDay): void {
  const { names } = open;
  const together = togetherRows(answer.together, duties, names, open.program.vocabulary);
  if (together.length === 0) return;
  paper.gap().text(together.every(isNotice) ? texts.oneNotice : texts.oneAct, { style: "bold" });
  for (const each of together) {
    const { text, remarks } = togetherWords(each, names, today);
    paper.text(text, { indent: 4, hang: 2 });
    for (const remark of remarks) paper.text(remark, { indent: 6, style: "dim" });
  }
}

function drawChanged(paper: Paper, answer: WhatIf, open: OpenRegion): void {
  if (answer.changed.length === 0) return;
  paper.gap().text(texts.changed, { style: "bold" });
  const said = new Map<string, number>();
  for (const { before, after } of answer.changed) {
    const row = rowOf(after, [after.debtor], [after.creditor], open.clauses);
    const text = `${open.names.actor(after.debtor)}, ${actWords(row, texts)}: ${texts.changedTo(texts.states[before.state], texts.states[after.state])}`;
    said.set(text, (said.get(text) ?? 0) + 1);
  }
  for (const [text, count] of said)
    paper.text(count === 1 ? text : `${text} (${texts.pairs(count)})`, { indent: 4, hang: 2 });
}
