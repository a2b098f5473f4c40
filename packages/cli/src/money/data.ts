import type { PurposeShare, SeriesPoint } from "@kelisim/analysis";
import { csv } from "@kelisim/words";
import { isShare, type MoneyOfDataset } from "./answer.ts";
import type { MoneyQuestion } from "./ask.ts";

/** The answer as plain data; what is absent is null. */
export function moneyData({ by, where, set }: MoneyQuestion, answers: readonly MoneyOfDataset[]): object {
  return {
    question: { by, where, set: set ?? null },
    answers: answers.map(({ producer, result, passedOver }) => ({
      dataset: producer.dataset,
      name: producer.name,
      method: result.method,
      figures: result.value.map(figureData),
      inputs: result.inputs.map(({ of, name, vintage, rows, producer: made }) => ({
        of,
        name,
        vintage,
        rows,
        citation: made?.citation ?? null,
        licence: made?.licence ?? null,
        caveats: made?.caveats ?? [],
      })),
      exclusions: result.exclusions,
      passedOver: passedOver.map(({ holding, years, for: other, because }) => ({
        holding: holding.id,
        years: years ?? null,
        for: other,
        because,
      })),
    })),
  };
}

function figureData(figure: SeriesPoint | PurposeShare): object {
  if (!isShare(figure)) return { ...figure, sum: figure.sum ?? null };
  return { ...figure, share: figure.share ?? null, between: figure.between ?? null };
}

/** Shares as CSV, with what must be known of them in every row. */
export function sharesCsv({ by, set }: MoneyQuestion, { producer, result }: MoneyOfDataset): string {
  const vintages = [...new Set(result.inputs.map(({ vintage }) => vintage))].join("; ");
  const holdings = result.inputs.map(({ of }) => of).join("; ");
  const about = [
    producer.name,
    vintages,
    holdings,
    producer.citation,
    producer.licence ?? "terms of the producer not seen",
    producer.caveats.join(" "),
  ];
  const header = [
    ...by,
    ...["measure", "currency", "price_year", "set", "part", "whole", "share", "least", "greatest", "undecided", "rows"],
    ...["dataset", "vintage", "holding", "citation", "licence", "caveats"],
  ];
  const figures: readonly (SeriesPoint | PurposeShare)[] = result.value;
  const rows = figures
    .filter(isShare)
    .map(({ keys, basis, part, whole, share, between, undecided, rows: count }) => [
      ...by.map((key) => keys[key]),
      ...[basis.measure, basis.currency, basis.priceYear, set?.id, part, whole, share, between?.[0], between?.[1]],
      ...[undecided.sum, count, ...about],
    ]);
  return csv(header, rows);
}
