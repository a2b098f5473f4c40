import { compareVintages, figuresOfCells } from "@kelisim/analysis";
import type { VintagesQuery } from "@kelisim/api";
import { badRequest } from "../http/problem.ts";
import { figure } from "../proof.ts";
import type { MoneyNeeds } from "./answers-by-set.ts";
import { type AskedHoldings, holdingOf } from "./asked-holdings.ts";
import { namesOfValues } from "./money-names.ts";
import { keysOf, testsOf } from "./money-question.ts";
import { inputsIn } from "./producer-words.ts";

const MOST_PAIRS = 20_000;

/** Two holdings beside each other, each asked for all of its years. */
export async function vintagesAnswer(needs: MoneyNeeds, query: VintagesQuery) {
  const { holdings, cells, desk, words, language, most = MOST_PAIRS } = needs;
  const [earlier, later] = await Promise.all([
    holdingOf(holdings, query.earlier, "flows", "/query/earlier"),
    holdingOf(holdings, query.later, "flows", "/query/later"),
  ]);
  const by = keysOf(query, ["year", "recipient"]);
  const asked = { where: testsOf(query), by, sum: "amount" };
  const [before, after] = await Promise.all([
    cells.answer(asked, [{ holding: earlier }]),
    cells.answer(asked, [{ holding: later }]),
  ]);
  const compared = compareVintages(
    figuresOfCells(before.cells),
    figuresOfCells(after.cells),
    query.tolerance ?? "0",
    inputsIn([...before.inputs, ...after.inputs], language),
  );
  const { pairs, movedYears } = compared.value;
  if (pairs.length > most)
    throw badRequest("/query/by", `gives more than ${most} figures`, "ask by fewer columns, or narrow it");
  const value = { pairs: pairs.map((pair) => ({ ...pair, keys: { ...pair.keys } })), movedYears: [...movedYears] };
  const both = [earlier, later].map((holding) => ({ dataset: holding.id, name: "", parts: [{ holding }] }));
  const of: AskedHoldings = { sets: both, passedOver: [], named: true };
  return {
    names: await namesOfValues(by, of, cells, desk, words),
    result: figure({ ...compared, value }, language),
  };
}
