import type { ClashAnswer, Forbidden, WindowClash } from "@kelisim/compare";
import { clauseTitle, exactness, exampleWords, forbiddenWords, windowWords } from "@kelisim/words";
import type { Paper } from "../look/paper.ts";
import { texts } from "../texts/index.ts";
import { drawBindings, drawTop } from "./draw-parts.ts";
import type { Comparison } from "./open.ts";

const t = texts.compare;

/** Clashes by what they are about; those that the texts settle stand last. */
export function drawClashes(paper: Paper, answer: ClashAnswer, comparison: Comparison, why: boolean): void {
  const { open, pair } = comparison;
  const title =
    pair === undefined ? t.clashesTitle : t.clashesBetween(open.names.party(pair[0]), open.names.party(pair[1]));
  drawTop(paper, title, comparison);
  const unsettled = answer.forbidden.filter(({ settledBy }) => settledBy === undefined);
  const plain = unsettled.filter(({ under }) => !under);
  const sections: readonly (readonly [string, readonly Forbidden[]])[] = [
    [t.share, plain.filter(({ about, modal }) => about === "share" && modal === "must")],
    [t.do, plain.filter(({ about, modal }) => about === "do" && modal === "must")],
    [t.may, plain.filter(({ modal }) => modal === "may")],
    [t.ifUnder, unsettled.filter(({ under }) => under)],
  ];
  for (const [heading, those] of sections) {
    if (those.length === 0) continue;
    paper.gap().text(`${heading} (${those.length})`, { style: "bold" });
    for (const each of those) drawForbidden(paper, each, comparison, why);
  }
  const windows = answer.windows.filter(({ settledBy }) => settledBy === undefined);
  if (windows.length > 0) paper.gap().text(`${t.windows} (${windows.length})`, { style: "bold" });
  for (const each of windows) drawWindow(paper, each, comparison, why);
  const settled = [...answer.forbidden, ...answer.windows].filter(({ settledBy }) => settledBy !== undefined);
  if (settled.length > 0) paper.gap().text(`${t.settled} (${settled.length})`, { style: "bold" });
  for (const each of settled) {
    if ("asks" in each) drawForbidden(paper, each, comparison, why);
    else drawWindow(paper, each, comparison, why);
  }
  if (answer.forbidden.length + answer.windows.length === 0) paper.gap().text(t.clashesNone);
  paper.gap().text(t.clashesFoot(answer.compared.acts, answer.compared.bans), { style: "dim" });
  if (!why) paper.text(t.why, { style: "dim" });
  paper.gap();
}

function drawClause(paper: Paper, word: string, id: string, { open }: Comparison, why: boolean): void {
  const placed = open.clauses.get(id);
  if (placed === undefined) return;
  const { clause, instrument } = placed;
  paper.text(`${word} ${clauseTitle(clause, texts)}`, { indent: 4, hang: 2 });
  if (!why) return;
  const source = t.sourceOf(clause.source ?? instrument.source, texts.confidence[clause.confidence]);
  paper.text(source, { indent: 8, hang: 2, style: "dim" });
}

function drawForbidden(paper: Paper, clash: Forbidden, comparison: Comparison, why: boolean): void {
  const { open } = comparison;
  paper.ends(`${clash.asks} / ${clash.forbids}`, exactness(clash.doubts, texts), "plain", "dim");
  drawClause(paper, clash.modal === "must" ? t.asks : t.allows, clash.asks, comparison, why);
  drawClause(paper, t.forbids, clash.forbids, comparison, why);
  const below = { indent: 4, hang: 2, style: "dim" } as const;
  const forbidden = forbiddenWords(clash, open);
  if (forbidden !== "") paper.text(forbidden, below);
  if (clash.under) paper.text(t.underOnly, below);
  paper.text(t.who(t.parties(clash.debtors), t.parties(clash.creditors)), below);
  paper.text(clash.settledBy === undefined ? t.way[clash.way] : t.settledBy(clash.settledBy), { indent: 4, hang: 2 });
  if (!why) return;
  paper.text(t.example(exampleWords(clash.example, open.names)), below);
  drawBindings(paper, instrumentsOf([clash.asks, clash.forbids], comparison), clash.debtors, comparison.world, 4);
}

const instrumentsOf = (clauses: readonly string[], { open }: Comparison): readonly string[] =>
  clauses.flatMap((id) => open.clauses.get(id)?.instrument.id ?? []);

function drawWindow(paper: Paper, clash: WindowClash, comparison: Comparison, why: boolean): void {
  const { open } = comparison;
  paper.ends(`${clash.sooner} / ${clash.later}`, exactness(clash.doubts, texts), "plain", "dim");
  drawClause(paper, t.soonerWord, clash.sooner, comparison, why);
  drawClause(paper, t.laterWord, clash.later, comparison, why);
  paper.text(windowWords(clash, open), { indent: 4, hang: 2 });
  paper.text(t.who(t.parties(clash.debtors), t.parties(clash.creditors)), { indent: 4, hang: 2, style: "dim" });
  if (clash.settledBy !== undefined) paper.text(t.settledBy(clash.settledBy), { indent: 4, hang: 2 });
  const words = exampleWords(clash.example, open.names);
  if (why && words.length > 0) paper.text(t.example(words), { indent: 4, hang: 2, style: "dim" });
  if (why)
    drawBindings(paper, instrumentsOf([clash.sooner, clash.later], comparison), clash.debtors, comparison.world, 4);
}
