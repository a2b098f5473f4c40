import type { DeadlineCase, Interval, Overlap, OverlapAnswer, ThresholdGap } from "@kelisim/compare";
import type { Paper } from "../look/paper.ts";
import { texts } from "../texts/index.ts";
import { camelWords, conditionWords, grouped } from "../words/condition.ts";
import { deadlineWords } from "../words/deadline.ts";
import { factData, questionData } from "./data.ts";
import type { Comparison } from "./open.ts";
import { causeWords, clauseTitle, drawBindings, drawTop, exactness, exampleWords } from "./words.ts";

const t = texts.compare;
/** Overlaps printed without `--all`. */
const SHOWN = 25;

interface Found {
  readonly answer: OverlapAnswer;
  readonly thresholds: readonly ThresholdGap[];
}
interface Ask {
  readonly why: boolean;
  readonly all: boolean;
}

export function drawOverlaps(paper: Paper, { answer, thresholds }: Found, comparison: Comparison, ask: Ask): void {
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
    for (const each of thresholds) drawThreshold(paper, each);
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
    exactness(overlap.doubts),
    "bold",
    "dim",
  );
  const below = { indent: 5, hang: 2 } as const;
  paper.text(t.overlapWhen(causeWords(overlap.cause)), below);
  for (const id of overlap.clauses) {
    const placed = open.clauses.get(id);
    if (placed !== undefined) paper.text(clauseTitle(placed.clause), { indent: 7, hang: 2 });
  }
  if (overlap.under.length > 1) paper.text(t.underAll(overlap.under), below);
  paper.text(whoWords(overlap), below);
  drawDeadlines(paper, overlap, comparison);
  paper.text(t.channels(channelWords(overlap)), { ...below, style: "dim" });
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

function whoWords({ actors, samePair, clauses }: Overlap): string {
  const debtors = t.parties(actors.debtors);
  if (samePair) return t.who(debtors, t.parties(actors.shared));
  const byParties = new Map<string, string[]>();
  for (const clause of clauses) {
    const parties = t.parties(actors.creditors.get(clause) ?? []);
    byParties.set(parties, [...(byParties.get(parties) ?? []), clause]);
  }
  return t.whoToAll(
    debtors,
    [...byParties].map(([parties, those]) => t.toWhom(those.join(", "), parties)),
  );
}

function channelWords({ channels }: Overlap): readonly string[] {
  const by = new Map<string, string[]>();
  for (const { clause, channel, assumed } of channels) {
    const words = channel === undefined ? t.noChannel : assumed ? texts.unsure(channel) : channel;
    by.set(words, [...(by.get(words) ?? []), clause]);
  }
  return [...by].map(([words, those]) => `${words} (${those.join(", ")})`);
}

function drawDeadlines(paper: Paper, { deadlines }: Overlap, { open }: Comparison): void {
  const below = { indent: 5, hang: 2 } as const;
  if (deadlines.length === 0) paper.text(t.tooManyCases, below);
  for (const each of deadlines) {
    const guards = each.deadlines.flatMap(({ when }) => conditionWords(when, open.names) || []);
    const words = strictestWords(each);
    const text =
      deadlines.length === 1
        ? words
        : guards.length === 0
          ? t.otherwise(words)
          : t.inCase([...new Set(guards)].join(texts.and), words);
    paper.text(text, below);
    const rules = new Map<string, string[]>();
    for (const { clause, deadline } of each.deadlines) {
      const rule = deadlineWords(deadline);
      rules.set(rule, [...(rules.get(rule) ?? []), clause]);
    }
    const all = [...rules].map(([rule, those]) => `${those.join(", ")}: ${rule}`);
    paper.text(all.join("; "), { indent: 7, hang: 2, style: "dim" });
  }
}

function strictestWords({ strictest }: DeadlineCase): string {
  if (strictest.kind === "first") return t.strictest(strictest.clauses, strictest.undated);
  return strictest.kind === "depends" ? t.depends(strictest.on, strictest.undated) : t.undated(strictest.undated);
}

