import type { BoardLine } from "@kelisim/duties";
import type { Standpoint } from "../arguments/standpoint.ts";
import { drawnRow } from "../board/draw.ts";
import { type Row, rowOf } from "../board/row.ts";
import { markOf, signOf } from "../look/marks.ts";
import type { Paper } from "../look/paper.ts";
import type { Options } from "../program.ts";
import type { Loaded } from "../region/ledger.ts";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";
import { citation, type PlacedClause } from "./clause-index.ts";
import { camelWords, conditionWords, grouped } from "./condition.ts";
import { deadlinesWords } from "./deadline.ts";
import { drawFacts } from "./facts-table.ts";
import { drawHead, todayOf } from "./header.ts";
import type { Names } from "./names.ts";
import { roleWords, triggerWords } from "./role.ts";
import { drawSuggestion, explainSuggestion } from "./suggestion.ts";
import { totalWords } from "./total.ts";

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
  drawFacts(paper, [[texts.factClause, clauseWords(placed), sourceWords(placed)], ...ruleFacts(placed, names)]);

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

/** The rule of a clause: label, what it says, and (empty here) where it comes from. */
export function ruleFacts({ clause }: PlacedClause, names: Names): readonly (readonly [string, string, string])[] {
  const facts: [string, string, string][] = [];
  if (clause.kind === "duty" || clause.kind === "right") {
    facts.push([texts.ruleWhen, triggerWords(clause.trigger, names), ""]);
    facts.push([texts.ruleWho, `${roleWords(clause.debtor, names)} → ${roleWords(clause.creditor, names)}`, ""]);
    const total = totalWords(clause, names);
    const act = camelWords(clause.act.record);
    facts.push([texts.ruleAct, total === "" ? act : texts.actInAll(act, total), ""]);
    facts.push([texts.ruleBy, deadlinesWords(clause.deadlines, names) || texts.noNumber, ""]);
  } else if (clause.kind === "limit") {
    const amount = "value" in clause.amount ? grouped(String(clause.amount.value)) : "";
    facts.push([texts.ruleAct, texts.atMost(clause.amountAssumed === undefined ? amount : texts.unsure(amount)), ""]);
    facts.push([
      texts.ruleWhen,
      `${camelWords(clause.record)}: ${conditionWords(clause.where, names)}`.replace(/: $/, ""),
      "",
    ]);
  } else facts.push([texts.ruleWho, `${roleWords(clause.debtor, names)} → ${roleWords(clause.creditor, names)}`, ""]);
  if (clause.channel !== undefined)
    facts.push([texts.factChannel, texts.channelCell(clause.channel, clause.channelAssumed !== undefined), ""]);
  return facts;
}

export function clauseWords({ clause, instrument }: PlacedClause): string {
  const article = texts.articleOf(citation(clause), clause.articleAssumed !== undefined);
  return texts.clauseFact(instrument.title, article, clause.id, clause.hash.slice(0, 12));
}

export function sourceWords({ clause, instrument }: PlacedClause): string {
  return texts.sourceOf(clause.source ?? instrument.source, texts.confidence[clause.confidence]);
}
