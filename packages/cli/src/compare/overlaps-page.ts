import type { Overlap, ThresholdGap } from "@kelisim/compare";
import {
  camelWords,
  causeWords,
  channelWords,
  clauseTitle,
  deadlineCases,
  exactness,
  exampleWords,
  type OverlapsFound,
  thresholdWords,
  whoWords,
} from "@kelisim/words";
import type { Paper } from "../look/paper.ts";
import { texts } from "../texts/index.ts";
import { drawBindings, drawTop } from "./draw-parts.ts";
import type { Comparison } from "./open.ts";

const t = texts.compare;
/** Overlaps printed without `--all`. */
const SHOWN = 25;

interface Ask {
  readonly why: boolean;
  readonly all: boolean;
}

export function drawOverlaps(
  paper: Paper,
  { answer, thresholds }: OverlapsFound,
  comparison: Comparison,
  ask: Ask,
): void {
  const { open, pair } = comparison;
  const title =
    pair === undefined ? t.overlapsTitle : t.overlapsBetween(open.names.party(pair[0]), open.names.party(pair[1]));
  drawTop(paper, title, comparison);
  const { overlaps } = answer;
  if (overlaps.length === 0) paper.gap().text(t.overlapsNone);
  const shown = ask.all ? overlaps : overlaps.slice(0, SHOWN);
  let underTitled = false;
  shown.forEach((overlap, index) => {
    if (overlap.under.length > 0 && !underTitled) {
      paper.gap().text(t.underTitle, { style: "bold" });
      underTitled = true;
    }
    drawOverlap(paper, overlap, index + 1, comparison, ask.why);
  });
  if (shown.length < overlaps.length) paper.gap().text(t.more(overlaps.length - shown.length), { style: "dim" });
  if (thresholds.length > 0) {
    paper.gap().text(t.thresholdsTitle, { style: "bold" });
    for (const each of thresholds) drawThreshold(paper, each, comparison);
  }
  paper.gap().text(t.overlapsFoot(answer.compared, answer.apart), { style: "dim" });
  if (!ask.why) paper.text(t.why, { style: "dim" });
  paper.gap();
}

function drawOverlap(paper: Paper, overlap: Overlap, number: number, comparison: Comparison, why: boolean): void {
  const { open, world } = comparison;
  const act = world.kinds.get(overlap.act)?.title ?? camelWords(overlap.act);
  paper.gap();
  paper.ends(
    `${number}. ${t.overlap(act.charAt(0).toLowerCase() + act.slice(1), overlap.instruments.length)}`,
    exactness(overlap.doubts, texts),
    "bold",
    "dim",
  );
  const below = { indent: 5, hang: 2 } as const;
  paper.text(t.overlapWhen(causeWords(overlap.cause, open.names)), below);
  for (const id of overlap.clauses) {
    const placed = open.clauses.get(id);
    if (placed !== undefined) paper.text(clauseTitle(placed.clause, texts), { indent: 7, hang: 2 });
  }
  if (overlap.under.length > 1) paper.text(t.underAll(overlap.under), below);
  paper.text(whoWords(overlap, texts), below);
  drawDeadlines(paper, overlap, comparison);
  paper.text(t.channels(channelWords(overlap, texts)), { ...below, style: "dim" });
  if (!why) {
    if (overlap.unverified.length > 0)
      paper.text(t.unverifiedMany(new Set(overlap.unverified.map(({ party }) => party)).size), {
        ...below,
        style: "dim",
      });
    return;
  }
  const words = exampleWords(overlap.example, open.names);
  paper.text(words.length === 0 ? t.noExample : t.example(words), { ...below, style: "dim" });
  for (const id of overlap.clauses) {
    const placed = open.clauses.get(id);
    if (placed === undefined) continue;
    const { clause, instrument } = placed;
    const source = t.sourceOf(clause.source ?? instrument.source, texts.confidence[clause.confidence]);
    paper.text(`${id}: ${source}`, { ...below, style: "dim" });
  }
  drawBindings(paper, overlap.instruments, overlap.actors.debtors, world, below.indent);
  if (overlap.unverified.length > 0)
    paper.text(t.unverifiedBinding(overlap.unverified.map(({ instrument, party }) => `${party} (${instrument})`)), {
      ...below,
      style: "dim",
    });
}

function drawDeadlines(paper: Paper, overlap: Overlap, { open }: Comparison): void {
  const below = { indent: 5, hang: 2 } as const;
  const cases = deadlineCases(overlap, open.names);
  if (cases.length === 0) paper.text(t.tooManyCases, below);
  for (const { text, rules } of cases) {
    paper.text(text, below);
    paper.text(rules.join("; "), { indent: 7, hang: 2, style: "dim" });
  }
}

function drawThreshold(paper: Paper, gap: ThresholdGap, { open }: Comparison): void {
  const { title, lines } = thresholdWords(gap, open.names);
  paper.text(title, { indent: 2 });
  lines.forEach((line, index) => {
    paper.text(line, { indent: 5, hang: 2, style: index === lines.length - 1 ? "dim" : "plain" });
  });
}
