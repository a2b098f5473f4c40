import type { BoardLine, Explanation, Line } from "@kelisim/duties";
import { dayWords, explanationWords, periodWords, plainSentence, rowsOf, unsure } from "@kelisim/words";
import type { Standpoint } from "../arguments/standpoint.ts";
import { drawnRow } from "../board/draw.ts";
import { cells, pad } from "../look/cells.ts";
import type { Paper } from "../look/paper.ts";
import type { Loaded } from "../region/ledger.ts";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";
import { drawFacts, sourcesText } from "./facts-table.ts";
import { drawHead, todayOf } from "./header.ts";

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
  const { act, sentences, facts, unknown } = explanationWords(found, { debtors, creditors }, open, {
    today,
    covered: loaded.covered,
  });
  drawHead(paper, act, open, loaded, standpoint);
  paper.gap();
  for (const sentence of sentences) paper.text(plainSentence(sentence), { style: "bold" });
  const pairs = debtors.length * Math.max(1, creditors.length);
  if (pairs > 1) paper.text(texts.sameForOthers(pairs - 1), { style: "dim" });
  paper.gap().text(texts.factsTitle, { style: "bold" });
  const rows = facts.map(({ label, text, remark, sources }) => {
    const below = [remark ?? "", sourcesText(sources)].filter((part) => part !== "").join(" ");
    return [label, text, below] as const;
  });
  drawFacts(paper, rows);
  if (unknown.length > 0) {
    paper.gap().text(texts.notKnownTitle, { style: "bold" });
    for (const each of unknown) paper.text(`- ${each}`, { indent: 4, hang: 2 });
  }
  drawOtherPairs(paper, found.line, others, open);
  if (others.length > 0) drawOthers(paper, found.line, others, open, today);
  paper.gap();
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
    const label = row.line.period === undefined ? (row.line.subject ?? "") : periodWords(row.line.period, texts);
    const date =
      row.day === undefined ? texts.noDateCell : unsure(dayWords(row.day, texts, false), row.unsureDate, texts);
    return [label, date, texts.states[drawnRow(row, "owes", open.names, today).state]] as const;
  });
  const width = (index: 0 | 1) => Math.max(...rows.map((row) => cells(row[index])));
  paper.gap().text(texts.otherPeriodsTitle, { style: "bold" });
  for (const [label, date, state] of rows)
    paper.text(texts.otherLine(pad(label, width(0)), pad(date, width(1)), state), { indent: 4 });
  if (all.length > rows.length) paper.text(texts.othersAlike(all.length - rows.length), { indent: 4, style: "dim" });
}
