import { MONEY_KEYS, type MoneyKey, type MoneyQuery } from "@kelisim/api";
import type { Part } from "@kelisim/holdings";
import { datasetWords } from "@kelisim/words";
import { type MoneyNeeds, told } from "./answers-by-set.ts";
import { askedHoldings } from "./asked-holdings.ts";
import { namesOfValues } from "./money-names.ts";
import type { RememberedCells } from "./remembered-cells.ts";

/** What can be asked for in the files asked. */
export async function choicesAnswer(needs: MoneyNeeds, query: MoneyQuery) {
  const { holdings, cells, desk, words, language } = needs;
  const asked = await askedHoldings(holdings, "flows", query);
  const choices = await Promise.all(
    asked.sets.map(async ({ dataset, name, parts }) => {
      const groups = async (column: string) =>
        (await cells.answer({ where: [{ column, absent: false }], by: [column] }, parts)).cells;
      const [bases, found] = await Promise.all([
        cells.answer({ where: [], by: ["measure", "currency", "price_year"] }, parts),
        Promise.all(MONEY_KEYS.map(async (key) => [key, await hasAny(cells, key, parts)] as const)),
      ]);
      const keys = found.flatMap(([key, any]) => (any ? [key] : []));
      const valuesOf = async (key: MoneyKey) =>
        keys.includes(key) ? (await groups(key)).map(({ by }) => String(by[key])) : [];
      const purposes = await valuesOf("purpose");
      return {
        dataset,
        name: datasetWords(language, dataset, name),
        bases: bases.cells.map(({ by, rows }) => ({
          measure: String(by.measure),
          currency: String(by.currency),
          priceYear: by.price_year === null ? null : Number(by.price_year),
          rows,
        })),
        years: (await valuesOf("year")).map(Number),
        keys,
        coded: purposes.some((purpose) => /^\d{3,5}$/.test(purpose)),
        recipients: await valuesOf("recipient"),
        donors: await valuesOf("donor"),
      };
    }),
  );
  return {
    ...told(asked, language),
    names: await namesOfValues(["recipient", "donor"], asked, cells, desk, words),
    choices,
  };
}

async function hasAny(cells: RememberedCells, column: string, parts: readonly Part[]) {
  return (await cells.answer({ where: [{ column, absent: false }], by: [] }, parts)).cells.length > 0;
}
