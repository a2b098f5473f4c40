import {
  moneySeries,
  type PurposeShare,
  purposeShares,
  type Result,
  type Selection,
  type SeriesPoint,
} from "@kelisim/analysis";
import { type Current, type Holdings, isNotAsked, type NotAsked, type OnlyYears } from "@kelisim/holdings";
import type { ObservationValue, Producer } from "@kelisim/model";
import type { MoneyQuestion } from "./ask.ts";

/** The answer of one data set. */
export interface MoneyOfDataset {
  readonly producer: Producer;
  readonly result: Result<readonly SeriesPoint[]> | Result<readonly PurposeShare[]>;
  readonly passedOver: Current["passedOver"];
}

/** What is asked of one data set: each year by its newest vintage, as its `only` says. */
export interface Asked {
  readonly selection: Selection;
  readonly only: OnlyYears;
  readonly current: Current;
}

/** The question to each data set by itself: sources stand side by side and are never added up. */
export async function askedOf(holdings: Holdings, question: MoneyQuestion): Promise<readonly Asked[]> {
  const { dataset, holdings: named } = question;
  const all = await holdings.current({
    table: "flows",
    ...(dataset === undefined ? {} : { dataset }),
    ...(named === undefined ? {} : { holdings: named }),
  });
  return [...Map.groupBy(all.parts, ({ holding }) => holding.producer.dataset)].map(([id, parts]) => ({
    selection: {
      table: "flows",
      holdings: parts.map(({ holding }) => holding.id),
      where: question.where,
      by: columnsOf(question),
      sum: "amount",
    },
    only: Object.fromEntries(parts.flatMap(({ holding, years }) => (years === undefined ? [] : [[holding.id, years]]))),
    current: { parts, passedOver: all.passedOver.filter(({ holding }) => holding.producer.dataset === id) },
  }));
}

/** A share is decided by purposes, and by titles where a rule has words. */
function columnsOf({ by, set }: MoneyQuestion): readonly string[] {
  if (set === undefined) return by;
  const titles = set.rules.some(({ words }) => words.length > 0) ? ["title"] : [];
  return [...new Set([...by, "purpose", ...titles])];
}

export async function moneyOf(
  holdings: Holdings,
  { selection, only, current }: Asked,
  { by, set }: MoneyQuestion,
): Promise<MoneyOfDataset | NotAsked> {
  const answer = await holdings.answer(selection, only);
  if (isNotAsked(answer)) return answer;
  const { cells, inputs } = answer;
  const { producer } = current.parts[0]!.holding;
  const result = set === undefined ? moneySeries(cells, by, inputs) : purposeShares(cells, set, by, inputs);
  return { producer, result: inOrder(result, by), passedOver: current.passedOver };
}

type Figure = Pick<SeriesPoint, "keys" | "basis">;

/** By basis, then by keys: numbers by size, texts by their letters, absent ones last. */
function inOrder(result: MoneyOfDataset["result"], by: readonly string[]): MoneyOfDataset["result"] {
  const basis = ({ basis: { measure, currency, priceYear } }: Figure) => `${measure} ${currency} ${priceYear ?? ""}`;
  const order = (a: Figure, b: Figure) =>
    compare(basis(a), basis(b)) || by.reduce((found, key) => found || compare(a.keys[key]!, b.keys[key]!), 0);
  return { ...result, value: [...result.value].sort(order) } as MoneyOfDataset["result"];
}

function compare(a: ObservationValue, b: ObservationValue): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

export const isShare = (figure: SeriesPoint | PurposeShare): figure is PurposeShare => "whole" in figure;
