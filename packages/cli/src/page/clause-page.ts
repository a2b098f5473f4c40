import type { BoardLine } from "@kelisim/duties";
import { clauseWords, type PlacedClause, type Row, rowOf, ruleFacts, sourceOfClause } from "@kelisim/words";
import type { Standpoint } from "../arguments/standpoint.ts";
import { drawnRow } from "../board/draw.ts";
import { markOf, signOf } from "../look/marks.ts";
import type { Paper } from "../look/paper.ts";
import type { Options } from "../program.ts";
import type { Loaded } from "../region/ledger.ts";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";
import { drawFacts, sourcesText } from "./facts-table.ts";
import { drawHead, todayOf } from "./header.ts";
import { drawSuggestion, explainSuggestion } from "./suggestion.ts";

const LINES_SHOWN = 12;

/** A clause by itself: its rule in words, and for whom it has lines now. */
export function drawClause(
  paper: Paper,
  placed: PlacedClause,
  lines: readonly BoardLine[],
  open: OpenRegion,
  loaded: Loaded,
  standpoint: Standpoint,
  options: Options,
): void {
  const { clause } = placed;
  const { names } = open;
  const today = todayOf(standpoint);
  drawHead(paper, clause.title, open, loaded, standpoint);
  paper.gap().text(texts.ruleTitle, { style: "bold" });
  drawFacts(paper, [
    [texts.factClause, clauseWords(placed, names), sourcesText([sourceOfClause(placed)])],
    ...ruleFacts(placed, names).map(({ label, text }) => [label, text, ""] as const),
  ]);

  // Each line for itself: pairs whose binding is not verified are not hidden among the others.
  const rows = lines.map((line) => rowOf(line, line.debtors, line.creditors, open.clauses));
  paper.gap().text(texts.linesOfClause(lines.length), { style: "bold" });
  for (const row of rows.slice(0, LINES_SHOWN)) drawLine(paper, row, rows, open, today);
  if (rows.length > LINES_SHOWN) paper.text(texts.othersAlike(rows.length - LINES_SHOWN), { style: "dim" });
  const first = rows[0];
  if (first !== undefined) {
    paper.gap();
    drawSuggestion(paper, texts.explainOne, explainSuggestion(first, undefined, names, options));
  }
  paper.gap();
}

/** Debtors, period, date and state; the creditors too where the same debtors have several lines of the period. */
function drawLine(paper: Paper, row: Row, rows: readonly Row[], open: OpenRegion, today: number): void {
  const { names } = open;
  const { clause, instrument } = row.placed;
  const drawn = drawnRow(row, clause.kind === "limit" ? "limits" : "owed", names, today);
  const label = ({ line }: Row) => line.period ?? line.subject ?? "";
  const who = row.debtors.length > 6 ? texts.many(row.debtors.length, instrument.kind) : row.debtors.join(" ");
  const alike = rows.filter((other) => label(other) === label(row) && other.debtors.join() === row.debtors.join());
  const towards = alike.length > 1 ? names.actors(row.creditors, instrument) : "";
  const how = clause.kind === "standing" ? "" : drawn.how;
  const state = row.line.unverified ? texts.statedUnverified(texts.states[row.line.state]) : texts.states[drawn.state];
  const parts = [towards === "" ? who : `${who} → ${towards}`, label(row), how, state].filter((text) => text !== "");
  const sign = paper.look.words
    ? ""
    : `${paper.look.paint(signOf(drawn.state, paper.look), markOf(drawn.state).style)} `;
  paper.raw(`  ${sign}${paper.marked(parts.join("  "), "plain")}`);
}
