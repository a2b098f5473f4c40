import type { WhatIf } from "@kelisim/duties";
import type { CivilDay } from "@kelisim/model";
import type { Standpoint } from "../arguments/standpoint.ts";
import { actWords, type DrawnRow, drawnRow, drawRow, widthsFor } from "../board/draw.ts";
import { type Row, rowOf } from "../board/row.ts";
import type { Paper } from "../look/paper.ts";
import type { Loaded } from "../region/ledger.ts";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";
import { camelWords, conditionWords } from "../words/condition.ts";
import { deadlinesWords } from "../words/deadline.ts";
import { momentWords } from "../words/fact-words.ts";
import { standpointWords, todayOf } from "../words/header.ts";
import type { Names } from "../words/names.ts";
import { clockOf, dayWords, shortDayWords } from "../words/time.ts";
import type { Earliest } from "./earliest.ts";
import type { Hypothetical } from "./hypothetical.ts";
import { placesOf } from "./places.ts";
import type { PlannedMoment } from "./planned-dates.ts";
import { arisingRows } from "./rows.ts";
import { isNotice, togetherRows } from "./together.ts";

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
  drawPlaces(paper, hypothetical, open);
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
  if (planned.kind === "day") return dayWords(planned.day);
  const clock = clockOf(planned.instant, timeZone);
  return `${dayWords(clock.day)} ${clock.time} ${clock.zone}`;
}

function arisingRow(row: Row, open: OpenRegion, today: CivilDay, speaker: string): DrawnRow {
  const { clause } = row.placed;
  const { names } = open;
  const base = drawnRow(row, "owes", names, today);
  const short = row.day === undefined ? "" : shortDayWords(row.day, today);
  const date =
    row.day === undefined
      ? texts.noDateCell
      : texts.distanceNote(row.unsureDate ? texts.unsure(short) : short, texts.distance(row.day - today));
  const rule = clause.kind === "duty" || clause.kind === "right" ? deadlinesWords(clause.deadlines, names) : "";
  const when =
    (clause.kind === "duty" || clause.kind === "right") && clause.trigger.kind === "record"
      ? conditionWords(clause.trigger.where, names)
      : "";
  const moment =
    row.line.deadline === null || row.line.deadlineIsDay
      ? ""
      : texts.thatIs(momentWords(row.line.deadline, row.placed.instrument.timeZone));
  const reason = [rule, moment, when].filter((text) => text !== "").join("; ");
  const state = texts.states[row.line.state];
  const note = row.line.state === "lead time already passed" ? texts.passedRule(reason) : texts.wouldBe(state, reason);
  const notes = [note];
  const by = row.line.form === "right" ? texts.heldBy : texts.owedBy;
  for (const debtor of row.debtors) {
    const members = names.membersOf(debtor);
    const side = debtor.includes(":") ? debtor.slice(debtor.indexOf(":") + 1) : undefined;
    if (members.length > 1) notes.push(by(side === undefined ? members.join(" ") : texts.sideOf(side, members)));
    else if (members[0] !== speaker) notes.push(by(names.actor(debtor)));
  }
  if (row.line.unverified) notes.push(texts.bindingUnverified);
  if (row.line.reason !== undefined) notes.push(row.line.reason);
  return { ...base, id: date, confidence: "", notes };
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
    const days = each.rows.map((row) => row.day).filter((day) => day !== undefined);
    const first = Math.min(...days);
    const whom = recipientsWords(each.rows, names);
    const parts = [
      texts.oneRecord(camelWords(each.record)),
      whom === "" ? "" : isNotice(each) ? texts.toWhom(whom) : texts.forWhom(whom),
      days.length === 0 ? "" : texts.byFirst(shortDayWords(first, today), first < today),
    ];
    paper.text(
      texts.oneNoticeFor(
        texts.numbersAnd(each.numbers),
        parts.filter((part) => part !== ""),
      ),
      {
        indent: 4,
        hang: 2,
      },
    );
    for (const debtor of new Set(each.rows.flatMap((row) => row.debtors)))
      if (names.membersOf(debtor).length > 1 && debtor.includes(":"))
        paper.text(texts.whoSpeaks(names.actor(debtor)), { indent: 6, style: "dim" });
  }
}

/** To whom one record goes: everybody once, the widest circle first; empty where nobody in particular is owed it. */
function recipientsWords(rows: readonly Row[], names: Names): string {
  const named = new Set<string>();
  const parts: string[] = [];
  for (const row of [...rows].sort((a, b) => b.creditors.length - a.creditors.length)) {
    const actors = row.creditors.flatMap((actor) => (actor.includes(":") ? [actor] : names.membersOf(actor)));
    const fresh = [...new Set(actors)].filter((actor) => actor !== "" && !named.has(actor));
    for (const actor of fresh) named.add(actor);
    if (fresh.length > 3) parts.push(names.actors(fresh, row.placed.instrument));
    else parts.push(...fresh.map((actor) => names.actor(actor)));
  }
  return texts.listAnd(parts);
}

function drawChanged(paper: Paper, answer: WhatIf, open: OpenRegion): void {
  if (answer.changed.length === 0) return;
  paper.gap().text(texts.changed, { style: "bold" });
  const said = new Map<string, number>();
  for (const { before, after } of answer.changed) {
    const row = rowOf(after, [after.debtor], [after.creditor], open.clauses);
    const text = `${open.names.actor(after.debtor)}, ${actWords(row)}: ${texts.changedTo(texts.states[before.state], texts.states[after.state])}`;
    said.set(text, (said.get(text) ?? 0) + 1);
  }
  for (const [text, count] of said)
    paper.text(count === 1 ? text : `${text} (${texts.pairs(count)})`, { indent: 4, hang: 2 });
}

function drawPlaces(paper: Paper, hypothetical: Hypothetical, open: OpenRegion): void {
  const sayings = new Set<string>();
  for (const place of placesOf(hypothetical, open)) {
    const near = place.zones.filter((zone) => zone.location !== "outside");
    const shown = near.length > 0 ? near : place.zones;
    const zones = shown.map(({ zone, instruments, location, kmFromLine, mapErrorKm }) => {
      const where = texts.location[location]?.(texts.zoneOf(zone, instruments)) ?? location;
      return kmFromLine === null || location === "outside"
        ? where
        : `${where}, ${texts.kmFromLine(kmFromLine, mapErrorKm ?? undefined)}`;
    });
    const words = texts.placeWords(
      String(Math.abs(place.lat)),
      place.lat >= 0,
      String(Math.abs(place.lon)),
      place.lon >= 0,
    );
    if (zones.length > 0) sayings.add(texts.zonePlace(words, zones.join("; ")));
  }
  for (const saying of sayings) paper.text(saying);
}
