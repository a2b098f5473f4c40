import type { Interval, OverlapAnswer, ThresholdGap } from "@kelisim/compare";
import { conditionWords } from "../condition.ts";
import { exampleWords } from "./compare-words.ts";
import { type Compared, factData, questionData } from "./data.ts";

export interface OverlapsFound {
  readonly answer: OverlapAnswer;
  readonly thresholds: readonly ThresholdGap[];
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
export function overlapsData({ answer, thresholds }: OverlapsFound, comparison: Compared): object {
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
