import type { MoneyQuery } from "@kelisim/api";
import type { AheadWork } from "../ahead.ts";
import type { MoneyNeeds } from "./answers-by-set.ts";
import { checksAnswer } from "./checks-answer.ts";
import { choicesAnswer } from "./choices-answer.ts";
import {
  concentrationAnswer,
  deliveryAnswer,
  fragmentationAnswer,
  growthAnswer,
  pricesAnswer,
  seriesAnswer,
} from "./money-answers.ts";
import { rowsAnswer } from "./money-rows.ts";
import { shareAnswer } from "./share-answer.ts";

type Part = (needs: MoneyNeeds, query: MoneyQuery) => Promise<unknown>;

const by =
  (answer: Part, columns: string): Part =>
  (needs, query) =>
    answer(needs, { ...query, by: columns });

/** What the parts of the screen ask when they are opened. */
const PARTS: readonly Part[] = [
  by(growthAnswer, "year"),
  by(seriesAnswer, "year,recipient"),
  by(seriesAnswer, "year,donor"),
  by(seriesAnswer, "donor,recipient"),
  by(seriesAnswer, "recipient,purpose"),
  by(shareAnswer, "year"),
  by(concentrationAnswer, "recipient"),
  by(fragmentationAnswer, "recipient"),
  by(deliveryAnswer, "year"),
  by(pricesAnswer, "year"),
  checksAnswer,
  rowsAnswer,
];

/** The questions of the screen of money, put to the data set with the most rows for the states of the region. */
export function moneyAhead(needsOf: (region: string) => MoneyNeeds): readonly AheadWork[] {
  return [
    ({ desk }) => choicesAnswer(needsOf(desk.id), {}),
    ...PARTS.map(
      (part): AheadWork =>
        async ({ desk }) => {
          const needs = needsOf(desk.id);
          const query = await largest(needs);
          if (query !== undefined) await part(needs, query);
        },
    ),
  ];
}

async function largest(needs: MoneyNeeds): Promise<MoneyQuery | undefined> {
  const { choices } = await choicesAnswer(needs, {});
  const rows = ({ bases }: (typeof choices)[number]) => bases.reduce((sum, basis) => sum + basis.rows, 0);
  const [first] = choices.toSorted((a, b) => rows(b) - rows(a));
  const [basis] = first?.bases.toSorted((a, b) => b.rows - a.rows) ?? [];
  if (first === undefined || basis === undefined) return undefined;
  const recipients = needs.desk.region.focus.filter((id) => first.recipients.includes(id));
  return {
    dataset: first.dataset,
    measure: basis.measure,
    currency: basis.currency,
    price: basis.priceYear === null ? "current" : `${basis.priceYear}`,
    ...(recipients.length === 0 ? {} : { recipient: recipients.join(",") }),
  };
}