function drawThreshold(paper: Paper, gap: ThresholdGap): void {
  const noun = gap.unit ?? texts.quantities[gap.attribute] ?? camelWords(gap.attribute);
  paper.text(t.threshold(camelWords(gap.act), noun), { indent: 2 });
  const lines = [
    ...gap.onlyFirst.map((range) => t.only(rangeWords(range), noun, gap.first.clauses)),
    ...gap.onlySecond.map((range) => t.only(rangeWords(range), noun, gap.second.clauses)),
    ...(gap.both === undefined
      ? []
      : [t.all(rangeWords(gap.both), noun, [...gap.first.clauses, ...gap.second.clauses])]),
  ];
  for (const line of lines) paper.text(line, { indent: 5, hang: 2 });
  paper.text(gap.othersDecide ? t.alone(noun) : t.exact, { indent: 5, hang: 2, style: "dim" });
}

/** "9,000 to 24,999", "from 25,000". */
export function rangeWords({ least, above, greatest, below }: Interval): string {
  const low = least === undefined ? undefined : grouped(least.toFixed());
  const high = greatest === undefined ? undefined : grouped(greatest.toFixed());
  if (low !== undefined && low === high) return t.range.exactly(low);
  if (low !== undefined && high !== undefined && !above && !below) return t.range.between(low, high);
  const parts = [
    ...(low === undefined ? [] : [above ? t.range.above(low) : t.range.from(low)]),
    ...(high === undefined ? [] : [below ? t.range.below(high) : t.range.upTo(high)]),
  ];
  return parts.length === 0 ? t.range.any : parts.join(" ");
}

const intervalData = (interval: Interval | undefined): object | null =>
  interval === undefined
    ? null
    : {
        least: interval.least?.toFixed() ?? null,
        leastIncluded: interval.least === undefined ? null : interval.above !== true,
        greatest: interval.greatest?.toFixed() ?? null,
        greatestIncluded: interval.greatest === undefined ? null : interval.below !== true,
      };

/** The same as data; docs/command.md describes it. */
export function overlapsData({ answer, thresholds }: Found, comparison: Comparison): object {
  const { open, world } = comparison;
  return {
    ...questionData(comparison),
    compared: answer.compared,
    apart: answer.apart,
    overlaps: answer.overlaps.map((overlap) => ({
      cause: overlap.cause,
      act: overlap.act,
      clauses: overlap.clauses,
      instruments: overlap.instruments,
      debtors: overlap.actors.debtors,
      sharedCreditors: overlap.actors.shared,
      creditors: Object.fromEntries(overlap.actors.creditors),
      samePair: overlap.samePair,
      under: overlap.under,
      deadlines: overlap.deadlines.map(({ deadlines, strictest }) => ({
        clauses: deadlines.map(({ clause, deadline, when }) => ({
          clause,
          deadline,
          when: when === undefined ? null : conditionWords(when, open.names),
        })),
        strictest,
      })),
      channels: overlap.channels.map((each) => ({ ...each, channel: each.channel ?? null })),
      exact: overlap.doubts.length === 0,
      doubts: overlap.doubts,
      example: exampleWords(overlap.example, open.names),
      unverified: overlap.unverified.map((each) => ({
        ...each,
        facts: world.book.status.factsOf(each.instrument, each.party).map(factData),
      })),
    })),
    thresholds: thresholds.map((gap) => ({
      ...gap,
      unit: gap.unit ?? null,
      first: { ...gap.first, asks: intervalData(gap.first.asks) },
      second: { ...gap.second, asks: intervalData(gap.second.asks) },
      onlyFirst: gap.onlyFirst.map(intervalData),
      onlySecond: gap.onlySecond.map(intervalData),
      both: intervalData(gap.both),
      exact: !gap.othersDecide,
    })),
  };
}
