import type { BoardLine } from "@kelisim/duties";
import type { Standpoint } from "../arguments/standpoint.ts";
import { drawnRow } from "../board/draw.ts";
import { rowsOf } from "../board/row.ts";
import { markOf, signOf } from "../look/marks.ts";
import type { Paper } from "../look/paper.ts";
import type { Loaded } from "../region/ledger.ts";
import type { OpenRegion } from "../region/open.ts";
import { texts } from "../texts/index.ts";
import { citation, type PlacedClause } from "./clause-index.ts";
import { camelWords, conditionWords, grouped } from "./condition.ts";
import { deadlinesWords } from "./deadline.ts";
import { drawFacts } from "./facts-table.ts";
import { drawHead, todayOf } from "./header.ts";
import { roleWords, triggerWords } from "./role.ts";

const LINES_SHOWN = 12;

/** A clause by itself: its rule in words, and for whom it has lines now. */
export function drawClause(
  paper: Paper,
  placed: PlacedClause,
  lines: readonly BoardLine[],
  open: OpenRegion,
  loaded: Loaded,
  standpoint: Standpoint,
): void {
  const { clause } = placed;
  const { names } = open;
  const today = todayOf(standpoint);
  drawHead(paper, clause.title, open, loaded, standpoint);
  paper.gap().text(texts.ruleTitle, { style: "bold" });
  const facts: [string, string, string][] = [[texts.factClause, clauseWords(placed), sourceWords(placed)]];
  if (clause.kind === "duty" || clause.kind === "right") {
    facts.push([texts.ruleWhen, triggerWords(clause.trigger, names), ""]);
    facts.push([texts.ruleWho, `${roleWords(clause.debtor, names)} → ${roleWords(clause.creditor, names)}`, ""]);
    facts.push([texts.ruleAct, camelWords(clause.act.record), ""]);
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
  drawFacts(paper, facts);

  const rows = rowsOf(lines, open.clauses);
  paper.gap().text(texts.linesOfClause(lines.length), { style: "bold" });
  for (const row of rows.slice(0, LINES_SHOWN)) {
    const drawn = drawnRow(row, clause.kind === "limit" ? "limits" : "owed", names, today);
    const who = row.debtors.length > 6 ? texts.many(row.debtors.length, placed.instrument.kind) : row.debtors.join(" ");
    const sign = paper.look.words
      ? ""
      : `${paper.look.paint(signOf(drawn.state, paper.look), markOf(drawn.state).style)} `;
    const label = row.line.period ?? row.line.subject ?? "";
    const parts = [who, label, drawn.how, texts.states[drawn.state]].filter((text) => text !== "");
    paper.raw(`  ${sign}${paper.marked(parts.join("  "), "plain")}`);
  }
  if (rows.length > LINES_SHOWN) paper.text(texts.othersAlike(rows.length - LINES_SHOWN), { style: "dim" });
  const first = rows[0];
  if (first !== undefined) {
    const debtor = names.membersOf(first.debtors[0] ?? "")[0] ?? "";
    const which = first.line.period ?? first.line.subject ?? "";
    paper
      .gap()
      .text(texts.explainOne(`kelisim explain ${[clause.id, debtor, which].join(" ").trim()}`), { style: "dim" });
  }
  paper.gap();
}

export function clauseWords({ clause, instrument }: PlacedClause): string {
  const article = texts.articleOf(citation(clause), clause.articleAssumed !== undefined);
  return texts.clauseFact(instrument.title, article, clause.id, clause.hash.slice(0, 12));
}

export function sourceWords({ clause, instrument }: PlacedClause): string {
  return texts.sourceOf(clause.source ?? instrument.source, texts.confidence[clause.confidence]);
}
