import type { BoardLine, Explanation, Line } from "@kelisim/duties";
import type { Standpoint } from "../arguments/standpoint.ts";
import { actWords, drawnRow } from "../board/draw.ts";
import { type Row, rowOf, rowsOf } from "../board/row.ts";
import { cells, pad } from "../look/cells.ts";
import type { Paper } from "../look/paper.ts";
import type { Loaded } from "../region/ledger.ts";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";
import { explanationFacts, limitWords } from "./explanation-facts.ts";
import { momentWords, unsure } from "./fact-words.ts";
import { drawFacts } from "./facts-table.ts";
import { drawHead, todayOf } from "./header.ts";
import type { Names } from "./names.ts";
import { triggerWords } from "./role.ts";
import { dayWords, periodWords } from "./time.ts";
import { totalWords } from "./total.ts";

const OTHERS_SHOWN = 6;

/** The answer in a sentence, then the facts it rests on, then what we do not know. */
export function drawExplanation(
  paper: Paper,
  found: Explanation,
  debtors: readonly string[],
  creditors: readonly string[],
  others: readonly BoardLine[],
  open: OpenRegion,
  loaded: Loaded,
  standpoint: Standpoint,
): void {
  const today = todayOf(standpoint);
  const row = rowOf(found.line, debtors, creditors, open.clauses);
  drawHead(paper, actWords(row), open, loaded, standpoint);
  paper.gap();
  for (const sentence of sentences(found, row, open, today))
    paper.text(sentence.charAt(0).toUpperCase() + sentence.slice(1), { style: "bold" });
  const pairs = debtors.length * Math.max(1, creditors.length);
  if (pairs > 1) paper.text(texts.sameForOthers(pairs - 1), { style: "dim" });
  paper.gap().text(texts.factsTitle, { style: "bold" });
  drawFacts(paper, explanationFacts(found, row, open, loaded));
  if (found.unknown.length > 0) {
    paper.gap().text(texts.notKnownTitle, { style: "bold" });
    for (const each of found.unknown) paper.text(`- ${each}`, { indent: 4, hang: 2 });
  }
  drawOtherPairs(paper, found.line, others, open);
  if (others.length > 0) drawOthers(paper, found.line, others, open, today);
  paper.gap();
}

function sentences(found: Explanation, row: Row, open: OpenRegion, today: number): readonly string[] {
  const { line, clause, instrument } = found;
  const { names } = open;
  const debtor = names.actor(line.debtor);
  const creditor =
    row.creditors.length > 3
      ? names.actors(row.creditors, instrument)
      : row.creditors.map((each) => names.actor(each)).join(", ");
  const act = actWords(row);
  const state = line.unverified ? texts.bindingUnverified : texts.states[line.state];
  const distance = row.day === undefined || line.form === "limit" ? "" : texts.distance(row.day - today);
  const reason = line.reason === undefined ? "" : ` (${line.reason})`;
  const stand = `${texts.stateSentence(`${state}${reason}`, distance)}.`;
  if (line.form === "limit") {
    const most = limitWords(line, clause.kind === "limit" && clause.amountAssumed !== undefined);
    return [`${texts.limitSentence(debtor, act)}; ${most}.`, stand];
  }
  if (line.form === "standing") return [`${texts.standingSentence(debtor, creditor, act)}.`, stand];
  const by =
    row.day === undefined
      ? texts.sentenceNoDate
      : line.deadlineIsDay
        ? texts.sentenceDue(unsure(dayWords(row.day), row.unsureDate))
        : texts.sentenceAt(unsure(momentWords(line.deadline!, instrument.timeZone), row.unsureDate));
  const sends = clause.kind === "duty" && clause.act.verb === "send";
  const does = line.form === "right" ? texts.mayDo : sends ? texts.isToSend : texts.isToDo;
  const because = reasonWords(found, names);
  const total = totalWords(clause, names);
  const what = total === "" ? act : texts.actInAll(act, total);
  return [`${by} ${does(debtor, creditor, what)}${because === "" ? "" : `, ${because}`}.`, stand];
}

function reasonWords({ line, clause, follows }: Explanation, names: Names): string {
  if (follows !== undefined) return texts.becauseMiss(follows.clause);
  if (clause.kind === "duty" || clause.kind === "right") {
    if (clause.trigger.kind === "bound") return texts.becauseBound;
    if (clause.trigger.kind === "calendar" && line.period !== undefined)
      return texts.becausePeriod(triggerWords(clause.trigger, names));
  }
  return line.subject === undefined ? "" : texts.becauseRecord(line.subject);
}

/** Pairs of the same clause, period and record that stand otherwise: in another state, or with unverified binding. */
function drawOtherPairs(paper: Paper, line: Line, others: readonly BoardLine[], open: OpenRegion): void {
  const pairs = others.filter(
    (other) => other.period === line.period && other.subject === line.subject && other.group === line.group,
  );
  if (pairs.length === 0) return;
  paper.gap().text(texts.otherPairsTitle, { style: "bold" });
  for (const other of pairs.slice(0, OTHERS_SHOWN)) {
    const { instrument } = open.clauses.of(other);
    const who = [other.debtors, other.creditors]
      .map((actors) => open.names.actors(actors, instrument))
      .filter((words) => words !== "");
    const state = texts.states[other.state];
    const stand = other.unverified ? texts.statedUnverified(state) : state;
    paper.text(texts.otherPair(who, stand), { indent: 4, hang: 2 });
  }
  if (pairs.length > OTHERS_SHOWN)
    paper.text(texts.othersAlike(pairs.length - OTHERS_SHOWN), { indent: 4, style: "dim" });
}

/** The same clause in its other periods, or because of other records. */
function drawOthers(paper: Paper, line: Line, others: readonly BoardLine[], open: OpenRegion, today: number): void {
  const at = (other: Pick<Line, "deadline" | "arises">) => other.deadline ?? other.arises;
  const all = rowsOf(
    others.filter((other) => other.period !== line.period || other.subject !== line.subject),
    open.clauses,
  );
  if (all.length === 0) return;
  const near = [...all]
    .sort((a, b) => Math.abs(at(a.line) - at(line)) - Math.abs(at(b.line) - at(line)))
    .slice(0, OTHERS_SHOWN)
    .sort((a, b) => at(a.line) - at(b.line));
  const rows = near.map((row) => {
    const label = row.line.period === undefined ? (row.line.subject ?? "") : periodWords(row.line.period);
    const date = row.day === undefined ? texts.noDateCell : unsure(dayWords(row.day, false), row.unsureDate);
    return [label, date, texts.states[drawnRow(row, "owes", open.names, today).state]] as const;
  });
  const width = (index: 0 | 1) => Math.max(...rows.map((row) => cells(row[index])));
  paper.gap().text(texts.otherPeriodsTitle, { style: "bold" });
  for (const [label, date, state] of rows)
    paper.text(texts.otherLine(pad(label, width(0)), pad(date, width(1)), state), { indent: 4 });
  if (all.length > rows.length) paper.text(texts.othersAlike(all.length - rows.length), { indent: 4, style: "dim" });
}
